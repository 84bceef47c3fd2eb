// Grants: what they add for persons, roles and bearers, what they never lower, and when they end.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { compileGrant, judgeGrantsSuccession } from "../../../gateway/custody/access/grant-set.ts";
import { Action, Assurance, bankPolicy, members, PinRule, refusalsOf, tap } from "./bank.ts";
import type { Rules } from "./bank.ts";
import {
  cabinetAt,
  grantMessage,
  grantOf,
  grantsOf,
  issuedUs,
  pass,
  publish,
  takeOut,
  tell,
  type SetDraft,
} from "./pass-steps.ts";
import { kinds, layout, only, Story, wallStartMs } from "./story.ts";

const collect = [Action.ACTION_COLLECT];
/** Nobody but the guard may do anything at the cabinet by the policy. */
const narrowRoles = [
  { role: "staff", rights: [{ box: "ferry", canCollect: true }] },
  { role: "guard", rights: [{ box: "branch", canCollect: true }] },
];
const hourUs = 3_600_000_000;

/** Nobody of the bank may collect from the cabinet by the policy, but for the deputy. */
function stage(set: SetDraft, rules: Rules = {}): Story {
  const policy = bankPolicy({
    roles: [
      {
        role: "staff",
        rights: [
          { box: "ferry", canCollect: true },
          { box: "branch", canDeposit: true },
        ],
      },
      { role: "guard", rights: [{ box: "branch", canCollect: true }] },
    ],
    ...rules,
  });
  const story = Story.ready(policy);
  put(story, 1, "4711");
  put(story, 2, "4712");
  publish(story, set);
  return story;
}

function put(story: Story, compartment: number, parcel: string): void {
  const fact = { grantSeq: 0, person: "p", evidence: "tag-only" } as const;
  tell(story, { kind: "ParcelDeposited", box: "branch", compartment, parcel, ...fact });
}

const mine = { grant: "g-1", person: members.teller.person, actions: collect };

function openedBy(facts: readonly Fact[]) {
  const { compartment, person, grant, proof, code } = only(facts, "AccessGranted");
  return { compartment, person, grant, proof, code };
}

function tellerTaps(story: Story): readonly Fact[] {
  return tap(story, "teller", { box: "branch" });
}

describe("a grant of a person or a role", () => {
  it("adds a right, and the fact names it", () => {
    const story = stage({ grants: [mine] });
    expect(openedBy(tellerTaps(story))).toMatchObject({
      compartment: 1,
      person: "p-teller",
      grant: "g-1",
      proof: "badge",
      code: undefined,
    });
    const ofRole = stage({ grants: [{ ...mine, person: "", role: "staff" }] });
    expect(openedBy(tap(ofRole, "cashier", { box: "branch" })).grant).toBe("g-1");
    expect(kinds(tap(stage({ grants: [mine] }), "cashier", { box: "branch" }))).not.toContain(
      "UnlockConcluded",
    );
  });

  it("makes whoever empties the box under it count", () => {
    const story = Story.ready(bankPolicy({ roles: narrowRoles }));
    put(story, 1, "4711");
    publish(story, { grants: [mine] });
    tellerTaps(story);
    expect(only(takeOut(story), "BoxEmptied")).toMatchObject({
      person: "p-teller",
      parcelCount: 1,
    });
  });

  it("is not named where the policy gives the right by itself", () => {
    const story = stage({ grants: [{ ...mine, person: members.guard.person }] });
    expect(openedBy(tap(story, "guard", { box: "branch" })).grant).toBeUndefined();
  });

  it("holds for its compartments and parcels only", () => {
    const second = stage({ grants: [{ ...mine, compartments: [2] }] });
    expect(openedBy(tellerTaps(second)).compartment).toBe(2);
    const named = stage({ grants: [{ ...mine, parcels: ["4712"] }] });
    expect(openedBy(tellerTaps(named)).compartment).toBe(2);
    const absent = stage({ grants: [{ ...mine, parcels: ["9"] }] }, { roles: narrowRoles });
    expect(refusalsOf(tellerTaps(absent))).toEqual(["p-teller nothing-to-collect"]);
    const brings = { ...mine, actions: [Action.ACTION_DEPOSIT], parcels: ["9"] };
    const deposit = stage({ grants: [brings] }, { roles: narrowRoles });
    expect(refusalsOf(tellerTaps(deposit))).toEqual(["p-teller nothing-to-collect"]);
    deposit.tag("9", "branch");
    expect(openedBy(tellerTaps(deposit))).toMatchObject({ compartment: 3, grant: "g-1" });
  });

  it("never lowers what a compartment asks for, and may ask for more", () => {
    const third = { box: "branch", compartments: [3], canCollect: true };
    const demand = { box: "branch", compartments: [1], actions: collect };
    const demands = [{ ...demand, pin: PinRule.PIN_RULE_ALWAYS }];
    const rights = [{ box: "ferry", canCollect: true }, third];
    const own = [{ role: "staff", rights }, { role: "guard" }];
    const story = stage({ grants: [{ ...mine, compartments: [1] }] }, { demands, roles: own });
    expect(tellerTaps(story)).toEqual([]);
    expect(refusalsOf(story.elapse(30_000))).toEqual(["p-teller pin-missing"]);
    const witnessed = stage({ grants: [{ ...mine, authorizers: 1 }] });
    expect(tellerTaps(witnessed)).toEqual([]);
    expect(kinds(tap(witnessed, "guard", { box: "branch" }))).toContain("AuthorizerAdded");
    const strong = { ...mine, leastAssurance: Assurance.ASSURANCE_COUNTER_MAC };
    expect(refusalsOf(tellerTaps(stage({ grants: [strong] }, { roles: narrowRoles })))).toEqual([
      "p-teller weak-credential",
    ]);
  });

  it("follows the rules of the role for an old policy", () => {
    const roles = [
      { role: "staff", staleAfterH: 24, rights: [{ box: "ferry", canCollect: true }] },
      { role: "guard", rights: [{ box: "branch", canCollect: true }] },
    ];
    const story = stage({ grants: [mine] }, { roles });
    story.elapse(25 * 3_600_000);
    expect(refusalsOf(tellerTaps(story))).toEqual(["p-teller policy-stale"]);
  });

  it("is revoked, spent or over, each by its name", () => {
    const once = { ...mine, isOnce: true, untilUs: issuedUs(hourUs) };
    const story = stage({ grants: [once] }, { roles: narrowRoles });
    expect(openedBy(tellerTaps(story))).toMatchObject({ grant: "g-1", code: "grant/g-1" });
    takeOut(story);
    expect(refusalsOf(tellerTaps(story))).toEqual(["p-teller no-right"]);
    const revoked = stage({ grants: [mine], revoked: ["g-1"] }, { roles: narrowRoles });
    expect(refusalsOf(tellerTaps(revoked))).toEqual(["p-teller no-right"]);
    const over = stage({ grants: [{ ...mine, untilUs: issuedUs() + 1 }] }, { roles: narrowRoles });
    expect(refusalsOf(tellerTaps(over))).toEqual(["p-teller grant-expired"]);
    const early = stage(
      { grants: [{ ...mine, fromUs: issuedUs(hourUs) }] },
      { roles: narrowRoles },
    );
    expect(refusalsOf(tellerTaps(early))).toEqual(["p-teller outside-schedule"]);
    early.isWallTrusted = false;
    expect(refusalsOf(tellerTaps(early))).toEqual(["p-teller clock-not-trusted"]);
  });

  it("for a voyage holds while it runs, and never for one that the policy does not name", () => {
    const fromUs = (wallStartMs + 3_600_000) * 1_000;
    const voyages = [{ voyage: "v-1", fromUs, untilUs: fromUs + hourUs }];
    const story = stage(
      { grants: [{ ...mine, voyages: ["v-1", "v-2"] }] },
      { roles: narrowRoles, voyages },
    );
    expect(refusalsOf(tellerTaps(story))).toEqual(["p-teller outside-schedule"]);
    story.elapse(3_600_000);
    expect(openedBy(tellerTaps(story)).grant).toBe("g-1");
    takeOut(story);
    story.elapse(3_600_000);
    expect(refusalsOf(tellerTaps(story))).toEqual(["p-teller outside-schedule"]);
  });

  it("is withdrawn before the pulse when a newer set takes it back", () => {
    const story = stage({ grants: [{ ...mine, compartments: [1] }] });
    publish(story, { version: 2, grants: [{ ...mine, compartments: [2] }], revoked: [] });
    tap(story, "guard", { box: "branch" });
    takeOut(story);
    story.presence(cabinetAt, false);
    expect(story.state.volatile.grants?.version).toBe(2);
    expect(openedBy(tellerTaps(story)).compartment).toBe(2);
  });
});

describe("a grant of whoever shows it", () => {
  it("opens once where it is for once, over a power cut too, and forgets nothing", () => {
    const story = stage({});
    const grant = grantOf({ grant: "g-9", isOnce: true, untilUs: issuedUs(hourUs) });
    expect(openedBy(pass(story, { proof: "grant", grant }))).toMatchObject({
      person: "",
      grant: "g-9",
      code: "grant/g-9",
      proof: "grant",
    });
    const { policy } = story.state.volatile;
    story.powerCut(policy);
    story.reportPlace(cabinetAt, true, "presence");
    story.elapse(60_000);
    expect(refusalsOf(pass(story, { proof: "grant", grant }))).toEqual([" code-spent"]);
  });

  it("is refused when revoked, over, for another box, or held by somebody", () => {
    const story = stage({ revoked: ["g-r"] });
    const shown = (change: Parameters<typeof grantOf>[0], box?: string) =>
      refusalsOf(pass(story, { proof: "grant", grant: grantOf(change) }, box));
    expect(shown({ grant: "g-r" })).toEqual([" grant-revoked"]);
    expect(shown({ untilUs: issuedUs() + 1 })).toEqual([" grant-expired"]);
    expect(shown({}, "ferry")).toEqual([" grant-invalid"]);
    expect(shown({ person: "p-teller" })).toEqual([" grant-invalid"]);
  });

  it("waits for the person that it asks for, who is told from the bearer", () => {
    const story = stage({});
    const grant = grantOf({ authorizers: 1 });
    expect(pass(story, { proof: "grant", grant })).toEqual([]);
    expect(refusalsOf(pass(story, { proof: "grant", grant }))).toEqual([" box-busy"]);
    const facts = tap(story, "guard", { box: "branch" });
    expect(only(facts, "AuthorizerAdded").person).toBe("p-guard");
    expect(only(facts, "AccessGranted")).toMatchObject({ person: "", proof: "grant" });
  });
});

describe("a set of grants", () => {
  it("comes into force by a fact, and an older one does not", () => {
    const story = stage({ version: 3, grants: [mine] });
    expect(story.state.durable).toMatchObject({ grantsVersion: 3, grantsHash: "03".repeat(32) });
    expect(publish(story, { version: 2 })).toEqual([]);
    expect(publish(story, { version: 3, grants: [mine] })).toEqual([]);
    expect(only(publish(story, { version: 4 }), "GrantsApplied")).toMatchObject({ grantCount: 0 });
    const [three, four] = [grantsOf({ version: 3 }), grantsOf({ version: 4 })];
    const codeOf = (version: number, hash: string, of = three) => {
      const judged = judgeGrantsSuccession({ version, hash }, of);
      return judged.ok ? "taken" : judged.code;
    };
    expect(codeOf(4, "")).toBe("grants/older");
    expect(codeOf(3, "ff")).toBe("grants/invalid");
    expect(codeOf(3, three.documentHash)).toBe("taken");
    expect(codeOf(3, "ff", four)).toBe("taken");
  });

  it.each<[string, Parameters<typeof grantMessage>[0]]>([
    ["without a name", { grant: "" }],
    ["with a name of other characters", { grant: "g 1" }],
    ["with two holders", { person: "p", isBearer: true }],
    ["without a holder", { isBearer: false }],
    ["that may do nothing", { actions: [] }],
    ["for a compartment that is not there", { compartments: [9] }],
    ["that ends before it begins", { fromUs: 9, untilUs: 8 }],
    ["of four authorizers", { authorizers: 4 }],
    ["that opens once and never ends", { isOnce: true }],
    ["of a bearer who should prove something", { leastAssurance: Assurance.ASSURANCE_COUNTER_MAC }],
  ])("refuses a grant %s", (_what, change) => {
    expect(compileGrant(grantMessage(change), layout)).toMatchObject({ code: "grants/invalid" });
  });

  it("drops grants for other gateways' boxes, and refuses a name twice", () => {
    expect(grantsOf({ grants: [{ ...mine, box: "far-away" }] }).grantCount).toBe(0);
    expect(() => grantsOf({ grants: [mine, mine] })).toThrow("twice");
  });

  it("of 20,000 is looked up by who holds it: a tap costs what that person holds", () => {
    const ofOthers = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        grant: `g-other-${at}`,
        person: `p-${at % 5_000}`,
        actions: collect,
      }));
    const own = Array.from({ length: 256 }, (_, at) => ({ ...mine, grant: `g-${at}` }));
    const tapsIn = (story: Story): number => {
      const { state } = story;
      const startMs = performance.now();
      for (let taps = 0; taps < 20; taps += 1) {
        expect(openedBy(tellerTaps(story)).grant).toBe("g-0");
        story.state = state;
      }
      return (performance.now() - startMs) / 20;
    };
    const all = stage({ grants: [...own, ...ofOthers(19_744)] });
    const few = stage({ grants: own });
    const least = (story: Story) => Math.min(...Array.from({ length: 8 }, () => tapsIn(story)));
    expect(least(all)).toBeLessThan(10 * least(few));
    expect(() => grantsOf({ grants: [...own, { ...mine, grant: "g-256" }] })).toThrow("join them");
    expect(() => grantsOf({ grants: ofOthers(20_001) })).toThrow("20001 grants");
  });
});
