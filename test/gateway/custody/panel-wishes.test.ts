// What persons do at a screen beside opening: compartments out of service, leaving, codes they get.

import { describe, expect, it } from "vitest";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { recordAt } from "../../../gateway/custody/state.ts";
import {
  bankPolicy,
  enter,
  guarded,
  PinRule,
  refusalsOf,
  tap,
  type MemberName,
  type Rules,
} from "./bank.ts";
import { amend, box, carry, wish } from "./handover-steps.ts";
import { kinds, only, Story } from "./story.ts";

const roles: NonNullable<Rules["roles"]> = [
  {
    role: "staff",
    rights: [
      { box, canMaintain: true, canCollect: true },
      { box: "branch", canCollect: true },
    ],
  },
  { role: "guard", rights: [{ box, canCollect: true }] },
];

function isInService(story: Story): boolean {
  return recordAt(story.state, `${box}#1`).isEnabled;
}

function say(story: Story, what: Wish, who: MemberName) {
  wish(story, what);
  return tap(story, who);
}

function atWork(): Story {
  const story = Story.ready(bankPolicy({ roles }));
  say(story, { kind: "maintain", reason: "new lock" }, "teller");
  enter(story, "teller");
  return story;
}

describe("a fitter at work", () => {
  it("takes a compartment out of service and puts it back, by name", () => {
    const story = atWork();
    const off = say(story, { kind: "disable", compartment: 1 }, "teller");
    expect(only(off, "CompartmentDisabled")).toMatchObject({
      box,
      compartment: 1,
      reason: "fitter p-teller",
    });
    expect(isInService(story)).toBe(false);
    expect(kinds(say(story, { kind: "disable", compartment: 1 }, "teller"))).toEqual([]);
    const on = say(story, { kind: "enable", compartment: 1 }, "teller");
    expect(kinds(on)).toEqual(["CompartmentEnabled"]);
    expect(isInService(story)).toBe(true);
    expect(story.pulses).toEqual([]);
  });

  it("does so alone: nobody else, nobody who is not at work, and no compartment that is none", () => {
    const story = atWork();
    const off: Wish = { kind: "disable", compartment: 1 };
    expect(refusalsOf(say(story, off, "cashier"))).toEqual(["p-cashier no-right"]);
    const none = say(story, { kind: "disable", compartment: 99 }, "teller");
    expect(refusalsOf(none)).toEqual(["p-teller compartment-out-of-service"]);
    say(story, { kind: "end-maintenance" }, "teller");
    expect(refusalsOf(say(story, off, "teller"))).toEqual(["p-teller no-right"]);
    expect(isInService(story)).toBe(true);
  });
});

describe("whoever presses back", () => {
  it("leaves before the PIN, is refused nothing, and has no try counted", () => {
    const story = guarded({ pin: PinRule.PIN_RULE_ALWAYS });
    tap(story, "teller");
    expect(story.shown.get(box)).toBe("waiting");
    expect(wish(story, undefined)).toEqual([]);
    expect([story.shown.get(box), story.timerKeys]).toEqual([
      "idle",
      story.timerKeys.filter((key) => !key.startsWith("visit")),
    ]);
    expect(enter(story, "teller", "wrong")).toEqual([]);
    expect(story.elapse(120_000).filter(({ kind }) => kind === "AccessRefused")).toEqual([]);
    tap(story, "teller");
    expect(kinds(enter(story, "teller"))).toContain("AccessGranted");
  });

  it("leaves a wish that waits for a PIN, with the same", () => {
    const story = Story.ready(bankPolicy({ roles }));
    say(story, { kind: "maintain", reason: "new lock" }, "teller");
    expect(wish(story, undefined)).toEqual([]);
  });

  it("who lets the time pass instead is told what was missing", () => {
    const story = Story.ready(bankPolicy({ roles }));
    say(story, { kind: "maintain", reason: "new lock" }, "teller");
    expect(refusalsOf(story.elapse(120_000))).toEqual(["p-teller pin-missing"]);
  });
});

describe("a check code", () => {
  it("is told for what was sealed, opened, looked at and closed, for each event its own", () => {
    const story = Story.ready();
    carry(story, "1", "2");
    story.codes.length = 0;
    const told = () => story.codes.splice(0).map(({ what, seq }) => [what, seq]);
    const seq = () => story.state.durable.nextSeq;
    wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s-1" });
    amend(story, { word: "list", parcel: "1" });
    story.badge("courier", box);
    expect(told()).toEqual([["sealed", seq() - 1]]);
    wish(story, { kind: "check-seals" });
    amend(story, { word: "seal", parcel: "red", sealTag: "s-1", isBroken: false });
    amend(story, { word: "seal", parcel: "2", sealTag: "s-2", isBroken: true });
    story.badge("courier", box);
    expect(told()).toEqual([
      ["seals-checked", seq() - 2],
      ["seals-checked", seq() - 1],
    ]);
    wish(story, { kind: "unseal", container: "red", isEnRoute: false });
    story.badge("courier", box);
    expect(told()).toEqual([["unsealed", seq() - 1]]);
    wish(story, { kind: "open-manifest", method: "scan", manifest: "m-1", voyage: "v-1" });
    story.badge("courier", box);
    expect(told()).toEqual([["manifest-opened", seq() - 1]]);
  });

  it("of a handover is not joined by those of its seal tags", () => {
    const story = Story.ready();
    carry(story, "1");
    story.codes.length = 0;
    wish(story, { kind: "handover", method: "scan" });
    amend(story, { word: "list", parcel: "1" });
    amend(story, { word: "seal", parcel: "1", sealTag: "s-9", isBroken: false });
    story.badge("courier", box);
    expect(story.codes.map(({ what }) => what)).toEqual(["released"]);
  });
});
