// Time passing in the world: coils heat, bolts travel, doors swing, contacts bounce, badges leave.

import { restartedBoards } from "./coils.ts";
import type { Compartment, Happening, Stepped, World } from "./model.ts";
import { bounceTrace, movedDoor, physics, warmedCoil } from "./physics.ts";
import type { Random } from "./prng.ts";

/** Longest slice computed at once; a longer step is cut into such slices. */
const sliceMaxMs = 10;

/**
 * Lets `dtMs` pass. Pure: the same world and time give the same result; two steps of 5 ms and one
 * of 10 ms may differ by one slice of travel, as in any discrete simulation.
 */
export function step(world: World, dtMs: number): Stepped {
  const happenings: Happening[] = [];
  let current = world;
  let leftMs = dtMs;
  while (leftMs > 0) {
    const isQuiet = current.compartments.every(isAtRest);
    const sliceMs = isQuiet ? quietSliceMs(current, leftMs) : Math.min(sliceMaxMs, leftMs);
    current = slice(current, sliceMs, happenings);
    leftMs -= sliceMs;
  }
  return { world: current, happenings };
}

/** Nothing moves: jump to the end, or to when a transponder leaves or a board starts again. */
function quietSliceMs(world: World, leftMs: number): number {
  const ends = [...world.presentations, ...world.brownOuts].map((one) => one.untilMs - world.nowMs);
  return Math.max(1, Math.min(leftMs, ...ends));
}

export function isAtRest(compartment: Compartment): boolean {
  return (
    !compartment.coil.isEnergized &&
    compartment.contactEdges.length === 0 &&
    compartment.doorDegrees === compartment.doorTarget &&
    (compartment.doorDegrees > 0 ||
      compartment.isLatchWorn ||
      compartment.isKeyTurned === (compartment.bolt === "released"))
  );
}

function slice(world: World, dtMs: number, happenings: Happening[]): World {
  const nowMs = world.nowMs + dtMs;
  let random = world.random;
  const compartments = world.compartments.map((before) => {
    if (isAtRest(before) && before.coil.heat === 0) return before;
    const [after, left] = movedCompartment(before, { dtMs, nowMs, random }, happenings);
    random = left;
    return after;
  });
  const presentations = world.presentations.filter((one) => {
    if (one.untilMs > nowMs) return true;
    const { reader, number } = one;
    happenings.push({ kind: "TransponderLeft", atMs: nowMs, reader, number });
    return false;
  });
  const restarted = restartedBoards({ ...world, nowMs, random, compartments, presentations });
  happenings.push(...restarted.happenings);
  return restarted.world;
}

interface Slice {
  readonly dtMs: number;
  readonly nowMs: number;
  readonly random: Random;
}

function movedCompartment(
  before: Compartment,
  { dtMs, nowMs, random }: Slice,
  happenings: Happening[],
): readonly [Compartment, Random] {
  const { box, compartment } = before;
  const spot = { box, compartment };
  const coil = warmedCoil(before.coil, dtMs);
  if (coil.isBurnt && !before.coil.isBurnt) {
    happenings.push({ kind: "CoilBurnt", atMs: nowMs, ...spot });
  }
  const bolted = movedBolt({ ...before, coil }, nowMs, happenings);
  const [swung, left] = swungDoor(bolted, { dtMs, nowMs, random }, happenings);
  return [settledContact(swung, nowMs, happenings), left];
}

/** The hook lets go under coil or key, and catches again when the door stays shut without them. */
function movedBolt(now: Compartment, nowMs: number, happenings: Happening[]): Compartment {
  const { box, compartment, coil } = now;
  const pulls = coil.isEnergized && !coil.isBurnt;
  const travelled = pulls && nowMs - coil.onSinceMs >= physics.latchTravelMs;
  const isPulled = (travelled && !now.isJammed) || now.isKeyTurned;
  if (now.bolt === "engaged" && isPulled) {
    happenings.push({ kind: "BoltReleased", atMs: nowMs, box, compartment });
    return {
      ...now,
      bolt: "released",
      doorTarget: Math.max(now.doorTarget, physics.springDegrees),
      doorSpeed: physics.springDegreesPerMs,
    };
  }
  const isShut = now.doorDegrees === 0 && (now.doorTarget === 0 || now.isHeld);
  const isFree = !pulls && !now.isKeyTurned;
  if (now.bolt === "released" && isFree && isShut && !now.isLatchWorn) {
    happenings.push({ kind: "BoltEngaged", atMs: nowMs, box, compartment });
    return { ...now, bolt: "engaged", doorTarget: 0 };
  }
  return now;
}

function swungDoor(
  before: Compartment,
  { dtMs, nowMs, random }: Slice,
  happenings: Happening[],
): readonly [Compartment, Random] {
  const doorDegrees = movedDoor(before, dtMs);
  const { box, compartment } = before;
  const wasOpen = before.doorDegrees >= physics.reedDegrees;
  const isOpen = doorDegrees >= physics.reedDegrees;
  if (wasOpen === isOpen) return [{ ...before, doorDegrees }, random];
  const by = before.bolt === "engaged" ? ("force" as const) : ("spring" as const);
  happenings.push(
    isOpen
      ? { kind: "DoorOpened", atMs: nowMs, by, box, compartment }
      : { kind: "DoorClosed", atMs: nowMs, box, compartment },
  );
  const edge = { atMs: nowMs, isClosed: !isOpen };
  const [edges, left] = bounceTrace(edge, before.isReedWorn, random);
  return [{ ...before, doorDegrees, contactEdges: edges }, left];
}

function settledContact(now: Compartment, nowMs: number, happenings: Happening[]): Compartment {
  let isContactClosed = now.isContactClosed;
  const { box, compartment, isReedStuck } = now;
  const due = now.contactEdges.filter((edge) => edge.atMs <= nowMs);
  for (const { atMs, isClosed } of due) {
    if (isClosed === isContactClosed || isReedStuck) continue;
    isContactClosed = isClosed;
    happenings.push({ kind: "ContactChanged", atMs, isClosed, box, compartment });
  }
  if (due.length === 0) return now;
  return { ...now, isContactClosed, contactEdges: now.contactEdges.slice(due.length) };
}
