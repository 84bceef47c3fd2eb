// Sits between a real port and a gateway, passes every byte both ways, and writes frames down.

import type { Way } from "../faults/byte-faults.ts";
import type { Line } from "../lines/line.ts";
import { huntFrames, notAFrame, type Decoded, type FrameAt } from "../view/decode/frame-hunt.ts";
import type { FarPort } from "./far-port.ts";
import { fixtureFramesMaxCount, formatFrame } from "./fixture.ts";
import type { Pseudonyms } from "./pseudonyms.ts";
import { redact, type Redactor } from "./redactors.ts";

/** An unfinished frame is written as it is after this silence. */
const gapMs = 120;

export interface TeeOptions {
  /** Where the device is. */
  readonly far: FarPort;
  /** Where the gateway connects. */
  readonly line: Line;
  readonly frameAt: FrameAt;
  /** Undefined = real numbers are written. */
  readonly redactor: Redactor | undefined;
  readonly pseudonyms: Pseudonyms;
  readonly nowMs: () => number;
  readonly write: (text: string) => void;
}

interface Heard {
  readonly rest: readonly number[];
  /** When the first byte of the rest came, and the last. */
  readonly firstMs: number;
  readonly lastMs: number;
}

const nothing: Heard = { rest: [], firstMs: 0, lastMs: 0 };

export class Tee {
  readonly #options: TeeOptions;
  readonly #heard: { in: Heard; out: Heard } = { in: nothing, out: nothing };
  readonly #startMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #stop: () => void;
  #frameCount = 0;
  #lastMs = 0;

  constructor(options: TeeOptions) {
    this.#options = options;
    this.#startMs = options.nowMs();
    const { far, line } = options;
    this.#stop = line.onBytes((bytes) => {
      far.send(bytes);
      this.#hear("in", bytes);
    });
    far.onBytes((bytes) => {
      line.send(bytes);
      this.#hear("out", bytes);
    });
    this.#timer = setInterval(() => this.#settle(gapMs), gapMs);
  }

  get frameCount(): number {
    return this.#frameCount;
  }

  /** Whether no more is written down; bytes pass on. */
  get isFull(): boolean {
    return this.#frameCount >= fixtureFramesMaxCount;
  }

  /** Writes what is unfinished and stops passing bytes. */
  end(): void {
    clearInterval(this.#timer);
    this.#stop();
    this.#options.far.close();
    this.#settle(0);
  }

  #hear(way: Way, bytes: Uint8Array): void {
    const nowMs = this.#options.nowMs() - this.#startMs;
    const { rest, firstMs } = this.#heard[way];
    const hunted = huntFrames([...rest, ...bytes], way, this.#options.frameAt);
    const beganMs = rest.length > 0 ? firstMs : nowMs;
    // A question counts from its end, an answer from its beginning.
    for (const frame of hunted.frames) this.#write(way, way === "in" ? nowMs : beganMs, frame);
    const isSame = hunted.frames.length === 0;
    const from = isSame ? beganMs : nowMs;
    this.#heard[way] = { rest: hunted.rest, firstMs: from, lastMs: nowMs };
  }

  #settle(afterMs: number): void {
    const nowMs = this.#options.nowMs() - this.#startMs;
    for (const way of ["in", "out"] as const) {
      const { rest, firstMs, lastMs } = this.#heard[way];
      if (rest.length === 0 || nowMs - lastMs < afterMs) continue;
      this.#heard[way] = nothing;
      this.#write(way, firstMs, { bytes: rest, words: notAFrame, isSound: false });
    }
  }

  #write(way: Way, atMs: number, frame: Decoded): void {
    if (this.isFull) return;
    const { redactor, pseudonyms, frameAt, write } = this.#options;
    const kept =
      redactor === undefined ? frame.bytes : redact(redactor, { frame, way }, pseudonyms);
    // Words of the bytes that are written, so that no number slips out with them.
    const [said] = huntFrames(kept, way, frameAt).frames;
    this.#frameCount += 1;
    this.#lastMs = Math.max(this.#lastMs, atMs);
    const bytes = Uint8Array.from(kept);
    write(formatFrame({ atMs: this.#lastMs, way, bytes }, said?.words.en ?? ""));
  }
}
