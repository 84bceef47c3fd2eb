// Cuts the bytes of one direction of a wire into frames with words, and names what is no frame.

import type { Way } from "../../faults/byte-faults.ts";
import type { Words } from "../../scenario/plan.ts";

/** One frame, or bytes that belong to none. */
export interface Decoded {
  readonly bytes: readonly number[];
  readonly words: Words;
  /**
   * What frames have in common whose words differ only in numbers that run on; usually the words.
   */
  readonly alike?: string | undefined;
  /** Whether it is a frame whose check is right. */
  readonly isSound: boolean;
}

/** What stands at one place: a frame with its length and words. */
export type Found =
  | { readonly length: number; readonly words: Words; readonly alike?: string }
  | "none"
  /** So far it may become a frame. */
  | "unfinished";

/** Looks at one place of the bytes; pure. `in` is towards the device. */
export type FrameAt = (bytes: readonly number[], at: number, way: Way) => Found;

export interface Hunted {
  readonly frames: readonly Decoded[];
  /** The unfinished frame at the end. */
  readonly rest: readonly number[];
}

/** Longest unfinished frame kept: that of the longest code a scanner reads, and its line end. */
export const huntRestMaxBytes = 3_072;

export const notAFrame: Words = { en: "not a frame", zh: "不成帧" };

/** Hunts frames; what lies between them comes out as one run that is not sound. */
export function huntFrames(bytes: readonly number[], way: Way, frameAt: FrameAt): Hunted {
  const frames: Decoded[] = [];
  let noise: number[] = [];
  const endNoise = (): void => {
    if (noise.length > 0) frames.push({ bytes: noise, words: notAFrame, isSound: false });
    noise = [];
  };
  let at = 0;
  while (at < bytes.length) {
    const found = frameAt(bytes, at, way);
    if (found === "unfinished" && bytes.length - at <= huntRestMaxBytes) {
      endNoise();
      return { frames, rest: bytes.slice(at) };
    }
    if (typeof found === "string") {
      noise.push(bytes[at] ?? 0);
      at += 1;
      continue;
    }
    endNoise();
    const { words, alike } = found;
    frames.push({ bytes: bytes.slice(at, at + found.length), words, alike, isSound: true });
    at += found.length;
  }
  endNoise();
  return { frames, rest: [] };
}

/** Two digits a byte, a space between bytes. */
export function hexOf(bytes: Iterable<number>): string {
  return Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** Printable ASCII as it is, other bytes as a dot. */
export function asciiOf(bytes: readonly number[]): string {
  const isPrintable = (byte: number): boolean => byte >= 0x20 && byte < 0x7f;
  return bytes.map((byte) => (isPrintable(byte) ? String.fromCharCode(byte) : "·")).join("");
}

/** The same words in both languages: names and numbers. */
export function sameWords(text: string): Words {
  return { en: text, zh: text };
}

/** Places of the bits of a little-endian number of bytes, counted from 1. */
export function bitPlaces(bytes: readonly number[], isSet = true): readonly number[] {
  return bytes.flatMap((byte, at) =>
    Array.from({ length: 8 }, (_, bit) => bit)
      .filter((bit) => ((byte >> bit) & 1) === (isSet ? 1 : 0))
      .map((bit) => at * 8 + bit + 1),
  );
}

/** Numbers in words; none = a dash. */
export function listed(numbers: readonly number[]): string {
  return numbers.length === 0 ? "–" : numbers.join(" ");
}
