// Recovering a chain against the real judge: whatever side goes back in time, the chain is accepted
// again, no number is signed twice into the ledger, and no fact is lost.

import { expect, describe, it } from "vitest";
import type { Gateway } from "../../../gateway/app/gateway.ts";
import { recoveryMinMs } from "../../../gateway/app/chain/chain-continuation.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import { cleanReport, GatewayRig } from "./gateway-rig.ts";
import { JudgeCenter } from "./judge-center.ts";
import { settled } from "./manual-time.ts";

const heartbeat: Input = {
  kind: "HeartbeatAsked",
  reason: "periodic",
  outboxCount: 0,
  storageFreeBytes: 0,
};

class Story {
  readonly rig = new GatewayRig();
  readonly center = new JudgeCenter(this.rig.server, this.rig.time);

  async start(report = cleanReport): Promise<Gateway> {
    const gateway = await this.rig.start(report);
    await settled();
    return gateway;
  }

  /** Facts happen, each at a time of its own. */
  async happen(gateway: Gateway, count: number): Promise<void> {
    for (let made = 0; made < count; made += 1) {
      this.rig.time.jump(1);
      gateway.loop.offer(heartbeat);
      if (made % 100 === 99) await settled();
    }
    await this.rig.time.advance(2_000);
  }

  kill(): void {
    this.rig.kill();
    this.rig.time.jump(1_000);
  }

  /** The sea: no center until `online`. */
  offline(): void {
    this.rig.server.isRefusing = true;
    this.rig.server.cut();
  }

  async online(): Promise<void> {
    this.rig.server.isRefusing = false;
    await this.rig.time.advance(2 * recoveryMinMs);
  }

  /** What the gateway's journal says, each fact once, without statements about the chain. */
  ownFacts(): readonly string[] {
    const facts = this.rig.told().filter(({ fact }) => fact.kind !== "ChainRecovered");
    return [...new Set(facts.map(({ fact, header }) => `${fact.kind} ${header.wallUs}`))];
  }

  /** Accepted again up to the head, every place once, nothing of this journal missing. */
  assertAccepted(): void {
    const { center, rig } = this;
    const { head } = rig.journal;
    expect(rig.deaths).toEqual([]);
    expect(center.chain).toMatchObject({ standing: "accepted", nextSeq: head.nextSeq });
    expect(center.chain.headEventId).toBe(Buffer.from(head.prev).toString("hex"));
    const bad = new Set<string>(["fork", "quarantined", "reject"]);
    expect(center.refusals.filter((verdict) => bad.has(verdict))).toEqual([]);
    const places = center.appended.map(({ header }) => `${header.keyEpoch} ${header.seq}`);
    expect(new Set(places).size).toBe(places.length);
    const seqs = center.appended.map(({ header }) => header.seq);
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
    const said = new Set(center.facts);
    expect(this.ownFacts().filter((fact) => !said.has(fact))).toEqual([]);
  }

  /** The same, and nothing was sent in vain or said twice. */
  assertConverged(): void {
    this.assertAccepted();
    const { center } = this;
    expect(center.refusals.filter((verdict) => verdict !== "gap")).toEqual([]);
    expect(new Set(center.facts).size).toBe(center.facts.length);
  }
}

describe("a chain at the real judge", () => {
  it("goes on after a clean start and after a torn tail", async () => {
    const story = new Story();
    await story.happen(await story.start(), 5);
    story.kill();
    await story.start();
    story.kill();
    const torn = { ...cleanReport, recovery: "torn-tail", droppedBytes: 300 } as const;
    await story.happen(await story.start(torn), 5);
    await story.online();
    story.assertConverged();
    expect(story.center.lost).toEqual([]);
    expect(story.rig.journal.head.keyEpoch).toBe(0);
  });

  it("states the numbers lost behind damage, the center at or before the good part", async () => {
    for (const isBehind of [true, false]) {
      const story = new Story();
      const gateway = await story.start();
      if (isBehind) story.offline();
      await story.happen(gateway, 5);
      const goodSeq = story.rig.journal.head.nextSeq;
      story.kill();
      const highestSeqBeyond = goodSeq + 3;
      const report = { ...cleanReport, recovery: "damage", highestSeqBeyond } as const;
      await story.happen(await story.start(report), 3);
      await story.online();
      story.assertConverged();
      expect(story.center.lost).toEqual([{ fromSeq: goodSeq, toSeq: goodSeq + 3 }]);
    }
  });

  it("goes on behind damage that took what the center just receipted", async () => {
    for (const highestBeyond of [0, 4, 40]) {
      const story = new Story();
      const gateway = await story.start();
      await story.happen(gateway, 3);
      const restore = await story.rig.image();
      const goodSeq = story.rig.journal.head.nextSeq;
      await story.happen(gateway, 10);
      await restore();
      story.offline();
      const highestSeqBeyond = goodSeq + highestBeyond;
      const report = { ...cleanReport, recovery: "damage", highestSeqBeyond } as const;
      await story.happen(await story.start(report), 20);
      await story.online();
      story.assertConverged();
      expect(story.center.lost).toHaveLength(1);
    }
  });

  it("goes on after an image was restored, at once or after days at sea", async () => {
    for (const madeOffline of [0, 3, 50]) {
      const story = new Story();
      const gateway = await story.start();
      await story.happen(gateway, 5);
      const restore = await story.rig.image();
      await story.happen(gateway, 20);
      story.kill();
      await restore();
      if (madeOffline > 0) story.offline();
      await story.happen(await story.start(), madeOffline);
      await story.online();
      story.assertConverged();
      expect(story.center.lost).toHaveLength(1);
      expect(story.center.appended.at(-1)?.arrival.isLate).toBe(true);
      expect(story.rig.journal.head.keyEpoch).toBe(1);
    }
  });

  it("finishes what it says again when it is killed in the middle", async () => {
    for (const appends of [0, 1, 2, 3]) {
      const story = new Story();
      const gateway = await story.start();
      await story.happen(gateway, 5);
      const restore = await story.rig.image();
      await story.happen(gateway, 20);
      story.kill();
      await restore();
      story.offline();
      await story.happen(await story.start(), 200);
      story.rig.failAfter(appends);
      await story.online();
      expect(story.rig.deaths).toHaveLength(1);
      story.rig.deaths.length = 0;
      story.kill();
      await story.happen(await story.start(), 2);
      await story.online();
      story.assertConverged();
    }
  });

  it("goes on after its journal was lost, with and without its documents", async () => {
    for (const hasDocuments of [true, false]) {
      const story = new Story();
      await story.happen(await story.start(), 5);
      story.kill();
      story.rig.loseJournal();
      if (!hasDocuments) await story.rig.documents.write("receipt", undefined);
      await story.happen(await story.start(), 3);
      await story.online();
      story.assertConverged();
      expect(story.center.lost).toHaveLength(1);
    }
  });

  it("sends again what a restored center lost, however much it is", async () => {
    const story = new Story();
    const gateway = await story.start();
    await story.happen(gateway, 5);
    const backup = story.center.backup();
    await story.happen(gateway, 1_500);
    story.offline();
    story.center.restore(backup);
    const before = story.center.batchCount;
    await story.online();
    story.assertConverged();
    expect(story.center.lost).toEqual([]);
    expect(story.center.batchCount - before).toBeGreaterThan(4);
    expect(story.center.batchCount - before).toBeLessThan(40);
  });

  it("goes on when the center goes back before the place where the lives parted", async () => {
    const story = new Story();
    const gateway = await story.start();
    const backup = story.center.backup();
    await story.happen(gateway, 5);
    const restore = await story.rig.image();
    await story.happen(gateway, 20);
    await restore();
    story.offline();
    const second = await story.start();
    await story.happen(second, 40);
    await story.online();
    story.offline();
    story.center.restore(backup);
    await story.online();
    await story.happen(second, 3);
    await story.online();
    story.assertAccepted();
  });
});
