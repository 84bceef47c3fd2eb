// The invariant monitors name a planted violation and stay quiet over lawful history.

import { expect, it } from "vitest";
import {
  noHistory,
  openedWithoutRecord,
  overdueCoils,
  watch,
  type Happening,
  type Intent,
  type MonitorState,
  type Violation,
} from "../../device-sim/world/index.ts";

const limits = { coilMaxOnMs: 1_000 };
const group = "a";

function on(compartment: number, atMs: number, supplyGroup = group): Happening {
  return { kind: "CoilEnergized", atMs, supplyGroup, box: "box-a", compartment };
}

function off(compartment: number, atMs: number, onMs: number): Happening {
  return { kind: "CoilReleased", atMs, onMs, supplyGroup: group, box: "box-a", compartment };
}

function watched(history: readonly Happening[]): { state: MonitorState; found: Violation[] } {
  const found: Violation[] = [];
  let state = noHistory;
  for (const happening of history) {
    const after = watch(state, happening, limits);
    state = after.state;
    found.push(...after.violations);
  }
  return { state, found };
}

it("is quiet when coils take turns within their limit", () => {
  const { state, found } = watched([on(1, 0), off(1, 500, 500), on(2, 700), off(2, 1_200, 500)]);
  expect(found).toEqual([]);
  expect(overdueCoils(state, 99_000, limits)).toEqual([]);
});

it("names a coil that was on too long, and one that still is", () => {
  expect(watched([on(1, 0), off(1, 1_001, 1_001)]).found.map((one) => one.monitor)).toEqual([
    "coil-on-time",
  ]);
  const { state } = watched([on(1, 0)]);
  expect(overdueCoils(state, 1_000, limits)).toEqual([]);
  expect(overdueCoils(state, 1_001, limits).map((one) => one.monitor)).toEqual(["coil-on-time"]);
});

it("names two coils of one supply group, but not of two groups", () => {
  expect(watched([on(1, 0), on(2, 10)]).found).toEqual([
    {
      monitor: "one-coil-per-group",
      atMs: 10,
      detail: "coil box-a/2 was energized while box-a/1 of group a was on",
      box: "box-a",
      compartment: 2,
    },
  ]);
  expect(watched([on(1, 0), on(2, 10, "b")]).found).toEqual([]);
});

it("names a coil that rests too little, and one that has burnt", () => {
  const dutiful = { ...limits, coilDutyMaxShare: 0.1 };
  let state = noHistory;
  const found: Violation[] = [];
  for (let at = 0; at < 7; at += 1) {
    for (const one of [on(1, at * 5_000), off(1, at * 5_000 + 1_000, 1_000)]) {
      const after = watch(state, one, dutiful);
      state = after.state;
      found.push(...after.violations);
    }
  }
  expect(found.map((one) => [one.monitor, one.atMs])).toEqual([["coil-duty", 31_000]]);
  const rested = watch(state, off(1, 95_000, 1_000), dutiful);
  expect(rested.violations).toEqual([]);
  const burnt: Happening = { kind: "CoilBurnt", atMs: 5, box: "box-a", compartment: 1 };
  expect(watch(state, burnt, limits).violations.map((one) => one.monitor)).toEqual(["coil-burnt"]);
});

function intent(intendedMs: number): Intent {
  return { intendedMs, deadlineMs: intendedMs + 2_000 };
}

it("names a coil energized more often than the journal intended", () => {
  const { state } = watched([on(1, 0), off(1, 500, 500), on(1, 900)]);
  expect(openedWithoutRecord(state, 950, () => [intent(-10)])).toEqual([
    {
      monitor: "no-opening-without-record",
      atMs: 950,
      detail: "coil box-a/1 energized 2 times, 1 without record, at 900 ms",
      box: "box-a",
      compartment: 1,
    },
  ]);
  expect(openedWithoutRecord(state, 950, () => [intent(-10), intent(850)])).toEqual([]);
});

it("an intent explains nothing that was before it or long after it", () => {
  const { state } = watched([on(1, 0), off(1, 500, 500), on(1, 9_000)]);
  const both = [intent(-10), intent(8_950)];
  expect(openedWithoutRecord(state, 9_500, () => both)).toEqual([]);
  expect(openedWithoutRecord(state, 9_500, () => [intent(-10), intent(9_400)])).toHaveLength(1);
  expect(openedWithoutRecord(state, 9_500, () => [intent(-10), intent(10)])).toHaveLength(1);
});

it("names a coil that did not rest, and a group that had no gap", () => {
  const resting = { ...limits, coilRestMs: 2_000, groupGapMs: 200 };
  const names = (history: readonly Happening[]): string[] => {
    let state = noHistory;
    return history.flatMap((one) => {
      const after = watch(state, one, resting);
      state = after.state;
      return after.violations.map(({ monitor, detail }) => `${monitor}: ${detail}`);
    });
  };
  expect(
    names([on(1, 0), off(1, 500, 500), on(1, 2_500), off(1, 3_000, 500), on(2, 3_200)]),
  ).toEqual([]);
  expect(names([on(1, 0), off(1, 500, 500), on(1, 1_500)])).toEqual([
    "coil-rest: coil box-a/1 rested 1000 ms, at least 2000 ms are due",
  ]);
  expect(names([on(1, 0), off(1, 500, 500), on(2, 550)])).toEqual([
    "group-gap: coil box-a/2 was on 50 ms after box-a/1, due are 200 ms",
  ]);
  expect(names([on(1, 0), off(1, 500, 500), on(2, 550, "b")])).toEqual([]);
});
