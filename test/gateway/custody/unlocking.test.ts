// From a pulse to its outcome: opened, jammed, refused, unknown, and when a coil may be on.

import { describe, expect, it } from "vitest";
import { defaultTiming, type Layout } from "../../../gateway/custody/layout.ts";
import { evolve } from "../../../gateway/custody/evolve.ts";
import type { Fact } from "@driftbox/proto";
import { recordAt } from "../../../gateway/custody/state.ts";
import { compiled, ferry, ferryBox, kinds, only, Story, wallStartMs, type At } from "./story.ts";

const branch1: At = ["branch", 1];

describe("an unlock", () => {
  it("is opened when the door opens, whatever the board said", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    const facts = story.door(ferry, true);
    expect(kinds(facts)).toEqual(["UnlockConcluded", "DoorOpened"]);
    expect(only(facts, "UnlockConcluded").outcome).toBe("opened");
    expect(only(facts, "DoorOpened").person).toBe("p-depositor");
    expect(story.pulseEnds("unknown")).toEqual([]);
  });

  it("is opened by the bolt where the hook switch is the only contact", () => {
    const story = Story.ready();
    story.badge("depositor", "branch");
    story.pulseEnds();
    expect(kinds(story.bolt(branch1, false))).toEqual(["UnlockConcluded", "DoorOpened"]);
  });

  it("is refused when the order never left, and the next tap is a new grant", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    expect(only(story.pulseEnds("not-sent"), "UnlockConcluded").outcome).toBe("refused");
    expect(kinds(story.door(ferry, true))).toEqual(["DoorForced"]);
    const again = Story.ready();
    again.badge("depositor", "ferry");
    again.pulseEnds("not-sent");
    expect(kinds(again.badge("depositor", "ferry"))[0]).toBe("AccessGranted");
  });

  it("is unknown when the board did not answer, and is never retried", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds("unknown");
    const facts = story.elapse(60_000);
    expect(kinds(facts)).toEqual(["UnlockConcluded"]);
    expect(only(facts, "UnlockConcluded").outcome).toBe("unknown");
    expect(story.pulses).toHaveLength(1);
  });

  it("is opened when the door opens though the board did not answer", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds("unknown");
    story.elapse(7_000);
    expect(only(story.swing(ferry), "UnlockConcluded").outcome).toBe("opened");
  });

  it("is unknown when the driver never reports the end of the order", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    expect(only(story.elapse(30_000), "UnlockConcluded").outcome).toBe("unknown");
  });

  it("with a bolt that released but a door nobody opened is unknown, and a fault", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    const facts = story.elapse(60_000);
    expect(kinds(facts)).toEqual(["UnlockConcluded", "LockFaulted"]);
    expect(only(facts, "UnlockConcluded").outcome).toBe("unknown");
    expect(only(facts, "LockFaulted").fault).toBe("not-latched");
    expect(story.pulses).toHaveLength(1);
  });

  it("may still be used late while the bolt stood released, but not after it engaged", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    story.elapse(600_000);
    expect(kinds(story.door(ferry, true))).toEqual(["DoorOpened"]);
    const engaged = Story.ready();
    engaged.badge("depositor", "ferry");
    engaged.pulseEnds();
    engaged.bolt(ferry, false);
    engaged.elapse(600_000);
    engaged.bolt(ferry, true);
    engaged.bolt(ferry, false);
    expect(kinds(engaged.door(ferry, true))).toEqual(["DoorForced"]);
  });
});

describe("a door that was secured again after an unlock nobody used", () => {
  function unused(endsEngaged: boolean | undefined): Story {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.bolt(ferry, false);
    story.bolt(ferry, endsEngaged);
    expect(only(story.elapse(10_000), "UnlockConcluded").outcome).toBe("unknown");
    story.elapse(10_000);
    return story;
  }

  it("is forced when it is pried open, though the grant still lives", () => {
    expect(kinds(unused(true).door(ferry, true))).toEqual(["DoorForced"]);
    expect(kinds(unused(true).swing(ferry))).toEqual(["DoorForced"]);
  });

  it("is forced too when its bolt engaged only after the conclusion", () => {
    const story = unused(false);
    story.bolt(ferry, true);
    expect(kinds(story.swing(ferry))).toEqual(["DoorForced"]);
  });

  it("is forced too when a restart came between", () => {
    const story = unused(true);
    story.restart();
    story.reportRest();
    expect(kinds(story.swing(ferry))).toEqual(["DoorForced"]);
  });

  it("is the person's for as long as the grant lives where no bolt tells", () => {
    expect(kinds(unused(undefined).door(ferry, true))).toEqual(["DoorOpened"]);
  });
});

describe("a tap at a coil that is not free", () => {
  /** A courier who taps while the coil rests after the visit before. */
  function waiting(): { readonly story: Story; readonly tappedMs: number } {
    const story = Story.ready();
    story.enter("depositor", ferry);
    story.presence(ferry, true);
    story.shut(ferry);
    expect(kinds(story.badge("courier", "ferry"))).toEqual(["AccessGranted"]);
    return { story, tappedMs: story.monoMs };
  }

  it("is told to wait until the pulse is ordered", () => {
    const { story } = waiting();
    expect(story.shown.get("ferry")).toBe("working");
    story.tag("100", "ferry");
    expect(story.shown.get("ferry")).toBe("working");
    expect(kinds(story.elapse(3_000))).toEqual(["UnlockIntended"]);
    expect(story.shown.get("ferry")).toBe("granted");
  });

  it("opens nothing when its turn comes too late, and the person is told", () => {
    const { story } = waiting();
    story.late("coil:f", defaultTiming.tapLifeMs + 1);
    expect(story.pulses).toHaveLength(1);
    const [fact] = story.journal.slice(-1);
    expect(fact?.fact).toMatchObject({
      kind: "AccessRefused",
      reason: "box-busy",
      person: "p-courier",
      reader: "r-ferry",
    });
    expect(story.shown.get("ferry")).toBe("refused");
    expect(story.elapse(60_000)).toEqual([]);
  });

  it("sends no order that could leave later than the tap's life", () => {
    const { story, tappedMs } = waiting();
    story.late("coil:f", defaultTiming.tapLifeMs - 500);
    expect(story.pulses).toHaveLength(2);
    expect(story.pulses[1]?.deadlineMonoMs).toBe(tappedMs + defaultTiming.tapLifeMs);
  });

  it("is refused at once when the coil will not be free in time", () => {
    const story = Story.ready();
    story.badge("depositor", "branch");
    story.pulseEnds();
    story.bolt(branch1, false);
    story.shut(branch1);
    const slow: Layout = { ...story.layout, timing: { ...defaultTiming, coilMinOffMs: 6_000 } };
    story.state = { ...story.state, layout: slow };
    const refused = only(story.badge("depositor", "branch"), "AccessRefused");
    expect(refused).toMatchObject({ reason: "box-busy", compartment: 1 });
  });

  it("opens nothing behind a standstill of the program", () => {
    const { story } = waiting();
    const facts = story.when({ kind: "StandstillSeen" });
    expect(only(facts, "AccessRefused").reason).toBe("box-busy");
    expect([...story.elapse(60_000), ...story.pulses.slice(1)]).toEqual([]);
  });

  it("of a jam is given up behind a standstill, with its fault", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    story.elapse(1_100);
    expect(story.shown.get("ferry")).toBe("working");
    expect(kinds(story.when({ kind: "StandstillSeen" }))).toEqual(["LockFaulted"]);
    expect([...story.elapse(60_000), ...story.pulses.slice(1)]).toEqual([]);
  });
});

describe("a right that is withdrawn while its coil rests", () => {
  function waiting(): Story {
    const story = Story.ready(compiled({ expiresUs: (wallStartMs + 60_000) * 1_000 }));
    story.enter("depositor", ferry);
    story.presence(ferry, true);
    story.shut(ferry);
    expect(kinds(story.badge("courier", "ferry"))).toEqual(["AccessGranted"]);
    return story;
  }

  function refusalAfter(story: Story): string {
    const refused = only(story.elapse(3_000), "AccessRefused");
    expect(story.pulses).toHaveLength(1);
    expect(recordAt(story.state, "ferry#1").session).toBeUndefined();
    return refused.reason;
  }

  it("opens nothing when the role lost it", () => {
    const story = waiting();
    const roles = [
      { role: "depositor", rights: [{ box: "ferry", canDeposit: true }] },
      { role: "clerk", rights: ["ferry", "branch"].map((box) => ({ box, canCollect: true })) },
      { role: "courier", rights: [{ box: "ferry", canDeposit: true }] },
    ];
    story.when({ kind: "PolicyAccepted", policy: compiled({ version: 2, roles }) });
    expect(refusalAfter(story)).toBe("no-right");
  });

  it("opens nothing when the compartment was disabled", () => {
    const story = waiting();
    disable(story);
    expect(refusalAfter(story)).toBe("compartment-out-of-service");
  });

  it("opens nothing when the policy expired", () => {
    const story = waiting();
    story.wallMs = wallStartMs + 60_000;
    expect(refusalAfter(story)).toBe("policy-expired");
  });

  it("opens nothing when the board went away or nothing can be stored", () => {
    const offline = waiting();
    const lost = { device: "lock-f", isOnline: false, reason: "cut" };
    offline.when({ kind: "DeviceHealthChanged", ...lost });
    expect(refusalAfter(offline)).toBe("lock-offline");
    const full = waiting();
    full.when({ kind: "StorageReported", canOpen: false, freeBytes: 1, reserveBytes: 2 });
    expect(refusalAfter(full)).toBe("storage-full");
  });
});

function disable(story: Story): void {
  const { nextSeq: seq, bootId } = story.state.durable;
  const fact: Fact = { kind: "CompartmentDisabled", box: "ferry", compartment: 1, reason: "x" };
  story.state = evolve(story.state, fact, { ...story.now, seq, bootId });
}

describe("a jam", () => {
  function jammed(): { story: Story; facts: readonly Fact[] } {
    const story = Story.ready();
    const facts = [...story.badge("depositor", "ferry")];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      facts.push(...story.pulseEnds(), ...story.elapse(3_000));
    }
    return { story, facts };
  }

  it("is retried twice, each with a new intent, then is a fault", () => {
    const { story, facts } = jammed();
    const attempts = facts.filter((fact) => fact.kind === "UnlockIntended");
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    const outcomes = facts.filter((fact) => fact.kind === "UnlockConcluded");
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["jammed", "jammed", "jammed"]);
    expect(only(facts, "LockFaulted")).toMatchObject({ fault: "jammed", attempts: 3 });
    expect(story.pulses).toHaveLength(3);
  });

  it("is retried no sooner than the coil has rested", () => {
    const { story } = jammed();
    const starts = story.pulses.map(({ deadlineMonoMs }) => deadlineMonoMs);
    const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(2_000 + 500);
  });

  it("puts the compartment out of service for deposits, not for who may collect", () => {
    const { story } = jammed();
    story.elapse(60_000);
    const refused = only(story.badge("depositor", "ferry"), "AccessRefused");
    expect(refused).toMatchObject({ reason: "compartment-out-of-service", compartment: 1 });
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("is over when the door gives way between its retries", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    expect(kinds(story.elapse(1_100))).toEqual(["UnlockConcluded"]);
    expect(kinds(story.swing(ferry))).toEqual(["DoorOpened"]);
    story.shut(ferry);
    story.elapse(60_000);
    expect(kinds(story.badge("depositor", "ferry"))).toContain("AccessGranted");
  });

  it("that was given up explains no opening any more", () => {
    expect(kinds(jammed().story.swing(ferry))).toEqual(["DoorForced"]);
  });

  it("is not retried once the badge was blocked", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry");
    story.pulseEnds();
    expect(kinds(story.elapse(1_100))).toEqual(["UnlockConcluded"]);
    const badges = compiled().badges;
    const blocked = { [Object.keys(badges)[1] ?? ""]: true as const };
    story.when({ kind: "PolicyAccepted", policy: { ...compiled({ version: 2 }), blocked } });
    expect(kinds(story.elapse(10_000))).toEqual(["LockFaulted"]);
    expect(story.pulses).toHaveLength(1);
  });
});

describe("a coil", () => {
  const tight: Layout = {
    boxes: [
      {
        ...ferryBox,
        compartments: ferryBox.compartments.map((one) => ({ ...one, pulseMs: 3_000 })),
      },
    ],
    timing: defaultTiming,
  };
  const policy = compiled({ roles: ["courier", "depositor", "clerk"].map(collectors) }, tight);
  function collectors(role: string) {
    return { role, rights: [{ box: "ferry", canCollect: true }] };
  }

  it("is refused to a third user within the minute when two used up its duty", () => {
    const story = Story.ready(policy, tight);
    for (const who of ["courier", "depositor"] as const) {
      expect(kinds(story.visit(who, ferry))).toContain("DoorClosed");
    }
    expect(only(story.badge("clerk", "ferry"), "AccessRefused").reason).toBe("box-busy");
    story.elapse(60_000);
    expect(kinds(story.badge("clerk", "ferry"))).toContain("UnlockIntended");
  });

  it("keeps its duty across a power cut", () => {
    const story = Story.ready(policy, tight);
    story.visit("courier", ferry);
    story.visit("depositor", ferry);
    story.powerCut(policy);
    expect(only(story.badge("clerk", "ferry"), "AccessRefused").reason).toBe("box-busy");
  });
});

describe("a compartment that is disabled", () => {
  it("is refused to everybody until it is enabled", () => {
    const story = Story.ready();
    const place = { box: "ferry", compartment: 1 };
    const disabled: Fact = { kind: "CompartmentDisabled", ...place, reason: "hinge" };
    const fold = (fact: Fact): void => {
      const { nextSeq: seq, bootId } = story.state.durable;
      story.state = evolve(story.state, fact, { ...story.now, seq, bootId });
    };
    fold(disabled);
    const refused = only(story.badge("courier", "ferry"), "AccessRefused");
    expect(refused.reason).toBe("compartment-out-of-service");
    fold({ ...disabled, kind: "CompartmentEnabled" });
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });
});
