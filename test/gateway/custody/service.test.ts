// Service: suspended by fog and by command, kept for a fitter, opened in an emergency, explained.

import { describe, expect, it } from "vitest";
import { maintenanceMaxMs } from "../../../gateway/custody/service/maintenance.ts";
import { boxStates } from "../../../gateway/custody/snapshot.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import {
  Assurance,
  bankPolicy,
  enter,
  refusalsOf,
  tap,
  type MemberName,
  type Rules,
} from "./bank.ts";
import { command } from "./orders.ts";
import { compiled, ferry, kinds, only, Story, wallStartMs } from "./story.ts";

/** Staff may maintain and open in an emergency; the guard may confirm and maintain. */
const roles: NonNullable<Rules["roles"]> = [
  {
    role: "staff",
    rights: ["ferry", "branch"].map((box) => {
      return { box, canCollect: true, canDeposit: true, canEmergency: true };
    }),
  },
  { role: "guard", rights: [{ box: "ferry", canAuthorize: true, canMaintain: true }] },
];
const fitterRoles: NonNullable<Rules["roles"]> = [
  {
    role: "staff",
    rights: [
      { box: "ferry", canMaintain: true },
      { box: "branch", canCollect: true },
    ],
  },
  { role: "guard", rights: [{ box: "ferry", canCollect: true }] },
];

const begin: Wish = { kind: "maintain", reason: "new lock" };

function say(story: Story, wish: Wish, box = "ferry"): void {
  story.when({ kind: "WishStated", panel: `panel-${box}`, box, wish });
}

function prove(story: Story, who: MemberName) {
  return [...tap(story, who), ...enter(story, who)];
}

function serviceOf(story: Story): string | null | undefined {
  return boxStates(story.state)[0]?.service;
}

function ready(rules: Rules = { roles }): Story {
  return Story.ready(bankPolicy(rules));
}

describe("suspended service", () => {
  it("takes nothing in and gives everything out, until it is resumed", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    expect(kinds(command(story, "suspend"))).toContain("ServiceSuspended");
    expect([serviceOf(story), story.shown.get("ferry")]).toEqual(["suspended", "suspended"]);
    expect(only(story.badge("depositor", "ferry"), "AccessRefused").reason).toBe(
      "service-suspended",
    );
    expect(kinds(story.visit("courier", ferry, { leaves: false }))).toContain("ParcelCollected");
    story.powerCut();
    story.reportRest();
    expect(serviceOf(story)).toBe("suspended");
    expect(kinds(command(story, "resume"))).toContain("ServiceResumed");
    expect(kinds(command(story, "resume"))).not.toContain("ServiceResumed");
    expect(kinds(story.badge("depositor", "ferry"))).toContain("AccessGranted");
  });

  it("follows the schedule of the policy by a trusted clock, and never ends an order", () => {
    const fromUs = (wallStartMs + 60_000) * 1_000;
    const untilUs = fromUs + 60_000_000;
    const suspensions = [{ box: "", fromUs, untilUs, reason: "fog" }];
    const policy = compiled({ suspensions });
    const story = Story.ready(policy);
    expect(serviceOf(story)).toBe("open");
    expect(only(story.elapse(60_000), "ServiceSuspended").reason).toBe("schedule: fog");
    command(story, "suspend", { box: "" });
    expect(kinds(story.elapse(60_000))).toContain("ServiceResumed");
    expect(serviceOf(story)).toBe("suspended");
    command(story, "resume", { box: "" });
    expect(serviceOf(story)).toBe("open");
  });

  it("is not begun and not ended by a clock that nobody vouches for", () => {
    const fromUs = wallStartMs * 1_000;
    const suspensions = [{ box: "ferry", fromUs, untilUs: fromUs + 60_000_000, reason: "gale" }];
    const policy = compiled({ suspensions });
    const lost = new Story();
    lost.isWallTrusted = false;
    lost.boot();
    lost.when({ kind: "PolicyAccepted", policy });
    expect(serviceOf(lost)).toBe("open");
    const story = Story.ready(policy);
    expect(serviceOf(story)).toBe("suspended");
    story.isWallTrusted = false;
    story.elapse(600_000);
    expect(serviceOf(story)).toBe("suspended");
  });
});

describe("a parcel that is brought back", () => {
  it("is taken in while service is suspended, and outside the windows of the role", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.visit("clerk", ferry, { tags: ["100"], leaves: false });
    const rights = (role: string) => ({
      role,
      rights: ["ferry", "branch"].map((box) => ({
        box,
        canDeposit: true,
        canCollect: true,
        windows: [{ days: 127, fromMin: 0, toMin: 1 }],
      })),
    });
    const policy = compiled({
      version: 2,
      roles: [...["clerk", "depositor"].map(rights), { role: "courier", rights: anywhere() }],
    });
    story.when({ kind: "PolicyAccepted", policy });
    command(story, "suspend");
    story.tag("101", "ferry");
    expect(only(story.badge("clerk", "ferry"), "AccessRefused").reason).toBe("outside-schedule");
    story.elapse(60_000);
    story.tag("100", "ferry");
    expect(only(story.badge("depositor", "ferry"), "AccessRefused").reason).toBe(
      "outside-schedule",
    );
    story.elapse(60_000);
    story.tag("100", "ferry");
    expect(only(story.badge("clerk", "ferry"), "AccessGranted").action).toBe("deposit");
    story.pulseEnds();
    story.swing(ferry);
    story.presence(ferry, true);
    expect(only(story.shut(ferry), "ParcelDeposited").parcel).toBe("100");
  });

  it("lets nobody collect what is another's outside their windows", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    story.visit("courier", ferry, { tags: ["100"], leaves: false });
    story.visit("depositor", ferry, { tags: ["101"], leaves: true });
    const windows = [{ days: 127, fromMin: 0, toMin: 1 }];
    const rights = [{ box: "ferry", canCollect: true, canDeposit: true, windows }];
    const others = ["clerk", "depositor"].map((role) => ({ role, rights: anywhere() }));
    const timed = [{ role: "courier", rights }, ...others];
    story.when({ kind: "PolicyAccepted", policy: compiled({ version: 2, roles: timed }) });
    story.tag("100", "ferry");
    const { action } = only(story.badge("courier", "ferry"), "AccessGranted");
    expect(action).toBe("deposit");
    story.elapse(60_000);
    story.when({ kind: "MainsReported", isPresent: false });
    story.elapse(60_000);
    story.tag("100", "ferry");
    expect(kinds(story.badge("courier", "ferry"))).not.toContain("AccessGranted");
  });
  const anywhere = () => ["ferry", "branch"].map((box) => ({ box, canCollect: true }));
});

describe("maintenance", () => {
  it("takes a badge with the right and a PIN, keeps everybody else out, and ends", () => {
    const story = ready({ roles: fitterRoles });
    say(story, begin);
    expect(tap(story, "teller")).toEqual([]);
    expect(only(enter(story, "teller"), "MaintenanceBegun")).toMatchObject({
      box: "ferry",
      person: "p-teller",
      reason: "new lock",
    });
    expect(serviceOf(story)).toBe("maintenance");
    expect(refusalsOf(tap(story, "guard"))).toEqual(["p-guard in-maintenance"]);
    say(story, { kind: "end-maintenance" });
    expect(kinds(tap(story, "teller"))).toEqual(["MaintenanceEnded"]);
    expect(kinds(tap(story, "guard"))).toContain("AccessGranted");
  });

  it("is not begun without the right, or without a PIN", () => {
    const story = ready({ roles: fitterRoles });
    say(story, begin);
    expect(refusalsOf(tap(story, "guard"))).toEqual(["p-guard no-right"]);
    say(story, begin);
    tap(story, "teller");
    expect(refusalsOf(enter(story, "teller", "wrong"))).toEqual(["p-teller wrong-pin"]);
    expect(serviceOf(story)).toBe("open");
  });

  it("opens what is empty, and nothing in which a parcel is or may be", () => {
    const story = ready({ roles: fitterRoles });
    say(story, begin);
    prove(story, "teller");
    say(story, { kind: "open-empty", compartment: 1 });
    expect(kinds(tap(story, "teller"))).toEqual(["AccessGranted", "UnlockIntended"]);
    story.pulseEnds();
    story.swing(ferry);
    story.tag("100", "ferry");
    story.presence(ferry, true);
    story.shut(ferry);
    story.elapse(10_000);
    say(story, { kind: "open-empty", compartment: 1 });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller not-custodian"]);
    say(story, { kind: "open-empty", compartment: 9 });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller compartment-out-of-service"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("opens nothing for somebody else, and nothing when it is over", () => {
    const story = ready({ roles: fitterRoles });
    say(story, { kind: "open-empty", compartment: 1 });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller no-right"]);
    say(story, begin);
    prove(story, "teller");
    say(story, begin);
    expect(refusalsOf(tap(story, "cashier"))).toEqual(["p-cashier in-maintenance"]);
    say(story, { kind: "open-empty", compartment: 1 });
    expect(refusalsOf(tap(story, "cashier"))).toEqual(["p-cashier no-right"]);
    expect(kinds(story.elapse(maintenanceMaxMs))).toContain("MaintenanceEnded");
    say(story, { kind: "open-empty", compartment: 1 });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller no-right"]);
    expect(story.pulses).toEqual([]);
  });

  it("begins again for the fitter at work, with a PIN, and lasts from then", () => {
    const story = ready({ roles: fitterRoles });
    say(story, begin);
    prove(story, "teller");
    story.elapse(maintenanceMaxMs - 1);
    say(story, begin);
    expect(tap(story, "teller")).toEqual([]);
    expect(kinds(enter(story, "teller"))).toEqual(["MaintenanceBegun"]);
    expect(kinds(story.elapse(maintenanceMaxMs - 1))).not.toContain("MaintenanceEnded");
    expect(kinds(story.elapse(1))).toContain("MaintenanceEnded");
  });

  it("ends at a restart", () => {
    const story = ready({ roles: fitterRoles });
    say(story, begin);
    prove(story, "teller");
    expect(kinds(story.powerCut(story.state.volatile.policy))).toContain("MaintenanceEnded");
    expect(serviceOf(story)).toBe("open");
  });
});

describe("a fitter who opens all that is empty", () => {
  function working(): Story {
    const rights = [{ box: "branch", canMaintain: true, canDeposit: true }];
    const guard = {
      role: "guard",
      rights: ["ferry", "branch"].map((box) => ({ box, canCollect: true })),
    };
    const story = ready({ roles: [{ role: "staff", rights }, guard] });
    story.tag("102", "branch");
    tap(story, "teller", { box: "branch" });
    story.pulseEnds();
    story.swing(["branch", 1]);
    story.presence(["branch", 1], true);
    story.shut(["branch", 1]);
    story.elapse(60_000);
    say(story, begin, "branch");
    tap(story, "teller", { box: "branch" });
    enter(story, "teller", "right", "branch");
    say(story, { kind: "open-all-empty" }, "branch");
    return story;
  }
  const doorsAfter = (story: Story, before: number) =>
    story.pulses.slice(before).map(({ compartment }) => compartment);
  function takeTurn(story: Story, compartment: number, isShut = true): void {
    story.pulseEnds();
    story.swing(["branch", compartment]);
    if (isShut) story.shut(["branch", compartment]);
    story.elapse(5_000);
  }

  it("has one door after the other by one tap, and none that holds a parcel", () => {
    const story = working();
    const before = story.pulses.length;
    expect(kinds(tap(story, "teller", { box: "branch" }))).toContain("AccessGranted");
    expect(doorsAfter(story, before)).toEqual([2]);
    takeTurn(story, 2);
    expect(doorsAfter(story, before)).toEqual([2, 3]);
    takeTurn(story, 3);
    expect(doorsAfter(story, before)).toEqual([2, 3]);
    expect(story.state.volatile.rounds).toEqual({});
  });

  it("has no further door once the work, the right or the patience is over", () => {
    const after: readonly ((story: Story) => void)[] = [
      (story) => {
        say(story, { kind: "end-maintenance" }, "branch");
        tap(story, "teller", { box: "branch" });
      },
      (story) => story.when({ kind: "PolicyAccepted", policy: bankPolicy({ version: 9 }) }),
      (story) => story.elapse(300_000),
      (story) => void [story.powerCut(story.state.volatile.policy), story.reportRest()],
    ];
    for (const spoil of after) {
      const story = working();
      const before = story.pulses.length;
      tap(story, "teller", { box: "branch" });
      takeTurn(story, 2, false);
      spoil(story);
      story.shut(["branch", 2]);
      story.elapse(60_000);
      expect(doorsAfter(story, before)).toEqual([2]);
      expect(story.state.volatile.rounds).toEqual({});
    }
  });

  it("is turned away where nothing is empty, and where they are not at work", () => {
    const story = ready({ roles: fitterRoles });
    say(story, { kind: "open-all-empty" });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller no-right"]);
    say(story, begin);
    prove(story, "teller");
    story.presence(ferry, true);
    story.elapse(10_000);
    say(story, { kind: "open-all-empty" });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller not-custodian"]);
    expect(story.pulses).toEqual([]);
  });
});

/** Roles with a limit of age, which nobody may judge without a clock. */
function clockless(all: NonNullable<Rules["roles"]>): NonNullable<Rules["roles"]> {
  return all.map((role) => ({ ...role, staleAfterH: 24 }));
}

describe("an emergency", () => {
  const demands = [{ box: "ferry", authorizers: 1 }];
  const opening: Wish = { kind: "emergency", compartment: 1, reason: "smoke" };

  it("opens without the second person, and owes the signature of another one", () => {
    const story = ready({ roles, demands });
    say(story, opening);
    tap(story, "teller");
    const facts = enter(story, "teller");
    expect(kinds(facts)).toEqual(["AccessGranted", "EmergencyDeclared", "UnlockIntended"]);
    story.pulseEnds();
    story.swing(ferry);
    story.shut(ferry);
    story.elapse(10_000);
    story.powerCut(story.state.volatile.policy);
    story.reportRest();
    expect(story.state.durable.service.unsigned).toMatchObject([{ person: "p-teller" }]);
    say(story, { kind: "sign" });
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller same-person"]);
    say(story, { kind: "sign" });
    expect(kinds(tap(story, "official"))).toEqual(["SignatureGiven"]);
    expect(story.state.durable.service.unsigned).toEqual([]);
  });

  it("waives the other persons alone: not how hard a badge is to copy, nor an expiry", () => {
    const strong = [{ box: "ferry", leastAssurance: Assurance.ASSURANCE_MUTUAL_AUTH }];
    const story = ready({ roles, demands: strong });
    say(story, opening);
    expect(refusalsOf(tap(story, "teller"))).toEqual(["p-teller weak-credential"]);
    const late = ready({ roles: clockless(roles), demands });
    late.isWallTrusted = false;
    say(late, opening);
    expect(refusalsOf(tap(late, "teller"))).toEqual(["p-teller clock-not-trusted"]);
    expect([...story.pulses, ...late.pulses]).toEqual([]);
  });

  it("takes the right and a PIN, like duress or not", () => {
    const story = ready({ roles, demands });
    say(story, opening);
    expect(refusalsOf(tap(story, "guard"))).toEqual(["p-guard no-right"]);
    say(story, opening);
    tap(story, "teller");
    expect(refusalsOf(enter(story, "teller", "wrong"))).toEqual(["p-teller wrong-pin"]);
    expect(kinds(enter(story, "teller", "duress"))[0]).toBe("DuressSignaled");
    expect(story.pulses).toHaveLength(1);
  });
});

describe("an opening by key or by force", () => {
  it("waits for a person's explanation, also over a power cut", () => {
    const story = ready({ roles });
    story.swing(ferry);
    story.shut(ferry);
    story.powerCut(story.state.volatile.policy);
    story.reportRest();
    const [owed] = story.state.durable.service.unexplained;
    expect(owed).toMatchObject({ box: "ferry", compartment: 1 });
    say(story, { kind: "explain", compartment: 1, explanation: "key of the agent" });
    expect(only(tap(story, "official"), "OverrideClosed")).toMatchObject({
      overrideSeq: owed?.seq,
      person: "p-official",
      explanation: "key of the agent",
    });
    expect(story.state.durable.service.unexplained).toEqual([]);
    say(story, { kind: "explain", compartment: 1, explanation: "again" });
    expect(refusalsOf(tap(story, "official"))).toEqual(["p-official no-right"]);
  });
});
