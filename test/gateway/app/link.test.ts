// Link and outbox: greeting, window, receipts, resends, reconnects, a restored image.

import { openDocument, parseBatch, parseStatus, Standing, StatusWord } from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { epochMargin } from "../../../gateway/app/chain/chain-recovery.ts";
import { gatewayId, gatewaySigner, must } from "./fixtures.ts";
import { linkRig } from "./link-rig.ts";
import { settled } from "./manual-time.ts";

const own = [verifierOf(gatewaySigner.publicKey)];

describe("the link", () => {
  it("greets with status, hello and state before any event", async () => {
    const { happen, connected, server, center } = await linkRig();
    happen(3);
    await connected();
    const words = server.published.map(({ word }) => word);
    expect(words).toEqual(["status", "hello", "state", "events"]);
    const hello = must(
      openDocument("hello", server.bodies("hello")[0] ?? new Uint8Array(), own, sha256),
    );
    expect(hello.message).toMatchObject({ nextSeq: 3, connection: 1, receiptedNextSeq: 0 });
    expect(center.nextSeq).toBe(3);
  });

  it("leaves a will that names the same connection, and says sleeping when it stops", async () => {
    const { connected, server, link, time } = await linkRig();
    await connected();
    server.cut();
    await time.advance(1_000);
    await link.stop();
    const words = server.bodies("status").map((body) => must(parseStatus(body)));
    const { STATUS_WORD_READY, STATUS_WORD_LOST, STATUS_WORD_SLEEPING } = StatusWord;
    expect(words.map(({ word, connection }) => [word, connection])).toEqual([
      [STATUS_WORD_READY, 1],
      [STATUS_WORD_LOST, 1],
      [STATUS_WORD_READY, 2],
      [STATUS_WORD_SLEEPING, 2],
    ]);
    expect(server.lineCount).toBe(0);
  });

  it("marks what happened before the connection as backlog and what follows as live", async () => {
    const { happen, connected, center } = await linkRig();
    happen(2);
    await connected();
    happen(2);
    await settled();
    expect(center.marks).toEqual(["backlog", "backlog", "live", "live"]);
  });

  it("sends nothing before the center answered hello, and asks again until it does", async () => {
    const { happen, connected, center, server, time } = await linkRig({ resendAfterMs: 5_000 });
    center.isMute = true;
    happen(2);
    await connected();
    await time.advance(11_000);
    expect(server.bodies("events")).toHaveLength(0);
    expect(server.bodies("hello")).toHaveLength(3);
    center.isMute = false;
    await time.advance(5_000);
    expect(center.nextSeq).toBe(2);
  });

  it("keeps the window of batches and bytes while no receipt comes", async () => {
    const limits = { startCount: 3, maxBytes: 262_144, resendAfterMs: 60_000 };
    const { happen, connected, center, server, outbox } = await linkRig(limits);
    happen(4_000);
    center.weather = { losesBatch: () => true, receiptDelays: () => [0] };
    await connected();
    expect(server.bodies("events")).toHaveLength(3);
    expect(outbox.window?.bytesInFlight).toBeLessThanOrEqual(262_144);
  });

  it("grows the window with receipts until 5,000 events a second pass at 300 ms", async () => {
    const { happen, connected, center, time } = await linkRig();
    happen(20_000);
    center.weather = { losesBatch: () => false, receiptDelays: () => [300] };
    await connected();
    await time.advance(4_000);
    expect(center.nextSeq).toBeGreaterThanOrEqual(20_000);
  });

  it("sends again what the center does not receipt in time, as backlog", async () => {
    const { happen, connected, center, time, outbox } = await linkRig();
    await connected();
    center.weather = { losesBatch: () => true, receiptDelays: () => [0] };
    happen(2);
    await settled();
    center.weather = { losesBatch: () => false, receiptDelays: () => [0] };
    await time.advance(5_000);
    expect(outbox.overdueCount).toBe(1);
    expect(center.marks).toEqual(["backlog", "backlog"]);
  });

  it("sends again from where the center asks", async () => {
    const { happen, connected, center } = await linkRig();
    await connected();
    let lost = 1;
    const losesBatch = (): boolean => (lost -= 1) >= 0;
    center.weather = { losesBatch, receiptDelays: () => [0] };
    happen(1);
    happen(2);
    await settled();
    expect(center.gapCount).toBe(1);
    expect(center.nextSeq).toBe(3);
  });

  it("ignores receipts that are forged, foreign or old", async () => {
    const { happen, connected, center, server, store, receipts, log } = await linkRig();
    await connected();
    happen(3);
    await settled();
    const before = store.held;
    const forged = center.receipt({ nextSeq: 3 });
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
    server.send("receipt", forged);
    server.send("receipt", center.receipt({ gatewayId: new Uint8Array(16) }));
    server.send("receipt", center.receipt({ nextSeq: 2, headEventId: new Uint8Array(32) }));
    await settled();
    expect(receipts.counts).toMatchObject({ refused: 2, older: 1, unlinked: 0 });
    expect(before?.nextSeq).toBe(3);
    expect(store.held).toBe(before);
    expect(log.lines.some(({ fields }) => fields["fault"] === "document/signature")).toBe(true);
  });

  it("opens a new epoch behind a receipt it never earned, and sends no old number", async () => {
    const { happen, connected, center, server, beyond, journal } = await linkRig();
    happen(3);
    center.isMute = true;
    await connected();
    const headEventId = new Uint8Array(32).fill(9);
    server.send("receipt", center.receipt({ nextSeq: 50, headEventId }));
    await settled();
    const atSeq = 50 + epochMargin;
    expect(beyond).toHaveLength(1);
    expect(journal.head).toMatchObject({ keyEpoch: 1, nextSeq: atSeq + 1, gatewayId });
    expect(journal.read(50, 10, 1_000_000)).toMatchObject({ firstSeq: atSeq, count: 1 });
    expect(server.bodies("events")).toHaveLength(1);
  });

  it("opens a new epoch when the center holds another event under an own number", async () => {
    const { happen, connected, center, server, beyond, journal } = await linkRig();
    happen(5);
    center.isMute = true;
    await connected();
    const headEventId = new Uint8Array(32).fill(9);
    server.send("receipt", center.receipt({ nextSeq: 3, headEventId }));
    await settled();
    expect(beyond).toHaveLength(1);
    expect(journal.head.nextSeq).toBe(5 + epochMargin + 1);
    const sent = server.bodies("events").map((body) => must(parseBatch(body)).records.length);
    expect(sent).toEqual([1]);
  });

  it("keeps working while the center holds it in quarantine, and says so once", async () => {
    const { happen, connected, center, server, log } = await linkRig();
    await connected();
    server.send("receipt", center.receipt({ standing: Standing.STANDING_QUARANTINED }));
    server.send("receipt", center.receipt({ standing: Standing.STANDING_QUARANTINED }));
    happen(1);
    await settled();
    const quarantines = log.lines.filter(({ message }) => message.includes("quarantined"));
    expect(quarantines).toHaveLength(1);
    expect(center.nextSeq).toBe(1);
  });

  it("stores the last receipt at most once a second", async () => {
    const { happen, connected, documents, time } = await linkRig();
    await connected();
    for (let second = 0; second < 3; second += 1) {
      happen(5);
      await settled();
      happen(5);
      await time.advance(1_000);
    }
    expect(await documents.read("receipt")).toMatchObject({ nextSeq: 30 });
  });

  it("starts backing off anew only after a receipt", async () => {
    const { connected, center, server, time, link } = await linkRig();
    center.isMute = true;
    await connected();
    for (let cut = 0; cut < 6; cut += 1) {
      server.cut();
      await time.advance(2_000);
    }
    expect(link.failures).toBe(6);
    center.isMute = false;
    server.cut();
    await time.advance(2_000);
    expect(link.failures).toBe(0);
  });
});

describe("the outbox under a bad link", () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant("happen" as const), count: fc.integer({ min: 1, max: 40 }) }),
    fc.record({ do: fc.constant("wait" as const), count: fc.integer({ min: 1, max: 7_000 }) }),
    fc.record({ do: fc.constant("cut" as const), count: fc.constant(0) }),
    fc.record({ do: fc.constant("refuse" as const), count: fc.integer({ min: 1, max: 3_000 }) }),
  );
  const weather = fc.array(
    fc.record({ loses: fc.boolean(), delays: fc.array(fc.constantFrom(0, 20, 900, 6_000)) }),
    { minLength: 1, maxLength: 20 },
  );

  it("delivers everything once, in order, inside its bounds, whatever gets lost", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), weather, async (steps, forecast) => {
        const rig = await linkRig({ maxBytes: 65_536, maxCount: 8 });
        const { center, server, time, outbox, journal } = rig;
        let at = 0;
        const next = () => forecast[(at += 1) % forecast.length];
        center.weather = {
          losesBatch: () => next()?.loses ?? false,
          receiptDelays: () => next()?.delays ?? [],
        };
        await rig.connected();
        for (const { do: action, count } of steps) {
          if (action === "happen") rig.happen(count);
          if (action === "cut") server.cut();
          server.isRefusing = action === "refuse";
          await time.advance(action === "wait" || action === "refuse" ? count : 1);
          const window = outbox.window;
          expect(window?.inFlight.length ?? 0).toBeLessThanOrEqual(8);
          expect(window?.bytesInFlight ?? 0).toBeLessThanOrEqual(65_536 + 61_440);
        }
        server.isRefusing = false;
        center.weather = { losesBatch: () => false, receiptDelays: () => [5] };
        await time.advance(120_000);
        expect(center.held.map(({ seq }) => seq)).toEqual(
          Array.from({ length: journal.head.nextSeq }, (_, seq) => seq),
        );
        expect(outbox.count).toBe(0);
        await rig.link.stop();
      }),
      { numRuns: 60 },
    );
  });
});
