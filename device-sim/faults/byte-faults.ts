// Faults of a wire, each a small function from bytes to pieces of bytes with its own dice.

import { garbled, inverted } from "../lines/garbled.ts";
import type { Dice } from "../world/index.ts";

/** Where bytes go: `in` to the device, `out` to the gateway. */
export type Way = "in" | "out";

/** Bytes that stay together, and how late they are. */
export interface Piece {
  readonly bytes: Uint8Array;
  readonly delayMs: number;
}

/** What a fault makes of one chunk. */
export interface Faulted {
  readonly pieces: readonly Piece[];
  /** What comes back to whoever sent the chunk. */
  readonly echo?: Uint8Array;
}

export type ByteFault = (bytes: Uint8Array, dice: Dice, way: Way) => Faulted;

/**
 * Names of wire faults as scenarios use them. `rate` is a probability per byte or per chunk; for a
 * fault of the wiring itself it is 1.
 */
export type ByteFaultName =
  | "noise"
  | "bit-flip"
  | "drop"
  | "duplicate"
  | "truncate"
  | "delay"
  | "jitter"
  | "split"
  | "wrong-checksum"
  | "local-echo"
  | "baud-mismatch"
  | "swapped-wires"
  | "stuck-busy";

export interface ByteFaultSetting {
  /** 0 to 1. */
  readonly rate: number;
  /** For `delay` and `jitter`: the longest delay; for `split`: the gap between two bytes. */
  readonly delayMs?: number;
}

/** Gap between two bytes of a split chunk unless it is told. */
const splitGapMs = 2;
/** Most noise bytes put before one real byte. */
const noiseBurstMaxCount = 4;

export const byteFaults: Readonly<Record<ByteFaultName, (setting: ByteFaultSetting) => ByteFault>> =
  {
    noise:
      ({ rate }) =>
      (bytes, dice) =>
        inTime(bytes, (byte) => {
          if (dice.fraction() >= rate) return [byte];
          const count = dice.integer(1, noiseBurstMaxCount);
          return [...Array.from({ length: count }, () => dice.integer(0, 255)), byte];
        }),
    "bit-flip":
      ({ rate }) =>
      (bytes, dice) =>
        inTime(bytes, (byte) => [dice.fraction() < rate ? byte ^ (1 << dice.integer(0, 7)) : byte]),
    drop:
      ({ rate }) =>
      (bytes, dice) =>
        inTime(bytes, (byte) => (dice.fraction() < rate ? [] : [byte])),
    duplicate:
      ({ rate }) =>
      (bytes, dice) =>
        inTime(bytes, (byte) => (dice.fraction() < rate ? [byte, byte] : [byte])),
    truncate:
      ({ rate }) =>
      (bytes, dice) => {
        const isCut = dice.fraction() < rate && bytes.length > 0;
        const kept = isCut ? dice.integer(0, bytes.length - 1) : bytes.length;
        return whole(bytes.slice(0, kept));
      },
    delay:
      ({ rate, delayMs = 0 }) =>
      (bytes, dice) =>
        whole(bytes, dice.fraction() < rate ? dice.integer(0, delayMs) : 0),
    jitter:
      ({ rate, delayMs = 0 }) =>
      (bytes, dice) =>
        apart(bytes, () => (dice.fraction() < rate ? dice.integer(0, delayMs) : 0)),
    split:
      ({ rate, delayMs = splitGapMs }) =>
      (bytes, dice) =>
        dice.fraction() < rate ? apart(bytes, (at) => at * delayMs) : whole(bytes),
    /** The frame and its check no longer agree: one bit of a device's answer is wrong. */
    "wrong-checksum":
      ({ rate }) =>
      (bytes, dice, way) => {
        if (way === "in" || dice.fraction() >= rate || bytes.length === 0) return whole(bytes);
        const at = dice.integer(Math.min(1, bytes.length - 1), bytes.length - 1);
        const bit = 1 << dice.integer(0, 7);
        return whole(bytes.map((byte, index) => (index === at ? byte ^ bit : byte)));
      },
    /** The adapter hears what the gateway sends and gives it back. */
    "local-echo":
      ({ rate }) =>
      (bytes, dice, way) =>
        way === "in" && dice.fraction() < rate ? { ...whole(bytes), echo: bytes } : whole(bytes),
    "baud-mismatch":
      ({ rate }) =>
      (bytes, dice) =>
        whole(dice.fraction() < rate ? garbled(bytes) : bytes),
    "swapped-wires":
      ({ rate }) =>
      (bytes, dice) =>
        whole(dice.fraction() < rate ? inverted(bytes) : bytes),
    /** The device obeys and says nothing. */
    "stuck-busy":
      ({ rate }) =>
      (bytes, dice, way) =>
        way === "out" && dice.fraction() < rate ? { pieces: [] } : whole(bytes),
  };

function whole(bytes: Uint8Array, delayMs = 0): Faulted {
  return { pieces: [{ bytes, delayMs }] };
}

function apart(bytes: Uint8Array, delayMs: (at: number) => number): Faulted {
  const one = (byte: number, at: number): Piece => ({
    bytes: Uint8Array.of(byte),
    delayMs: delayMs(at),
  });
  return { pieces: Array.from(bytes, one) };
}

function inTime(bytes: Uint8Array, change: (byte: number) => number[]): Faulted {
  return whole(Uint8Array.from([...bytes].flatMap(change)));
}

export const byteFaultNames = Object.keys(byteFaults) as readonly ByteFaultName[];
