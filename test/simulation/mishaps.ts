// What goes wrong in a world, and when: power, disks, clocks, roads, the center, forced doors.

import { count, type Tally } from "./breaches.ts";
import type { Center } from "./center.ts";
import type { Compartment } from "./compartment.ts";
import type { Dice } from "./dice.ts";
import type { FaultKind } from "../gateway/storage/faulty-disk.ts";
import { peopleOf } from "./installation.ts";
import { calm } from "./line.ts";
import type { Machine } from "./machine.ts";
import type { ParcelBook } from "./parcels.ts";
import { dayMs, hourMs, minuteMs, type Scheduler, type Script } from "./scheduler.ts";
import type { Cabin } from "./wires.ts";

export interface MishapParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly tally: Tally;
  readonly book: ParcelBook;
  /** Nothing new goes wrong from here on. */
  readonly endMs: number;
}

/** Plays something again and again at random, with this mean distance. */
function recur(parts: MishapParts, meanMs: number, happen: () => void): void {
  const { scheduler, dice, endMs } = parts;
  const next = (): void => {
    const waitMs = dice.waitMs(meanMs);
    if (scheduler.nowMs + waitMs > endMs) return;
    scheduler.after(waitMs, () => {
      happen();
      next();
    });
  };
  next();
}

/** A flaw of some minutes. */
function spell(parts: MishapParts, mostMinutes: number, set: (isOn: boolean) => void): void {
  set(true);
  parts.scheduler.after(parts.dice.between(1, mostMinutes) * minuteMs, () => set(false));
}

/** Everything that befalls one gateway's machine and road. */
export function plagueMachine(parts: MishapParts, machine: Machine): void {
  const { dice, tally } = parts;
  const cut = (): void => machine.kill(dice.chance(0.6) ? "power" : "process");
  recur(parts, 10 * dayMs, cut);
  recur(parts, 10 * dayMs, () => (machine.cutAfterAppends = dice.between(1, 6)));
  recur(parts, 8 * dayMs, () => parts.scheduler.play(killedInPulse(parts, machine)));
  recur(parts, 8 * dayMs, () => failDisk(parts, machine));
  recur(parts, 10 * dayMs, () => void machine.stop());
  recur(parts, 8 * dayMs, () => fillDisk(parts, machine));
  recur(parts, 4 * dayMs, () => {
    if (machine.clock.source !== "ntp") return;
    count(tally, "clock steps");
    const stepMs = dice.pick([-dayMs, -90 * minuteMs, -3_000, 4_000, 2 * hourMs, 40 * dayMs]);
    machine.clock.errorMs += stepMs;
    machine.wake("clock-watch");
    parts.scheduler.after(dice.between(1, 600) * minuteMs, () => machine.setClock());
  });
  plagueRoad(parts, machine);
}

/**
 * A busy line lets an order leave late, the program is killed in the pulse, and people who wait tap
 * at every box until the next coil goes on.
 */
function* killedInPulse({ dice, tally }: MishapParts, machine: Machine): Script {
  const { cabins } = machine.parts;
  const depositors = peopleOf("depositor");
  const first = dice.pick(cabins);
  const isBusy = cabins.some(({ visitorCount }) => visitorCount > 0);
  if (machine.life === undefined || isBusy) return;
  for (const cabin of cabins) cabin.visitorCount += 1;
  const tap = (): void => {
    for (const { reader } of cabins) reader?.present(dice.pick(depositors).badge);
  };
  for (const { board } of cabins) if (board !== undefined) board.isSlow = true;
  first.reader?.present(dice.pick(depositors).badge);
  for (let waitedMs = 0; waitedMs < 2_200 && !isAnyCoilOn(machine); waitedMs += 20) yield 20;
  if (isAnyCoilOn(machine)) {
    yield 20;
    count(tally, "kills in a pulse");
    machine.kill("process");
    const beforeMs = lastCoilMs(machine);
    for (let taps = 0; taps < 40 && lastCoilMs(machine) === beforeMs; taps += 1) {
      yield 120;
      tap();
    }
  }
  yield 20_000;
  for (const place of machine.places) if (!place.isDoorOpen) place.shut();
  for (const cabin of cabins) cabin.visitorCount -= 1;
}

function isAnyCoilOn(machine: Machine): boolean {
  return lastCoilMs(machine) > machine.parts.scheduler.nowMs;
}

/** When the coil that was switched on for longest goes off. */
function lastCoilMs({ places }: Machine): number {
  return Math.max(...places.map(({ coilOnUntilMs }) => coilOnUntilMs));
}

function plagueRoad(parts: MishapParts, { parts: { road } }: Machine): void {
  const { dice, tally, scheduler } = parts;
  recur(parts, 2.5 * dayMs, () => {
    count(tally, "link cuts");
    road.weather.isUp = false;
    road.cut(dice.chance(0.5));
    const isLong = dice.chance(0.3);
    const offMs = isLong ? dice.between(1, 3) * dayMs : dice.between(1, 600) * minuteMs;
    scheduler.after(offMs, () => (road.weather.isUp = true));
  });
  recur(parts, 2 * dayMs, () => {
    count(tally, "bad weather");
    const latencyMs = dice.between(100, 2_000);
    const jitterMs = dice.between(0, 4_000);
    const worse = { latencyMs, jitterMs, lostShare: 0.15, doubledShare: 0.2 };
    Object.assign(road.weather, worse);
    scheduler.after(dice.between(10, 360) * minuteMs, () => {
      Object.assign(road.weather, { ...calm, isUp: road.weather.isUp });
    });
  });
}

/** One of the next operations of the disk fails, fails but is stored, or is the last one. */
function failDisk({ dice, tally, scheduler }: MishapParts, machine: Machine): void {
  if (machine.life === undefined) return;
  const kind = dice.pick<FaultKind>(["fails", "fails-but-stored", "power-lost", "power-lost"]);
  count(tally, "disk failures planned");
  machine.plannedEnding = kind === "power-lost" ? "power" : "process";
  machine.disk.plan = { at: machine.disk.opCount + dice.between(1, 12), kind };
  const { life } = machine;
  // Where only a spare segment was hit the gateway has not noticed yet.
  scheduler.after(6 * hourMs, () => {
    if (machine.life === life && machine.plannedEnding === "power") machine.kill("power");
  });
}

function fillDisk({ dice, tally, scheduler }: MishapParts, machine: Machine): void {
  count(tally, "disk full episodes");
  machine.disk.freeLimitBytes = dice.pick([0, 70_000, 140_000]);
  machine.wake("storage-watch");
  scheduler.after(dice.between(20, 600) * minuteMs, () => {
    machine.disk.freeLimitBytes = undefined;
    machine.wake("storage-watch");
  });
}

export function plagueCenter(parts: MishapParts, center: Center): void {
  const { dice } = parts;
  recur(parts, 2 * dayMs, () => {
    const how = dice.between(0, 2);
    if (how === 0) center.kill(dice.between(1, 30) * minuteMs);
    else center.nextDeath = how === 1 ? "before-commit" : "after-commit";
  });
}

/** Everything that befalls one box. */
export function plagueCabin(
  parts: MishapParts,
  cabin: Cabin,
  onForced: (place: Compartment) => void,
): void {
  const { dice, tally, scheduler } = parts;
  const anywhere = (): Compartment => dice.pick(cabin.compartments);
  const rarely = 12 * dayMs;
  const flaw = (name: string, set: (place: Compartment, isOn: boolean) => void): void => {
    recur(parts, rarely, () => {
      const place = anywhere();
      count(tally, name);
      spell(parts, 180, (isOn) => {
        set(place, isOn);
        place.disturb(dayMs / 24);
        place.notify();
      });
    });
  };
  flaw("jams", (place, isOn) => (place.isJammed = isOn));
  flaw("worn latches", (place, isOn) => (place.isLatchWorn = isOn));
  flaw("dead beams", (place, isOn) => (place.isBeamDead = isOn));
  recur(parts, 6 * dayMs, () => scheduler.play(forcing(parts, cabin, onForced)));
  recur(parts, 3 * dayMs, () => scheduler.play(noise(parts, anywhere())));
  recur(parts, rarely, () => {
    count(tally, "boards dark");
    spell(parts, 90, (isOn) => {
      cabin.isBoardDark = isOn;
      cabin.board?.healthChanged();
    });
  });
  recur(parts, rarely, () => {
    count(tally, "readers dark");
    spell(parts, 90, (isOn) => {
      cabin.isReaderDark = isOn;
      cabin.reader?.healthChanged();
    });
  });
  recur(parts, rarely, () => spell(parts, 120, (isOn) => (cabin.isBoardMute = isOn)));
}

/** Somebody with a crowbar; half of them take something. */
function* forcing(
  { dice, tally, book }: MishapParts,
  cabin: Cabin,
  onForced: (place: Compartment) => void,
): Script {
  const place = dice.pick(cabin.compartments);
  if (place.isDoorOpen || !place.isBoltEngaged) return;
  count(tally, "forced doors");
  place.disturb(minuteMs);
  onForced(place);
  place.force();
  yield dice.between(800, 20_000);
  if (dice.chance(0.5)) {
    for (const number of place.parcels) {
      const parcel = book.named(number);
      book.take(parcel, place);
      parcel.isPlain = false;
    }
  }
  yield dice.chance(0.1) ? dice.between(1, 90) * minuteMs : dice.between(500, 5_000);
  place.shut();
}

/** A loose wire: one of the sensors says the opposite for a moment, several times. */
function* noise({ dice, tally }: MishapParts, place: Compartment): Script {
  const wire = dice.pick(["isContactLying", "isHookLying", "isBeamLying"] as const);
  for (let left = dice.between(1, 4); left > 0; left -= 1) {
    count(tally, "sensor noise");
    place[wire] = true;
    place.disturb(minuteMs);
    place.notify();
    yield dice.chance(0.7) ? dice.between(30, 400) : dice.between(1_000, 60_000);
    place[wire] = false;
    place.disturb(minuteMs);
    place.notify();
    yield dice.between(200, 5_000);
  }
}
