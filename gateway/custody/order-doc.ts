// What docs/custody.md says of the deadlines of commands, and of the settings that they may change.

import { settingRules } from "./orders/settings.ts";

export const deadlines: readonly string[] = [
  "No coil is energized for a command after its deadline, by the clock that nobody sets, also",
  "where it waits for a coil or a retry after a jam: the outcome is `late` then, and a round goes",
  "on to no further compartment. A command that finds the queue full is refused as `busy`, one",
  "that waited too long as `stale`. A one-time code that is revoked after it opened stays spent:",
  "the outcome says `spent already`.",
];

export const aboutSettings: readonly string[] = [
  "Settings that a command may change (`configure`). Each change is a fact; it holds at once and",
  "after every restart, until the next one. An empty value = as configured.",
];

/** Names and bounds, in the order of the table. */
export const settingRows: readonly (readonly [name: string, bounds: string])[] = Object.entries(
  settingRules,
).map(([name, { bounds }]) => [name, bounds]);
