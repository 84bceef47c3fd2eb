// A box that is nearly full is told to staff before nobody can put anything in.

import { afterEach, beforeEach, expect, it } from "vitest";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { isNearlyFull, roomLeft } from "../../broker/core/room.ts";
import { IngestRig } from "./ingest-rig.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

interface Said {
  readonly holds: number;
  readonly count: number;
  readonly isEnabled?: boolean;
  readonly presence?: string;
}

function say(nextSeq: number, ...compartments: readonly Said[]): void {
  const { gatewayId } = rig.chain.origin;
  const said = compartments.map(({ count, ...each }, at) => ({
    compartment: at + 1,
    lock: "secured",
    door: "closed",
    presence: "unknown",
    isEnabled: true,
    ...each,
    parcels: Array.from({ length: count }, (_, n) => `${at}${n}`),
  }));
  const boxes = [{ box: "box-a", compartments: said }];
  const head = { nextSeq, headEventId: rig.chain.head.prev };
  rig.say("state", rig.chain.document("state", { gatewayId, ...head, boxes }));
}

function told(): readonly string[] {
  const models = new SqliteReadModels(rig.ledger);
  expect(models.boxes()[0]?.troubles).toEqual(models.troubles().map(({ kind }) => kind));
  return models.troubles().map(({ kind, box, about }) => `${kind} ${box} ${about}`);
}

it("a drop box is, from the last fifth of what fits on, until it is emptied", () => {
  say(9, { holds: 10, count: 7 });
  expect(told()).toEqual([]);
  say(10, { holds: 10, count: 8 });
  expect(told()).toEqual(["BoxNearlyFull box-a 2"]);
  say(11, { holds: 10, count: 10 });
  expect(told()).toEqual(["BoxNearlyFull box-a 0"]);
  say(12, { holds: 10, count: 0 });
  expect(told()).toEqual([]);
  expect(new SqliteReadModels(rig.ledger).boxes()[0]?.room).toEqual({ free: 10, all: 10 });
});

it("a cabinet is by its compartments: what is out of service takes nothing", () => {
  const [free, taken] = [
    { holds: 1, count: 0 },
    { holds: 1, count: 1 },
  ];
  say(9, free, taken, taken);
  expect(told()).toEqual([]);
  say(10, { ...free, isEnabled: false }, taken, taken);
  expect(told()).toEqual(["BoxNearlyFull box-a 0"]);
  say(11, { ...free, presence: "occupied" }, taken, taken);
  expect(told()).toEqual(["BoxNearlyFull box-a 0"]);
});

it("of a gateway that does not say what fits, nothing is said", () => {
  say(9, { holds: 0, count: 64 });
  expect(told()).toEqual([]);
  expect(new SqliteReadModels(rig.ledger).boxes()[0]?.room).toBeNull();
});

it("a box never has less than no room", () => {
  const over = { holds: 2, isEnabled: true, parcels: ["1", "2", "3"], presence: "occupied" };
  expect(roomLeft([over])).toEqual({ free: 0, all: 2 });
  expect(isNearlyFull({ free: 0, all: 0 })).toBe(false);
});
