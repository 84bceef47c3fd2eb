// Sentences of NMEA 0183 as satellite receivers send them: RMC and GGA, all others only checked.

import type { FrameRule } from "../serial/frame-reader.ts";

/** The standard allows 82; receivers for several systems send somewhat more. */
export const sentenceMaxBytes = 120;

const dollar = 0x24;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** GPS, GLONASS, Galileo, BeiDou, QZSS, NavIC, and several together. */
const talkers: ReadonlySet<string> = new Set(["GP", "GL", "GA", "GB", "BD", "GQ", "GI", "GN"]);

/** Degrees, north and east positive. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** RMC: recommended minimum data. `at` undefined = void, or not a position on Earth. */
export interface RmcSentence {
  readonly type: "RMC";
  readonly at: Coordinates | undefined;
  readonly speedKnots: number | undefined;
  readonly courseDegrees: number | undefined;
  /** UTC in microseconds since 1970; undefined = not told, or no date of this century. */
  readonly utcUs: number | undefined;
  /** A autonomous, D differential, E estimated, … ; empty before NMEA 2.3. */
  readonly mode: string;
}

/** GGA: fix data; it has no date. */
export interface GgaSentence {
  readonly type: "GGA";
  readonly at: Coordinates | undefined;
  /** 0 no fix, 1 GNSS, 2 differential, 4 and 5 real-time kinematic, 6 estimated, … */
  readonly quality: number;
  readonly satelliteCount: number | undefined;
}

export type NmeaSentence = RmcSentence | GgaSentence | { readonly type: "other" };

/** Sentences end with a line break; a byte that is no printable character ends them early. */
export const nmeaRule: FrameRule<NmeaSentence> = {
  startByte: dollar,
  maxBytes: sentenceMaxBytes,
  lengthOf(bytes) {
    for (let at = 1; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) return at + 1;
      const isPrintable = byte >= 0x20 && byte < 0x7f;
      if (byte === dollar || !(isPrintable || byte === carriageReturn)) return "bad";
    }
    return "more";
  },
  parse: (frame) => parseSentence(Buffer.from(frame).toString("latin1")),
};

/** Reads `$…*hh` and a line break; undefined when the checksum is missing or wrong. */
export function parseSentence(line: string): NmeaSentence | undefined {
  const [, body = "", check = ""] = /^\$([^$*]+)\*([0-9A-Fa-f]{2})\r?\n?$/.exec(line) ?? [];
  if (body === "" || checksumOf(body) !== Number.parseInt(check, 16)) return undefined;
  const [address = "", ...fields] = body.split(",");
  if (!talkers.has(address.slice(0, 2))) return { type: "other" };
  const type = address.slice(2);
  if (type === "RMC") return readRmc(fields);
  return type === "GGA" ? readGga(fields) : { type: "other" };
}

/** XOR of the characters between `$` and `*`. */
export function checksumOf(body: string): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) sum ^= body.charCodeAt(at);
  return sum;
}

/** time, status, latitude, N, longitude, E, speed, course, date, variation, its sign, mode. */
function readRmc(fields: readonly string[]): RmcSentence {
  const [time = "", status = "", ...rest] = fields;
  const [speed = "", course = "", date = "", , , mode = ""] = rest.slice(4);
  return {
    type: "RMC",
    at: status === "A" ? coordinatesOf(rest) : undefined,
    speedKnots: numberOf(speed, 1_000),
    courseDegrees: numberOf(course, 360),
    utcUs: status === "A" ? utcOf(date, time) : undefined,
    mode,
  };
}

/** time, latitude, N, longitude, E, quality, satellites, … */
function readGga(fields: readonly string[]): GgaSentence {
  const at = coordinatesOf(fields.slice(1));
  const [quality = "", satellites = ""] = fields.slice(5);
  const isFix = /^[1-9]$/.test(quality);
  return {
    type: "GGA",
    at: isFix ? at : undefined,
    quality: isFix ? Number(quality) : 0,
    satelliteCount: /^\d{1,3}$/.test(satellites) ? Number(satellites) : undefined,
  };
}

function coordinatesOf(fields: readonly string[]): Coordinates | undefined {
  const [north = "", northSign = "", east = "", eastSign = ""] = fields;
  const latitude = degreesOf(north, { degreeDigits: 2, maxDegrees: 90 });
  const longitude = degreesOf(east, { degreeDigits: 3, maxDegrees: 180 });
  if (latitude === undefined || longitude === undefined) return undefined;
  if (!/^[NS]$/.test(northSign) || !/^[EW]$/.test(eastSign)) return undefined;
  return {
    latitude: northSign === "S" ? -latitude : latitude,
    longitude: eastSign === "W" ? -longitude : longitude,
  };
}

interface DegreeFormat {
  readonly degreeDigits: number;
  readonly maxDegrees: number;
}

/** `ddmm.mmmm` or `dddmm.mmmm`: degrees and minutes without anything between. */
function degreesOf(text: string, { degreeDigits, maxDegrees }: DegreeFormat): number | undefined {
  if (!/^\d+(\.\d{1,9})?$/.test(text)) return undefined;
  const minutes = Number(text.slice(degreeDigits));
  const isWhole = text.split(".")[0]?.length === degreeDigits + 2;
  const degrees = Number(text.slice(0, degreeDigits)) + minutes / 60;
  return isWhole && minutes < 60 && degrees <= maxDegrees ? degrees : undefined;
}

function numberOf(text: string, max: number): number | undefined {
  const value = /^\d{1,4}(\.\d{1,9})?$/.test(text) ? Number(text) : Infinity;
  return value <= max ? value : undefined;
}

/** `ddmmyy` and `hhmmss.sss`. A leap second is no time of this scale and is left out. */
function utcOf(date: string, time: string): number | undefined {
  const [, day, month, year] = /^(\d\d)(\d\d)(\d\d)$/.exec(date) ?? [];
  const [, hour, minute, second, part = ""] =
    /^(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?$/.exec(time) ?? [];
  if (day === undefined || hour === undefined) return undefined;
  const clock = [Number(hour), Number(minute), Number(second)] as const;
  const midnightMs = Date.UTC(2_000 + Number(year), Number(month) - 1, Number(day));
  const midnight = new Date(midnightMs);
  const isDate =
    midnight.getUTCDate() === Number(day) && midnight.getUTCMonth() === Number(month) - 1;
  if (!isDate || clock[0] > 23 || clock[1] > 59 || clock[2] > 59) return undefined;
  const seconds = clock[0] * 3_600 + clock[1] * 60 + clock[2];
  const partUs = Number(part.padEnd(6, "0").slice(0, 6));
  return midnightMs * 1_000 + seconds * 1_000_000 + partUs;
}
