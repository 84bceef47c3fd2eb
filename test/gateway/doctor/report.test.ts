// What doctor prints and how it ends: an exit code, the worst first, and all of it in Chinese too.

import { describe, expect, it } from "vitest";
import { causes } from "../../../gateway/doctor/causes.ts";
import { checksOf, configRefused } from "../../../gateway/doctor/checks.ts";
import type { Facts } from "../../../gateway/doctor/facts.ts";
import { exitCodeOf, reportText } from "../../../gateway/doctor/report.ts";
import { healthyFacts, healthyPage, paged, wrongRows } from "./facts-fixture.ts";

describe("the report of doctor", () => {
  it("is told by the exit code: all well, warnings only, or a failure", () => {
    const compartments = healthyPage.compartments.map((one) => ({ ...one, door: "ajar" as const }));
    const ajar = paged({ compartments });
    expect(exitCodeOf(checksOf(healthyFacts))).toBe(0);
    expect(exitCodeOf(checksOf(ajar))).toBe(3);
    expect(exitCodeOf(checksOf(paged({ policy: null })))).toBe(1);
    expect(exitCodeOf(configRefused("line 3"))).toBe(1);
  });

  it("puts what failed first, and says at the end that nothing else is wrong", () => {
    const facts = paged({
      policy: null,
      tampers: ["box-a lid-a"],
      power: { hasMains: false, isBatteryLow: false },
    });
    const checks = checksOf(facts);
    expect(wrongRows(checks).map((row) => row.split(" ")[0])).toEqual(["fail", "fail", "warn"]);
    const text = reportText(checks, "en");
    const lines = text.split("\n");
    expect(lines[0]).toContain("FAIL  policy/age");
    expect(text).toContain("  box box-a:\n");
    expect(text).toContain("\nNothing else is wrong.\n");
    expect(lines.at(-2)).toMatch(/^2 failed, 1 to look at, \d+ in order$/);
  });

  it("says everything in Chinese as well", () => {
    for (const { means, advice } of Object.values(causes)) {
      expect(means.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(advice.zh).toMatch(/[\u4e00-\u9fff]|^[a-z]/);
      expect(means.en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(advice.en).not.toMatch(/[\u4e00-\u9fff]/);
    }
    const text = reportText(checksOf(paged({ policy: null })), "zh");
    expect(text).toContain("故障  policy/age: 没有策略");
  });
});

it("what a dead gateway told last of devices and boxes is marked as such, in both languages", () => {
  const dead = { ...healthyFacts, processes: { holder: undefined, rivals: [] } };
  const marked = (facts: Facts) =>
    checksOf(facts)
      .filter(({ seen }) => seen.en.includes("as of its last page") && /最后的健康页/.test(seen.zh))
      .map(({ name }) => name);
  expect(marked(dead)).toEqual(
    expect.arrayContaining(["device/reader-a", "device/lock-a", "lock/box-a/1"]),
  );
  expect(marked(healthyFacts)).toEqual([]);
  const probe = healthyPage.devices;
  expect(marked({ ...dead, probe }).filter((name) => name.startsWith("device/"))).toEqual([]);
});
