// A board whose watchdog is not fed starts again; these tests run after that second start.

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const feeding: unknown = JSON.parse(readFileSync("/mnt/feeding.json", "utf8"));

test("a fed watchdog lets the board run for longer than its time limit", () => {
  expect(feeding).toMatchObject({ limitS: 2 });
  expect(feeding).toHaveProperty("fedMs");
  const { fedMs, startedMs } = Object(feeding);
  expect(fedMs - startedMs).toBeGreaterThanOrEqual(6_000);
});

test("a watchdog that is left hungry starts the board again", () => {
  expect(existsSync("/mnt/survived")).toBe(false);
  const first = readFileSync("/mnt/first-boot", "utf8");
  expect(readFileSync("/proc/sys/kernel/random/boot_id", "utf8")).not.toBe(first);
});
