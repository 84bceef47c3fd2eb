// Journal against physical history: what must be told, what a blind gateway is forgiven, and a
// planted lie.

import { expect, it } from "vitest";
import { compareHistory, type Happening, type Sight } from "../../device-sim/world/index.ts";

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

const told = { openings: 1, closings: 1, reopenings: 0, pulses: 0, deadlinesMs: [] };

function sightOf(given: Partial<Sight> & { readonly says?: Partial<Sight["told"]> }): Sight {
  const { says, ...sight } = given;
  return {
    ...spot,
    door: "contact",
    needs: ["gateway-a"],
    boltNeeds: ["gateway-a", "lock-a"],
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
  expect(faults([order, ...visit], { says: { deadlinesMs: [8_900] } })).toEqual([]);
  expect(faults([order, ...visit], { says: { deadlinesMs: [8_000] } })).toEqual([
    "unlock-deadline: an unlock of box-a/1 arrived 1000 ms after its deadline",
  ]);
});

it("names an unlock that no intent explains, unless its intent may still be on its way", () => {
  const order = (atMs: number): Happening => ({ kind: "UnlockOrdered", atMs, ...spot });
  expect(faults([order(9_000), ...visit])).toEqual([
    "unlock-deadline: an unlock of box-a/1 was ordered without an intent",
  ]);
  expect(faults([...visit, order(endMs - 500)])).toEqual([]);
  expect(faults([order(9_000), ...visit], { isComplete: false })).toEqual([]);
});
