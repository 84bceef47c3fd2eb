// Constants and small laws of the hardware: coil heat, door travel, contact bounce, beam, supply.

import type { Coil, Compartment, ContactEdge, Parcel } from "./model.ts";
import { nextFraction, nextInteger, type Random } from "./prng.ts";

/** Typical 12 V cabinet solenoid with a rotary hook; durations in ms, angles in degrees. */
export const physics = {
  /** The coil must pull this long before the hook lets go. */
  latchTravelMs: 30,
  /** Continuous on-time from ambient until the winding fails. */
  coilBurnsAfterMs: 6_000,
  /** Cooling is ten times slower than heating: 10 % duty is sustainable. */
  coilCoolsPerHeating: 0.1,
  /** The door spring pushes this far, then stops. */
  springDegrees: 15,
  springDegreesPerMs: 0.15,
  handDegreesPerMs: 0.25,
  openDegrees: 90,
  /** The magnet leaves the reed at this angle. */
  reedDegrees: 3,
  bounceMaxCount: 3,
  bounceMaxMs: 8,
  /** A worn reed rests between two chatters longer than the usual debounce of 20 to 50 ms. */
  wornBounceCount: [6, 10],
  wornBounceMs: [55, 120],
  /** The beam lies this high over the floor of the compartment. */
  beamHeightMm: 5,
  supplyVolts: 12,
  sagVoltsPerCoil: 1.4,
  /** A worn supply gives way by this much more for every coil. */
  weakSagVoltsPerCoil: 2.4,
  /** Below this the boards of the supply reset. */
  brownOutVolts: 10,
  /** From a brown-out until a board's processor runs again. */
  boardStartMs: 250,
} as const;

export const coldCoil: Coil = {
  isDriven: false,
  isEnergized: false,
  isStuck: false,
  onSinceMs: 0,
  heat: 0,
  isBurnt: false,
};

/** Heat after `dtMs` in the present state; a burnt coil pulls no more. */
export function warmedCoil(coil: Coil, dtMs: number): Coil {
  const perMs = 1 / physics.coilBurnsAfterMs;
  if (!coil.isEnergized) {
    if (coil.heat === 0) return coil;
    return { ...coil, heat: Math.max(0, coil.heat - dtMs * perMs * physics.coilCoolsPerHeating) };
  }
  const heat = coil.heat + dtMs * perMs;
  return heat < 1 ? { ...coil, heat } : { ...coil, heat: 1, isBurnt: true };
}

/** The door's angle after `dtMs`; a blocked or bolted door does not move. */
export function movedDoor(compartment: Compartment, dtMs: number): number {
  const { doorDegrees, doorTarget, doorSpeed } = compartment;
  if (compartment.isHeld || doorDegrees === doorTarget) return doorDegrees;
  const travel = doorSpeed * dtMs;
  return doorTarget > doorDegrees
    ? Math.min(doorTarget, doorDegrees + travel)
    : Math.max(doorTarget, doorDegrees - travel);
}

/** The contact's edges for one real change: chatter, then rest. */
export function bounceTrace(
  { isClosed, atMs }: ContactEdge,
  isWorn: boolean,
  random: Random,
): readonly [readonly ContactEdge[], Random] {
  const [countMin, countMax] = isWorn ? physics.wornBounceCount : [0, physics.bounceMaxCount];
  const [gapMinMs, gapMaxMs] = isWorn ? physics.wornBounceMs : [1, physics.bounceMaxMs];
  const edges: ContactEdge[] = [{ atMs, isClosed }];
  let [count, left] = nextInteger(random, countMin, countMax);
  let at = atMs;
  for (; count > 0; count -= 1) {
    for (const level of [!isClosed, isClosed]) {
      const [gap, after] = nextInteger(left, gapMinMs, gapMaxMs);
      left = after;
      at += gap;
      edges.push({ atMs: at, isClosed: level });
    }
  }
  return [edges, left];
}

/** A thin envelope may lie under the beam: the thinner, the likelier it is missed. */
export function beamSees(parcel: Parcel, random: Random): readonly [boolean, Random] {
  const [fraction, after] = nextFraction(random);
  return [fraction < parcel.thicknessMm / physics.beamHeightMm, after];
}

export function supplyVolts(energizedCount: number, isWeak = false): number {
  const sagVolts = isWeak ? physics.weakSagVoltsPerCoil : physics.sagVoltsPerCoil;
  return physics.supplyVolts - sagVolts * energizedCount;
}
