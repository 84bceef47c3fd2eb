// A lamp and a buzzer: the rhythm of each signal on real time's terms, bounded and replaceable.

import { beforeEach, describe, expect, it } from "vitest";
import { LineSignals } from "../../../gateway/adapters/signals/line-signals.ts";
import {
  signalTable,
  soundMaxMs,
  stepMaxMs,
  stepMinMs,
} from "../../../gateway/adapters/signals/signal-table.ts";
import type { OutputLine } from "../../../gateway/ports/devices.ts";
import { ManualTime } from "../drivers/manual-time.ts";

/** Remembers each change of its level with the time it came. */
class NotedLine implements OutputLine {
  readonly id: string;
  readonly changes: string[] = [];
  isActive = false;
  isStarted = false;
  readonly #time: ManualTime;
  readonly #startMs: number;

  constructor(id: string, time: ManualTime) {
    this.id = id;
    this.#time = time;
    this.#startMs = time.monoMs();
  }

  set(isActive: boolean): void {
    if (isActive === this.isActive) return;
    this.isActive = isActive;
    this.changes.push(`${isActive ? "on" : "off"} at ${this.#time.monoMs() - this.#startMs}`);
  }

  start(): void {
    this.isStarted = true;
  }

  stop(): Promise<void> {
    this.isStarted = false;
    this.isActive = false;
    return Promise.resolve();
  }
}

let time: ManualTime;
let lamp: NotedLine;
let buzzer: NotedLine;
let signals: LineSignals;

beforeEach(() => {
  time = new ManualTime();
  lamp = new NotedLine("lamp", time);
  buzzer = new NotedLine("buzzer", time);
  signals = new LineSignals({ id: "box-a", timers: time, lamp, buzzer });
  signals.start();
});

describe("a lamp and a buzzer", () => {
  it("answer a grant with a steady light and one beep", async () => {
    signals.show("granted");
    await time.advance(60_000);
    expect(lamp.changes).toEqual(["on at 0"]);
    expect(buzzer.changes).toEqual(["on at 0", "off at 150"]);
    expect(time.keys).toEqual([]);
  });

  it("answer with the light alone where the buzzer is to be silent", async () => {
    signals.show("refused", true);
    await time.advance(60_000);
    expect(lamp.changes).not.toEqual([]);
    expect(buzzer.changes).toEqual([]);
    signals.show("alarm");
    expect(buzzer.changes).toEqual(["on at 60000"]);
  });

  it("answer a refusal with five flashes and three beeps", async () => {
    signals.show("refused");
    await time.advance(60_000);
    expect(lamp.changes.filter((change) => change.startsWith("on"))).toHaveLength(5);
    expect(buzzer.changes.filter((change) => change.startsWith("on"))).toHaveLength(3);
    expect([lamp.isActive, buzzer.isActive]).toEqual([false, false]);
    expect(time.keys).toEqual([]);
  });

  it("show an open door until the next order", async () => {
    signals.show("door-open");
    await time.advance(3_600_000);
    expect(lamp.changes.length).toBeGreaterThan(7_000);
    expect(buzzer.changes).toEqual([]);
    signals.show("idle");
    const count = lamp.changes.length;
    await time.advance(60_000);
    expect(lamp.changes.length - count).toBeLessThanOrEqual(1);
    expect(lamp.isActive).toBe(false);
    expect(time.keys).toEqual([]);
  });

  it("sound an alarm for a bounded time, and flash as long as it lasts", async () => {
    signals.show("alarm");
    await time.advance(soundMaxMs);
    const sounded = buzzer.changes.length;
    const flashed = lamp.changes.length;
    await time.advance(soundMaxMs);
    expect(buzzer.changes).toHaveLength(sounded);
    expect(buzzer.isActive).toBe(false);
    expect(lamp.changes.length).toBeGreaterThan(flashed);
  });

  it("leave nothing of the signal before", async () => {
    signals.show("alarm");
    await time.advance(700);
    signals.show("granted");
    await time.advance(10_000);
    expect(lamp.isActive).toBe(true);
    expect(time.keys).toEqual([]);
  });

  it("do not begin anew when the same is shown again", async () => {
    for (let each = 0; each < 20; each += 1) {
      signals.show("granted");
      await time.advance(100);
    }
    expect(buzzer.changes).toEqual(["on at 0", "off at 150"]);
  });

  it("are off after stop, with no timer left", async () => {
    signals.show("alarm");
    await signals.stop();
    expect([lamp.isStarted, lamp.isActive, buzzer.isActive]).toEqual([false, false, false]);
    expect(time.keys).toEqual([]);
  });

  it("work one without the other", async () => {
    const alone = new LineSignals({ id: "box-b", timers: time, lamp });
    alone.show("granted");
    expect(lamp.isActive).toBe(true);
    await new LineSignals({ id: "box-c", timers: time }).stop();
  });
});

describe("the signal table", () => {
  const rows = Object.values(signalTable);

  it("bounds every step and every sound", () => {
    for (const { light, sound } of rows) {
      const steps = [...light.stepsMs, ...sound.stepsMs];
      expect(steps.every((ms) => ms >= stepMinMs && ms <= stepMaxMs)).toBe(true);
      const soundMs = sound.times * sound.stepsMs.reduce((sum, ms) => sum + ms, 0);
      expect(soundMs).toBeLessThanOrEqual(soundMaxMs);
    }
  });

  it("has no endless rhythm without steps, which would never let go", () => {
    const endless = rows.filter(({ light }) => light.times === "without-end");
    expect(endless.length).toBeGreaterThan(0);
    expect(endless.every(({ light }) => light.stepsMs.length > 0)).toBe(true);
  });

  it("tells signals apart by rhythm alone, and each has words in both languages", () => {
    const rhythms = rows.map(({ light, sound }) => JSON.stringify([light, sound]));
    expect(new Set(rhythms).size).toBe(rows.length);
    expect(rows.every(({ zh, en }) => /\p{Script=Han}/u.test(zh) && en !== "")).toBe(true);
  });
});
