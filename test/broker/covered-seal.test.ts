// Seals that a later one covered: each is verified by the key of its epoch, and a bad one mended.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RecordParts, SealedEvent } from "@driftbox/proto";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { batchOf, batchOfRecords } from "./sealed-chain.ts";
import { IngestRig } from "./ingest-rig.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

function eventAt(seq: number): SealedEvent {
  const event = rig.chain.events[seq];
  if (event === undefined) throw new Error(`no event ${seq}`);
  return event;
}

function underBadSeal(seq: number): RecordParts {
  const { record } = eventAt(seq);
  return {
    ...record,
    seal: Uint8Array.from(record.seal, (byte, i) => (i === 3 ? byte ^ 1 : byte)),
  };
}

function sealStates(): string[] {
  const { rows } = new SqliteReadModels(rig.ledger).eventsAfter(0, 100, {});
  return rows.map((each) => each.sealState);
}

function evidenceOf(kind: string): unknown[] {
  return rig.ledger.database.prepare("SELECT * FROM evidence WHERE kind = ?").all(kind);
}

describe("an epoch that began and ended inside one commit", () => {
  it("has each of its covered seals verified, under its own key", async () => {
    const first = rig.chain.grow(4).events.map((each) => each.record);
    const forged = first.map((record, i) => (i === 1 ? underBadSeal(1) : record));
    const recovery = rig.chain.recover(3, 4);
    const second = rig.chain.grow(3).events.slice(5);
    rig.say(
      "events",
      batchOfRecords(forged, "backlog"),
      batchOf([recovery]),
      batchOf(second, "backlog"),
    );
    await rig.finish();
    expect(sealStates()).toEqual([
      "direct",
      "broken",
      ...Array.from({ length: 6 }, () => "direct"),
    ]);
    expect(rig.ledger.coveredEntries(9)).toEqual([]);
  });

  it("is not skipped when its key is missing: the ledger says so", () => {
    rig.say("events", batchOf(rig.chain.grow(4).events, "backlog"));
    rig.ledger.database.exec("DELETE FROM epoch_keys");
    expect(() => rig.ledger.coveredEntries(9)).toThrow(/epoch 1 has no key/);
  });
});

describe("a covered seal that is not valid", () => {
  const sendChanged = async () => {
    const records = rig.chain.grow(5).events.map((each) => each.record);
    const changed = records.map((each, i) => (i === 2 ? underBadSeal(2) : each));
    rig.say("events", batchOfRecords(changed, "backlog"));
    await rig.finish();
  };

  it("is shown as broken, kept as evidence and asked for again, and nobody is quarantined", async () => {
    await sendChanged();
    expect(sealStates()).toEqual(["direct", "direct", "broken", "direct", "direct"]);
    expect(evidenceOf("broken-seal")).toHaveLength(1);
    expect(rig.receipts.at(-1)).toMatchObject({ nextSeq: 2, resend: true, standing: 1 });
    expect(rig.view()).toMatchObject({ standing: "accepted", nextSeq: 5 });
  });

  it("gives way to the good one when its record comes again", async () => {
    await sendChanged();
    rig.say("events", batchOf(rig.chain.events.slice(2), "backlog"));
    expect(sealStates()).toEqual(Array.from({ length: 5 }, () => "direct"));
    const held = rig.ledger.database.prepare("SELECT seal FROM entries WHERE seq = 2").pluck();
    expect(held.get()).toEqual(Buffer.from(eventAt(2).record.seal));
    expect(rig.receipts.at(-1)).toMatchObject({ nextSeq: 5, resend: false, standing: 1 });
    rig.restart();
    rig.say("hello", rig.chain.hello());
    expect(rig.receipts.at(-1)).toMatchObject({ nextSeq: 5, resend: false });
  });

  it("is asked for again after a restart, behind the receipt with the real head", async () => {
    await sendChanged();
    rig.restart();
    rig.say("hello", rig.chain.hello());
    const [real, ask] = rig.receipts.slice(-2);
    expect(real).toMatchObject({ nextSeq: 5, resend: false });
    expect(ask).toMatchObject({ nextSeq: 2, resend: true });
    expect(ask?.issuedUs).toBeGreaterThan(real?.issuedUs ?? 0);
  });

  it("quarantines a gateway that sends it badly sealed a second time, in one transaction", async () => {
    await sendChanged();
    rig.say("events", batchOfRecords([underBadSeal(2)], "live"));
    expect(rig.view()).toMatchObject({ standing: "quarantined", nextSeq: 5 });
    expect(evidenceOf("broken-seal")).toHaveLength(2);
    expect(rig.receipts.at(-1)).toMatchObject({ standing: 2, resend: false });
  });

  it("is marked, with its evidence, entirely or not at all", async () => {
    rig.ledger.database.exec(
      "CREATE TRIGGER fail BEFORE INSERT ON evidence BEGIN SELECT RAISE(FAIL, 'full'); END",
    );
    await sendChanged();
    expect(sealStates()[2]).toBe("chain");
    rig.ledger.database.exec("DROP TRIGGER fail");
    rig.restart();
    await rig.finish();
    expect(sealStates()[2]).toBe("broken");
    expect(evidenceOf("broken-seal")).toHaveLength(1);
  });
});
