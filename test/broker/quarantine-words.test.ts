// What is believed of a gateway beside its events, and which evidence no flood can displace.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { batchOf } from "./sealed-chain.ts";
import { IngestRig } from "./ingest-rig.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

function stateAt(nextSeq: number, parcel: string, epoch = rig.chain.head.keyEpoch): Uint8Array {
  const compartment = {
    compartment: 1,
    lock: "secured",
    door: "closed",
    presence: "occupied",
    isEnabled: true,
    parcels: [parcel],
  };
  return rig.chain.document("state", {
    gatewayId: rig.chain.origin.gatewayId,
    nextSeq,
    epoch,
    headEventId: rig.chain.head.prev,
    wallUs: 0,
    policyVersion: 0,
    outboxCount: 0,
    boxes: [{ box: "box-a", compartments: [compartment] }],
  });
}

function boxes() {
  return new SqliteReadModels(rig.ledger).boxes();
}

function countOf(kind: string): unknown {
  const count = rig.ledger.database.prepare("SELECT count(*) FROM evidence WHERE kind = ?");
  return count.pluck().get(kind);
}

describe("a quarantined gateway", () => {
  it("tells staff nothing more of its boxes, and what it says is kept as evidence", () => {
    rig.chain.grow(3);
    rig.say("events", batchOf(rig.chain.events));
    rig.say("state", stateAt(9, "1001"));
    expect(boxes()[0]?.compartments[0]?.parcels).toEqual(["1001"]);
    rig.say("events", batchOf(rig.chain.branchAfter(0).grow(1).events));
    rig.say("state", stateAt(10, "6666"));
    expect(rig.view()?.standing).toBe("quarantined");
    expect(JSON.stringify(boxes())).not.toMatch(/1001|6666/);
    expect(countOf("quarantined")).toBe(1);
  });

  it("has boxes whose trouble says so", () => {
    rig.chain.seal({ kind: "DoorForced", box: "box-a", compartment: 1 });
    rig.chain.grow(2);
    rig.say("events", batchOf(rig.chain.events));
    rig.say("events", batchOf(rig.chain.branchAfter(0).grow(1).events));
    expect(boxes()[0]?.troubles).toEqual(["DoorForced", "Quarantined"]);
  });
});

it("a box that is suspended, or kept for a fitter, is shown as such while its state says so", () => {
  const say = (service: string, nextSeq: number) =>
    rig.say(
      "state",
      rig.chain.document("state", {
        gatewayId: rig.chain.origin.gatewayId,
        nextSeq,
        headEventId: rig.chain.head.prev,
        boxes: [{ box: "box-a", service, compartments: [] }],
      }),
    );
  const troubles = () => boxes()[0]?.troubles;
  say("suspended", 9);
  expect(troubles()).toEqual(["ServiceSuspended"]);
  say("maintenance", 10);
  expect(troubles()).toEqual(["MaintenanceBegun"]);
  say("open", 11);
  expect(troubles()).toEqual([]);
});

it("a state older than the last one is dropped, until a hello says that the gateway is there", () => {
  const shown = () => boxes()[0]?.compartments[0]?.parcels;
  rig.say("state", stateAt(9, "1001"));
  rig.say("state", stateAt(8, "1000"));
  expect(shown()).toEqual(["1001"]);
  rig.chain.grow(8);
  rig.say("hello", rig.chain.hello());
  rig.say("state", stateAt(8, "1000"));
  expect(shown()).toEqual(["1000"]);
});

describe("a gateway that began a new epoch", () => {
  const shown = () => boxes()[0]?.compartments[0]?.parcels;

  it("is not shown by a state of the ended one, however far that had come", () => {
    rig.say("events", batchOf(rig.chain.grow(3).events));
    const replayed = stateAt(5_000, "6666");
    rig.chain.recover(2, 1_003);
    rig.say("events", batchOf(rig.chain.events.slice(-1)));
    rig.say("state", stateAt(1_005, "1001"));
    rig.restart();
    rig.say("state", replayed);
    expect(shown()).toEqual(["1001"]);
    expect(rig.ledger.counters().get("state/older")).toBe(1);
    expect(rig.view()?.outboxCount).toBe(1);
  });

  it("is not shown any more by what it had said before", () => {
    rig.say("events", batchOf(rig.chain.grow(3).events));
    rig.say("state", stateAt(5_000, "6666"));
    expect(shown()).toEqual(["6666"]);
    rig.chain.recover(2, 1_003);
    rig.say("events", batchOf(rig.chain.events.slice(-1)));
    expect(shown()).toBeUndefined();
  });

  it("is shown by a state of an epoch whose events are still to come", () => {
    rig.say("events", batchOf(rig.chain.grow(3).events));
    rig.chain.recover(2, 1_003);
    rig.say("state", stateAt(1_004, "1001"));
    expect(shown()).toEqual(["1001"]);
  });
});

it("a thousand replayed hellos are kept once, and the fork that follows is kept too", () => {
  rig.chain.grow(4);
  rig.say("events", batchOf(rig.chain.events));
  const restored = rig.chain.branchAfter(0).grow(1);
  for (let i = 0; i < 10; i += 1) {
    rig.say("hello", ...Array.from({ length: 101 }, () => restored.hello()));
  }
  rig.say("events", batchOf(restored.events));
  expect(countOf("hello")).toBe(1);
  expect(countOf("fork")).toBe(1);
  expect(rig.ledger.counters().get("evidence/dropped")).toBeUndefined();
});

it("differing hellos fill only their own bound", () => {
  rig.chain.grow(140);
  rig.say("events", batchOf(rig.chain.events));
  const restored = rig.chain.branchAfter(0);
  for (let i = 0; i < 120; i += 1) rig.say("hello", restored.grow(1).hello());
  rig.say("events", batchOf(restored.events.slice(0, 1)));
  expect(countOf("hello")).toBe(100);
  expect(countOf("fork")).toBe(1);
  expect(rig.ledger.counters().get("evidence/dropped")).toBe(20);
});

describe("a hello ahead of what is held", () => {
  it("is asked to send again from there, each time", () => {
    rig.chain.grow(5);
    rig.say("events", batchOf(rig.chain.events.slice(0, 2)));
    rig.say("hello", rig.chain.hello());
    rig.say("hello", rig.chain.hello());
    expect(rig.receipts.slice(-2)).toMatchObject([
      { nextSeq: 2, resend: true },
      { nextSeq: 2, resend: true },
    ]);
  });

  it("is not when it is level", () => {
    rig.say("events", batchOf(rig.chain.grow(3).events));
    rig.say("hello", rig.chain.hello());
    expect(rig.receipts.at(-1)).toMatchObject({ nextSeq: 3, resend: false });
  });
});
