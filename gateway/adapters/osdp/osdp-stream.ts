// Finds OSDP packets in a byte stream with marks, noise and packets that never end.
import type { SymptomCounts } from "../../ports/devices.ts";
import { SymptomCounter } from "../serial/symptom-counter.ts";
import {
  frameMaxBytes,
  lengthOfFrame,
  markByte,
  parseFrame,
  type OsdpFrame,
} from "./osdp-frame.ts";

const startByte = 0x53;

/**
 * Hunts for the start byte, applies the length, then the check; on failure drops one byte and looks
 * again. A false start may claim up to 1,440 bytes, so whoever waits for an answer ends the wait
 * with `flush`, which gives a packet behind the false start back.
 */
export class OsdpStream {
  readonly #symptoms = new SymptomCounter();
  #kept: Uint8Array = new Uint8Array(0);
  #hasGood = false;
  #hasBad = false;

  /** Bytes kept for the next call; always less than the longest packet. */
  get keptCount(): number {
    return this.#kept.length;
  }

  /** Marks count as nothing; `garbled` while bytes came but never one good packet. */
  symptoms(): SymptomCounts {
    const isGarbled = this.#hasBad && !this.#hasGood;
    return { ...this.#symptoms.counts(), ...(isGarbled && { garbled: 1 }) };
  }

  /** Takes the next bytes and returns the packets they complete. Never throws. */
  push(bytes: Uint8Array): OsdpFrame[] {
    const stream = new Uint8Array(this.#kept.length + bytes.length);
    stream.set(this.#kept);
    stream.set(bytes, this.#kept.length);
    return this.#scan(stream, false);
  }

  /** Nothing more comes: gives up starts that did not end and returns packets found behind them. */
  flush(): OsdpFrame[] {
    return this.#scan(this.#kept, true);
  }

  #scan(stream: Uint8Array, isEnd: boolean): OsdpFrame[] {
    const frames: OsdpFrame[] = [];
    let at = 0;
    while (at < stream.length) {
      if (stream[at] !== startByte) {
        this.#skip(stream[at]);
        at += 1;
        continue;
      }
      const rest = stream.subarray(at, at + frameMaxBytes);
      const length = lengthOfFrame(rest);
      const isOpen = length === "more" || (length !== "bad" && length > rest.length);
      if (isOpen && !isEnd) break;
      const frame = isOpen || length === "bad" ? undefined : parseFrame(rest.subarray(0, length));
      if (frame === undefined) this.#note(isOpen ? "half-frame" : "bad-frame");
      else {
        this.#hasGood = true;
        frames.push(frame);
      }
      at += frame === undefined || typeof length === "string" ? 1 : length;
    }
    this.#kept = stream.slice(at);
    return frames;
  }

  #skip(byte: number | undefined): void {
    if (byte !== markByte) this.#note("noise");
  }

  #note(symptom: "noise" | "bad-frame" | "half-frame"): void {
    this.#hasBad = true;
    this.#symptoms.note(symptom);
  }
}
