// Frames of the 8A/80 lock boards ("YL" and others), whose check is an exclusive or.
import type { FrameRule } from "../serial/frame-reader.ts";

// Header, board, channel (from 1; 0 = all), function, exclusive or of all before. Source: several
// public drivers and one capture; the vendor's paper was not seen. The headers 9A and 9B hold a
// coil on without limit: no function here can make them.
const header = { unlock: 0x8a, query: 0x80, report: 0x82 };
const action = { unlock: 0x11, query: 0x33 };
const requestBytes = 5;
/** The status of all has three bytes also on a board with eight channels. */
const statusMinBytes = 3;
const statusFrameBytes = 4;

export const xorChannelMaxCount = 50;
export const xorBoardMax = 31;

export type XorFrame =
  /** One channel, from 0; `isSet`: its feedback byte was 0x11, not 0x00. */
  | {
      readonly kind: "unlocked" | "channel";
      readonly board: number;
      readonly channel: number;
      readonly isSet: boolean;
    }
  /** Feedback bits of all channels, low channels in low bits of the first byte. */
  | { readonly kind: "all"; readonly board: number; readonly feedback: Uint8Array }
  /** What some firmware sends unasked. */
  | { readonly kind: "report" };

export interface XorQuestion {
  readonly bytes: Uint8Array;
  readonly rule: FrameRule<XorFrame>;
}

/** Between questions only reports come. */
export const xorIdleRule: FrameRule<XorFrame> = ruleFor(undefined, requestBytes, () => undefined);

/** Energizes the coil of a channel, counted from 0, for the time set on the board. */
export function unlockRequest(board: number, channel: number): XorQuestion {
  return {
    bytes: framed([header.unlock, board, channel + 1, action.unlock]),
    rule: ruleFor(header.unlock, requestBytes, (frame) => channelIn("unlocked", frame)),
  };
}

export function queryRequest(board: number, channel: number): XorQuestion {
  return {
    bytes: framed([header.query, board, channel + 1, action.query]),
    rule: ruleFor(header.query, requestBytes, (frame) => channelIn("channel", frame)),
  };
}

/** The length of the answer depends on how many channels the board has. */
export function queryAllRequest(board: number, channelCount: number): XorQuestion {
  const length = statusFrameBytes + Math.max(statusMinBytes, Math.ceil(channelCount / 8));
  return {
    bytes: framed([header.query, board, 0, action.query]),
    rule: ruleFor(header.query, length, (frame) =>
      frame.at(-2) === action.query
        ? { kind: "all", board: frame[1] ?? 0, feedback: frame.slice(2, -2) }
        : undefined,
    ),
  };
}

/** Answers that begin with `start` and are `length` long, and reports in between. */
function ruleFor(
  start: number | undefined,
  length: number,
  read: (frame: Uint8Array) => XorFrame | undefined,
): FrameRule<XorFrame> {
  return {
    startByte: start === undefined ? header.report : [start, header.report],
    maxBytes: length,
    lengthOf: ([first]) => (first === header.report ? requestBytes : length),
    parse: (frame) => {
      if (frame.at(-1) !== xorOf(frame.subarray(0, -1))) return undefined;
      return frame[0] === header.report ? { kind: "report" } : read(frame);
    },
  };
}

function channelIn(kind: "unlocked" | "channel", frame: Uint8Array): XorFrame | undefined {
  const [, board = 0, channel = 0, value = 0] = frame;
  if (channel === 0 || (value !== 0x00 && value !== 0x11)) return undefined;
  return { kind, board, channel: channel - 1, isSet: value === 0x11 };
}

function framed(body: readonly number[]): Uint8Array {
  return Uint8Array.of(...body, xorOf(body));
}

function xorOf(bytes: Iterable<number>): number {
  let check = 0;
  for (const byte of bytes) check ^= byte;
  return check;
}
