// Faults of bytes on a wire, each a small function from bytes to bytes with its own dice.

import type { Dice } from "../world/index.ts";

/** Bytes of one chunk after a fault, and how long they are late. */
export interface Faulted {
  readonly bytes: Uint8Array;
  readonly delayMs: number;
}

export type ByteFault = (bytes: Uint8Array, dice: Dice) => Faulted;

/** Names of byte faults as scenarios use them. `rate` is a probability per byte or per chunk. */
export type ByteFaultName = "noise" | "bit-flip" | "drop" | "duplicate" | "truncate" | "delay";

export interface ByteFaultSetting {
  /** 0 to 1. */
  readonly rate: number;
  /** Only for `delay`: the longest delay. */
  readonly delayMs?: number;
}

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
        return { bytes: bytes.slice(0, kept), delayMs: 0 };
      },
    delay:
      ({ rate, delayMs = 0 }) =>
      (bytes, dice) => ({
        bytes,
        delayMs: dice.fraction() < rate ? dice.integer(0, delayMs) : 0,
      }),
  };

function inTime(bytes: Uint8Array, change: (byte: number) => number[]): Faulted {
  return { bytes: Uint8Array.from([...bytes].flatMap(change)), delayMs: 0 };
}

export const byteFaultNames = Object.keys(byteFaults) as readonly ByteFaultName[];
