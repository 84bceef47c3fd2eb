// Locks on lines of a real kernel: each pulse is bounded, whoever gives it and whoever is killed.

import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { limits } from "@driftbox/proto";
import { GpioLockBoard } from "../../../gateway/adapters/gpio/gpio-lock-board.ts";
import { findLine } from "../../../gateway/adapters/gpio/kernel-lines.ts";
import { lockLines } from "../../../gateway/adapters/gpio/lines.ts";
import type { LockBoard, PulseOrder } from "../../../gateway/ports/devices.ts";
import { until } from "../../gateway/drivers/until.ts";
import { kernelLines, kernelRuntime } from "./back-ends.ts";
import { startOf } from "./program.ts";
import { chipDevice, chipLabel, isHigh } from "./simulated-chip.ts";

/** From source inside the guest a program takes seconds to start. */
const startMaxMs = 40_000;

const started: LockBoard[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map((board) => board.stop()));
});

async function online(board: LockBoard): Promise<LockBoard> {
  let isOnline = false;
  board.onHealth(({ state }) => {
    isOnline = state === "online";
  });
  started.push(board);
  board.start();
  await until("the board is online", () => isOnline);
  return board;
}

function order(pulseMs: number, withinMs = 60_000): PulseOrder {
  return { channel: 0, pulseMs, deadlineMonoMs: kernelRuntime().monoMs() + withinMs };
}

function configuredBoard(oneShot: "process" | "hardware"): GpioLockBoard {
  const runtime = kernelRuntime();
  const options = {
    choice: { driver: "chardev", chip: chipLabel },
    lines: kernelLines("chardev", runtime),
    runtime,
    pulseStart: startOf("gateway/pulse-line.ts"),
  } as const;
  const [line] = lockLines(options, [{ name: "GPIO17", oneShot }]);
  if (line === undefined) throw new Error("no lock was made");
  return new GpioLockBoard("gpio/GPIO17", line);
}

function otherProcesses(): readonly string[] {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && +name !== process.pid);
}

/** The other process that has requested a line. */
function lineHolder(): number {
  const holder = otherProcesses().find((pid) =>
    filesOf(pid).some((file) => file.includes("gpio-line")),
  );
  return Number(holder);
}

/** Whether a pulse program waits that has loaded all it needs. */
function isOneWaiting(): boolean {
  return otherProcesses().some((pid) => {
    const isProgram = readOf(pid, "cmdline").includes("pulse-line.ts");
    return isProgram && readOf(pid, "maps").includes("koffi.node");
  });
}

/** Empty when the process has gone. */
function readOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

function filesOf(pid: string): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
  } catch {
    return [];
  }
}

describe("a pulse by a process of its own", () => {
  test("drives the line for its time, is answered, and ends low", async () => {
    const board = await online(configuredBoard("process"));
    const result = board.pulse(order(300));
    await until("the line is driven", () => isHigh(17), startMaxMs);
    expect(await result).toEqual({ outcome: "answered" });
    expect(isHigh(17)).toBe(false);
    expect(findLine(chipLabel, "GPIO17").info.isUsed).toBe(false);
  });

  test("is given while its order lives, although the program takes longer to start", async () => {
    const board = await online(configuredBoard("process"));
    await until("a process waits for its order", isOneWaiting, startMaxMs);
    expect(await board.pulse(order(300, limits.orderLifeMs))).toEqual({ outcome: "answered" });
  });

  test("is never given twice at once", async () => {
    const board = await online(configuredBoard("process"));
    const first = board.pulse(order(300));
    expect(await board.pulse(order(300))).toMatchObject({ outcome: "not-sent" });
    expect(await first).toEqual({ outcome: "answered" });
  });

  test("whose process is killed in the middle ends low and is unknown", async () => {
    const board = await online(configuredBoard("process"));
    const result = board.pulse(order(5_000));
    await until("the line is driven", () => isHigh(17), startMaxMs);
    process.kill(lineHolder(), "SIGKILL");
    expect(await result).toMatchObject({ outcome: "unknown" });
    expect(isHigh(17)).toBe(false);
  });

  test("is not given after its deadline", async () => {
    const board = await online(configuredBoard("process"));
    const late = await board.pulse(order(300, 0));
    expect(late).toEqual({ outcome: "not-sent", reason: "the deadline has passed" });
    expect(isHigh(17)).toBe(false);
  });

  test("is not given on a line that another process holds", async () => {
    const board = await online(configuredBoard("process"));
    const other = spawn("gpioset", ["--mode=signal", chipDevice(), "17=0"]);
    await until("the other holds it", () => findLine(chipLabel, "GPIO17").info.isUsed);
    const result = await board.pulse(order(300));
    expect(result).toEqual({
      outcome: "not-sent",
      reason: 'line GPIO17 is held by "gpioset"',
    });
    other.kill("SIGTERM");
    await until("the other is gone", () => !findLine(chipLabel, "GPIO17").info.isUsed);
  });
});

test("a pulse bounded by hardware is given by this process and ends low", async () => {
  const board = await online(configuredBoard("hardware"));
  const result = board.pulse(order(200));
  expect(isHigh(17)).toBe(true);
  expect(await result).toEqual({ outcome: "answered" });
  expect(isHigh(17)).toBe(false);
  expect(findLine(chipLabel, "GPIO17").info.consumer).toBe("driftbox GPIO17");
});

test("stopping in the middle of a pulse ends low", async () => {
  const board = await online(configuredBoard("hardware"));
  const result = board.pulse(order(5_000));
  expect(isHigh(17)).toBe(true);
  await board.stop();
  expect(isHigh(17)).toBe(false);
  expect(await result).toMatchObject({ outcome: "unknown" });
});

test("the start of a board brings its outputs low", async () => {
  const left = spawn("gpioset", ["--mode=exit", chipDevice(), "17=1"]);
  await new Promise((resolve) => left.once("close", resolve));
  await online(configuredBoard("process"));
  expect(isHigh(17)).toBe(false);
});
