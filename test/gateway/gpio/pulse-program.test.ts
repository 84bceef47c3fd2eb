// The programs that give a pulse: which one a machine has, and how each is told.

import { expect, test } from "vitest";
import {
  gpiosetOf,
  gpiosetV2,
  ownPulseProgram,
  type PulseProgram,
} from "../../../gateway/adapters/gpio/pulse-program.ts";

const pulse = {
  device: "/dev/gpiochip0",
  offset: 17,
  isActiveLow: false,
  pulseMs: 1_250,
  deadlineMonoMs: 99_000,
};

function lineOf(program: PulseProgram, isActiveLow: boolean): string {
  const { command, args } = program.commandOf({ ...pulse, isActiveLow });
  return [command, ...args].join(" ");
}

test("the version of gpioset decides its command line", () => {
  expect(gpiosetOf("gpioset (libgpiod) v2.1.2")).toBe(gpiosetV2);
  expect(gpiosetOf("gpioset (libgpiod) 2.2")).toBe(gpiosetV2);
  expect(gpiosetOf("gpioset (libgpiod) v3.0")).toBeUndefined();
  expect(gpiosetOf("")).toBeUndefined();
});

test("gpioset 1 is not used: it frees the line without making it inactive", () => {
  expect(gpiosetOf("gpioset (libgpiod) v1.6.3\nCopyright (C) 2017-2018")).toBeUndefined();
});

test("gpioset 2 toggles once after a time and ends", () => {
  const common = "gpioset --consumer=driftbox-pulse --toggle=1250000us,0";
  expect(lineOf(gpiosetV2, false)).toBe(`${common} --chip=/dev/gpiochip0 17=1`);
  expect(lineOf(gpiosetV2, true)).toBe(`${common} --active-low --chip=/dev/gpiochip0 17=1`);
});

test("our own program is also told the deadline", () => {
  const own = ownPulseProgram(["node", "pulse-line.js"]);
  expect(lineOf(own, true)).toBe(
    "node pulse-line.js --device=/dev/gpiochip0 --offset=17 --pulse-ms=1250 " +
      "--deadline-mono-ms=99000 --active-low",
  );
  expect(own.wasNotDriven({ code: 3, words: "" })).toBe(true);
  expect(own.wasNotDriven({ code: 1, words: "busy" })).toBe(false);
  expect(own.wasNotDriven({ code: null, words: "" })).toBe(false);
});

test("only words that exclude a pulse make gpioset's failure harmless", () => {
  const said = (words: string, code: number | null = 1): boolean =>
    gpiosetV2.wasNotDriven({ code, words });
  expect(said("gpioset: error setting the GPIO line values: Device or resource busy")).toBe(true);
  expect(said("gpioset: cannot find line 'GPIO99'")).toBe(true);
  expect(said("gpioset: error setting the GPIO line values: Input/output error")).toBe(false);
  expect(said("Device or resource busy", null)).toBe(false);
});
