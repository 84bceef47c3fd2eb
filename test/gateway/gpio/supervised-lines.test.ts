// Lines of this machine under supervision: taken, looked at, lost, taken again.

import { beforeEach, describe, expect, test } from "vitest";
import { SourceLines } from "../../../gateway/adapters/gpio/source-lines.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { MemorySource } from "./memory-source.ts";

class Gate {
  open: () => void = () => {};
  readonly passed = new Promise<void>((resolve) => {
    this.open = resolve;
  });
}

let time: ManualTime;
let log: RecordingLog;
let source: MemorySource;
let lines: SourceLines;

beforeEach(() => {
  time = new ManualTime();
  log = new RecordingLog();
  source = new MemorySource();
  const runtime: LineRuntime = { timers: time, monoMs: time.monoMs, random: () => 0, log };
  lines = new SourceLines(source, runtime);
});

function watched(): { readonly heard: (boolean | undefined)[]; stop: () => Promise<void> } {
  const line = lines.input({ name: "door" });
  const heard: (boolean | undefined)[] = [];
  line.onLevel((level) => heard.push(level));
  line.start();
  return { heard, stop: () => line.stop() };
}

describe("an input", () => {
  test("that the kernel debounces is reported at once", async () => {
    source.setInput("door", true);
    const { heard } = watched();
    await time.advance(0);
    expect(heard).toEqual([true]);
    source.setInput("door", false);
    expect(heard).toEqual([true, false]);
  });

  test("that nobody debounces is reported when it rests", async () => {
    source.isDebounced = false;
    const { heard } = watched();
    await time.advance(30);
    for (const level of [true, false, true]) {
      source.setInput("door", level);
      await time.advance(5);
    }
    expect(heard).toEqual([false]);
    await time.advance(100);
    expect(heard).toEqual([false, true]);
  });

  test("whose edge was missed is put right within a second", async () => {
    const { heard } = watched();
    await time.advance(0);
    source.setInput("door", true, false);
    await time.advance(999);
    expect(heard).toEqual([false]);
    await time.advance(1);
    expect(heard).toEqual([false, true]);
  });

  test("is unknown while its chip is away, and known again when it is back", async () => {
    source.setInput("door", true);
    const { heard } = watched();
    await time.advance(0);
    source.unplug();
    expect(heard).toEqual([true, undefined]);
    await time.advance(10_000);
    source.plug();
    source.setInput("door", true);
    await time.advance(30_000);
    expect(heard).toEqual([true, undefined, true]);
  });

  test("that another program holds is unknown, and the log names the holder", async () => {
    source.holders.set("door", "gpiomon");
    const { heard } = watched();
    await time.advance(0);
    expect(heard).toEqual([undefined]);
    expect(log.lines.join()).toContain('held by \\"gpiomon\\"');
    source.holders.delete("door");
    await time.advance(500);
    expect(heard).toEqual([undefined, false]);
  });

  test("stopped while it is being taken is free again", async () => {
    const { heard, stop } = watched();
    await stop();
    await time.advance(60_000);
    expect(heard).toEqual([]);
    expect(source.holders.size).toBe(0);
    expect(time.keys).toEqual([]);
  });
});

describe("an output", () => {
  test("stopped while it is being taken is given back", async () => {
    const given = new Gate();
    source.gate = given.passed;
    const lamp = lines.output({ name: "lamp" });
    lamp.start();
    await time.advance(0);
    const stopping = lamp.stop();
    given.open();
    await stopping;
    expect(source.driven.at(-1)).toBe("lamp 0");
    expect(source.holders.size).toBe(0);
    expect(lamp.drive(true).outcome).toBe("not-sent");
  });

  test("is inactive when it is taken, and again when it is given back", async () => {
    const lamp = lines.output({ name: "lamp" });
    lamp.start();
    await time.advance(0);
    lamp.set(true);
    await lamp.stop();
    expect(source.driven).toEqual(["lamp 0", "lamp 1", "lamp 0"]);
    expect(source.holders.size).toBe(0);
    expect(time.keys).toEqual([]);
  });

  test("that came back after a loss is inactive, and orders meanwhile are lost", async () => {
    const lamp = lines.output({ name: "lamp" });
    lamp.start();
    await time.advance(0);
    lamp.set(true);
    source.unplug();
    await time.advance(1_000);
    expect(lamp.health.state).toBe("absent");
    expect(lamp.drive(true)).toMatchObject({ outcome: "not-sent" });
    source.plug();
    await time.advance(30_000);
    expect(lamp.health.state).toBe("online");
    expect(source.driven.slice(2)).toEqual(["lamp 0"]);
  });

  test("whose write failed may have moved: unknown, and taken anew", async () => {
    const lamp = lines.output({ name: "lamp" });
    lamp.start();
    await time.advance(0);
    source.failCount = 1;
    expect(lamp.drive(true)).toMatchObject({ outcome: "unknown" });
    expect(source.levels.get("lamp")).toBe(false);
    await time.advance(500);
    expect(lamp.drive(true)).toEqual({ outcome: "answered" });
  });
});
