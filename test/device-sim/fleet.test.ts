// A fleet of boxes: lives by seed, load that is answered, ports for others, and a clean end.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it, test } from "vitest";
import { AnswerTimes } from "../../device-sim/fleet/answer-times.ts";
import { Fleet, type FleetSerial } from "../../device-sim/fleet/fleet.ts";
import { fleetDayMs, isReachable, isVisited, profileOf } from "../../device-sim/fleet/profiles.ts";

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function open(serial: FleetSerial, count: number): Promise<Fleet> {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-fleet-"));
  folders.push(folder);
  return Fleet.open({ count, seed: 7, serial, folder });
}

it("the same seed gives the same lives, and both kinds of box are among them", () => {
  const lives = Array.from({ length: 60 }, (_, index) => profileOf(3, index));
  expect(lives).toEqual(Array.from({ length: 60 }, (_, index) => profileOf(3, index)));
  expect(lives).not.toEqual(Array.from({ length: 60 }, (_, index) => profileOf(4, index)));
  expect(new Set(lives.map(({ kind }) => kind))).toEqual(new Set(["ferry", "branch"]));
});

it("ferries go through tunnels, branches do not, and everybody has hours", () => {
  const times = Array.from({ length: 480 }, (_, step) => (step * fleetDayMs) / 480);
  for (const life of Array.from({ length: 30 }, (_, index) => profileOf(1, index))) {
    const reached = times.filter((atMs) => isReachable(life, atMs)).length;
    if (life.kind === "branch") expect(reached).toBe(480);
    else expect(reached).toBeLessThan(480);
    expect(reached).toBeGreaterThan(240);
    const visited = times.filter((atMs) => isVisited(life, atMs)).length;
    expect(visited).toBeGreaterThan(0);
    expect(visited).toBeLessThan(480);
  }
});

test.each<FleetSerial>(["memory", "pty", "tcp"])(
  "boards on %s lines answer their host",
  async (serial) => {
    const fleet = await open(serial, 6);
    try {
      const report = await fleet.measure(1.2, new AbortController().signal);
      expect(report.boxes).toBe(6);
      expect(report.ferries + report.branches).toBe(6);
      expect(report.answered).toBeGreaterThan(0);
      expect(report.answered).toBeLessThanOrEqual(report.polls);
      expect(report.p50Ms).toBeGreaterThan(0);
      expect(report.p99Ms).toBeGreaterThanOrEqual(report.p50Ms);
      expect(report.violations).toBe(0);
    } finally {
      await fleet.close();
    }
  },
);

it("a signal ends the measurement at once, and every port is gone after the end", async () => {
  const fleet = await open("pty", 3);
  const ports = fleet.ports();
  expect(ports).toHaveLength(3);
  expect(new Set(ports.flatMap(({ board, reader }) => [board, reader])).size).toBe(6);
  await fleet.measure(3_600, AbortSignal.abort());
  await fleet.close();
  expect(readdirSync(folders[0] ?? "")).toEqual([]);
});

it("quantiles of answer times lie within their narrow buckets", () => {
  const times = new AnswerTimes();
  expect(times.quantileMs(0.5)).toBe(0);
  for (let ms = 1; ms <= 100; ms += 1) times.add(ms);
  times.add(1e9);
  expect(times.quantileMs(0.5)).toBeCloseTo(51, 0);
  expect(times.quantileMs(1)).toBe(1_000);
});
