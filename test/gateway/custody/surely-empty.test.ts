// What a fitter may open as empty: nothing whose door, sensor or visit may still say otherwise.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { Action, bankPolicy, enter, refusalsOf, tap, type Rules } from "./bank.ts";
import { ferry, kinds, Story } from "./story.ts";

/** Two persons collect from the ferry's box; staff may maintain it. */
const demands: NonNullable<Rules["demands"]> = [
  { box: "ferry", authorizers: 1, actions: [Action.ACTION_COLLECT] },
];
const may = { canDeposit: true, canCollect: true };
const rights = [
  { box: "ferry", ...may, canMaintain: true },
  { box: "branch", ...may },
];
const roles: NonNullable<Rules["roles"]> = [{ role: "staff", rights }, { role: "guard" }];

function ready(): Story {
  return Story.ready(bankPolicy({ demands, roles }));
}

/** The teller is at work at the box and wants the compartment open. */
function openEmpty(story: Story): readonly Fact[] {
  const [panel, box] = ["panel-ferry", "ferry"];
  story.when({ kind: "WishStated", panel, box, wish: { kind: "maintain", reason: "a latch" } });
  tap(story, "teller");
  expect(kinds(enter(story, "teller"))).toContain("MaintenanceBegun");
  story.when({ kind: "WishStated", panel, box, wish: { kind: "open-empty", compartment: 1 } });
  return tap(story, "teller");
}

describe("a compartment that a fitter wants open as empty", () => {
  it("opens when door and sensor say so", () => {
    expect(kinds(openEmpty(ready()))).toEqual(["AccessGranted", "UnlockIntended"]);
  });

  it("does not open with what was put in there before its latch failed", () => {
    const story = ready();
    tap(story, "cashier");
    story.pulseEnds();
    story.swing(ferry);
    story.presence(ferry, true);
    story.door(ferry, false);
    expect(kinds(story.elapse(130_000))).toContain("LockFaulted");
    expect(refusalsOf(openEmpty(story))).toEqual(["p-teller not-custodian"]);
  });

  it("does not open while its door stands open, whatever the sensor sees", () => {
    const story = ready();
    tap(story, "cashier");
    story.pulseEnds();
    story.swing(ferry);
    story.elapse(130_000);
    expect(refusalsOf(openEmpty(story))).toEqual(["p-teller not-custodian"]);
  });

  it("does not open once its sensor sees something, before that has settled", () => {
    const story = ready();
    story.presence(ferry, true);
    expect(refusalsOf(openEmpty(story))).toEqual(["p-teller not-custodian"]);
  });
});
