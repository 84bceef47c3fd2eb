// Journal against physical history: what must be told, what a blind gateway is forgiven, and a
// planted lie.

import { expect, it } from "vitest";
import {
  compareHistory,
  type Happening,
  type Intent,
  type Sight,
} from "../../device-sim/world/index.ts";

const spot = { box: "box-a", compartment: 1 };
const endMs = 100_000;

function opened(atMs: number): Happening {
  return { kind: "DoorOpened", atMs, by: "spring", ...spot };
}

function closed(atMs: number): Happening {
  return { kind: "DoorClosed", atMs, ...spot };
}

function silent(name: string, atMs: number, isSilent: boolean): Happening {
  return { kind: "SilenceChanged", atMs, name, isSilent };
}

const told: Sight["told"] = {
  openings: 1,
  forced: 0,
  closings: 1,
  reopenings: 0,
  pulses: 0,
  doubts: 0,
  intents: [],
  seenDeposits: 0,
  seenCollections: 0,
  arrivals: 0,
  deposited: [],
  left: [],
};

function intent(deadlineMs: number, pulseMs = 500): Intent {
  return { intendedMs: deadlineMs - 2_000, deadlineMs, pulseMs };
}

function pulse(atMs: number, onMs = 500): readonly Happening[] {
  const supplyGroup = "a";
  return [
    { kind: "UnlockOrdered", atMs, ...spot },
    { kind: "CoilEnergized", atMs, supplyGroup, ...spot },
    { kind: "CoilReleased", atMs: atMs + onMs, onMs, supplyGroup, ...spot },
  ];
}

function sightOf(given: Partial<Sight> & { readonly says?: Partial<Sight["told"]> }): Sight {
  const { says, ...sight } = given;
  return {
    ...spot,
    door: "contact",
    needs: ["gateway-a"],
    boltNeeds: ["gateway-a", "lock-a"],
    hasPresence: true,
    isComplete: true,
    ...sight,
    told: { ...told, ...says },
  };
}

function faults(history: readonly Happening[], sight: Partial<Sight> & { says?: object } = {}) {
  return compareHistory(history, [sightOf(sight)], endMs).map(({ monitor, detail }) => {
    return `${monitor}: ${detail}`;
  });
}

const visit = [opened(10_000), closed(20_000)];

it("is quiet when the journal tells each opening and each closing once", () => {
  expect(faults(visit)).toEqual([]);
});

it("names an opening that the journal leaves out, and one that never was", () => {
  const name = "journal-equals-history: door box-a/1";
  expect(faults(visit, { says: { openings: 0 } })).toEqual([
    `${name} opened 1 times, the journal says 0`,
  ]);
  expect(faults(visit, { says: { closings: 2 } })).toEqual([
    `${name} closed 1 times, the journal says 2`,
  ]);
});

it("does not ask for what the gateway could not see: dead, or with a stuck reed", () => {
  const dead = [silent("gateway-a", 5_000, true), ...visit, silent("gateway-a", 25_000, false)];
  expect(faults(dead, { says: { openings: 0, closings: 0 } })).toEqual([]);
  const flaw = { kind: "FlawChanged", flaw: "isReedStuck", isOn: true, atMs: 1, ...spot } as const;
  expect(faults([flaw, ...visit], { says: { openings: 0, closings: 0 } })).toEqual([]);
  const awake = [silent("gateway-b", 5_000, true), ...visit];
  expect(faults(awake, { says: { openings: 0 } })).toHaveLength(1);
});

it("a door seen only through its board is not seen while the board is dark or cut off", () => {
  const needs = ["gateway-a", "lock-a"];
  const none = { openings: 0, closings: 0 };
  const dark: Happening = { kind: "BoardWentDark", atMs: 5_000, board: "lock-a" };
  expect(faults([dark, ...visit], { needs, says: none })).toEqual([]);
  expect(faults([silent("lock-a", 5_000, true), ...visit], { needs, says: none })).toEqual([]);
  expect(faults([dark, ...visit], { says: none })).toHaveLength(1);
});

it("a hook door is known by its bolt", () => {
  const bolts: Happening[] = [
    { kind: "BoltReleased", atMs: 10_000, ...spot },
    { kind: "BoltEngaged", atMs: 20_000, ...spot },
  ];
  expect(faults(bolts, { door: "hook" })).toEqual([]);
  expect(faults(visit, { door: "hook" })).toHaveLength(2);
});

it("a glimpse may be missed, and what has just happened may still be on its way", () => {
  expect(faults([opened(10_000), closed(10_300)], { says: { openings: 0, closings: 0 } })).toEqual(
    [],
  );
  expect(faults([opened(endMs - 500)], { says: { openings: 0, closings: 0 } })).toEqual([]);
});

it("of a gateway whose tail is missing only what is too much is named", () => {
  const incomplete = { isComplete: false } as const;
  expect(faults(visit, { ...incomplete, says: { openings: 0, closings: 0 } })).toEqual([]);
  expect(faults(visit, { ...incomplete, says: { openings: 2 } })).toHaveLength(1);
});

it("names a conclusion without a pulse", () => {
  expect(faults(visit, { says: { pulses: 1 } })).toEqual([
    "journal-equals-history: coil box-a/1 was energized 0 times, the journal says 1",
  ]);
});

it("names an unlock that arrives after its deadline", () => {
  const order: Happening = { kind: "UnlockOrdered", atMs: 9_000, ...spot };
  expect(faults([order, ...visit], { says: { intents: [intent(8_900)] } })).toEqual([]);
  expect(faults([order, ...visit], { says: { intents: [intent(8_000)] } })).toEqual([
    "unlock-deadline: an unlock of box-a/1 arrived 1000 ms after its deadline",
  ]);
});

it("a stale unlock is not excused by a later intent, nor two by one", () => {
  const order = (atMs: number): Happening => ({ kind: "UnlockOrdered", atMs, ...spot });
  const later = { says: { intents: [intent(8_000), intent(60_000)] } };
  expect(faults([order(7_000), order(30_000), ...visit], later)).toEqual([
    "unlock-deadline: an unlock of box-a/1 arrived 22000 ms after its deadline",
  ]);
  expect(faults([order(7_000), order(7_100), ...visit], later)).toEqual([
    "unlock-deadline: an unlock of box-a/1 was ordered once more than intended",
  ]);
});

it("names a forced door that nobody forced, unless the gateway had been blind", () => {
  const lie = { says: { openings: 2, forced: 1 } };
  expect(faults(visit, lie)).toEqual([
    "journal-equals-history: door box-a/1 opened 1 times, the journal says 2",
  ]);
  const blind = [silent("gateway-a", 40_000, true), silent("gateway-a", 41_000, false)];
  expect(faults([...visit, ...blind], lie)).toEqual([]);
  expect(faults(visit, { says: { openings: 2, reopenings: 1 } })).toEqual([]);
});

it("names pulses that the journal leaves out while the gateway saw, and asks none of a blind", () => {
  const intents = [intent(6_000), intent(31_000), intent(61_000)];
  const three = [...pulse(5_000), ...visit, ...pulse(30_000), ...pulse(60_000)];
  expect(faults(three, { says: { pulses: 3, intents } })).toEqual([]);
  expect(faults(three, { says: { pulses: 2, doubts: 1, intents } })).toEqual([]);
  expect(faults(three, { says: { pulses: 1, intents } })).toEqual([
    "journal-equals-history: coil box-a/1 was energized 3 times, the journal says 1",
  ]);
  const dead = [silent("gateway-a", 4_000, true), ...three];
  expect(faults(dead, { says: { pulses: 1, intents } })).toEqual([]);
});

it("a coil is on for no longer than its intent says", () => {
  const says = { pulses: 1, intents: [intent(6_000, 500)] };
  expect(faults([...pulse(5_000, 700), ...visit], { says })).toEqual([]);
  expect(faults([...pulse(5_000, 900), ...visit], { says })).toEqual([
    "coil-on-time: coil box-a/1 was on for 900 ms, ordered were 500 ms",
  ]);
});

function handled(kind: "ParcelPut" | "ParcelTaken", isBroken: boolean): readonly Happening[] {
  return [
    opened(10_000),
    { kind, atMs: 12_000, parcel: "1", ...spot },
    { kind: "BeamChanged", atMs: 12_000, isBroken, ...spot },
    closed(20_000),
  ];
}

it("names a parcel that a beam saw come and that the journal leaves out", () => {
  const put = handled("ParcelPut", true);
  const untold =
    "journal-equals-history: parcels were put into box-a/1 1 times, the journal says 0";
  expect(faults(put)).toEqual([untold]);
  expect(faults(put, { says: { arrivals: 1 } })).toEqual([]);
  expect(faults(put, { hasPresence: false })).toEqual([]);
  const dead = [silent("gateway-a", 9_000, true), ...put];
  expect(faults(dead)).toEqual([]);
  const flaw = { kind: "FlawChanged", flaw: "isBeamDead", isOn: true, atMs: 1, ...spot } as const;
  expect(faults([flaw, ...put])).toEqual([]);
});

it("names a parcel that a beam saw go and that the journal leaves inside", () => {
  const broken: Happening = { kind: "BeamChanged", atMs: 1_000, isBroken: true, ...spot };
  const taken = [broken, ...handled("ParcelTaken", false)];
  const inside = { arrivals: 1, deposited: ["1"] };
  expect(faults(taken, { says: inside })).toEqual([
    "journal-equals-history: parcels were taken from box-a/1 1 times, the journal says 0",
  ]);
  expect(faults(taken, { says: { ...inside, left: ["1"] } })).toEqual([]);
});

it("names a deposit and a collection that a sensor vouches for and no hand made", () => {
  expect(faults(visit, { says: { seenDeposits: 1 } })).toHaveLength(1);
  expect(faults(visit, { says: { seenCollections: 1 } })).toHaveLength(1);
});

it("names an unlock that no intent explains, unless its intent may still be on its way", () => {
  const order = (atMs: number): Happening => ({ kind: "UnlockOrdered", atMs, ...spot });
  expect(faults([order(9_000), ...visit])).toEqual([
    "unlock-deadline: an unlock of box-a/1 was ordered without an intent",
  ]);
  expect(faults([...visit, order(endMs - 500)])).toEqual([]);
  expect(faults([order(9_000), ...visit], { isComplete: false })).toEqual([]);
});
