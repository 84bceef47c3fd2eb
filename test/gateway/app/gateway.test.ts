// A whole gateway on memory ports: start, restart, damage, restored image, clock steps, stop.

import { StatusWord } from "@driftbox/proto";
import { describe, expect, it } from "vitest";
import { epochMargin } from "../../../gateway/app/chain/chain-recovery.ts";
import { fieldsOf } from "../../../gateway/app/stored.ts";
import { cleanReport, GatewayRig } from "./gateway-rig.ts";
import { settled } from "./manual-time.ts";

describe("a gateway", () => {
  it("starts with its boot, its recovery and its policy, and forwards them", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await settled();
    expect(rig.kinds()).toEqual(["GatewayStarted", "BootRecovered", "PolicyApplied"]);
    expect(rig.center.nextSeq).toBe(3);
  });

  it("stops with a heartbeat, a stored receipt, a snapshot and a goodbye", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    expect(rig.center.nextSeq).toBe(4);
    expect(await rig.documents.read("receipt")).toMatchObject({ nextSeq: 4 });
    expect(await rig.documents.read("custody")).toMatchObject({ durable: { nextSeq: 4 } });
    expect(rig.server.lineCount).toBe(0);
    expect(rig.statusWords().at(-1)).toBe(StatusWord.STATUS_WORD_SLEEPING);
  });

  it("does not call devices lost that it stops itself, but those that it lost before", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    rig.board.report({ state: "online" });
    rig.board.report({ state: "backing-off", reason: "silent" });
    rig.board.report({ state: "online" });
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    rig.kill();
    expect(rig.kinds().slice(3)).toEqual(["ReaderLost", "Heartbeat"]);
    expect(rig.deaths).toEqual([]);
  });

  it("takes nothing more once it has said goodbye", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    const late = { reason: "periodic", outboxCount: 0, storageFreeBytes: 0 } as const;
    expect(gateway.loop.offer({ kind: "HeartbeatAsked", ...late })).toBe("refused");
    await settled();
    expect(rig.deaths).toEqual([]);
  });

  it("waits for a slow receipt of its last words, but not longer than two seconds", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    rig.center.weather = { losesBatch: () => false, receiptDelays: () => [1_800] };
    const stopped = gateway.stop();
    await settled();
    await rig.time.advance(1_900);
    await stopped;
    expect(await rig.documents.read("receipt")).toMatchObject({ nextSeq: 4 });
    const deaf = new GatewayRig();
    const other = await deaf.start();
    await settled();
    deaf.center.weather = { losesBatch: () => true, receiptDelays: () => [] };
    const gone = other.stop();
    await settled();
    await deaf.time.advance(2_100);
    await gone;
    expect(await deaf.documents.read("receipt")).toMatchObject({ nextSeq: 3 });
  });

  it("stores receipt and snapshot and ends although a half-open link answers nothing", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    rig.server.isHalfOpen = true;
    let hasEnded = false;
    const stopped = gateway.stop().then(() => (hasEnded = true));
    await settled();
    await rig.time.advance(2_100);
    expect(await rig.documents.read("receipt")).toMatchObject({ nextSeq: 3 });
    expect(await rig.documents.read("custody")).toMatchObject({ durable: { nextSeq: 4 } });
    expect(hasEnded).toBe(false);
    await rig.time.advance(1_000);
    await stopped;
    expect(rig.deaths).toEqual([]);
  });

  it("has after a kill the state its records tell, and numbers go on", async () => {
    const rig = new GatewayRig();
    const first = await rig.start();
    await settled();
    const before = first.loop.state.durable;
    rig.kill();
    const second = await rig.start();
    await settled();
    expect(second.loop.state.durable.compartments).toEqual(before.compartments);
    expect(second.loop.state.durable.policyVersion).toBe(1);
    expect(second.policies.inForce?.version).toBe(1);
    expect(rig.told().map(({ header }) => header.seq)).toEqual([0, 1, 2, 3, 4]);
    expect(rig.center.held.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4]);
  });

  it("goes on from a snapshot although the records before it are gone", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    rig.kill();
    const next = await rig.start();
    expect(next.loop.state.durable.nextSeq).toBe(rig.journal.head.nextSeq);
    expect(rig.kinds().slice(4)).toEqual(["GatewayStarted", "BootRecovered"]);
  });

  it("opens a new epoch after a lost journal and signs no old number again", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    rig.loseJournal();
    await rig.start();
    const [first] = rig.told();
    expect(first?.header).toMatchObject({
      keyEpoch: 1,
      seq: 4 + epochMargin,
      eventClass: "recovery",
    });
    const fact = { kind: "ChainRecovered", recovery: "storage-loss", resumesAfterSeq: 3 };
    expect(first?.fact).toMatchObject(fact);
    await settled();
    expect(rig.center.nextSeq).toBe(rig.journal.head.nextSeq);
  });

  it("never folds over a snapshot of records that were lost, and prunes by none", async () => {
    const rig = new GatewayRig();
    const gateway = await rig.start();
    await settled();
    const stopped = gateway.stop();
    await rig.time.advance(2_000);
    await stopped;
    const stored = fieldsOf("custody", await rig.documents.read("custody"));
    const durable = fieldsOf("custody", stored["durable"]);
    const lost = { ...durable, nextSeq: 1_000_000, policyVersion: 77 };
    await rig.documents.write("custody", { ...stored, durable: lost });
    rig.kill();
    await rig.start();
    const kept = fieldsOf("custody", await rig.documents.read("custody"));
    const now = fieldsOf("custody", kept["durable"]);
    expect(now["policyVersion"]).toBe(1);
    expect(now["nextSeq"]).toBeLessThanOrEqual(rig.journal.head.nextSeq);
  });

  it("goes on behind what a damaged journal may have signed", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await settled();
    rig.kill();
    await rig.start({ ...cleanReport, recovery: "damage", highestSeqBeyond: 9, droppedBytes: 700 });
    const recovered = rig.told().find(({ fact }) => fact.kind === "ChainRecovered");
    expect(recovered?.header).toMatchObject({ keyEpoch: 1, seq: 10 });
    expect(recovered?.fact).toMatchObject({ recovery: "damage", resumesAfterSeq: 2 });
  });

  it("does not run in circles with a center that asks for lost numbers again", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await settled();
    rig.kill();
    rig.center.isStubborn = true;
    await rig.start({ ...cleanReport, recovery: "damage", highestSeqBeyond: 9 });
    await rig.time.advance(10_000);
    expect(rig.server.bodies("events").length).toBeLessThan(15);
  });

  it("records that the wall clock was set", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await rig.time.advance(3_000);
    expect(rig.kinds()).not.toContain("ClockStepped");
    rig.time.stepWall(-60_000);
    await rig.time.advance(1_000);
    const step = rig.told().find(({ fact }) => fact.kind === "ClockStepped");
    expect(step?.fact).toMatchObject({ stepUs: -60_000_000 });
  });

  it("gives a sign of life when nothing happens", async () => {
    const rig = new GatewayRig();
    await rig.start();
    await rig.time.advance(3_600_000);
    expect(rig.kinds().filter((kind) => kind === "Heartbeat")).toHaveLength(1);
  });

  it("numbers its connections upwards across restarts", async () => {
    const rig = new GatewayRig();
    await rig.start();
    rig.kill();
    await rig.start();
    expect(await rig.documents.read("boot")).toEqual({ runs: 2 });
  });
});
