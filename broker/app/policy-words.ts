// The words of a written policy and their numbers on the wire.

import type { Assurance } from "@driftbox/proto";

/** As in custody.proto, enum Assurance. */
export const assuranceNumbers: Readonly<Record<Assurance, number>> = {
  identifier: 1,
  "counter-mac": 2,
  "mutual-auth": 3,
};

/** Bit i of a window's days. */
export const weekdays: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** Minutes from midnight of "07:30"; "24:00" is the end of the day; undefined for other texts. */
export function minuteOfDay(text: string): number | undefined {
  const match = /^([0-9]{1,2}):([0-9]{2})$/.exec(text);
  const minutes = Number(match?.[1]) * 60 + Number(match?.[2]);
  return match !== null && Number(match[2]) < 60 && minutes <= 24 * 60 ? minutes : undefined;
}
