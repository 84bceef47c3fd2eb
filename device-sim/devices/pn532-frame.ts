// Frames of the PN532 on its high-speed UART as the chip reads and writes them (UM0701-02).

const fromHost = 0xd4;
const toHost = 0xd5;
/** Data of an extended frame, the direction byte included. */
const extendedMaxBytes = 265;

/** Longest frame understood, so the longest prefix ever kept. */
export const pn532FrameMaxBytes = extendedMaxBytes + 10;

export const pn532Ack: Uint8Array = Uint8Array.of(0x00, 0x00, 0xff, 0x00, 0xff, 0x00);
/** The chip understood the frame but not the command. */
export const pn532Error: Uint8Array = Uint8Array.of(0x00, 0x00, 0xff, 0x01, 0xff, 0x7f, 0x81, 0x00);

export type Pn532Heard =
  | { readonly kind: "ack" | "nack" }
  | { readonly kind: "command"; readonly code: number; readonly data: readonly number[] };

/** A reply frame; extended where 255 bytes do not suffice. */
export function pn532Reply(code: number, data: readonly number[]): Uint8Array {
  const body = [toHost, code, ...data];
  const check = -sum(body) & 0xff;
  const size = [body.length >> 8, body.length & 0xff];
  const isShort = body.length <= 0xff;
  const head = [...(isShort ? size.slice(1) : [0xff, 0xff, ...size]), -sum(size) & 0xff];
  return Uint8Array.from([0x00, 0x00, 0xff, ...head, ...body, check, 0x00]);
}

export interface Pn532Scan {
  readonly heard: readonly Pn532Heard[];
  /** The unfinished frame at the end, shorter than the longest frame. */
  readonly rest: readonly number[];
}

/** Hunts frames of the host. A wrong length check or data check costs one byte, then it goes on. */
export function scanPn532(bytes: readonly number[]): Pn532Scan {
  const heard: Pn532Heard[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = frameAt(bytes, at);
    if (found === "unfinished") return { heard, rest: bytes.slice(at, at + pn532FrameMaxBytes) };
    if (found !== "none") heard.push(found.heard);
    at += found === "none" ? 1 : found.length;
  }
  return { heard, rest: [] };
}

type Found = { readonly heard: Pn532Heard; readonly length: number } | "none" | "unfinished";

function frameAt(bytes: readonly number[], at: number): Found {
  const [zero, start, first, second] = bytes.slice(at, at + 4);
  if (zero !== 0x00 || (start !== 0xff && start !== undefined)) return "none";
  if (first === undefined || second === undefined) return "unfinished";
  if (first === 0x00 && second === 0xff) return { heard: { kind: "ack" }, length: 4 };
  if (first === 0xff && second === 0x00) return { heard: { kind: "nack" }, length: 4 };
  if (first === 0xff && second === 0xff) return extendedAt(bytes, at);
  if (((first + second) & 0xff) !== 0) return "none";
  return bodyAt(bytes, at, { start: at + 4, length: first });
}

function extendedAt(bytes: readonly number[], at: number): Found {
  const [high, low, check] = bytes.slice(at + 4, at + 7);
  if (high === undefined || low === undefined || check === undefined) return "unfinished";
  const length = (high << 8) | low;
  if (((high + low + check) & 0xff) !== 0 || length > extendedMaxBytes) return "none";
  return bodyAt(bytes, at, { start: at + 7, length });
}

function bodyAt(
  bytes: readonly number[],
  at: number,
  { start, length }: { readonly start: number; readonly length: number },
): Found {
  if (length < 2) return "none";
  const end = start + length;
  if (bytes.length <= end) return "unfinished";
  const body = bytes.slice(start, end);
  const [direction, code = 0, ...data] = body;
  if (direction !== fromHost || (sum(bytes.slice(start, end + 1)) & 0xff) !== 0) return "none";
  return { heard: { kind: "command", code, data }, length: end + 1 - at };
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, byte) => total + byte, 0);
}
