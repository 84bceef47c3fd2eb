// A scale on the kernel's own industrial I/O: counts of a file that a driver makes and removes.

import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { IioScale } from "../../../gateway/adapters/scales/iio-scale.ts";
import { NodeTimers } from "../../../gateway/adapters/runtime/node-timers.ts";
import { RecordingLog } from "../../gateway/drivers/recording-log.ts";
import { until } from "../../device-sim/until.ts";

const device = "/sys/kernel/config/iio/devices/dummy/driftbox";
const devices = "/sys/bus/iio/devices";

afterEach(() => {
  if (existsSync(device)) rmdirSync(device);
});

/** Folder of the device that was made. */
function made(): string {
  mkdirSync(device);
  const names = readdirSync(devices).filter((name) => name.startsWith("iio:device"));
  const folder = names.find((name) => nameOf(join(devices, name)) === "driftbox");
  if (folder === undefined) throw new Error(`no device of the name among ${names.join(", ")}`);
  return join(devices, folder);
}

function nameOf(folder: string): string {
  return readFileSync(join(folder, "name"), "utf8").trim();
}

function scaleAt(file: string, heard: (boolean | undefined)[]): IioScale {
  const timers = new NodeTimers();
  const monoMs = (): number => performance.now();
  const runtime = { timers, monoMs, random: () => 0.5, log: new RecordingLog() };
  const fitting = { emptyRaw: 0, rawPerGram: 1, leastG: 10 };
  const scale = new IioScale({ ...runtime, id: "scale-a-1", file, fitting });
  scale.onLevel((level) => void heard.push(level));
  return scale;
}

test("a scale tells what the driver counts", async () => {
  // What the driver of the kernel converts by itself.
  const file = join(made(), "in_voltage0_raw");
  expect(readFileSync(file, "utf8")).toMatch(/^-?[0-9]+\n$/);
  const heard: (boolean | undefined)[] = [];
  const scale = scaleAt(file, heard);
  scale.start();
  await until(() => heard.length > 0);
  await scale.stop();
  expect(heard).toEqual([Number(readFileSync(file, "utf8")) >= 10]);
});

test("a scale hears a load come and go, and a device that is removed and made again", async () => {
  // The one channel of this driver that can be set from outside.
  const file = join(made(), "out_voltage0_raw");
  const heard: (boolean | undefined)[] = [];
  const scale = scaleAt(file, heard);
  writeFileSync(file, "0");
  scale.start();
  await until(() => heard.length === 1);
  writeFileSync(file, "120");
  await until(() => heard.length === 2);
  rmdirSync(device);
  await until(() => heard.length === 3);
  writeFileSync(join(made(), "out_voltage0_raw"), "120");
  await until(() => heard.length === 4);
  await scale.stop();
  expect(heard).toEqual([false, true, undefined, true]);
});
