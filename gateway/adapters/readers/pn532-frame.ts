// Frames of the PN532 on its serial line (NXP UM0701-02, HSU): found, checked and made.
import { concatBytes } from "@driftbox/proto";
import type { FrameRule } from "../serial/frame-reader.ts";

/** First byte of a frame's content: who speaks. */
const toChip = 0xd4;
const fromChip = 0xd5;
const syntaxError = 0x7f;

/** Direction, command, target number and an APDU of 262 bytes. */
export const pn532ContentMaxBytes = 265;

const normalContentMaxBytes = 255;
const shortFrameBytes = 6;
const normalFrameBytes = 7;
const extendedFrameBytes = 10;

/**
 * `answer`: `code` is the command plus one. `error`: the chip did not understand the command.
 * `command`: a frame in the direction to the chip, that is, an echo of our own.
 */
export type Pn532Frame =
  | { readonly kind: "ack" | "nack" | "error" }
  | { readonly kind: "answer" | "command"; readonly code: number; readonly body: Uint8Array };

export const ackFrame = Uint8Array.of(0x00, 0x00, 0xff, 0x00, 0xff, 0x00);

/**
 * Wakes the chip from power-down; what follows in the same write is understood. The data sheet asks
 * for a long preamble; this is the one that works on clones too.
 */
export const wakeUp = Uint8Array.from([0x55, 0x55, ...Array.from({ length: 14 }, () => 0x00)]);

/** Frames from the preamble to the postamble; both are always there. */
export const pn532Rule: FrameRule<Pn532Frame> = {
  startByte: 0x00,
  maxBytes: extendedFrameBytes + pn532ContentMaxBytes,
  lengthOf: (bytes) => {
    for (const [at, wanted] of [0x00, 0x00, 0xff].entries()) {
      if (bytes.length <= at) return "more";
      if (bytes[at] !== wanted) return "bad";
    }
    const [length, check, high, low, sum] = bytes.subarray(3);
    if (length === undefined || check === undefined) return "more";
    if (length + check === 0xff) {
      if (length === 0x00 || check === 0x00) return shortFrameBytes;
    }
    if (length !== 0xff || check !== 0xff) {
      return length > 0 && isZero(length + check) ? normalFrameBytes + length : "bad";
    }
    if (high === undefined || low === undefined || sum === undefined) return "more";
    const longLength = high * 256 + low;
    const isGood = longLength > 0 && isZero(high + low + sum);
    return isGood ? extendedFrameBytes + longLength : "bad";
  },
  parse: (frame) => {
    if (frame.at(-1) !== 0x00) return undefined;
    if (frame.length === shortFrameBytes) return { kind: frame[3] === 0x00 ? "ack" : "nack" };
    const isExtended = frame[3] === 0xff && frame[4] === 0xff;
    const content = frame.subarray(isExtended ? 8 : 5, -1);
    if (!isZero(content.reduce((sum, byte) => sum + byte, 0))) return undefined;
    return readContent(content.slice(0, -1));
  },
};

/** A command with its parameters as a frame. Throws RangeError over `pn532ContentMaxBytes`. */
export function commandFrame(code: number, body: Uint8Array): Uint8Array {
  const content = concatBytes([Uint8Array.of(toChip, code), body]);
  const length = content.length;
  if (length > pn532ContentMaxBytes) {
    throw new RangeError(`a frame of ${length} bytes is over ${pn532ContentMaxBytes}`);
  }
  const [high, low] = [length >> 8, length & 0xff];
  const head =
    length <= normalContentMaxBytes
      ? [length, 0x100 - length]
      : [0xff, 0xff, high, low, (0x200 - high - low) & 0xff];
  const sum = content.reduce((total, byte) => total + byte, 0);
  const check = (0x100 - (sum & 0xff)) & 0xff;
  const start = Uint8Array.of(0x00, 0x00, 0xff, ...head);
  return concatBytes([start, content, Uint8Array.of(check, 0x00)]);
}

function readContent(content: Uint8Array): Pn532Frame | undefined {
  const [direction, code] = content;
  if (direction === syntaxError && code === undefined) return { kind: "error" };
  if (code === undefined || (direction !== fromChip && direction !== toChip)) return undefined;
  const kind = direction === fromChip ? "answer" : "command";
  return { kind, code, body: content.subarray(2) };
}

function isZero(sum: number): boolean {
  return (sum & 0xff) === 0;
}
