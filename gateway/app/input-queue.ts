// The gateway's one bounded queue of inputs, with its overflow rule spelled out and counted.

import type { Input } from "../custody/inputs.ts";

/** Inputs that may wait. Beyond it the overflow rule of the input's kind applies. */
export const inputQueueMaxCount = 256;

/** A badge read that waited longer is refused: a late order must never open a door. */
export const badgeMaxWaitMs = 2_000;

/** What happened to inputs that were not simply queued. */
export interface QueueCounts {
  coalesced: number;
  refused: number;
  stale: number;
}

export type Offered = "queued" | "coalesced" | "refused";

interface Waiting {
  readonly input: Input;
  readonly sinceMonoMs: number;
}

/**
 * First in, first out, at most `maxCount` inputs.
 *
 * Beyond the bound a report of a source (sensor, device, timer) replaces the newest waiting report
 * of the same source, because only the last level of a line still matters; a report of a source
 * with nothing waiting is still taken, so the true bound is `maxCount` plus the number of sources.
 * Reads of badges and tags are refused. Results of pulses are always taken: each answers one order.
 */
export class InputQueue {
  readonly counts: QueueCounts = { coalesced: 0, refused: 0, stale: 0 };
  readonly #waiting: Waiting[] = [];
  readonly #maxCount: number;

  constructor(maxCount: number = inputQueueMaxCount) {
    this.#maxCount = maxCount;
  }

  get length(): number {
    return this.#waiting.length;
  }

  offer(input: Input, nowMonoMs: number): Offered {
    if (this.#waiting.length < this.#maxCount) return this.#push(input, nowMonoMs);
    const source = sourceOf(input);
    if (source === undefined) {
      this.counts.refused += 1;
      return "refused";
    }
    const at = this.#waiting.findLastIndex((waiting) => sourceOf(waiting.input) === source);
    if (at === -1) return this.#push(input, nowMonoMs);
    this.#waiting[at] = { input, sinceMonoMs: nowMonoMs };
    this.counts.coalesced += 1;
    return "coalesced";
  }

  /** The oldest input that is still worth deciding. Stale badge reads are dropped and counted. */
  take(nowMonoMs: number): Input | undefined {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      const isBadge = next.input.kind === "BadgePresented";
      if (!isBadge || nowMonoMs - next.sinceMonoMs <= badgeMaxWaitMs) return next.input;
      this.counts.stale += 1;
    }
    return undefined;
  }

  /** Puts inputs that could not be recorded back at the front, in their order. */
  putBack(inputs: readonly Input[], nowMonoMs: number): void {
    this.#waiting.unshift(...inputs.map((input) => ({ input, sinceMonoMs: nowMonoMs })));
  }

  #push(input: Input, nowMonoMs: number): "queued" {
    this.#waiting.push({ input, sinceMonoMs: nowMonoMs });
    return "queued";
  }
}

/**
 * Inputs with the same source overwrite each other; undefined = each one is an event of its own.
 */
function sourceOf(input: Input): string | undefined {
  switch (input.kind) {
    case "DoorReported":
    case "BoltReported":
    case "PresenceReported":
      return `${input.kind} ${input.box} ${input.compartment}`;
    case "DeviceHealthChanged":
      return `${input.kind} ${input.device}`;
    case "TimerDue":
      return `${input.kind} ${input.key}`;
    case "PulseEnded":
      return `${input.kind} ${input.intentSeq}`;
    case "Booted":
    case "PolicyAccepted":
    case "StorageReported":
    case "ClockStepSeen":
    case "HeartbeatAsked":
      return input.kind;
    case "BadgePresented":
    case "TagPresented":
      break;
  }
  return undefined;
}
