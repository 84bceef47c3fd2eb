// Finds frames in a byte stream that may start anywhere, be split anywhere and carry noise.

import type { SymptomCounts } from "../../ports/devices.ts";

/**
 * What one protocol knows about its frames.
 * Both functions are pure and see bytes from the start byte.
 */
export interface FrameRule<F> {
  /** The byte a frame begins with, or several; with none of them nothing begins a frame. */
  readonly startByte: number | readonly number[];
  /** No frame is longer; the reader never keeps this many bytes between calls. */
  readonly maxBytes: number;
  /**
   * Length of the frame that begins `bytes`: a number (at most `maxBytes`), `more` while it cannot
   * be told yet, or `bad` as soon as these bytes cannot begin a frame.
   */
  lengthOf(bytes: Uint8Array): number | "more" | "bad";
  /** Checks and reads a frame of that length; undefined when the check fails. */
  parse(frame: Uint8Array): F | undefined;
}

/**
 * Hunts for the start byte, applies the length rule, then the check; on failure drops one byte and
 * looks again, so that a false start inside noise costs no valid frame behind it.
 */
export class FrameReader<F> {
  #rule: FrameRule<F>;
  #kept: Uint8Array = new Uint8Array(0);
  #badFrameCount = 0;
  #goodFrameCount = 0;
  #halfFrameCount = 0;
  #noiseByteCount = 0;

  constructor(rule: FrameRule<F>) {
    this.#rule = rule;
  }

  /** Starts that turned out to be no frame. */
  get badFrameCount(): number {
    return this.#badFrameCount;
  }

  /**
   * Bytes of no frame, starts that were none, and frames that never ended. While not one frame was
   * good, the line is `garbled`.
   */
  symptoms(): SymptomCounts {
    const isGarbled = this.#goodFrameCount === 0 && this.#badFrameCount + this.#noiseByteCount > 0;
    return {
      ...(this.#noiseByteCount > 0 && { noise: this.#noiseByteCount }),
      ...(this.#badFrameCount > 0 && { "bad-frame": this.#badFrameCount }),
      ...(this.#halfFrameCount > 0 && { "half-frame": this.#halfFrameCount }),
      ...(isGarbled && { garbled: 1 }),
    };
  }

  /** Bytes kept for the next call; always less than the rule's maximum. */
  get keptCount(): number {
    return this.#kept.length;
  }

  /** Forgets a frame in progress. */
  reset(): void {
    if (this.#kept.length > 0) this.#halfFrameCount += 1;
    this.#kept = new Uint8Array(0);
  }

  /** Forgets a frame in progress; from now on frames are those of `rule`. */
  expect(rule: FrameRule<F>): void {
    this.reset();
    this.#rule = rule;
  }

  /** Takes the next bytes and returns the frames they complete. Never throws. */
  push(bytes: Uint8Array): F[] {
    const stream = joined(this.#kept, bytes);
    const frames: F[] = [];
    let at = 0;
    for (;;) {
      const start = startIn(stream, this.#rule.startByte, at);
      this.#noiseByteCount += (start < 0 ? stream.length : start) - at;
      if (start < 0) {
        this.#kept = new Uint8Array(0);
        return frames;
      }
      at = start;
      const window = stream.subarray(at, at + this.#rule.maxBytes);
      const length = this.#lengthOf(window);
      if (length === "more") {
        this.#kept = window.slice();
        return frames;
      }
      const frame = length === "bad" ? undefined : this.#rule.parse(window.subarray(0, length));
      if (length === "bad" || frame === undefined) {
        this.#badFrameCount += 1;
        at += 1;
      } else {
        this.#goodFrameCount += 1;
        frames.push(frame);
        at += length;
      }
    }
  }

  #lengthOf(window: Uint8Array): number | "more" | "bad" {
    const length = this.#rule.lengthOf(window);
    const hasRoom = window.length < this.#rule.maxBytes;
    if (length === "more") return hasRoom ? "more" : "bad";
    if (length === "bad" || length < 1 || length > this.#rule.maxBytes) return "bad";
    return length > window.length ? "more" : length;
  }
}

function startIn(stream: Uint8Array, start: FrameRule<unknown>["startByte"], at: number): number {
  if (typeof start === "number") return stream.indexOf(start, at);
  return stream.findIndex((byte, index) => index >= at && start.includes(byte));
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail;
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
