// The program that gives a pulse: how it is told.

import { expect, test } from "vitest";
import { pulseProgram } from "../../../gateway/adapters/gpio/pulse-program.ts";

test("a pulse is told with its line, its polarity and its deadline", () => {
  const pulse = {
    device: "/dev/gpiochip0",
    offset: 17,
    isActiveLow: true,
    pulseMs: 1_250,
    deadlineMonoMs: 99_000,
  };
  const program = pulseProgram(["node", "pulse-line.js"]);
  const { command, args } = program.commandOf(pulse);
  expect([command, ...args].join(" ")).toBe(
    "node pulse-line.js --device=/dev/gpiochip0 --offset=17 --pulse-ms=1250 " +
      "--deadline-mono-ms=99000 --active-low",
  );
  expect(program.commandOf({ ...pulse, isActiveLow: false }).args).not.toContain("--active-low");
  expect(program.ahead).toEqual({ command: "node", args: ["pulse-line.js", "--ahead"] });
});
