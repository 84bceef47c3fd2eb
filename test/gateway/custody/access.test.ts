// A badge at a box: what opens, what is refused and why.

import { describe, expect, it } from "vitest";
import { defaultTiming, type Layout } from "../../../gateway/custody/layout.ts";
import type { RefusalReason } from "@driftbox/proto";
import { Action, Leniency, refusalsOf } from "./bank.ts";
import {
  badges,
  bytes,
  compiled,
  ferry,
  ferryBox,
  kinds,
  only,
  policyMessage,
  Story,
  wallStartMs,
} from "./story.ts";

function refusalOf(story: Story, who: keyof typeof badges, box: string): RefusalReason {
  const facts = story.badge(who, box);
  expect(kinds(facts)).toEqual(["AccessRefused"]);
  expect(story.pulses).toEqual([]);
  return only(facts, "AccessRefused").reason;
}

describe("a badge that may open", () => {
  it("is granted, and the intent is stated before the lock is pulsed", () => {
    const story = Story.ready();
    const facts = story.badge("depositor", "ferry");
    expect(kinds(facts)).toEqual(["AccessGranted", "UnlockIntended"]);
    const granted = only(facts, "AccessGranted");
    expect(granted).toMatchObject({ box: "ferry", compartment: 1, action: "deposit" });
    expect(granted).toMatchObject({ person: "p-depositor", role: "depositor", policyAgeS: 3_601 });
    expect(granted.badgeRef).toEqual(bytes(badges.depositor));
    const seq = story.state.durable.nextSeq - 1;
    expect(only(facts, "UnlockIntended").grantSeq).toBe(seq - 1);
    expect(story.pulses).toEqual([
      {
        kind: "pulseLock",
        box: "ferry",
        compartment: 1,
        intentSeq: seq,
        pulseMs: 500,
        deadlineMonoMs: story.monoMs + defaultTiming.orderLifeMs,
      },
    ]);
  });

  it("says nothing new when the same badge is shown again in its own session", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    expect(story.badge("depositor", "ferry")).toEqual([]);
    story.pulseEnds();
    story.swing(ferry);
    expect(story.badge("depositor", "ferry")).toEqual([]);
  });

  it("is granted anew when the door never opened under the first grant", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.bolt(ferry, undefined);
    story.pulseEnds();
    expect(kinds(story.elapse(9_000))).toEqual(["UnlockConcluded"]);
    expect(kinds(story.badge("depositor", "ferry"))).toEqual(["AccessGranted", "UnlockIntended"]);
  });
});

describe("a compartment is selected", () => {
  it("by the tag read just before: the one that holds the parcel", () => {
    const story = Story.ready();
    story.visit("depositor", ["branch", 1], { tags: ["100"], leaves: true });
    story.visit("depositor", ["branch", 2], { tags: ["200"], leaves: true });
    story.tag("200", "branch");
    const granted = only(story.badge("courier", "branch"), "AccessGranted");
    expect(granted).toMatchObject({ compartment: 2, action: "collect" });
  });

  it("for collecting: the lowest one that is occupied", () => {
    const story = Story.ready();
    story.presence(["branch", 2], true);
    story.elapse(600);
    const granted = only(story.badge("courier", "branch"), "AccessGranted");
    expect(granted).toMatchObject({ compartment: 2, action: "collect" });
  });

  it("for depositing: the lowest one that is empty and enabled", () => {
    const story = Story.ready();
    story.visit("depositor", ["branch", 1], { tags: ["100"], leaves: true });
    const granted = only(story.badge("depositor", "branch"), "AccessGranted");
    expect(granted).toMatchObject({ compartment: 2, action: "deposit" });
  });

  it("for who may do both: collect when something is inside, else deposit", () => {
    const story = Story.ready();
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("deposit");
    const filled = Story.ready();
    filled.visit("depositor", ferry, { tags: ["100"], leaves: true });
    expect(only(filled.badge("clerk", "ferry"), "AccessGranted").action).toBe("collect");
  });

  it("for who brings a parcel that is new: deposit, though something is inside", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.tag("300", "ferry");
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("deposit");
  });

  it("not by a tag that was read long ago", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.tag("300", "ferry");
    story.elapse(defaultTiming.trayLifeMs + 1);
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("collect");
  });

  it("a drop box that seems empty is still opened for its collector", () => {
    const granted = only(Story.ready().badge("courier", "ferry"), "AccessGranted");
    expect(granted).toMatchObject({ action: "collect", compartment: 1 });
  });
});

describe("a badge is refused", () => {
  it("when it is unknown, without naming anybody", () => {
    const story = Story.ready();
    expect(refusalOf(story, "stranger", "ferry")).toBe("unknown-badge");
    expect(story.journal.at(-1)?.fact).toMatchObject({ person: "", compartment: 0 });
  });

  it("when it is blocked, whatever else is written", () => {
    expect(refusalOf(Story.ready(), "blocked", "ferry")).toBe("blocked-badge");
  });

  it("when its role has no right at the box", () => {
    const roles = policyMessage().roles.map((role) =>
      role.role === "depositor" ? { role: "depositor", rights: [] } : role,
    );
    expect(refusalOf(Story.ready(compiled({ roles })), "depositor", "ferry")).toBe("no-right");
  });

  it("when it is weaker than the policy says it must be", () => {
    expect(refusalOf(Story.ready(), "strongCard", "ferry")).toBe("weak-credential");
  });

  it("when no policy is in force", () => {
    const story = new Story();
    story.boot();
    expect(refusalOf(story, "courier", "ferry")).toBe("no-policy");
  });

  it("when the policy has expired", () => {
    const story = Story.ready(compiled({ expiresUs: (wallStartMs + 60_000) * 1_000 }));
    story.elapse(60_000);
    expect(refusalOf(story, "courier", "ferry")).toBe("policy-expired");
  });

  it("when the policy is older than the role allows", () => {
    const roles = policyMessage().roles.map((role) => ({ ...role, staleAfterH: 2 }));
    const story = Story.ready(compiled({ roles }));
    story.elapse(3_600_000);
    expect(refusalOf(story, "courier", "ferry")).toBe("policy-stale");
  });

  it("when nothing can be stored, for then nothing may open", () => {
    const story = Story.ready();
    const reserveBytes = 1_000;
    story.when({ kind: "StorageReported", canOpen: false, freeBytes: 10, reserveBytes });
    expect(refusalOf(story, "courier", "ferry")).toBe("storage-full");
  });

  it("when the lock board does not answer", () => {
    const story = Story.ready();
    const device = "lock-f";
    story.when({ kind: "DeviceHealthChanged", device, isOnline: false, reason: "no answer" });
    expect(refusalOf(story, "courier", "ferry")).toBe("lock-offline");
    story.when({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("when somebody else is at the box", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulses.length = 0;
    expect(refusalOf(story, "courier", "ferry")).toBe("box-busy");
  });

  it("when a cabinet has nothing to collect", () => {
    expect(refusalOf(Story.ready(), "courier", "branch")).toBe("nothing-to-collect");
  });

  it("when every compartment of a cabinet is taken", () => {
    const story = Story.ready();
    for (const number of [1, 2, 3]) story.presence(["branch", number], true);
    story.elapse(600);
    expect(refusalOf(story, "depositor", "branch")).toBe("no-free-compartment");
  });
});

describe("a schedule", () => {
  function scheduled(change: { allowWithoutClock?: boolean; days?: number }): Story {
    const windows = [{ days: change.days ?? 0b100_0000, fromMin: 9 * 60, toMin: 11 * 60 }];
    const { allowWithoutClock = false } = change;
    const roles = policyMessage().roles.map((role) => ({
      ...role,
      allowWithoutClock,
      rights: (role.rights ?? []).map((right) => ({ ...right, windows })),
    }));
    return Story.ready(compiled({ roles }));
  }

  it("is local time: Sunday 10:00 in Zhoushan is within Sunday 9 to 11", () => {
    expect(kinds(scheduled({}).badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("refuses on another day, and from the end of the window on", () => {
    const monday = scheduled({ days: 0b000_0001 });
    expect(refusalOf(monday, "courier", "ferry")).toBe("outside-schedule");
    const late = scheduled({});
    late.wallMs = wallStartMs + 3_600_000;
    expect(refusalOf(late, "courier", "ferry")).toBe("outside-schedule");
    const last = scheduled({});
    last.wallMs = wallStartMs + 3_600_000 - 1;
    expect(kinds(last.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("without a trusted clock holds or yields as the role says", () => {
    const strict = scheduled({});
    strict.isWallTrusted = false;
    expect(refusalOf(strict, "courier", "ferry")).toBe("clock-not-trusted");
    const lenient = scheduled({ allowWithoutClock: true, days: 1 });
    lenient.isWallTrusted = false;
    expect(kinds(lenient.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("does not matter without a trusted clock when the right has no window", () => {
    const story = Story.ready();
    story.isWallTrusted = false;
    story.wallMs = 0;
    const facts = story.badge("courier", "ferry");
    expect(only(facts, "AccessGranted").policyAgeS).toBe(0);
  });
});

describe("a box shared with others", () => {
  it("waits for the coil of its supply group, and is refused when too many wait", () => {
    const boxes = [1, 2, 3, 4, 5, 6, 7].map((number) => ({ ...ferryBox, id: `box-${number}` }));
    const wide: Layout = { boxes, timing: defaultTiming };
    const rights = boxes.map(({ id: box }) => ({ box, canCollect: true }));
    const policy = compiled({ roles: [...everyRole(rights)] }, wide);
    const story = Story.ready(policy, wide);
    for (const { id } of boxes.slice(0, 5)) {
      expect(kinds(story.badge("courier", id))).toContain("AccessGranted");
    }
    expect(story.pulses).toHaveLength(1);
    expect(only(story.badge("courier", "box-6"), "AccessRefused").reason).toBe("box-busy");
    story.pulseEnds();
    story.elapse(500 + defaultTiming.groupGapMs);
    expect(story.pulses.map(({ box }) => box)).toEqual(["box-1", "box-2"]);
  });

  function everyRole(rights: readonly { box: string; canCollect: boolean }[]) {
    return ["courier", "depositor", "clerk"].map((role) => ({ role, rights: [...rights] }));
  }

  it("of another gateway leads to nothing", () => {
    const story = Story.ready();
    expect(story.badge("courier", "elsewhere")).toEqual([]);
  });
});

describe("a clock that only a battery keeps", () => {
  const expiring = compiled({ expiresUs: (wallStartMs + 3_600_000) * 1_000 });

  function onBattery(wallMs: number): Story {
    const story = Story.ready(expiring);
    story.isWallDisciplined = false;
    story.wallMs = wallMs;
    return story;
  }

  it("does not make an expired policy valid again when the battery is empty", () => {
    const story = onBattery(Date.UTC(2000, 0, 1));
    expect(only(story.badge("courier", "ferry"), "AccessRefused").reason).toBe("clock-not-trusted");
  });

  it("revives nothing when somebody sets it back", () => {
    const story = onBattery(wallStartMs + 7_200_000);
    expect(refusalsOf(story.badge("courier", "ferry"))).toEqual(["p-courier policy-expired"]);
    const wallBeforeUs = story.wallMs * 1_000;
    story.wallMs = wallStartMs + 60_000;
    const wallAfterUs = story.wallMs * 1_000;
    const step = { stepUs: wallAfterUs - wallBeforeUs, wallBeforeUs, wallAfterUs };
    const seen = story.when({ kind: "ClockStepSeen", ...step });
    expect(kinds(seen)).toEqual(["ClockStepped"]);
    expect(refusalsOf(story.badge("courier", "ferry"))).toEqual(["p-courier clock-not-trusted"]);
  });

  it("is believed when it is later than all that was recorded", () => {
    const story = onBattery(wallStartMs + 60_000);
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("is believed again after one that ran ahead, once a disciplined clock has said so", () => {
    const story = onBattery(wallStartMs + 60_000);
    story.wallMs = Date.UTC(2036, 0, 1);
    const beat = { reason: "periodic" as const, outboxCount: 0, storageFreeBytes: 9 };
    story.when({ kind: "HeartbeatAsked", ...beat });
    story.wallMs = wallStartMs + 120_000;
    expect(only(story.badge("courier", "ferry"), "AccessRefused").reason).toBe("clock-not-trusted");
    story.isWallDisciplined = true;
    expect(kinds(story.when({ kind: "HeartbeatAsked", ...beat }))).toEqual([
      "Heartbeat",
      "ClockStepped",
    ]);
    story.isWallDisciplined = false;
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });
});

describe("what somebody brings back, at a time that nobody knows", () => {
  const withoutClock = [
    { action: Action.ACTION_DEPOSIT, leniency: Leniency.LENIENCY_SECOND_PERSON },
  ];
  const windows = [{ days: 127, fromMin: 0, toMin: 1 }];
  const right = { box: "ferry", canDeposit: true, canCollect: true, windows };
  const policy = compiled({
    version: 2,
    roles: [
      { role: "clerk", withoutClock, rights: [right] },
      { role: "courier", rights: ["ferry", "branch"].map((box) => ({ box, canCollect: true })) },
      { role: "depositor" },
    ],
  });

  /** The clerk has taken a parcel out. */
  function withClerk(): Story {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.visit("clerk", ferry, { tags: ["100"], leaves: false });
    story.when({ kind: "PolicyAccepted", policy });
    story.isWallTrusted = false;
    story.isWallDisciplined = false;
    return story;
  }

  it("needs nobody to confirm it for the sake of a schedule", () => {
    const story = withClerk();
    story.tag("100", "ferry");
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("deposit");
  });

  it("that was not theirs, does", () => {
    const story = withClerk();
    story.tag("200", "ferry");
    expect(kinds(story.badge("clerk", "ferry"))).not.toContain("AccessGranted");
  });
});
