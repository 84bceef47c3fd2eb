// The world's physics: same seed, same history; coils heat; bolts, doors and contacts follow.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  act,
  buildWorld,
  compartmentAt,
  physics,
  step,
  type Action,
  type Happening,
  type World,
} from "../../device-sim/world/index.ts";
import { smallWorld } from "./rig.ts";

const spot = { box: "box-a", compartment: 1 };
const parcel = "3808980205";

type Deed = Action | number;

/** Plays actions and pauses in ms. */
function play(world: World, deeds: readonly Deed[]): { world: World; happenings: Happening[] } {
  const happenings: Happening[] = [];
  let current = world;
  for (const deed of deeds) {
    const after = typeof deed === "number" ? step(current, deed) : act(current, deed);
    current = after.world;
    happenings.push(...after.happenings);
  }
  return { world: current, happenings };
}

const pulse: readonly Deed[] = [
  { kind: "energizeCoil", ...spot },
  500,
  { kind: "releaseCoil", ...spot },
  500,
];

function kinds(happenings: readonly Happening[]): string[] {
  const shown = happenings.filter(
    ({ kind }) => kind !== "ContactChanged" && kind !== "FlawChanged",
  );
  return shown.map((one) => one.kind);
}

it("a pulse releases the bolt and the spring opens the door; shutting it engages the bolt", () => {
  const { world, happenings } = play(smallWorld(), [
    ...pulse,
    { kind: "pullDoor", ...spot },
    1_000,
    { kind: "shutDoor", ...spot },
    1_000,
  ]);
  expect(kinds(happenings)).toEqual([
    "CoilEnergized",
    "BoltReleased",
    "DoorOpened",
    "CoilReleased",
    "DoorClosed",
    "BoltEngaged",
  ]);
  expect(compartmentAt(world, spot)).toMatchObject({ bolt: "engaged", isContactClosed: true });
});

function jam(isOn: boolean): Deed {
  return { kind: "setFlaw", flaw: "isJammed", isOn, ...spot };
}

it("a jammed latch does not open, and opens again when the jam is gone", () => {
  const jammed = play(smallWorld(), [jam(true), ...pulse]);
  expect(kinds(jammed.happenings)).toEqual(["CoilEnergized", "CoilReleased"]);
  expect(kinds(play(jammed.world, [jam(false), ...pulse]).happenings)).toContain("DoorOpened");
});

it("a held door stays shut under the pulse and its bolt catches again", () => {
  const { world, happenings } = play(smallWorld(), [
    { kind: "setFlaw", flaw: "isHeld", isOn: true, ...spot },
    ...pulse,
  ]);
  expect(kinds(happenings)).toEqual([
    "CoilEnergized",
    "BoltReleased",
    "CoilReleased",
    "BoltEngaged",
  ]);
  expect(compartmentAt(world, spot)?.doorDegrees).toBe(0);
});

it("a worn latch leaves the door shut and the bolt out", () => {
  const { world } = play(smallWorld(), [
    { kind: "setFlaw", flaw: "isLatchWorn", isOn: true, ...spot },
    ...pulse,
    { kind: "shutDoor", ...spot },
    1_000,
  ]);
  expect(compartmentAt(world, spot)).toMatchObject({ bolt: "released", isContactClosed: true });
});

it("a forced door opens by force while its bolt reads engaged", () => {
  const { world, happenings } = play(smallWorld(), [{ kind: "forceDoor", ...spot }, 500]);
  expect(happenings).toContainEqual(
    expect.objectContaining({ kind: "DoorOpened", by: "force", ...spot }),
  );
  expect(compartmentAt(world, spot)).toMatchObject({ bolt: "engaged", isContactClosed: false });
});

it("a hand cannot pull a bolted door, nor put a parcel through a shut one", () => {
  const { happenings } = play(smallWorld(), [
    { kind: "pullDoor", ...spot },
    { kind: "putParcel", parcel, ...spot },
    { kind: "takeParcel", parcel, ...spot },
  ]);
  expect(kinds(happenings)).toEqual(["ActionImpossible", "ActionImpossible", "ActionImpossible"]);
});

it("the beam sees a thick parcel, and a dead beam sees nothing", () => {
  const put: readonly Deed[] = [...pulse, { kind: "putParcel", parcel, ...spot }];
  const { world } = play(smallWorld(), put);
  expect(compartmentAt(world, spot)).toMatchObject({ isBeamBroken: true, parcels: [parcel] });
  const dead: Deed = { kind: "setFlaw", flaw: "isBeamDead", isOn: true, ...spot };
  expect(compartmentAt(play(world, [dead]).world, spot)?.isBeamBroken).toBe(false);
});

it("a thin envelope is missed by the beam in some worlds and seen in others", () => {
  const seen = Array.from({ length: 40 }, (_, seed) => {
    const plain = smallWorld(seed);
    const thin = { ...plain, parcels: plain.parcels.map((one) => ({ ...one, thicknessMm: 2 })) };
    const { world } = play(thin, [...pulse, { kind: "putParcel", parcel, ...spot }]);
    return compartmentAt(world, spot)?.isBeamBroken;
  });
  expect(new Set(seen)).toEqual(new Set([true, false]));
});

it("a coil left on heats until it burns, and cools when it is off", () => {
  const hot = play(smallWorld(), [{ kind: "energizeCoil", ...spot }, 3_000]).world;
  const heat = compartmentAt(hot, spot)?.coil.heat ?? 0;
  expect(heat).toBeCloseTo(0.5, 1);
  const cooled = play(hot, [{ kind: "releaseCoil", ...spot }, 10_000]).world;
  expect(compartmentAt(cooled, spot)?.coil.heat).toBeLessThan(heat);
  const burnt = play(hot, [physics.coilBurnsAfterMs]);
  expect(kinds(burnt.happenings)).toContain("CoilBurnt");
  expect(compartmentAt(burnt.world, spot)?.coil.isBurnt).toBe(true);
});

it("a board without power lets its coils go and moves none", () => {
  const { happenings } = play(smallWorld(), [
    { kind: "energizeCoil", ...spot },
    10,
    { kind: "powerBoard", board: "lock-a", isOn: false },
    { kind: "energizeCoil", ...spot },
    1_000,
  ]);
  expect(kinds(happenings)).toEqual([
    "CoilEnergized",
    "BoardWentDark",
    "CoilReleased",
    "ActionImpossible",
  ]);
});

it("a welded relay keeps its coil on until the board loses its power, and again after", () => {
  const weld: Deed = { kind: "setFlaw", flaw: "isWelded", isOn: true, ...spot };
  const power = (isOn: boolean): Deed => ({ kind: "powerBoard", board: "lock-a", isOn });
  const welded = play(smallWorld(), [weld, ...pulse]);
  expect(compartmentAt(welded.world, spot)?.coil).toMatchObject({ isEnergized: true });
  const dark = play(welded.world, [power(false)]);
  expect(compartmentAt(dark.world, spot)?.coil.isEnergized).toBe(false);
  const back = play(dark.world, [power(true)]);
  expect(kinds(back.happenings)).toEqual(["BoardPowered", "CoilEnergized"]);
  const freed = play(back.world, [{ kind: "setFlaw", flaw: "isWelded", isOn: false, ...spot }]);
  expect(kinds(freed.happenings)).toEqual(["CoilReleased"]);
});

it("a stuck reed stays as it is, and shows where the door is once it is free", () => {
  const stick = (isOn: boolean): Deed => ({ kind: "setFlaw", flaw: "isReedStuck", isOn, ...spot });
  const stuck = play(smallWorld(), [stick(true), ...pulse]);
  expect(compartmentAt(stuck.world, spot)).toMatchObject({ isContactClosed: true });
  expect(compartmentAt(stuck.world, spot)?.doorDegrees).toBeGreaterThan(0);
  const free = play(stuck.world, [stick(false), 100]);
  expect(compartmentAt(free.world, spot)?.isContactClosed).toBe(false);
});

it("a worn reed rests between two chatters longer than a debounce, and ends where the door is", () => {
  const wear: Deed = { kind: "setFlaw", flaw: "isReedWorn", isOn: true, ...spot };
  const { world, happenings } = play(smallWorld(), [wear, ...pulse, 3_000]);
  const changes = happenings.filter(({ kind }) => kind === "ContactChanged");
  expect(changes.length).toBeGreaterThan(12);
  const restsMs = changes.slice(1).map(({ atMs }, at) => atMs - (changes[at]?.atMs ?? 0));
  expect(Math.min(...restsMs)).toBeGreaterThan(50);
  expect(compartmentAt(world, spot)).toMatchObject({ isContactClosed: false, contactEdges: [] });
});

it("a supply that sags under its coils resets its boards, which start again by themselves", () => {
  const weak: Deed = { kind: "weakenSupply", supplyGroup: "a", isWeak: true };
  expect(kinds(play(smallWorld(), pulse).happenings)).not.toContain("SupplySagged");
  const { world, happenings } = play(smallWorld(), [
    weak,
    { kind: "energizeCoil", ...spot },
    1_000,
  ]);
  expect(kinds(happenings)).toEqual([
    "CoilEnergized",
    "SupplySagged",
    "BoardWentDark",
    "CoilReleased",
    "BoardPowered",
  ]);
  expect(compartmentAt(world, spot)?.bolt).toBe("engaged");
});

it("a board that was switched off does not start by itself after a brown-out", () => {
  const { world } = play(smallWorld(), [
    { kind: "weakenSupply", supplyGroup: "a", isWeak: true },
    { kind: "energizeCoil", ...spot },
    { kind: "powerBoard", board: "lock-a", isOn: false },
    5_000,
  ]);
  expect(world.darkBoards).toEqual(["lock-a"]);
});

it("switches and lamps tell each change once", () => {
  const world = buildWorld({
    seed: 1,
    compartments: [],
    parcels: [],
    people: [],
    switches: ["mains"],
  });
  const { happenings, world: after } = play(world, [
    { kind: "turnSwitch", name: "mains", isClosed: false },
    { kind: "turnSwitch", name: "mains", isClosed: false },
    { kind: "showSignal", source: "led-box-a", part: "led", shows: "green" },
    { kind: "showSignal", source: "led-box-a", part: "led", shows: "green" },
    { kind: "turnSwitch", name: "tamper", isClosed: false },
  ]);
  expect(kinds(happenings)).toEqual(["SwitchChanged", "SignalChanged", "ActionImpossible"]);
  expect(after.switches).toEqual([{ name: "mains", isClosed: false }]);
  expect(after.signals).toEqual([{ source: "led-box-a", part: "led", shows: "green" }]);
});

it("the contact bounces and then rests at the level of the door", () => {
  const traces = Array.from({ length: 20 }, (_, seed) =>
    play(smallWorld(seed), pulse).happenings.flatMap((one) =>
      one.kind === "ContactChanged" ? [one.isClosed] : [],
    ),
  );
  expect(traces.some((trace) => trace.length > 1)).toBe(true);
  for (const trace of traces) expect(trace.at(-1)).toBe(false);
});

const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.integer({ min: 1, max: 800 }),
  fc
    .constantFrom<Action["kind"]>("energizeCoil", "releaseCoil", "pullDoor", "shutDoor")
    .chain((kind) =>
      fc.integer({ min: 1, max: 3 }).map((compartment) => {
        return { kind, box: "box-a", compartment } as Action;
      }),
    ),
  fc.constant<Deed>({ kind: "forceDoor", ...spot }),
  fc.constant<Deed>({ kind: "putParcel", parcel, ...spot }),
  fc.constant<Deed>({ kind: "takeParcel", parcel, ...spot }),
  fc.boolean().map((isOn): Deed => ({ kind: "setFlaw", flaw: "isHeld", isOn, ...spot })),
  fc.boolean().map((isOn): Deed => ({ kind: "powerBoard", board: "lock-a", isOn })),
);

it("any history is the same for the same seed, and never breaks the laws of the world", () => {
  fc.assert(
    fc.property(fc.integer(), fc.array(anyDeed, { maxLength: 40 }), (seed, deeds) => {
      const first = play(smallWorld(seed), deeds);
      expect(play(smallWorld(seed), deeds)).toEqual(first);
      for (const one of first.world.compartments) {
        expect(one.doorDegrees).toBeGreaterThanOrEqual(0);
        expect(one.doorDegrees).toBeLessThanOrEqual(physics.openDegrees);
        expect(one.coil.heat).toBeLessThanOrEqual(1);
        const inside = first.world.parcels.filter((each) => one.parcels.includes(each.number));
        expect(inside.length).toBe(one.parcels.length);
        if (!one.parcels.some(() => true)) expect(one.isBeamBroken).toBe(false);
      }
      const opened = first.happenings.filter((one) => one.kind === "DoorOpened").length;
      const closed = first.happenings.filter((one) => one.kind === "DoorClosed").length;
      const open = first.world.compartments.filter((one) => one.doorDegrees >= physics.reedDegrees);
      expect(opened - closed).toBe(open.length);
    }),
    { numRuns: 200 },
  );
});
