// The text format of recorded traffic: written by a tee, read by a device that answers the same.
//
// One line a frame: milliseconds since the start, `>` to the device or `<` from it, the bytes in
// hex, and after `#` what they mean. Lines that begin with `#` are for people. Before the first
// frame stand `driver NAME`, `baud N` and `numbers pseudonyms` or `numbers real`.

import { fromHex, Fault } from "@driftbox/proto";
import type { Way } from "../faults/byte-faults.ts";
import { hexOf } from "../view/decode/frame-hunt.ts";

export interface FixtureFrame {
  readonly atMs: number;
  readonly way: Way;
  readonly bytes: Uint8Array;
}

export interface FixtureHead {
  readonly driver: string;
  readonly baudRate: number;
  /** False: card numbers and keys were replaced before anything was written. */
  readonly hasRealNumbers: boolean;
}

export interface Fixture extends FixtureHead {
  readonly frames: readonly FixtureFrame[];
}

/** Frames of one fixture; a recording stops there. */
export const fixtureFramesMaxCount = 100_000;
const fixtureMaxChars = 33_554_432;
const firstLine = "# driftbox fixture 1";

export function formatHead({ driver, baudRate, hasRealNumbers }: FixtureHead): string {
  return [
    firstLine,
    "#",
    "# Traffic of one serial device, recorded between the device and its gateway.",
    "# One line a frame: ms since the start, > to the device or < from it, bytes, meaning.",
    hasRealNumbers
      ? "# Card numbers and keys are REAL: keep this file secret."
      : "# Card numbers and keys are pseudonyms: equal ones here were equal on the wire.",
    "#",
    `driver ${driver}`,
    `baud ${baudRate}`,
    `numbers ${hasRealNumbers ? "real" : "pseudonyms"}`,
    "",
    "",
  ].join("\n");
}

/** `note` must be one line. */
export function formatFrame({ atMs, way, bytes }: FixtureFrame, note: string): string {
  const said = note === "" ? "" : `  # ${note.replaceAll(/[^\P{C}]/gu, " ")}`;
  return `${atMs.toFixed(1)} ${way === "in" ? ">" : "<"} ${hexOf(bytes)}${said}\n`;
}

/** @throws Fault scenario/invalid naming file and line */
export function readFixture(text: string, origin: string): Fixture {
  if (text.length > fixtureMaxChars) throw wrongAt(origin, 1, "too large");
  const lines = text.split("\n");
  if (lines[0]?.trim() !== firstLine) throw wrongAt(origin, 1, `expected "${firstLine}"`);
  const head = new Map<string, string>();
  const frames: FixtureFrame[] = [];
  for (const [at, raw] of lines.entries()) {
    const line = (raw.split("#")[0] ?? "").trim();
    if (line === "") continue;
    const [, key, value] = /^(driver|baud|numbers) (\S+)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) {
      head.set(key, value);
      continue;
    }
    const frame = frameOf(line);
    const last = frames.at(-1)?.atMs ?? 0;
    if (frame === undefined || frame.atMs < last) throw wrongAt(origin, at + 1, "not a frame");
    if (frames.length >= fixtureFramesMaxCount) throw wrongAt(origin, at + 1, "too many frames");
    frames.push(frame);
  }
  const driver = head.get("driver");
  const baudRate = Number(head.get("baud"));
  if (driver === undefined) throw wrongAt(origin, 1, '"driver" is missing');
  if (!Number.isInteger(baudRate) || baudRate <= 0) throw wrongAt(origin, 1, '"baud" is missing');
  return { driver, baudRate, hasRealNumbers: head.get("numbers") === "real", frames };
}

function frameOf(line: string): FixtureFrame | undefined {
  const [, time, sign, hex = ""] = /^(\d+(?:\.\d+)?) ([<>]) ([0-9A-F ]+)$/.exec(line) ?? [];
  const bytes = time === undefined ? undefined : fromHex(hex.replaceAll(" ", ""));
  if (bytes === undefined || bytes.length === 0) return undefined;
  return { atMs: Number(time), way: sign === ">" ? "in" : "out", bytes };
}

function wrongAt(origin: string, line: number, what: string): Fault {
  return new Fault("scenario/invalid", `${origin}:${line}: ${what}`);
}
