// The words of a written policy and their numbers on the wire.

import type { Assurance } from "@driftbox/proto";
import { invalid } from "./policy-fields.ts";

/** As in custody.proto, enum Assurance. */
export const assuranceNumbers: Readonly<Record<Assurance, number>> = {
  identifier: 1,
  "counter-mac": 2,
  "mutual-auth": 3,
};

/** As in custody.proto, enum Action. */
export const actionNumbers: Readonly<Record<string, number>> = { deposit: 1, collect: 2 };

/** As in exchange.proto, enum Leniency. */
export const leniencyNumbers: Readonly<Record<string, number>> = {
  allow: 1,
  "second-person": 2,
  refuse: 3,
};

/** As in exchange.proto, enum PinRule. */
export const pinRuleNumbers: Readonly<Record<string, number>> = {
  never: 0,
  "weak-badge": 1,
  always: 2,
};

/** Bit i of a window's days; holidays are no day of the week. */
export const weekdays: readonly string[] = [
  "mon",
  "tue",
  "wed",
  "thu",
  "fri",
  "sat",
  "sun",
  "holiday",
];

/** Days since 1970-01-01 of a text such as "2027-01-01"; undefined for anything else. */
export function dayNumber(written: unknown): number | undefined {
  if (typeof written !== "string" || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(written))
    return undefined;
  const ms = Date.parse(`${written}T00:00:00Z`);
  return Number.isNaN(ms) || ms < 0 ? undefined : ms / 86_400_000;
}

/** Minutes from midnight of "07:30"; "24:00" is the end of the day; undefined for other texts. */
export function minuteOfDay(text: string): number | undefined {
  const match = /^([0-9]{1,2}):([0-9]{2})$/.exec(text);
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  return match !== null && Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}

/** Microseconds since 1970; 0 = not written. Fault: policy/invalid, naming the place. */
export function timeUs(path: string, text: string | undefined): number {
  if (text === undefined) return 0;
  const ms = Date.parse(text);
  if (Number.isNaN(ms)) invalid(path, "a time such as 2027-01-31T00:00:00+08:00");
  return ms * 1_000;
}
