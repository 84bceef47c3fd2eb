// Lines of the simulated GPIO against the simulator's own server: the same suite as on a kernel.

import { expect, test } from "vitest";
import { GpioServer } from "../../../device-sim/devices/gpio-server.ts";
import { VirtualScheduler } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import { buildWorld } from "../../../device-sim/world/index.ts";
import { GpioLockBoard } from "../../../gateway/adapters/gpio/gpio-lock-board.ts";
import { gpioLines, lockLines } from "../../../gateway/adapters/gpio/lines.ts";
import type { LineRuntime } from "../../../gateway/adapters/serial/supervised-line.ts";
import { RecordingLog } from "../drivers/recording-log.ts";
import { SystemTime } from "../drivers/system-time.ts";
import { until } from "../drivers/until.ts";
import { lineContract, type LineRig } from "./line-contract.ts";

function systemRuntime(): LineRuntime {
  const timers = new SystemTime();
  return { timers, monoMs: timers.monoMs, random: () => 0, log: new RecordingLog() };
}

async function served(): Promise<{ readonly stage: Stage; readonly gpio: GpioServer }> {
  const plan = { seed: 1, compartments: [], parcels: [], people: [], switches: ["mains"] };
  const stage = new Stage(buildWorld(plan), new VirtualScheduler());
  const gpio = await GpioServer.open({
    stage,
    contacts: new Map(),
    beams: new Map(),
    switches: ["mains"],
    outputs: new Map([["led", "led" as const]]),
    host: "127.0.0.1",
    tcpPort: 0,
  });
  return { stage, gpio };
}

async function simRig(): Promise<LineRig> {
  const { stage, gpio } = await served();
  return {
    lines: gpioLines({ driver: "sim", url: gpio.url }, systemRuntime()),
    far: {
      setInput: (name, isHigh) => stage.act({ kind: "turnSwitch", name, isClosed: isHigh }),
      isOutputHigh: (name) => gpio.outputLevel(name),
    },
    inputName: "mains",
    outputName: "led",
    end: () => gpio.close(),
  };
}

lineContract("the simulator", simRig);

test("a lock on a simulated line is pulsed and ends low", async () => {
  const { gpio } = await served();
  const runtime = systemRuntime();
  const choice = { driver: "sim", url: gpio.url } as const;
  const options = { choice, lines: gpioLines(choice, runtime), runtime, pulseStart: [] };
  const [lock] = lockLines(options, [{ name: "led", oneShot: "process" }]);
  if (lock === undefined) throw new Error("no lock was made");
  const board = new GpioLockBoard("gpio/led", lock);
  const healths: string[] = [];
  board.onHealth(({ state }) => healths.push(state));
  board.start();
  await until("the board is online", () => healths.includes("online"));
  const result = board.pulse({ channel: 0, pulseMs: 100, deadlineMonoMs: runtime.monoMs() + 1e4 });
  await until("the line is driven", () => gpio.outputLevel("led") === true);
  expect(await result).toEqual({ outcome: "answered" });
  await until("the line is low", () => gpio.outputLevel("led") === false);
  await board.stop();
  await gpio.close();
});

test("a lock by a process needs the character device", () => {
  const runtime = systemRuntime();
  const choice = { driver: "sysfs", chip: "pinctrl-bcm2711" } as const;
  const options = { choice, lines: gpioLines(choice, runtime), runtime, pulseStart: [] };
  expect(() => lockLines(options, [{ name: "17", oneShot: "process" }])).toThrow(/hardware/);
  expect(lockLines(options, [{ name: "17", oneShot: "hardware" }])).toHaveLength(1);
});
