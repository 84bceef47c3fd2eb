// A device that answers as one was recorded: by the bytes of the question, else in order.

import { FrameGap } from "../devices/frame-gap.ts";
import type { Cancel, Scheduler } from "../devices/scheduler.ts";
import type { Line } from "../lines/line.ts";
import { decoderOf } from "../view/decode/decoders.ts";
import { hexOf, huntFrames, type Decoded } from "../view/decode/frame-hunt.ts";
import type { Fixture, FixtureFrame } from "./fixture.ts";

/** What comes later than this after a question was said unasked. */
const answerMaxMs = 1_000;
/** A question that stops in its middle is forgotten after this. */
const gapMaxMs = 50;
const pendingMaxCount = 256;

/** A question and what was said after it. */
interface Exchange {
  readonly asked: string;
  readonly answers: readonly { readonly afterMs: number; readonly bytes: Uint8Array }[];
}

export interface FixtureDeviceOptions {
  readonly fixture: Fixture;
  readonly line: Line;
  readonly scheduler: Scheduler;
}

/**
 * Looks for the next exchange with the same question after the one it answered last, from the
 * beginning again at the end; a question that was never recorded gets what came next. What the
 * device said unasked it says once, at its time since the making.
 */
export class FixtureDevice {
  readonly #options: FixtureDeviceOptions;
  readonly #exchanges: readonly Exchange[];
  readonly #gap: FrameGap;
  readonly #pending = new Set<Cancel>();
  readonly #stop: () => void;
  #received: readonly number[] = [];
  #at = -1;
  #replyCount = 0;
  #strangeCount = 0;

  constructor(options: FixtureDeviceOptions) {
    this.#options = options;
    this.#gap = new FrameGap(options.scheduler, gapMaxMs);
    const { exchanges, unasked } = exchangesOf(options.fixture.frames);
    this.#exchanges = exchanges;
    this.#stop = options.line.onBytes((bytes) => this.#receive(bytes));
    this.#sayUnasked(unasked, 0);
  }

  /** Frames said as answers. */
  get replyCount(): number {
    return this.#replyCount;
  }

  /** Questions that were never recorded. */
  get strangeCount(): number {
    return this.#strangeCount;
  }

  close(): void {
    this.#stop();
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
  }

  #sayUnasked(frames: readonly FixtureFrame[], at: number): void {
    const frame = frames[at];
    if (frame === undefined) return;
    const waitMs = frame.atMs - (frames[at - 1]?.atMs ?? 0);
    this.#after(waitMs, () => {
      this.#options.line.send(frame.bytes);
      this.#sayUnasked(frames, at + 1);
    });
  }

  #receive(bytes: Uint8Array): void {
    const kept = this.#gap.isOver ? [] : this.#received;
    const frameAt = decoderOf([this.#options.fixture.driver]);
    const { frames, rest } = huntFrames([...kept, ...bytes], "in", frameAt);
    this.#received = rest;
    this.#gap.heard(rest.length > 0);
    for (const frame of frames) this.#answer(frame);
  }

  #answer({ bytes, isSound }: Decoded): void {
    const asked = hexOf(bytes);
    const count = this.#exchanges.length;
    const order = Array.from({ length: count }, (_, step) => (this.#at + 1 + step) % count);
    const known = order.find((at) => this.#exchanges[at]?.asked === asked);
    // Noise is no question, unless it was one in the recording.
    if (known === undefined && !isSound) return;
    if (known === undefined) this.#strangeCount += 1;
    const next = known ?? order[0];
    const exchange = next === undefined ? undefined : this.#exchanges[next];
    if (next === undefined || exchange === undefined) return;
    this.#at = next;
    for (const { afterMs, bytes: answer } of exchange.answers) {
      this.#after(afterMs, () => {
        this.#replyCount += 1;
        this.#options.line.send(answer);
      });
    }
  }

  #after(delayMs: number, run: () => void): void {
    if (this.#pending.size >= pendingMaxCount) return;
    const cancel = this.#options.scheduler.after(delayMs, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
  }
}

function exchangesOf(frames: readonly FixtureFrame[]): {
  readonly exchanges: readonly Exchange[];
  readonly unasked: readonly FixtureFrame[];
} {
  const exchanges: Exchange[] = [];
  const unasked: FixtureFrame[] = [];
  let askedAtMs = -Infinity;
  for (const frame of frames) {
    if (frame.way === "in") {
      exchanges.push({ asked: hexOf(frame.bytes), answers: [] });
      askedAtMs = frame.atMs;
      continue;
    }
    const last = exchanges.at(-1);
    const afterMs = frame.atMs - askedAtMs;
    if (last === undefined || afterMs > answerMaxMs) unasked.push(frame);
    else {
      const answers = [...last.answers, { afterMs, bytes: frame.bytes }];
      exchanges[exchanges.length - 1] = { ...last, answers };
    }
  }
  return { exchanges, unasked };
}
