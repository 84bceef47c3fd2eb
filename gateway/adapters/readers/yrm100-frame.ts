// Frames of YRM100, M100 and JRD-4035 modules for UHF tags: found, checked, read and made.
import { toHex } from "@driftbox/proto";
import type { FrameRule } from "../serial/frame-reader.ts";

// BB, type, command, length (two bytes), parameters, sum, 7E. Both marks occur inside, so only
// length and sum tell where a frame ends. Source: protocol manual of the module, M5Stack U107.
const startByte = 0xbb;
const endByte = 0x7e;
const headBytes = 5;
const tailBytes = 2;

/** The longest tag has an EPC of 62 bytes; answers with texts are shorter. */
const parameterMaxBytes = 96;

const question = 0x00;
const answer = 0x01;
const notification = 0x02;

const poll = 0x22;
const pollMany = 0x27;
const stopPolling = 0x28;
const failed = 0xff;
const noTag = 0x15;

/** The module takes 65,535; ten thousand rounds are minutes, and every poll is ended anyway. */
export const yrm100RoundsMax = 10_000;

/** A tag as the module heard it once. */
export interface SeenTag {
  /** Upper-case hex. */
  readonly epc: string;
  readonly rssiDbm: number;
}

/**
 * `none`: a round without a tag. `failed`: the module could not do what it was asked. `torn`: the
 * report of a tag with a wrong length or check of its own. `echo`: a question, so our own.
 */
export type Yrm100Frame =
  | { readonly kind: "tag"; readonly tag: SeenTag }
  | { readonly kind: "failed"; readonly error: number }
  | { readonly kind: "none" | "torn" | "stopped" | "other" | "echo" };

export const yrm100Rule: FrameRule<Yrm100Frame> = {
  startByte,
  maxBytes: headBytes + parameterMaxBytes + tailBytes,
  lengthOf: (bytes) => {
    const [, type, , high, low] = bytes;
    if (type === undefined) return "more";
    if (type > notification) return "bad";
    if (high === undefined) return "more";
    if (high !== 0) return "bad";
    if (low === undefined) return "more";
    return low > parameterMaxBytes ? "bad" : headBytes + low + tailBytes;
  },
  parse: (frame) => {
    const sum = frame.subarray(1, -tailBytes).reduce((total, byte) => total + byte, 0);
    if (frame.at(-1) !== endByte || frame.at(-tailBytes) !== (sum & 0xff)) return undefined;
    const [, type = 0, command = 0] = frame;
    return read(type, command, frame.subarray(headBytes, -tailBytes));
  },
};

/** One round. */
export const singlePoll = frameOf(poll, []);

export const stopPoll = frameOf(stopPolling, []);

/** Many rounds in one go, 1..10,000; RangeError otherwise. */
export function multiPoll(rounds: number): Uint8Array {
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > yrm100RoundsMax) {
    throw new RangeError(`${rounds} rounds are not within 1..${yrm100RoundsMax}`);
  }
  return frameOf(pollMany, [poll, rounds >> 8, rounds & 0xff]);
}

/** CRC-16 a tag computes over its PC and EPC: CCITT, init FFFF, complemented. */
export function tagCrc(bytes: Uint8Array): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000) === 0 ? crc << 1 : (crc << 1) ^ 0x1021;
    }
    crc &= 0xffff;
  }
  return crc ^ 0xffff;
}

function frameOf(command: number, parameters: readonly number[]): Uint8Array {
  const content = [question, command, 0x00, parameters.length, ...parameters];
  const sum = content.reduce((total, byte) => total + byte, 0);
  return Uint8Array.of(startByte, ...content, sum & 0xff, endByte);
}

function read(type: number, command: number, parameters: Uint8Array): Yrm100Frame {
  if (type === question) return { kind: "echo" };
  if (type === notification && command === poll) {
    const tag = tagOf(parameters);
    return tag === undefined ? { kind: "torn" } : { kind: "tag", tag };
  }
  if (type !== answer) return { kind: "other" };
  if (command === stopPolling) return { kind: "stopped" };
  if (command !== failed) return { kind: "other" };
  const [error = 0] = parameters;
  return error === noTag ? { kind: "none" } : { kind: "failed", error };
}

/** RSSI (signed dBm), PC (two bytes; the upper five bits count the words of the EPC), EPC, CRC. */
function tagOf(parameters: Uint8Array): SeenTag | undefined {
  const [rssi, control] = parameters;
  const epc = parameters.subarray(3, -2);
  const [high = 0, low = 0] = parameters.subarray(-2);
  if (rssi === undefined || control === undefined || epc.length < 2) return undefined;
  if (epc.length !== (control >> 3) * 2) return undefined;
  if (tagCrc(parameters.subarray(1, -2)) !== high * 256 + low) return undefined;
  return { epc: toHex(epc).toUpperCase(), rssiDbm: rssi > 127 ? rssi - 256 : rssi };
}
