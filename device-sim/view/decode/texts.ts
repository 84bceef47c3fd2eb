// Frames of devices that speak ASCII, in words: EM4100 readers, code scanners, NMEA receivers.

import { em4100Frame } from "../../devices/em4100.ts";
import { nmeaCheck } from "../../devices/gps-nmea.ts";
import type { Words } from "../../scenario/plan.ts";
import { asciiOf, huntRestMaxBytes, type Found } from "./frame-hunt.ts";

const [stx, etx, cr, lf] = [0x02, 0x03, 0x0d, 0x0a];
const em4100MaxBytes = 16;
const nmeaMaxBytes = 120;

/** A frame of any style; the number is what is printed as ten hex digits. */
export function em4100At(bytes: readonly number[], at: number): Found {
  if (bytes[at] !== stx) return "none";
  const end = bytes.indexOf(etx, at);
  if (end < 0) return bytes.length - at < em4100MaxBytes ? "unfinished" : "none";
  const frame = bytes.slice(at, end + 1);
  const text = asciiOf(frame).slice(1, 13);
  const number = text.slice(0, 10);
  if (!/^[0-9A-Fa-f]{12}$/.test(text)) return "none";
  const isSound = (["rdm6300", "id-12la"] as const).some((style) => {
    const right = em4100Frame(number, style);
    const isSame = right.every((byte, index) => upper(frame[index] ?? 0) === byte);
    return right.length === frame.length && isSame;
  });
  if (!isSound) return "none";
  const shown = number.toUpperCase();
  return { length: frame.length, words: { en: `transponder ${shown}`, zh: `卡号 ${shown}` } };
}

function upper(byte: number): number {
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x20 : byte;
}

/** One line of text and its end, CR, LF or both. */
export function scanAt(bytes: readonly number[], at: number): Found {
  const isEnd = (byte: number | undefined): boolean => byte === cr || byte === lf;
  if (isEnd(bytes[at])) return { length: 1, words: { en: "line end", zh: "行尾" } };
  const end = bytes.findIndex((byte, index) => index >= at && isEnd(byte));
  if (end < 0) return bytes.length - at < huntRestMaxBytes ? "unfinished" : "none";
  const text = Buffer.from(bytes.slice(at, end)).toString("utf8");
  const tail = bytes[end] === cr && bytes[end + 1] === lf ? 2 : 1;
  return { length: end + tail - at, words: { en: `code ${text}`, zh: `条码 ${text}` } };
}

/** A sentence with its check and line end. */
export function nmeaAt(bytes: readonly number[], at: number): Found {
  if (bytes[at] !== 0x24) return "none";
  const end = bytes.indexOf(lf, at);
  if (end < 0) return bytes.length - at < nmeaMaxBytes ? "unfinished" : "none";
  const match = /^\$([^*]*)\*([0-9A-F]{2})··$/.exec(asciiOf(bytes.slice(at, end + 1)));
  const [, body = "", check = ""] = match ?? [];
  if (match === null || nmeaCheck(body) !== parseInt(check, 16)) return "none";
  return { length: end + 1 - at, ...nmeaWords(body) };
}

function nmeaWords(body: string): { readonly words: Words; readonly alike?: string } {
  const [head = "", ...fields] = body.split(",");
  const kind = head.slice(2);
  if (kind === "RMC") {
    const [time = "", status, north = "", , east = "", , knots = ""] = fields;
    if (status !== "A") return { words: { en: "RMC: no fix", zh: "RMC：未定位" } };
    const place = `${angle(north, 2)} ${angle(east, 3)}`;
    const words = {
      en: `RMC: ${clock(time)} UTC at ${place}, ${knots} kn`,
      zh: `RMC：UTC ${clock(time)}，${place}，${knots} 节`,
    };
    return { words, alike: "RMC: a fix" };
  }
  if (kind === "GGA") {
    const [, , , , , quality, satellites] = fields;
    const words = {
      en: `GGA: quality ${quality}, ${Number(satellites)} satellites`,
      zh: `GGA：质量 ${quality}，${Number(satellites)} 颗卫星`,
    };
    return { words };
  }
  return { words: { en: `sentence ${head}`, zh: `语句 ${head}` } };
}

function clock(time: string): string {
  return `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`;
}

function angle(text: string, digits: number): string {
  return `${Number(text.slice(0, digits))}°${text.slice(digits, digits + 6)}′`;
}
