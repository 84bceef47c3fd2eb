// Takes card numbers and keys out of frames and makes the checks right again, driver by driver.

import { asciiBytes } from "@driftbox/proto";
import { osdpFrame, scanOsdp } from "../devices/osdp-frame.ts";
import { osdpCommands, osdpReplies } from "../devices/osdp-functions.ts";
import { epcCrc } from "../devices/yrm100-frame.ts";
import type { Way } from "../faults/byte-faults.ts";
import { asciiOf, type Decoded } from "../view/decode/frame-hunt.ts";
import { redactPn532 } from "./pn532-redactor.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Changes the bytes of one sound frame; pure but for the pseudonyms. */
export type Redactor = (
  bytes: readonly number[],
  way: Way,
  pseudonyms: Pseudonyms,
) => readonly number[];

/** Lock boards and receivers say no numbers of people or parcels, and no keys. */
const asTheyAre: Redactor = (bytes) => bytes;

/** By driver. A driver that is not here may only be recorded with its real numbers. */
export const redactors: ReadonlyMap<string, Redactor> = new Map<string, Redactor>([
  ["cu16", asTheyAre],
  ["modbus-relay", asTheyAre],
  ["xor-8a80", asTheyAre],
  ["nmea", asTheyAre],
  ["em4100", redactEm4100],
  ["scanner", redactScan],
  ["pn532", redactPn532],
  ["yrm100", redactYrm100],
  ["osdp", redactOsdp],
]);

/** What is no frame may be half a number: of drivers that say numbers nothing of it is kept. */
export function redact(
  redactor: Redactor,
  { frame, way }: { readonly frame: Decoded; readonly way: Way },
  pseudonyms: Pseudonyms,
): readonly number[] {
  if (redactor === asTheyAre) return frame.bytes;
  return frame.isSound ? redactor(frame.bytes, way, pseudonyms) : pseudonyms.bytes(frame.bytes);
}

/** The version byte stays, so that a tag of a parcel stays one. */
function redactEm4100(
  bytes: readonly number[],
  _way: Way,
  pseudonyms: Pseudonyms,
): readonly number[] {
  const text = asciiOf(bytes.slice(1, 13));
  const isLower = /[a-f]/.test(text);
  const id = [2, 4, 6, 8].map((at) => parseInt(text.slice(at, at + 2), 16));
  const number = [parseInt(text.slice(0, 2), 16), ...pseudonyms.bytes(id)];
  const check = number.reduce((all, byte) => all ^ byte, 0);
  const hex = [...number, check].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const digits = asciiBytes(isLower ? hex : hex.toUpperCase());
  return [bytes[0] ?? 0, ...digits, ...bytes.slice(13)];
}

function redactScan(
  bytes: readonly number[],
  _way: Way,
  pseudonyms: Pseudonyms,
): readonly number[] {
  const end = bytes.findIndex((byte) => byte === 0x0d || byte === 0x0a);
  if (end <= 0) return bytes;
  const text = Buffer.from(bytes.slice(0, end)).toString("utf8");
  return [...Buffer.from(pseudonyms.text(text), "utf8"), ...bytes.slice(end)];
}

/** A notification: strength, PC, EPC, CRC. Other answers name no tag. */
function redactYrm100(
  bytes: readonly number[],
  _way: Way,
  pseudonyms: Pseudonyms,
): readonly number[] {
  if (bytes[1] !== 0x02) return bytes;
  const control = bytes.slice(6, 8);
  const epc = pseudonyms.bytes(bytes.slice(8, -4));
  const crc = epcCrc([...control, ...epc]);
  const body = [...bytes.slice(1, 8), ...epc, crc >> 8, crc & 0xff];
  const check = body.reduce((sum, byte) => sum + byte, 0) & 0xff;
  return [bytes[0] ?? 0, ...body, check, ...bytes.slice(-1)];
}

/** Security blocks from here on carry encrypted data; a default key would open it. */
const encryptedFrom = 0x17;
const formattedCard = 0x51;
const manufacturerReply = 0x90;
/** Bytes of the data that say no secret, by code: format and length of a card, of a key. */
const openBytes: ReadonlyMap<number, number> = new Map<number, number>([
  [osdpReplies.raw, 4],
  [formattedCard, 3],
  [osdpReplies.keypad, 2],
  [manufacturerReply, 3],
]);
const openCommandBytes: ReadonlyMap<number, number> = new Map<number, number>([
  [osdpCommands.keyset, 2],
  [osdpCommands.manufacturer, 3],
]);

function redactOsdp(
  bytes: readonly number[],
  _way: Way,
  pseudonyms: Pseudonyms,
): readonly number[] {
  const hasMark = bytes[0] === 0xff;
  const [heard] = scanOsdp(hasMark ? bytes.slice(1) : bytes).heard;
  if (heard?.kind !== "frame") return pseudonyms.bytes(bytes);
  const { frame } = heard;
  const { payload, security } = frame;
  const [code = 0] = payload;
  const isHidden = security !== undefined && security.type >= encryptedFrom;
  const open = (frame.isReply ? openBytes : openCommandBytes).get(code);
  const kept = isHidden ? 1 : open === undefined ? payload.length : open + 1;
  if (kept >= payload.length) return bytes;
  const secret = payload.slice(kept);
  const changed = [...payload.slice(0, kept), ...pseudonyms.bytes(secret)];
  const sealed = osdpFrame({ ...frame, payload: changed });
  return hasMark ? [0xff, ...sealed] : [...sealed];
}
