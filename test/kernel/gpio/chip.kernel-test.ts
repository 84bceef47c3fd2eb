// The simulated chip looks like a Raspberry Pi's, so that drivers find it by label and line name.

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const simulated = process.env["DRIFTBOX_GPIO_SIM"] ?? "";

/** The text of a file below the simulated chip's configuration, without its line end. */
function configured(path: string): string {
  return readFileSync(join(simulated, path), "utf8").trim();
}

test("the chip has the label of a Raspberry Pi 4 and its line names", () => {
  expect(configured("bank0/label")).toBe("pinctrl-bcm2711");
  const seen = execFileSync("gpioinfo", [configured("bank0/chip_name")], { encoding: "utf8" });
  expect(seen).toContain("28 lines");
  for (const number of [5, 6, 13, 17, 18, 22, 23, 24, 25, 27]) {
    expect(seen).toContain(`"GPIO${number}"`);
  }
});

test("an input of the chip has an interrupt, without which there are no edges", () => {
  const base = readdirSync("/sys/class/gpio").find((name) => name.startsWith("gpiochip"));
  const line = Number(base?.slice("gpiochip".length)) + 4;
  execFileSync("sh", ["-c", `echo ${line} > /sys/class/gpio/export`]);
  expect(existsSync(`/sys/class/gpio/gpio${line}/edge`)).toBe(true);
  execFileSync("sh", ["-c", `echo ${line} > /sys/class/gpio/unexport`]);
});
