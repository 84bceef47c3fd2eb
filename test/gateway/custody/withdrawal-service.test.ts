// Who waits for a coil while their grant is revoked, or the service stops: judged as at a tap.

import { describe, expect, it } from "vitest";
import type { Pass } from "../../../gateway/custody/access/passes.ts";
import { Action, bankPolicy, enter, members, refusalsOf, tap, type Rules } from "./bank.ts";
import { answersOf, command } from "./orders.ts";
import { grantOf, issuedUs, pass, publish, tell, today } from "./pass-steps.ts";
import {
  compiled,
  ferry,
  kinds,
  only,
  Story,
  wallStartMs,
  type At,
  type BadgeName,
} from "./story.ts";

const branch2: At = ["branch", 2];
const roles: NonNullable<Rules["roles"]> = [
  { role: "staff", rights: [{ box: "ferry", canCollect: true }] },
  { role: "guard", rights: [{ box: "branch", canCollect: true }] },
];
const ofTeller = { person: members.teller.person, actions: [Action.ACTION_COLLECT] };
const whole = { ...ofTeller, grant: "g-1" };

/** The door of a place is used and shut; what is inside stays as it is, and its coil rests. */
function use(story: Story, at: At): void {
  story.pulseEnds();
  story.swing(at);
  story.shut(at);
}

function put(story: Story, compartment: number, parcel: string): void {
  const fact = { grantSeq: 0, person: "p", evidence: "tag-only" } as const;
  tell(story, { kind: "ParcelDeposited", box: "branch", compartment, parcel, ...fact });
  story.presence(["branch", compartment], true);
}

/** The guard has just used the second compartment; the teller holds grants and waits for it. */
function holding(grants: NonNullable<Parameters<typeof publish>[1]["grants"]>): Story {
  const story = Story.ready(bankPolicy({ roles }));
  put(story, 2, "4712");
  put(story, 3, "4713");
  story.elapse(1_000);
  publish(story, { grants });
  tap(story, "guard", { box: "branch" });
  use(story, branch2);
  const granted = only(tap(story, "teller", { box: "branch" }), "AccessGranted");
  expect(granted).toMatchObject({ compartment: 2, grant: "g-1" });
  expect(story.pulses).toHaveLength(1);
  return story;
}

describe("somebody whose grant is revoked while the coil rests", () => {
  it("is not let in by another grant that names other parcels and asks for a second person", () => {
    const other = { ...ofTeller, grant: "g-2", parcels: ["4713"], authorizers: 1 };
    const story = holding([whole, other]);
    publish(story, { version: 2, grants: [other], revoked: ["g-1"] });
    expect(refusalsOf(story.elapse(5_000))).toEqual(["p-teller no-right"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("is not let in by another grant, whatever it opens: facts name the first one", () => {
    const other = { ...ofTeller, grant: "g-2" };
    const story = holding([whole, other]);
    publish(story, { version: 2, grants: [other], revoked: ["g-1"] });
    expect(refusalsOf(story.elapse(5_000))).toEqual(["p-teller no-right"]);
  });

  it("is let in when another one is revoked", () => {
    const story = holding([whole, { ...ofTeller, grant: "g-2" }]);
    publish(story, { version: 2, grants: [whole], revoked: ["g-2"] });
    expect(kinds(story.elapse(5_000))).toEqual(["UnlockIntended"]);
  });

  it("is turned away when the grant asks for a person more", () => {
    const story = holding([whole]);
    publish(story, { version: 2, grants: [{ ...whole, authorizers: 1 }] });
    expect(refusalsOf(story.elapse(5_000))).toEqual(["p-teller second-person-missing"]);
  });
});

describe("a bearer who waits for the coil with somebody who confirms", () => {
  const staff = ["ferry", "branch"].map((box) => ({ box, canCollect: true }));
  const confirmed = (version: number, canAuthorize: boolean) => {
    const guard = { box: canAuthorize ? "branch" : "ferry", canAuthorize: true };
    const both = [
      { role: "staff", rights: staff },
      { role: "guard", rights: [guard] },
    ];
    return bankPolicy({ version, roles: both });
  };
  function waiting(): Story {
    const story = Story.ready(confirmed(2, true));
    put(story, 2, "4712");
    tap(story, "teller", { box: "branch" });
    use(story, branch2);
    pass(story, { proof: "grant", grant: grantOf({ authorizers: 1 }) });
    expect(kinds(tap(story, "guard", { box: "branch" }))).toContain("AuthorizerAdded");
    expect(story.pulses).toHaveLength(1);
    return story;
  }

  it("is turned away when the other one may confirm nothing any more", () => {
    const story = waiting();
    story.when({ kind: "PolicyAccepted", policy: confirmed(3, false) });
    expect(refusalsOf(story.elapse(5_000))).toHaveLength(1);
    expect(story.pulses).toHaveLength(1);
  });

  it("is turned away when the other one may confirm elsewhere in the box only", () => {
    const story = waiting();
    const guard = { box: "branch", compartments: [1], canAuthorize: true };
    const both = [
      { role: "staff", rights: staff },
      { role: "guard", rights: [guard] },
    ];
    story.when({ kind: "PolicyAccepted", policy: bankPolicy({ version: 3, roles: both }) });
    expect(refusalsOf(story.elapse(5_000))).toEqual([" second-person-missing"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("is let in while both still may", () => {
    const story = waiting();
    story.when({ kind: "PolicyAccepted", policy: confirmed(3, true) });
    expect(kinds(story.elapse(5_000))).toEqual(["UnlockIntended"]);
  });
});

describe("whoever holds a code or a grant while the coil rests", () => {
  const voyages = [{ voyage: "v", fromUs: (wallStartMs - 60_000) * 1_000 }];

  /** A parcel is in the second compartment; the clerk has just used it. */
  function waiting(shown: Pass): Story {
    const story = Story.ready(compiled({ voyages }));
    put(story, 2, "4712");
    story.elapse(1_000);
    story.badge("clerk", "branch");
    use(story, branch2);
    expect(kinds(pass(story, shown))).toEqual(["AccessGranted"]);
    expect(story.pulses).toHaveLength(1);
    return story;
  }

  function after(story: Story, change: Parameters<typeof compiled>[0]): readonly string[] {
    story.when({ kind: "PolicyAccepted", policy: compiled({ version: 2, voyages, ...change }) });
    const facts = story.elapse(5_000);
    return [...kinds(facts), ...refusalsOf(facts)];
  }

  const isOnce = { isOnce: true, untilUs: issuedUs(3_600_000) };
  const once = { proof: "one-time-code", action: "collect", day: today, number: 1 } as const;
  const passes: readonly (readonly [string, Pass])[] = [
    ["a code of a parcel", { proof: "pickup-code", parcel: "4712", issue: 0 }],
    ["a one-time code", once],
    ["a grant", { proof: "grant", grant: grantOf({ voyages: ["v"], ...isOnce }) }],
  ];

  it.each(passes)("is let in by %s, which their own grant has spent", (_, shown) => {
    expect(after(waiting(shown), {})).toEqual(["UnlockIntended"]);
  });

  it.each(passes)("is turned away with %s once the policy has expired", (_, shown) => {
    const expiresUs = (wallStartMs + 1_000) * 1_000;
    expect(after(waiting(shown), { expiresUs })).toEqual(["AccessRefused", " policy-expired"]);
  });

  it("is turned away once the voyage of their grant is dropped", () => {
    const story = waiting({ proof: "grant", grant: grantOf({ voyages: ["v"] }) });
    expect(after(story, { voyages: [] })).toEqual(["AccessRefused", " outside-schedule"]);
  });
});

/** The ferry's coil rests after a visit that took nothing out. */
function resting(story: Story, who: BadgeName = "depositor"): Story {
  story.badge(who, "ferry");
  use(story, ferry);
  expect(story.pulses).toHaveLength(1);
  return story;
}

describe("service that is suspended while somebody waits for the coil", () => {
  it("takes nothing in by a badge", () => {
    const story = resting(Story.ready());
    expect(only(story.badge("depositor", "ferry"), "AccessGranted").action).toBe("deposit");
    expect(kinds(command(story, "suspend"))).toContain("ServiceSuspended");
    expect(refusalsOf(story.elapse(5_000))).toEqual(["p-depositor service-suspended"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("takes nothing in by a code", () => {
    const story = resting(Story.ready());
    const code = { proof: "one-time-code", action: "deposit", day: today, number: 1 } as const;
    expect(only(pass(story, code, "ferry"), "AccessGranted").action).toBe("deposit");
    command(story, "suspend");
    expect(refusalsOf(story.elapse(5_000))).toEqual([" service-suspended"]);
  });

  it("gives out what is inside, and takes back what was taken out", () => {
    const collects = resting(Story.ready(), "courier");
    expect(only(collects.badge("courier", "ferry"), "AccessGranted").action).toBe("collect");
    command(collects, "suspend");
    expect(kinds(collects.elapse(5_000))).toEqual(["UnlockIntended"]);
    const returns = Story.ready();
    returns.visit("depositor", ferry, { tags: ["100"], leaves: true });
    returns.visit("clerk", ferry, { tags: ["100"], leaves: false });
    returns.elapse(60_000);
    returns.badge("depositor", "ferry");
    use(returns, ferry);
    returns.tag("100", "ferry");
    expect(only(returns.badge("clerk", "ferry"), "AccessGranted").action).toBe("deposit");
    command(returns, "suspend");
    expect(kinds(returns.elapse(5_000))).toEqual(["UnlockIntended"]);
  });
});

describe("a fitter who begins while somebody waits for the coil", () => {
  const ofStaff = { canCollect: true, canDeposit: true, canMaintain: true };
  const staff = { role: "staff", rights: [{ box: "ferry", ...ofStaff }] };
  const guard = { role: "guard", rights: [{ box: "branch", canCollect: true }] };

  const policy = bankPolicy({ roles: [staff, guard] });

  function begin(story: Story): void {
    const wish = { kind: "maintain", reason: "a new lock" } as const;
    story.when({ kind: "WishStated", panel: "panel-ferry", box: "ferry", wish });
    tap(story, "teller");
    expect(kinds(enter(story, "teller"))).toContain("MaintenanceBegun");
  }

  function interrupted(leaves: boolean): readonly string[] {
    const story = Story.ready(policy);
    tap(story, "cashier");
    story.pulseEnds();
    story.swing(ferry);
    story.presence(ferry, leaves);
    story.shut(ferry);
    const granted = only(tap(story, "official"), "AccessGranted");
    expect(granted.action).toBe(leaves ? "collect" : "deposit");
    begin(story);
    const refusals = refusalsOf(story.elapse(5_000));
    expect(story.pulses).toHaveLength(1);
    return refusals;
  }

  it("has the box alone, whatever the other one wanted", () => {
    expect(interrupted(false)).toEqual(["p-official in-maintenance"]);
    expect(interrupted(true)).toEqual(["p-official in-maintenance"]);
  });

  it("has the box alone, whatever was asked from afar", () => {
    const story = Story.ready(policy);
    tap(story, "cashier");
    use(story, ferry);
    story.elapse(1_000);
    expect(answersOf(command(story, "open"))).toEqual([]);
    begin(story);
    const after = story.elapse(5_000);
    expect(refusalsOf(after)).toEqual(["p-dispatcher in-maintenance"]);
    expect(answersOf(after)).toEqual(["given up"]);
    expect(story.pulses).toHaveLength(1);
  });
});
