// Both back ends of this kernel do what the line contract says, and each what it alone can do.

import { execFileSync, spawn } from "node:child_process";
import { expect, test } from "vitest";
import { findLine, requestLine } from "../../../gateway/adapters/gpio/kernel-lines.ts";
import { ChardevSource } from "../../../gateway/adapters/gpio/chardev-source.ts";
import type { LineEvent } from "../../../gateway/adapters/gpio/uapi-v2.ts";
import { SysfsSource, sysfsLineNumber } from "../../../gateway/adapters/gpio/sysfs-source.ts";
import { until } from "../../gateway/drivers/until.ts";
import { lineContract } from "../../gateway/gpio/line-contract.ts";
import { kernelLines, kernelRig, kernelRuntime } from "./back-ends.ts";
import { chipDevice, chipLabel, pull } from "./simulated-chip.ts";

for (const driver of ["chardev", "sysfs"] as const) {
  lineContract(driver, () => Promise.resolve(kernelRig(driver)));
}

/** The simulated interrupt comes with the next tick, every 10 ms. */
const bounceMs = 15;

const activeOf = ({ isActive }: LineEvent): boolean => isActive;

function isLast(events: readonly LineEvent[], isActive: boolean): boolean {
  return events.at(-1)?.isActive === isActive;
}

function sleepMs(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

const input = { direction: "input", isActiveLow: false, bias: "as-is", hasEdges: true } as const;

test("a line is found by name or offset on the chip with the label", () => {
  const named = findLine(chipLabel, "GPIO27");
  expect(named).toMatchObject({ device: chipDevice(), offset: 27 });
  expect(findLine(chipLabel, "27")).toEqual(named);
  expect(findLine(chipDevice(), "4").offset).toBe(4);
  expect(() => findLine(chipLabel, "GPIO99")).toThrow(/no line GPIO99/);
  expect(() => findLine(chipLabel, "28")).toThrow(/no line 28/);
  expect(() => findLine("pinctrl-rp1", "GPIO17")).toThrow(/gpiochip\d+ is pinctrl-bcm2711/);
});

test("edges carry the kernel's time, in order and a number each", async () => {
  pull(27, false);
  const line = requestLine(chipDevice(), {
    ...input,
    offset: 27,
    consumer: "test",
    debounceMs: 0,
    eventMaxCount: 16,
  });
  const before = process.hrtime.bigint();
  const events: LineEvent[] = [];
  for (const level of [true, false]) {
    pull(27, level);
    await until("an edge", () => events.push(...line.takeEvents()) > 0 && isLast(events, level));
  }
  expect(events.map(({ isActive }) => isActive)).toEqual([true, false]);
  expect(events.map(({ lineSeqNo }) => lineSeqNo)).toEqual([1, 2]);
  const [first = 0n, second = 0n] = events.map(({ kernelNs }) => kernelNs);
  expect(first > before && second > first && second < process.hrtime.bigint()).toBe(true);
  expect(line.takeEvents()).toEqual([]);
  line.close();
});

test.each([
  { debounceMs: 0, expected: [true, false, true, false, true, false] },
  { debounceMs: 400, expected: [true, false] },
])("five bounces under a kernel debounce of $debounceMs ms", async ({ debounceMs, expected }) => {
  pull(27, false);
  const asked = { ...input, offset: 27, consumer: "test", debounceMs, eventMaxCount: 16 };
  const line = requestLine(chipDevice(), asked);
  const events: boolean[] = [];
  const take = (): boolean => {
    events.push(...line.takeEvents().map(activeOf));
    return events.length >= expected.length;
  };
  for (const level of [true, false, true, false, true]) {
    pull(27, level);
    sleepMs(bounceMs);
  }
  await until("the bounces", () => events.push(...line.takeEvents().map(activeOf)) > 0);
  pull(27, false);
  await until("the level after them", take);
  expect(events).toEqual(expected);
  line.close();
});

test("a line held by another process is refused with the holder's name", async () => {
  const child = spawn("gpioset", ["--mode=signal", chipDevice(), "22=0"]);
  await until("gpioset holds the line", () => findLine(chipLabel, "GPIO22").info.isUsed);
  const runtime = kernelRuntime();
  const output = kernelLines("chardev", runtime).output({ name: "GPIO22" });
  output.start();
  await until("the refusal", () => output.health.state === "absent");
  expect(output.health).toMatchObject({ reason: expect.stringContaining('held by "gpioset"') });
  expect(output.drive(true).outcome).toBe("not-sent");
  child.kill("SIGTERM");
  await until("it is held after all", () => output.health.state === "online");
  await output.stop();
});

test("edges the kernel's queue could not keep are noticed, and the level is right", async () => {
  pull(23, false);
  const runtime = kernelRuntime();
  const source = new ChardevSource({ ...runtime, chip: chipLabel });
  const heard: boolean[] = [];
  const held = await source.holdInput(
    { name: "GPIO23", isActiveLow: false, bias: "as-is", debounceMs: 0 },
    { onEdge: ({ isActive }) => heard.push(isActive), onLost: () => {} },
  );
  // Nobody looks in between.
  for (let edge = 0; edge < 101; edge += 1) {
    pull(23, edge % 2 === 0);
    sleepMs(bounceMs);
  }
  await until("the edges", () => heard.length > 0);
  expect(source.overrunCount).toBe(1);
  expect(heard.length).toBeLessThan(101);
  expect(heard.at(-1)).toBe(true);
  expect(runtime.log.lines.join()).toContain('"line":"GPIO23"');
  held.close();
});

test("sysfs finds its line by the base of the chip, whatever the kernel numbers from", () => {
  const number = sysfsLineNumber(chipLabel, "GPIO17");
  expect(sysfsLineNumber(chipLabel, "17")).toBe(number);
  expect(sysfsLineNumber(chipLabel, "0")).toBe(number - 17);
  expect(number).toBeGreaterThan(17);
});

test("sysfs warns of its weaknesses once, and takes no line that is held", async () => {
  const runtime = kernelRuntime();
  const source = new SysfsSource({ ...runtime, chip: chipLabel });
  const held = requestLine(chipDevice(), {
    direction: "output",
    offset: 24,
    consumer: "test",
    isActiveLow: false,
  });
  const choice = { name: "GPIO24", isActiveLow: false };
  await expect(source.holdOutput(choice)).rejects.toThrow(/EBUSY/);
  held.close();
  (await source.holdOutput(choice)).close();
  expect(runtime.log.lines.filter((line) => line.includes("sysfs"))).toHaveLength(1);
});

test("gpioinfo shows who holds a line", async () => {
  const output = kernelLines("chardev").output({ name: "GPIO25" });
  output.start();
  await until("held", () => output.health.state === "online");
  expect(execFileSync("gpioinfo", [chipDevice()], { encoding: "utf8" })).toMatch(
    /"GPIO25"\s+"driftbox GPIO25"\s+output/,
  );
  await output.stop();
});
