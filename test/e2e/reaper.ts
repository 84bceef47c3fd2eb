// Kills one gateway again and again, at another moment each time, and inspects what is left.

import { watch, type FSWatcher } from "node:fs";
import { join } from "node:path";
import { Dice, splitRandom } from "../../device-sim/world/index.ts";
import type { Island, Place } from "./island.ts";
import { readJournal, type WrittenEvent } from "./journal-on-disk.ts";
import type { MortalGateway } from "./mortal-gateway.ts";
import { pause } from "./until.ts";

/**
 * When a life ends: before it was ready; right when the journal was written; right when a lock
 * board got an unlock frame; while batches are on their way; at any time.
 */
export const moments = ["start", "commit", "frame", "drain", "any"] as const;
export type Moment = (typeof moments)[number];

/** How often each moment is chosen, of 20. */
const shares: Readonly<Record<Moment, number>> = {
  start: 4,
  commit: 5,
  frame: 5,
  drain: 4,
  any: 2,
};

/** A life that does not come to its moment ends anyway. */
const lifeMaxMs = 8_000;
const startMaxMs = 900;
/** The last one of up to this many: writes of the journal, unlock frames, batches. */
const countMax = { commit: 12, frame: 6, drain: 4, any: 1 } as const;
const anyMaxMs = 2_500;
/** Bytes that left before the kill are delivered within this, long before the next life speaks. */
const quietMs = 40;

export interface Deaths {
  readonly byMoment: Record<Moment, number>;
  /** Killed before they were ready. */
  unready: number;
  /** Killed while the center had not receipted all that left. */
  midDrain: number;
  /** An intent was durable and its frame never left: killed between commit and effect. */
  intentsWithoutFrame: number;
  total: number;
}

export function noDeaths(): Deaths {
  const byMoment = { start: 0, commit: 0, frame: 0, drain: 0, any: 0 };
  return { byMoment, unready: 0, midDrain: 0, intentsWithoutFrame: 0, total: 0 };
}

export class Reaper {
  readonly #island: Island;
  readonly #place: Place;
  readonly #deaths: Deaths;
  readonly #dice: Dice;
  /** What contradicts the promises; empty when all is well. */
  readonly violations: string[] = [];
  /** Per spot, at the death before: intents of the journal, frames at the board. */
  #intents: ReadonlyMap<string, number> = new Map();
  #frames: ReadonlyMap<string, number> = new Map();

  constructor(island: Island, place: Place, deaths: Deaths, seed: number) {
    this.#island = island;
    this.#place = place;
    this.#deaths = deaths;
    this.#dice = new Dice(splitRandom(seed, `reaper of ${place.gateway}`));
  }

  /** One start, one kill, one inspection of the disk. */
  async reapOnce(): Promise<void> {
    const moment = this.#draw();
    const { link } = this.#place;
    if (moment === "drain" || this.#dice.integer(0, 1) === 0) this.#wantLink(true);
    else this.#wantLink(false);
    const gateway = this.#island.startGateway(this.#place);
    await this.#momentOf(moment, gateway);
    const { logbook } = this.#place;
    const { isReady } = gateway;
    const isMidDrain = !link.isShut && logbook.publishedNextSeq > logbook.receiptedNextSeq;
    gateway.kill();
    await gateway.gone;
    if (!gateway.wasKilled) this.violations.push(`it ended by itself: ${gateway.ending}`);
    await pause(quietMs);
    this.#deaths.total += 1;
    this.#deaths.byMoment[moment] += 1;
    if (!isReady) this.#deaths.unready += 1;
    if (isMidDrain) this.#deaths.midDrain += 1;
    this.#inspect(moment);
  }

  /** False while the center itself is down: then no link opens. */
  mayOpenLink = true;
  /** Whether this gateway would have its link now. */
  wantsLink = true;

  #wantLink(wanted: boolean): void {
    this.wantsLink = wanted;
    if (!wanted) this.#place.link.shut();
    else if (this.mayOpenLink) this.#place.link.reopen();
  }

  #draw(): Moment {
    let left = this.#dice.integer(0, 19);
    for (const moment of moments) {
      left -= shares[moment];
      if (left < 0) return moment;
    }
    return "any";
  }

  async #momentOf(moment: Moment, gateway: MortalGateway): Promise<void> {
    if (moment === "start") {
      await Promise.race([pause(this.#dice.integer(0, startMaxMs)), gateway.settled]);
      return;
    }
    const bound = pause(lifeMaxMs);
    const seen = this.#seen(moment);
    await Promise.race([seen.happened, gateway.gone, bound]);
    seen.stop();
  }

  /** Resolves in the very turn of the event loop in which the moment was seen. */
  #seen(moment: Exclude<Moment, "start">): { happened: Promise<void>; stop: () => void } {
    const stops: (() => void)[] = [];
    let left = this.#dice.integer(1, countMax[moment]);
    const happened = new Promise<void>((resolve) => {
      const count = (): void => {
        left -= 1;
        if (left <= 0) resolve();
      };
      if (moment === "any") {
        const timer = setTimeout(resolve, this.#dice.integer(0, anyMaxMs));
        stops.push(() => clearTimeout(timer));
      } else if (moment === "drain") stops.push(this.#place.logbook.onBatch(count));
      else if (moment === "frame") {
        this.#place.onUnlock = count;
        stops.push(() => (this.#place.onUnlock = () => undefined));
      } else {
        const watcher: FSWatcher = watch(join(this.#place.dataFolder, "journal"), count);
        stops.push(() => watcher.close());
      }
    });
    return { happened, stop: () => stops.forEach((stop) => stop()) };
  }

  /** What was visible must be on the disk of the dead. */
  #inspect(moment: Moment): void {
    const events = readJournal(this.#place.dataFolder);
    for (const found of contradictions(this.#place, events)) {
      this.violations.push(`after a death at "${moment}": ${found}`);
    }
    this.#compareLife(moment, intentsOf(events), new Map(this.#place.unlocks));
  }

  /** Each frame of this life has its own intent of this life. */
  #compareLife(
    moment: Moment,
    intents: ReadonlyMap<string, number>,
    frames: ReadonlyMap<string, number>,
  ): void {
    for (const [spot, intended] of intents) {
      const newIntents = intended - (this.#intents.get(spot) ?? 0);
      const newFrames = (frames.get(spot) ?? 0) - (this.#frames.get(spot) ?? 0);
      if (newFrames < newIntents) this.#deaths.intentsWithoutFrame += 1;
      if (newFrames <= newIntents) continue;
      const detail = `${newFrames} frames, ${newIntents} intents`;
      this.violations.push(`one life that ended at "${moment}": ${spot}: ${detail}`);
    }
    this.#intents = intents;
    this.#frames = frames;
  }
}

export function intentsOf(events: readonly WrittenEvent[]): Map<string, number> {
  const intents = new Map<string, number>();
  for (const { kind, spot } of events) {
    if (kind === "UnlockIntended") intents.set(spot, (intents.get(spot) ?? 0) + 1);
  }
  return intents;
}

/** What anybody saw of a gateway and its journal does not hold. */
export function contradictions(place: Place, events: readonly WrittenEvent[]): readonly string[] {
  const { logbook, unlocks } = place;
  const found = [...logbook.oddities];
  const intents = intentsOf(events);
  for (const [spot, frames] of unlocks) {
    const intended = intents.get(spot) ?? 0;
    if (frames > intended) found.push(`${spot}: ${frames} unlock frames, ${intended} intents`);
  }
  for (const [seq, eventId] of logbook.published) {
    if (events[seq]?.eventId !== eventId) found.push(`published seq ${seq} is not in the journal`);
  }
  const { nextSeq, headEventId } = logbook.claimed;
  if (nextSeq > events.length) found.push(`claimed to hold ${nextSeq} of ${events.length} events`);
  else if (nextSeq > 0 && events[nextSeq - 1]?.eventId !== headEventId) {
    found.push(`claimed another head before seq ${nextSeq}`);
  }
  const answered = Math.max(logbook.acknowledgedNextSeq, logbook.receiptedNextSeq);
  if (answered > events.length) found.push(`answered up to ${answered} of ${events.length} events`);
  return found;
}
