// The load on one box: asks its board at a steady pace, opens for any badge, measures each answer.

import { cu16Commands, cu16Frame } from "../devices/cu16-frame.ts";
import type { Cancel, Scheduler } from "../devices/scheduler.ts";
import { cu16At } from "../view/decode/boards.ts";
import { huntFrames } from "../view/decode/frame-hunt.ts";
import type { AnswerTimes } from "./answer-times.ts";

/** The host's end of a line, whatever it is made of. */
export interface HostEnd {
  onBytes(listener: (bytes: Uint8Array) => void): void;
  send(bytes: Uint8Array): void;
}

export interface HostTally {
  readonly times: AnswerTimes;
  asked: number;
  answered: number;
  /** Not answered although the box could be reached. */
  lost: number;
  unlocks: number;
}

export interface FleetHostOptions {
  readonly board: HostEnd;
  readonly reader: HostEnd;
  readonly scheduler: Scheduler;
  readonly pollMs: number;
  /** Of the first question, so that a fleet does not ask at once. */
  readonly phaseMs: number;
  readonly isReachable: () => boolean;
  readonly tally: HostTally;
}

/** A badge frame of an ID-12LA. */
const badgeBytes = 16;
const statusOrder = cu16Frame(0, cu16Commands.status, []);
const unlockOrder = cu16Frame(0, cu16Commands.unlockOne, []);

export class FleetHost {
  readonly #options: FleetHostOptions;
  readonly #startMs: number;
  #cancel: Cancel | undefined;
  #askedAtMs: number | undefined;
  #wasReachable = false;
  #received: readonly number[] = [];
  #badgeBytes = 0;
  #isUnlockWanted = false;
  #count = 0;

  constructor(options: FleetHostOptions) {
    this.#options = options;
    this.#startMs = options.scheduler.nowMs() + options.phaseMs;
    options.board.onBytes((bytes) => this.#hear(bytes));
    options.reader.onBytes((bytes) => this.#read(bytes));
    this.#next();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** By the clock, not by the last question: a late timer does not make the pace slower. */
  #next(): void {
    const { scheduler, pollMs } = this.#options;
    const dueMs = this.#startMs + this.#count * pollMs;
    const waitMs = Math.max(0, dueMs - scheduler.nowMs());
    this.#count += 1;
    this.#cancel = scheduler.after(waitMs, () => {
      this.#ask();
      this.#next();
    });
  }

  #ask(): void {
    const { board, scheduler, tally, isReachable } = this.#options;
    if (this.#askedAtMs !== undefined && this.#wasReachable && isReachable()) tally.lost += 1;
    this.#askedAtMs = undefined;
    this.#received = [];
    this.#wasReachable = isReachable();
    if (!this.#wasReachable) return;
    if (this.#isUnlockWanted) {
      this.#isUnlockWanted = false;
      tally.unlocks += 1;
      board.send(unlockOrder);
      return;
    }
    tally.asked += 1;
    this.#askedAtMs = scheduler.nowMs();
    board.send(statusOrder);
  }

  #hear(bytes: Uint8Array): void {
    const { frames, rest } = huntFrames([...this.#received, ...bytes], "out", cu16At);
    this.#received = rest;
    if (this.#askedAtMs === undefined || !frames.some(({ isSound }) => isSound)) return;
    const { tally, scheduler } = this.#options;
    tally.answered += 1;
    tally.times.add(scheduler.nowMs() - this.#askedAtMs);
    this.#askedAtMs = undefined;
  }

  #read(bytes: Uint8Array): void {
    this.#badgeBytes += bytes.length;
    if (this.#badgeBytes < badgeBytes) return;
    this.#badgeBytes = 0;
    this.#isUnlockWanted = true;
  }
}
