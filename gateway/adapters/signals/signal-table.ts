// What each signal looks, sounds and reads like: one table for lamp, buzzer and screen.

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

/** A text in every language that people at a box read. `{n}` is the number of a door. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface SignalRow extends Words {
  readonly color: SignalColor;
  readonly light: Rhythm;
  /** A buzzer never sounds without end. */
  readonly sound: Rhythm & { readonly times: number };
}

/** Shorter steps are not seen, longer ones are not understood. */
export const stepMinMs = 50;
export const stepMaxMs = 2_000;
/** No buzzer sounds longer after one order. */
export const soundMaxMs = 60_000;

const off = { stepsMs: [], times: 0, endsOn: false } as const;
const steady = { stepsMs: [], times: 0, endsOn: true } as const;

function blinking(...stepsMs: readonly number[]): Rhythm {
  return { stepsMs, times: "without-end", endsOn: false };
}

function beeps(ms: number, times: number, pauseMs = ms): SignalRow["sound"] {
  return { stepsMs: [ms, pauseMs], times, endsOn: false };
}

/** Told apart by rhythm alone, for one lamp of one color and for who sees no red. */
export const signalTable: Readonly<Record<Signal, SignalRow>> = {
  idle: { color: "none", light: off, sound: off, zh: "请刷卡", en: "Ready" },
  working: {
    color: "amber",
    light: blinking(100, 100),
    sound: off,
    zh: "请稍候",
    en: "One moment",
  },
  granted: {
    color: "green",
    light: steady,
    sound: beeps(150, 1),
    zh: "{n} 号门已开锁",
    en: "Door {n} is unlocked",
  },
  refused: {
    color: "red",
    light: { stepsMs: [200, 200], times: 5, endsOn: false },
    sound: beeps(200, 3),
    zh: "不能打开",
    en: "Not opened",
  },
  waiting: {
    color: "amber",
    light: blinking(800, 800),
    sound: beeps(100, 2),
    zh: "还差一步",
    en: "One more step",
  },
  "door-open": {
    color: "green",
    light: blinking(500, 500),
    sound: off,
    zh: "{n} 号门开着",
    en: "Door {n} is open",
  },
  "held-open": {
    color: "amber",
    light: blinking(200, 200),
    sound: beeps(100, 15, 1_900),
    zh: "请关好 {n} 号门",
    en: "Please close door {n}",
  },
  secured: {
    color: "green",
    light: { stepsMs: [1_000], times: 1, endsOn: false },
    sound: beeps(400, 1),
    zh: "{n} 号门已关好，已记录",
    en: "Door {n} is closed and recorded",
  },
  alarm: {
    color: "red",
    light: blinking(150, 150, 150, 600),
    sound: beeps(500, 60),
    zh: "请关好箱门，或联系工作人员",
    en: "Close the door firmly, or call staff",
  },
  suspended: { color: "red", light: steady, sound: off, zh: "暂停使用", en: "Out of service" },
  maintenance: {
    color: "amber",
    light: blinking(1_800, 200),
    sound: off,
    zh: "正在维护",
    en: "Being serviced",
  },
  locate: {
    color: "green",
    light: blinking(100, 100, 100, 700),
    sound: beeps(100, 20, 900),
    zh: "在这里",
    en: "Here it is",
  },
};
