// Kernels number GPIO lines from different bases: the chip's label decides, never a number.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { sysfsLineNumber } from "../../../gateway/adapters/gpio/sysfs-source.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sysfs-gpio-"));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function chip(label: string, base: number, lineCount: number): void {
  const path = join(folder, `gpiochip${base}`);
  mkdirSync(path);
  writeFileSync(join(path, "label"), `${label}\n`);
  writeFileSync(join(path, "base"), `${base}\n`);
  writeFileSync(join(path, "ngpio"), `${lineCount}\n`);
}

test.each([0, 512, 571])("line 17 of a chip at base %i is found by label", (base) => {
  chip("raspberrypi-exp-gpio", base + 100, 8);
  chip("pinctrl-bcm2711", base, 58);
  for (const line of ["17", "GPIO17"]) {
    expect(sysfsLineNumber("pinctrl-bcm2711", line, folder)).toBe(base + 17);
  }
});

test("a line outside the chip, or a name sysfs cannot know, is refused with the range", () => {
  chip("pinctrl-bcm2711", 512, 58);
  for (const line of ["58", "GPIO58", "door-a-1", "-1", ""]) {
    expect(() => sysfsLineNumber("pinctrl-bcm2711", line, folder)).toThrow(/0 to 57/);
  }
});

test("a missing chip or folder is a fault of the device", () => {
  expect(() => sysfsLineNumber("pinctrl-rp1", "17", folder)).toThrow(/no GPIO chip labelled/);
  const nowhere = join(folder, "nowhere");
  expect(() => sysfsLineNumber("pinctrl-rp1", "17", nowhere)).toThrow(/cannot be read/);
});
