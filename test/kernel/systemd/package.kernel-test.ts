// The package installs on a system that has nothing but Node, and starts nothing by itself.

import { readFileSync, statSync } from "node:fs";
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { driftbox } from "./packaged-box.ts";
import { brokerUnit, gatewayUnit, property } from "./units.ts";

test("the package installs without a word of trouble", () => {
  const log = readFileSync("/mnt/install.log", "utf8");
  expect({ code: readFileSync("/mnt/install-code", "utf8").trim(), log }).toMatchObject({
    code: "0",
  });
  expect(log).not.toMatch(/error|warning|fail/i);
});

test("installing makes the two users and starts nothing", () => {
  const groups = execFileSync("id", ["-nG", "driftbox"], { encoding: "utf8" }).trim().split(" ");
  expect(groups.toSorted()).toEqual(["dialout", "driftbox", "gpio"]);
  execFileSync("id", ["driftbox-broker"]);
  for (const unit of [gatewayUnit, brokerUnit]) {
    expect(property(unit, "LoadState")).toBe("loaded");
    expect(property(unit, "UnitFileState")).toBe("disabled");
  }
});

test("the command answers, and says what is wrong", () => {
  expect(driftbox("version")).toMatch(/^driftbox \d+\.\d+\.\d+\n$/);
  expect(() => driftbox("verify", "--data", "/nowhere")).toThrow(/config\/value/);
});

test("udev gives the GPIO chip to its group", () => {
  const { mode, gid } = statSync("/dev/gpiochip0");
  const [, , group] = execFileSync("getent", ["group", "gpio"], { encoding: "utf8" }).split(":");
  expect({ mode: (mode & 0o777).toString(8), gid }).toEqual({ mode: "660", gid: Number(group) });
});
