// The listening side of a bus: frames, and what was heard in answer to the last question.
import type { SymptomCounts } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import { setAwake } from "../serial/awake-timer.ts";
import { FrameReader, type FrameRule } from "../serial/frame-reader.ts";

/** A question on the line: its bytes, how answers look, and who takes their frames. */
interface Open<F> {
  readonly bytes: Uint8Array;
  readonly rule: FrameRule<F>;
  readonly take: (frame: F) => void;
}

export interface BusEarOptions<F> {
  /** Names the timer. */
  readonly key: string;
  readonly timers: Timers;
  /** Frames before the first question. */
  readonly rule: FrameRule<F>;
}

/** Hears all bytes of one line; one wait at a time. */
export class BusEar<F> {
  readonly #options: BusEarOptions<F>;
  readonly #frames: FrameReader<F>;
  #open: Open<F> | undefined;
  /** The first bytes since the question, no more than it has. */
  #head: number[] = [];
  #heardCount = 0;
  #hasFrame = false;
  #wake: (() => void) | undefined;

  constructor(options: BusEarOptions<F>) {
    this.#options = options;
    this.#frames = new FrameReader(options.rule);
  }

  /** Bytes came since the question, and neither a frame nor the beginning of one is among them. */
  get hasGarbage(): boolean {
    return !this.#hasFrame && this.#heardCount > this.#frames.keptCount;
  }

  get badFrameCount(): number {
    return this.#frames.badFrameCount;
  }

  symptoms(): SymptomCounts {
    return this.#frames.symptoms();
  }

  /** Forgets what was heard before; frames go to `open.take` until the next question. */
  begin(open: Open<F>): void {
    this.#frames.expect(open.rule);
    this.#open = open;
    this.#head = [];
    this.#heardCount = 0;
    this.#hasFrame = false;
  }

  /** Forgets the last question: frames go nowhere. */
  forget(): void {
    this.#open = undefined;
  }

  hear(bytes: Uint8Array): void {
    const missing = (this.#open?.bytes.length ?? 0) - this.#head.length;
    if (missing > 0) this.#head.push(...bytes.subarray(0, missing));
    this.#heardCount += bytes.length;
    for (const frame of this.#frames.push(bytes)) {
      this.#hasFrame = true;
      this.#open?.take(frame);
    }
  }

  /**
   * True when the first bytes since the question are its own. Some answers repeat their question,
   * so that beside an answer only bytes beyond one whole frame make it an echo.
   */
  isEcho(isAnswered: boolean): boolean {
    const open = this.#open;
    if (open === undefined || this.#head.length < open.bytes.length) return false;
    if (this.#head.some((byte, at) => byte !== open.bytes[at])) return false;
    return !isAnswered || this.#heardCount > open.rule.maxBytes;
  }

  /**
   * Waits `ms` of time in which this process was awake, and `extraMs` more in a turn of its own, so
   * that waiting input is read first; ends early with `wake`.
   */
  wait(ms: number, extraMs = 0): Promise<void> {
    const { timers, key } = this.#options;
    return new Promise((resolve) => {
      this.#wake = () => {
        this.#wake = undefined;
        timers.clear(key);
        resolve();
      };
      const late = (): void =>
        extraMs === 0 ? this.wake() : timers.set(key, extraMs, () => this.wake());
      setAwake(timers, key, ms, late);
    });
  }

  /** Ends a wait: the answer came, or the connection ended. */
  wake(): void {
    this.#wake?.();
  }
}
