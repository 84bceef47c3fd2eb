// The decoder of every driver by its name; several devices on one wire are tried in order.

import type { Way } from "../../faults/byte-faults.ts";
import { cu16At, modbusAt, xorAt } from "./boards.ts";
import type { Found, FrameAt } from "./frame-hunt.ts";
import { osdpAt } from "./osdp.ts";
import { pn532At, yrm100At } from "./radios.ts";
import { em4100At, nmeaAt, scanAt } from "./texts.ts";

/** By the gateway's name of the driver. */
export const decoders: ReadonlyMap<string, FrameAt> = new Map<string, FrameAt>([
  ["cu16", cu16At],
  ["modbus-relay", modbusAt],
  ["xor-8a80", xorAt],
  ["em4100", em4100At],
  ["osdp", osdpAt],
  ["pn532", pn532At],
  ["yrm100", yrm100At],
  ["scanner", scanAt],
  ["nmea", nmeaAt],
]);

/** Decodes nothing: every run of bytes is shown as it is. */
const asTheyAre: FrameAt = () => "none";

/** The decoder for a wire with devices of these drivers on it; unknown ones are skipped. */
export function decoderOf(drivers: Iterable<string>): FrameAt {
  const known = [...new Set(drivers)].flatMap((driver) => decoders.get(driver) ?? []);
  const [only] = known;
  if (only === undefined) return asTheyAre;
  return known.length === 1 ? only : (bytes, at, way) => firstFound(known, { bytes, at, way });
}

interface Place {
  readonly bytes: readonly number[];
  readonly at: number;
  readonly way: Way;
}

/** A whole frame of any wins; else it waits if any may still find one. */
function firstFound(all: readonly FrameAt[], { bytes, at, way }: Place): Found {
  const found = all.map((frameAt) => frameAt(bytes, at, way));
  const whole = found.find((one) => typeof one !== "string");
  return whole ?? (found.includes("unfinished") ? "unfinished" : "none");
}
