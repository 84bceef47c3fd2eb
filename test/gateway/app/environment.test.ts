// Power inputs, tamper switches and the position receiver as inputs of the core and as lamps.

import { describe, expect, it } from "vitest";
import { boxSignals } from "../../../gateway/app/devices/box-signals.ts";
import { startDevices, type Wiring } from "../../../gateway/app/devices/devices.ts";
import { isNews } from "../../../gateway/app/devices/environment.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { InputLine } from "../../../gateway/ports/devices.ts";
import { HandPosition, someFix } from "./hand-position.ts";
import { ManualTime } from "./manual-time.ts";

class HandLine implements InputLine {
  readonly id: string;
  set: (isActive: boolean | undefined) => void = () => undefined;
  isStarted = false;

  constructor(id: string) {
    this.id = id;
  }

  onLevel(listener: (isActive: boolean | undefined) => void): () => void {
    this.set = listener;
    return () => (this.set = () => undefined);
  }

  start(): void {
    this.isStarted = true;
  }

  stop(): Promise<void> {
    this.isStarted = false;
    return Promise.resolve();
  }
}

const fix = someFix;

function wired() {
  const mains = new HandLine("mains");
  const batteryLow = new HandLine("battery");
  const lid = new HandLine("lid");
  const position = new HandPosition();
  const inputs: Input[] = [];
  const heard: number[] = [];
  const tampers = [{ line: lid, sensor: "lid", box: "box-a" }];
  const hardware = { readers: [], boards: [], doors: [] };
  const wiring: Wiring = { ...hardware, mains, batteryLow, tampers, position };
  const stop = startDevices({
    wiring,
    offer: (input) => void inputs.push(input),
    badgeRefOf: (number) => number,
    isBadge: () => false,
    satelliteTime: { hear: ({ heardMonoMs }) => void heard.push(heardMonoMs), notBefore() {} },
  });
  return { mains, batteryLow, lid, position, inputs, heard, stop };
}

describe("the surroundings of a gateway", () => {
  it("are told as levels: mains, battery and switches", () => {
    const { mains, batteryLow, lid, inputs } = wired();
    const detail = "switch";
    expect([mains, batteryLow, lid].map(({ isStarted }) => isStarted)).toEqual([true, true, true]);
    mains.set(false);
    batteryLow.set(true);
    lid.set(undefined);
    expect(inputs).toEqual([
      { kind: "MainsReported", isPresent: false },
      { kind: "BatteryReported", isLow: true },
      { kind: "TamperReported", sensor: "lid", box: "box-a", isActive: undefined, detail },
    ]);
  });

  it("are no longer listened to once devices are stopped", async () => {
    const { mains, position, inputs, stop } = wired();
    await stop();
    mains.set(true);
    position.fix(fix);
    position.report({ state: "online" });
    expect(inputs).toEqual([]);
    expect(mains.isStarted).toBe(false);
  });
});

describe("a position receiver", () => {
  it("tells every fix to the clock, and to the core what is news", () => {
    const { position, inputs, heard } = wired();
    position.fix(fix);
    position.fix({ ...fix, heardMonoMs: 6_000 });
    position.fix(undefined);
    position.fix(undefined);
    const told = { latitude: 29.9854, longitude: 122.2072, quality: 1 };
    expect(heard).toEqual([5_000, 6_000]);
    expect(inputs).toEqual([
      { kind: "PositionReported", position: told },
      { kind: "PositionReported", position: undefined },
    ]);
  });

  it("that is lost is a lost device", () => {
    const { position, inputs } = wired();
    position.report({ state: "absent", reason: "unplugged" });
    expect(inputs).toMatchObject([{ kind: "DeviceHealthChanged", device: "position" }]);
  });

  it("is news when it moved 50 m, changed its quality, or was silent for a minute", () => {
    expect(isNews(undefined, undefined)).toBe(false);
    expect(isNews(fix, { ...fix, latitude: 29.9858 })).toBe(false);
    expect(isNews(fix, { ...fix, latitude: 29.986 })).toBe(true);
    expect(isNews(fix, { ...fix, longitude: 122.2066 })).toBe(true);
    expect(isNews(fix, { ...fix, quality: 2 })).toBe(true);
    expect(isNews(fix, { ...fix, heardMonoMs: 64_999 })).toBe(false);
    expect(isNews(fix, { ...fix, heardMonoMs: 65_000 })).toBe(true);
  });
});

describe("the signals of boxes", () => {
  function boxes() {
    const time = new ManualTime();
    const shown: string[] = [];
    const at = (box: string, name: string) => ({
      box,
      signals: { show: (signal: string) => void shown.push(`${name} ${signal}`) },
    });
    const wires = [at("box-a", "lamp"), at("box-b", "other"), at("box-a", "reader")];
    return { time, shown, show: boxSignals({ wires, timers: time }) };
  }

  it("reach everything at the box and nothing elsewhere", () => {
    const { shown, show } = boxes();
    show("box-a", "granted");
    show("box-c", "alarm");
    expect(shown).toEqual(["lamp granted", "reader granted"]);
  });

  it("that pass give way to what lasts at the box", async () => {
    const { time, shown, show } = boxes();
    show("box-b", "alarm");
    show("box-b", "refused");
    await time.advance(60_000);
    show("box-b", "working");
    show("box-b", "idle");
    await time.advance(60_000);
    expect(shown).toEqual(
      ["alarm", "refused", "alarm", "working", "idle"].map((signal) => `other ${signal}`),
    );
  });

  it("that last stay until the next order", async () => {
    const { time, shown, show } = boxes();
    show("box-b", "door-open");
    await time.advance(3_600_000);
    expect(shown).toEqual(["other door-open"]);
  });
});
