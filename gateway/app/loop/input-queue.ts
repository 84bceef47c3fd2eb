// The gateway's one bounded queue of inputs, with its overflow rule spelled out and counted.

import type { ClockReading } from "../../ports/runtime.ts";
import type { Offering } from "../devices/credential-desk.ts";
import { isOfPerson, levelOf, sourceOf } from "./input-traits.ts";
import { MissedCommands, missedOf } from "./missed-commands.ts";
import { spentOf, SpentReads } from "./spent-reads.ts";

/** Inputs that may wait. Beyond it the overflow rule of the input's kind applies. */
export const inputQueueMaxCount = 256;

/** A badge read that waited longer is refused: a late order must never open a door. */
export const badgeMaxWaitMs = 2_000;

/** Reports of one level (door, bolt, presence, device) that may wait beyond the bound. */
const levelMaxCount = 3;

/** What happened to inputs that were not simply queued. */
export interface QueueCounts {
  coalesced: number;
  refused: number;
  stale: number;
}

export type Offered = "queued" | "coalesced" | "refused";

/** An input and the clocks when it came in: that is when it happened, however long it waits. */
export interface Waiting {
  readonly input: Offering;
  readonly reading: ClockReading;
}

/**
 * First in, first out, at most `maxCount` inputs.
 *
 * Beyond the bound a level (of a door, a sensor, a switch, a device, power) that equals the newest
 * waiting report of its source is dropped. Levels that differ are kept up to three a source; then
 * the newest gives way, but never the first report of an open door or enclosure: what closed again
 * was open all the same. Of timers and reports of the gateway itself the newest replaces the one
 * waiting. Reads of badges and tags are refused. So the true bound is `maxCount` plus three times
 * the number of sources. Of a badge read that is refused or stale the counter is kept, of a command
 * that it was not done.
 */
export class InputQueue {
  readonly counts: QueueCounts = { coalesced: 0, refused: 0, stale: 0 };
  /** Inputs taken to be decided, so far. */
  takenCount = 0;
  readonly #waiting: Waiting[] = [];
  readonly #spent = new SpentReads();
  readonly #missed = new MissedCommands();
  readonly #maxCount: number;

  constructor(maxCount: number = inputQueueMaxCount) {
    this.#maxCount = maxCount;
  }

  get length(): number {
    return this.#waiting.length;
  }

  offer(input: Offering, reading: ClockReading): Offered {
    const waiting: Waiting = { input, reading };
    if (this.#waiting.length < this.#maxCount) return this.#push(waiting);
    const source = sourceOf(input);
    if (source === undefined) return this.refuse(input, reading);
    const same = this.#waiting.filter((other) => sourceOf(other.input) === source);
    if (same.length === 0) return this.#push(waiting);
    return levelOf(input) === undefined ? this.#replace(same, waiting) : this.#add(same, waiting);
  }

  /** Counts an input that is not queued, and keeps what it still has to tell. */
  refuse(input: Offering, reading: ClockReading): "refused" {
    this.counts.refused += 1;
    this.#keep(input, reading);
    return "refused";
  }

  /** Counts what came too late; only what it still has to tell is worth deciding. */
  offerLate(input: Offering, reading: ClockReading): "refused" {
    this.counts.stale += 1;
    const spent = spentOf(input) ?? missedOf(input, "stale");
    if (spent !== undefined) this.offer(spent, reading);
    return "refused";
  }

  /** Keeps what an input still has to tell although it could not be recorded. */
  keepSpent({ input, reading }: Waiting): void {
    this.#keep(input, reading);
  }

  #keep(input: Offering, reading: ClockReading): void {
    this.#spent.keep(input, reading);
    const missed = missedOf(input, "busy");
    if (missed !== undefined) this.#missed.keep(missed, reading);
  }

  /** Puts what was kept, counters first, before everything that waits. */
  tellSpent(): void {
    if (this.#spent.count + this.#missed.count === 0) return;
    this.#waiting.unshift(...this.#spent.takeAll(), ...this.#missed.takeAll());
  }

  /** The oldest input that is still worth deciding, or what a stale one still has to tell. */
  take(nowMonoMs: number): Waiting | undefined {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.takenCount += 1;
      const { input, reading } = next;
      if (!isOfPerson(input) || nowMonoMs - reading.monoUs / 1_000 <= badgeMaxWaitMs) return next;
      this.counts.stale += 1;
      const spent = spentOf(input) ?? missedOf(input, "stale");
      if (spent !== undefined) return { input: spent, reading };
    }
    return undefined;
  }

  /**
   * Puts inputs that could not be recorded back at the front, in their order and with the time
   * they came in. Badges and digits are refused:
   * nobody stands at the box any more when there is space.
   */
  putBack(inputs: readonly Waiting[]): void {
    const kept = inputs.filter(
      ({ input }) => input.kind !== "BadgePresented" && !isOfPerson(input),
    );
    for (const one of inputs) if (!kept.includes(one)) this.refuse(one.input, one.reading);
    this.#waiting.unshift(...kept);
  }

  #replace(same: readonly Waiting[], waiting: Waiting): "coalesced" {
    const newest = same.at(-1);
    if (newest !== undefined) this.#waiting[this.#waiting.indexOf(newest)] = waiting;
    this.counts.coalesced += 1;
    return "coalesced";
  }

  #add(same: readonly Waiting[], waiting: Waiting): Offered {
    const left = [...same];
    if (left.length >= levelMaxCount) {
      const firstOpen = left.find(({ input }) => levelOf(input) === "open");
      const gone = left.findLast((other) => other !== firstOpen);
      if (gone !== undefined) this.#drop(gone, left);
    }
    const newest = left.at(-1);
    const isSame = newest !== undefined && levelOf(newest.input) === levelOf(waiting.input);
    if (!isSame) return this.#push(waiting);
    this.counts.coalesced += 1;
    return "coalesced";
  }

  #drop(gone: Waiting, left: Waiting[]): void {
    this.counts.coalesced += 1;
    for (const list of [this.#waiting, left]) list.splice(list.indexOf(gone), 1);
  }

  #push(waiting: Waiting): "queued" {
    this.#waiting.push(waiting);
    return "queued";
  }
}
