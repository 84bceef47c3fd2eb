// Frames of the 8A/80 lock boards ("YL" and others), whose check is an exclusive or.
import type { FrameRule } from "../serial/frame-reader.ts";

// Header, board, channel (from 1; 0 = all), function, exclusive or of all before. Source: several
// public drivers and one capture; the vendor's paper was not seen. The headers 9A and 9B hold a
// coil on without limit: no function here can make them.
// Reports under 82, which some firmware sends unasked, are noise: taken for frames, the weak check
// would let a stray 82 swallow the answer behind it.
const header = { unlock: 0x8a, query: 0x80 };
const action = { unlock: 0x11, query: 0x33 };
const requestBytes = 5;
/** The status of all has three bytes also on a board with eight channels. */
const statusMinBytes = 3;
const statusFrameBytes = 4;

export const xorChannelMaxCount = 50;
export const xorBoardMax = 31;

/** An answer of the board and channel that were asked. */
export type XorFrame =
  /** One channel; `isSet`: its feedback byte was 0x11, not 0x00. */
  | { readonly kind: "channel"; readonly isSet: boolean }
  /** Feedback bits of all channels, low channels in low bits of the first byte. */
  | { readonly kind: "all"; readonly feedback: Uint8Array };

export interface XorQuestion {
  readonly bytes: Uint8Array;
  readonly rule: FrameRule<XorFrame>;
}

/** Before the first question nothing on the line is an answer. */
export const xorIdleRule: FrameRule<XorFrame> = {
  startByte: [],
  maxBytes: requestBytes,
  lengthOf: () => "bad",
  parse: () => undefined,
};

/** Energizes the coil of a channel, counted from 0, for the time set on the board. */
export function unlockRequest(board: number, channel: number): XorQuestion {
  return askChannel([header.unlock, board, channel + 1, action.unlock]);
}

export function queryRequest(board: number, channel: number): XorQuestion {
  return askChannel([header.query, board, channel + 1, action.query]);
}

/** The length of the answer depends on how many channels the board has. */
export function queryAllRequest(board: number, channelCount: number): XorQuestion {
  const length = statusFrameBytes + Math.max(statusMinBytes, Math.ceil(channelCount / 8));
  const rule: FrameRule<XorFrame> = {
    startByte: header.query,
    maxBytes: length,
    lengthOf: (frame) => lengthFrom(frame, [header.query, board], length),
    parse: (frame) =>
      isSound(frame) && frame.at(-2) === action.query
        ? { kind: "all", feedback: frame.slice(2, -2) }
        : undefined,
  };
  return { bytes: framed([header.query, board, 0, action.query]), rule };
}

function askChannel(body: readonly [number, number, number, number]): XorQuestion {
  const [start] = body;
  const rule: FrameRule<XorFrame> = {
    startByte: start,
    maxBytes: requestBytes,
    lengthOf: (frame) => lengthFrom(frame, body.slice(0, 3), requestBytes),
    parse: (frame) => {
      const value = frame[3];
      if (!isSound(frame) || (value !== 0x00 && value !== 0x11)) return undefined;
      return { kind: "channel", isSet: value === 0x11 };
    },
  };
  return { bytes: framed(body), rule };
}

/** The length of an answer that begins as it must: the check is too weak to rely on alone. */
function lengthFrom(frame: Uint8Array, head: readonly number[], length: number): number | "bad" {
  const isHead = head.every((byte, at) => frame[at] === undefined || frame[at] === byte);
  return isHead ? length : "bad";
}

function isSound(frame: Uint8Array): boolean {
  return frame.at(-1) === xorOf(frame.subarray(0, -1));
}

function framed(body: readonly number[]): Uint8Array {
  return Uint8Array.of(...body, xorOf(body));
}

function xorOf(bytes: Iterable<number>): number {
  let check = 0;
  for (const byte of bytes) check ^= byte;
  return check;
}
