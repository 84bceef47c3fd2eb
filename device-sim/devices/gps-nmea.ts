// NMEA 0183 sentences of a satellite receiver: RMC and GGA.

import { asciiBytes } from "@driftbox/proto";

/** What a receiver knows at one moment. */
export interface GpsMoment {
  /** UTC in ms since 1970; undefined = it never had the time. */
  readonly utcMs: number | undefined;
  /** Undefined = no fix. */
  readonly fix: GpsFix | undefined;
}

export interface GpsFix {
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number;
  /** Degrees from north; undefined while it stands still. */
  readonly courseDegrees: number | undefined;
  readonly satelliteCount: number;
  readonly altitudeM: number;
}

/** `$…*hh` with CR and LF; the check is the XOR of all between. */
export function nmeaSentence(body: string): string {
  return `$${body}*${toHex(nmeaCheck(body))}\r\n`;
}

/** The same with a check that is wrong in every bit. */
export function damagedSentence(body: string): string {
  return `$${body}*${toHex(nmeaCheck(body) ^ 0xff)}\r\n`;
}

export function nmeaCheck(body: string): number {
  return asciiBytes(body).reduce((check, byte) => check ^ byte, 0);
}

/** Recommended minimum: time, status, position, speed, course, date, mode. */
export function rmcBody(talker: string, { utcMs, fix }: GpsMoment): string {
  const head = [`${talker}RMC`, timeOf(utcMs), fix === undefined ? "V" : "A"];
  const place = fix === undefined ? ["", "", "", ""] : placeOf(fix);
  const motion =
    fix === undefined ? ["", ""] : [fix.speedKnots.toFixed(2), fix.courseDegrees?.toFixed(2) ?? ""];
  const tail = [dateOf(utcMs), "", "", fix === undefined ? "N" : "A"];
  return [...head, ...place, ...motion, ...tail].join(",");
}

/** Fix data: time, position, quality, satellites, dilution, height. */
export function ggaBody(talker: string, { utcMs, fix }: GpsMoment): string {
  const head = [`${talker}GGA`, timeOf(utcMs)];
  if (fix === undefined) {
    return [...head, "", "", "", "", "0", "00", "99.99", "", "", "", "", "", ""].join(",");
  }
  const satellites = String(fix.satelliteCount).padStart(2, "0");
  const quality = ["1", satellites, "1.01", fix.altitudeM.toFixed(1), "M", "17.8", "M", "", ""];
  return [...head, ...placeOf(fix), ...quality].join(",");
}

function placeOf({ latitude, longitude }: GpsFix): readonly string[] {
  const north = latitude < 0 ? "S" : "N";
  const east = longitude < 0 ? "W" : "E";
  return [anglesOf(latitude, 2), north, anglesOf(longitude, 3), east];
}

/** Degrees and minutes; counted in ten-thousandths of a minute so that 60.0000 carries over. */
function anglesOf(degrees: number, digits: number): string {
  const units = Math.round(Math.abs(degrees) * 600_000);
  const minutes = ((units % 600_000) / 10_000).toFixed(4).padStart(7, "0");
  return `${String(Math.floor(units / 600_000)).padStart(digits, "0")}${minutes}`;
}

function timeOf(utcMs: number | undefined): string {
  if (utcMs === undefined) return "";
  const text = new Date(utcMs).toISOString();
  return `${text.slice(11, 19).replaceAll(":", "")}.${text.slice(20, 22)}`;
}

function dateOf(utcMs: number | undefined): string {
  if (utcMs === undefined) return "";
  const text = new Date(utcMs).toISOString();
  return `${text.slice(8, 10)}${text.slice(5, 7)}${text.slice(2, 4)}`;
}

function toHex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
