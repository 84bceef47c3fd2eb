// Layouts of the C library that differ between 32 and 64 bits, read as linux/timex.h gives them.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  bootTimeUs,
  clockDiscipline,
  maxErrorUsOf,
} from "../../../gateway/adapters/runtime/libc.ts";

it("finds the bound of the clock's error behind modes, offset and frequency", () => {
  const long = new DataView(new ArrayBuffer(208));
  long.setBigInt64(24, 16_000_000n, true);
  expect(maxErrorUsOf(long.buffer, false)).toBe(16_000_000);
  const short = new DataView(new ArrayBuffer(128));
  short.setInt32(12, 16_000_000, true);
  expect(maxErrorUsOf(short.buffer, true)).toBe(16_000_000);
});

it("reads the boot-time clock of this machine", () => {
  const uptimeS = Number(readFileSync("/proc/uptime", "latin1").split(" ")[0]);
  expect(Math.abs(bootTimeUs() / 1_000_000 - uptimeS)).toBeLessThan(10);
  expect(clockDiscipline().maxErrorMs).toBeGreaterThanOrEqual(0);
});
