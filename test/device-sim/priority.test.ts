// The simulator goes before the programs it starts, and they do not inherit that.

import { spawnSync } from "node:child_process";
import { getPriority, setPriority } from "node:os";
import { expect, it } from "vitest";
import { atUsualPriority, devicesGoFirst } from "../../device-sim/run/priority.ts";

it("devices go first where the user may, and programs as usual", ({ skip }) => {
  const usual = getPriority();
  const said = (): number => {
    const script = 'console.log(require("node:os").getPriority())';
    return Number(spawnSync(process.execPath, ["-e", script], { encoding: "utf8" }).stdout);
  };
  if (!devicesGoFirst()) {
    expect(getPriority()).toBe(usual);
    skip("this user may not go first");
  }
  try {
    expect(getPriority()).toBeLessThan(usual);
    expect(atUsualPriority(said)).toBe(usual);
    expect(getPriority()).toBeLessThan(usual);
  } finally {
    setPriority(usual);
  }
});
