// What people do at a box, step by step: show tags and badges, open, put, take, shut, or forget to.

import { count, type Tally } from "./breaches.ts";
import type { Compartment } from "./compartment.ts";
import type { Dice } from "./dice.ts";
import { tagOf, type Person } from "./installation.ts";
import type { Machine } from "./machine.ts";
import type { Parcel, ParcelBook } from "./parcels.ts";
import type { Script } from "./scheduler.ts";
import { minuteMs } from "./scheduler.ts";
import type { Cabin } from "./wires.ts";

export interface VisitParts {
  readonly machine: Machine;
  readonly cabin: Cabin;
  readonly person: Person;
  readonly dice: Dice;
  readonly book: ParcelBook;
  readonly tally: Tally;
}

const pullEveryMs = 250;
const patienceMs = 12_000;
/** Presence settles and the closing is recorded well within this time. */
const settleMs = 4_000;

/** One visit; what it could not do is left. */
export function* visit(parts: VisitParts): Script {
  const { cabin, tally, person } = parts;
  count(tally, "visits");
  cabin.visitorCount += 1;
  if (cabin.visitorCount > 1) count(tally, "crowded visits");
  const isBringing =
    person.calling === "depositor" || (person.calling !== "courier" && parts.dice.chance(0.5));
  if (isBringing) yield* bring(parts);
  else yield* fetch(parts);
  cabin.visitorCount -= 1;
}

/** What a person moved, and whether the gateway could see all of it. */
interface Doing {
  readonly moved: Parcel[];
  isPlain: boolean;
}

function* bring(parts: VisitParts): Script {
  const { dice, book } = parts;
  const howMany = dice.chance(0.2) ? 2 : 1;
  const parcels = [...new Set(Array.from({ length: howMany }, () => book.brought(dice)))];
  const isTagFirst = dice.chance(0.5);
  const doing: Doing = { moved: [], isPlain: isUndisturbed(parts) };
  if (isTagFirst) yield* showTags(parts, parcels, doing);
  yield* opening(parts, doing, function* (place) {
    if (!isTagFirst) yield* showTags(parts, parcels, doing);
    for (const parcel of parcels) {
      book.put(parcel, place, dice.chance(0.03));
      doing.moved.push(parcel);
      count(parts.tally, "parcels put in");
      yield dice.between(300, 2_000);
    }
  });
}

function* fetch(parts: VisitParts): Script {
  const { dice, book, cabin } = parts;
  for (let round = 0; round < cabin.compartments.length; round += 1) {
    const doing: Doing = { moved: [], isPlain: isUndisturbed(parts) };
    const taken = yield* opening(parts, doing, function* (place) {
      for (const number of place.parcels) {
        if (dice.chance(0.05)) continue;
        const parcel = book.named(number);
        doing.moved.push(parcel);
        yield* showTags(parts, [parcel], doing);
        book.take(parcel, place);
        count(parts.tally, "parcels taken out");
        yield dice.between(200, 1_500);
      }
    });
    if (!taken) return;
    yield dice.between(3_000, 10_000);
  }
}

function* showTags(parts: VisitParts, parcels: readonly Parcel[], doing: Doing): Script {
  for (const parcel of parcels) {
    yield parts.dice.between(200, 1_200);
    const isShown = !parts.dice.chance(0.02);
    const isRead = isShown && parts.cabin.reader?.present(tagOf(parcel.number)) === true;
    if (!isRead) doing.isPlain = false;
  }
}

/** Badge, wait, pull, do, shut. True when a door was opened and shut again. */
function* opening(
  parts: VisitParts,
  doing: Doing,
  inside: (place: Compartment) => Script,
): Generator<number, boolean> {
  const { cabin, person, dice, machine } = parts;
  const { life } = machine;
  const wasLoose = new Set(cabin.compartments.filter((each) => !each.isBoltEngaged));
  yield dice.between(300, 2_000);
  if (wasLoose.size > 0) doing.isPlain = false;
  count(parts.tally, "badges shown");
  cabin.reader?.present(person.badge);
  const place = yield* pulledOpen(parts, wasLoose);
  if (place === undefined) {
    // Whoever gives up leaves what was shown: a later visitor may be charged with it.
    if (!cabin.compartments.every((each) => each.isBoltEngaged)) yield* leaveLoose(parts);
    return false;
  }
  if (!isSeeing(place)) doing.isPlain = false;
  yield* inside(place);
  yield* shutting(parts, place);
  yield settleMs;
  const isSame = machine.life === life && life !== undefined;
  const isPlain = doing.isPlain && isSame && isSeeing(place) && isUndisturbed(parts);
  for (const parcel of doing.moved) parcel.isPlain = isPlain;
  return !place.isDoorOpen;
}

function* pulledOpen(
  parts: VisitParts,
  wasLoose: ReadonlySet<Compartment>,
): Generator<number, Compartment | undefined> {
  const { cabin, dice } = parts;
  if (dice.chance(0.03)) return undefined;
  const slowMs = dice.chance(0.05) ? dice.between(2_000, 9_000) : 0;
  yield slowMs;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pullEveryMs) {
    const isNew = (each: Compartment): boolean => !each.isBoltEngaged && !wasLoose.has(each);
    const place = cabin.compartments.find(isNew);
    if (place?.pull() === true) return place;
    yield pullEveryMs;
  }
  return undefined;
}

function* shutting(parts: VisitParts, place: Compartment): Script {
  const { dice, tally } = parts;
  yield dice.between(500, 4_000);
  if (dice.chance(0.03)) {
    count(tally, "doors held open");
    yield dice.chance(0.5) ? dice.between(40, 110) * 1_000 : dice.between(3, 60) * minuteMs;
  }
  place.shut();
  yield 2_500;
  if (place.isBoltEngaged) return;
  count(tally, "doors left ajar");
  yield dice.chance(0.5) ? 3_000 : dice.between(3, 30) * minuteMs;
  place.isLatchWorn = false;
  place.shut();
}

/** An unlocked door nobody opened: somebody pushes it to, sooner or later. */
function* leaveLoose({ cabin, dice }: VisitParts): Script {
  yield dice.between(1, 40) * minuteMs;
  for (const place of cabin.compartments) if (!place.isDoorOpen) place.shut();
}

function isUndisturbed({ cabin, machine }: VisitParts): boolean {
  return cabin.visitorCount <= 1 && machine.gateway !== undefined && !cabin.isBoardDark;
}

function isSeeing(place: Compartment): boolean {
  return !place.hasFlaw && !place.isDisturbed;
}
