// What each signal looks and sounds like: one table for lamp, buzzer and screen.

import type { Signal } from "../../ports/devices.ts";

export type SignalColor = "none" | "amber" | "green" | "red";

/** On and off in turn, beginning with on, in ms. */
export interface Rhythm {
  readonly stepsMs: readonly number[];
  /** How often the steps are played; `without-end` = until the next order. */
  readonly times: number | "without-end";
  /** Level after the last step. */
  readonly endsOn: boolean;
}

export interface SignalRow {
  readonly color: SignalColor;
  readonly light: Rhythm;
  /** A buzzer never sounds without end. */
  readonly sound: Rhythm & { readonly times: number };
  readonly zh: string;
  readonly en: string;
}

/** Shorter steps are not seen, longer ones are not understood. */
export const stepMinMs = 50;
export const stepMaxMs = 2_000;
/** No buzzer sounds longer after one order. */
export const soundMaxMs = 60_000;

const off = { stepsMs: [], times: 0, endsOn: false } as const;
const steady = { stepsMs: [], times: 0, endsOn: true } as const;

function blinking(ms: number): Rhythm {
  return { stepsMs: [ms, ms], times: "without-end", endsOn: false };
}

function beeps(ms: number, times: number): SignalRow["sound"] {
  return { stepsMs: [ms, ms], times, endsOn: false };
}

/** Told apart by rhythm alone, for one lamp of one color and for who sees no red. */
export const signalTable: Readonly<Record<Signal, SignalRow>> = {
  idle: { color: "none", light: off, sound: off, zh: "请刷卡", en: "Ready" },
  working: { color: "amber", light: blinking(100), sound: off, zh: "请稍候", en: "One moment" },
  granted: {
    color: "green",
    light: steady,
    sound: beeps(150, 1),
    zh: "请开门",
    en: "Open the door",
  },
  refused: {
    color: "red",
    light: { stepsMs: [200, 200], times: 5, endsOn: false },
    sound: beeps(200, 3),
    zh: "不可开箱",
    en: "Not allowed",
  },
  "door-open": {
    color: "green",
    light: blinking(500),
    sound: off,
    zh: "用完请关门",
    en: "Close the door when done",
  },
  alarm: {
    color: "red",
    light: { stepsMs: [150, 150, 150, 600], times: "without-end", endsOn: false },
    sound: beeps(500, 60),
    zh: "请关好箱门，或联系工作人员",
    en: "Close the door firmly, or call staff",
  },
};
