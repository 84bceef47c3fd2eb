// The simulator goes before the programs it starts, and they do not inherit that.

import { spawn } from "node:child_process";
import { getPriority, setPriority } from "node:os";
import { expect, it } from "vitest";
import { atUsualPriority, devicesGoFirst } from "../../device-sim/run/priority.ts";

it("devices go first where the user may, and programs as usual", ({ skip }) => {
  const usual = getPriority();
  if (!devicesGoFirst()) {
    expect(getPriority()).toBe(usual);
    skip("this user may not go first");
  }
  const child = spawn("sleep", ["60"]);
  try {
    expect(getPriority()).toBeLessThan(usual);
    expect(getPriority(child.pid)).toBeLessThan(usual);
    expect(getPriority(atUsualPriority(child).pid)).toBe(usual);
    expect(getPriority()).toBeLessThan(usual);
  } finally {
    child.kill();
    setPriority(usual);
  }
});
