// Persons at a box: who opens together, in which order, how long it may take, and what is refused.

import { describe, expect, it } from "vitest";
import { defaultTiming } from "../../../gateway/custody/layout.ts";
import {
  Action,
  bankPolicy,
  guarded,
  Leniency,
  partyOf,
  refusalsOf,
  tap,
  type Rules,
} from "./bank.ts";
import { ferry, kinds, only, Story } from "./story.ts";

describe("a compartment that asks for a second person", () => {
  it("opens for two persons in one decision: grant, the other, and the intent", () => {
    const story = guarded({ authorizers: 1 });
    expect(tap(story, "teller")).toEqual([]);
    expect(story.pulses).toEqual([]);
    expect(story.shown.get("ferry")).toBe("waiting");
    const facts = tap(story, "official");
    expect(kinds(facts)).toEqual(["AccessGranted", "AuthorizerAdded", "UnlockIntended"]);
    expect(partyOf(facts)).toEqual(["p-teller", "p-official"]);
    expect(only(facts, "AccessGranted")).not.toHaveProperty("word");
    const { grantSeq } = only(facts, "UnlockIntended");
    expect(only(facts, "AuthorizerAdded")).toMatchObject({ grantSeq, organization: "gov" });
    expect(story.pulses).toHaveLength(1);
  });

  it("does not open for one person with two badges, nor for one who comes again", () => {
    const story = guarded({ authorizers: 1 });
    tap(story, "teller");
    expect(refusalsOf(tap(story, "teller", { nth: 1 }))).toEqual(["p-teller same-person"]);
    expect(tap(story, "teller")).toEqual([]);
    expect(partyOf(tap(story, "cashier"))).toEqual(["p-teller", "p-cashier"]);
  });

  it("may be begun by who can only confirm; who has the right is the one who opens", () => {
    const story = guarded({ authorizers: 1 });
    expect(tap(story, "guard")).toEqual([]);
    expect(partyOf(tap(story, "official"))).toEqual(["p-official", "p-guard"]);
  });

  it("does not open for two who can only confirm", () => {
    const story = guarded({ authorizers: 1 });
    tap(story, "guard");
    expect(refusalsOf(story.elapse(60_000))).toEqual(["p-guard second-person-missing"]);
  });

  it("takes three others where three are asked for", () => {
    const story = guarded({ authorizers: 3 });
    for (const who of ["teller", "cashier", "official"] as const) {
      expect(tap(story, who)).toEqual([]);
    }
    expect(partyOf(tap(story, "guard"))).toHaveLength(4);
  });

  it("refuses each visitor when the other does not come in time", () => {
    const story = guarded({ authorizers: 2 });
    tap(story, "teller");
    story.elapse(defaultTiming.proofWithinMs - 1);
    tap(story, "official");
    expect(story.elapse(defaultTiming.proofWithinMs - 1)).toEqual([]);
    const late = story.elapse(1);
    expect(refusalsOf(late)).toEqual([
      "p-teller second-person-missing",
      "p-official second-person-missing",
    ]);
    expect(story.shown.get("ferry")).toBe("refused");
    expect(tap(story, "official")).toEqual([]);
  });

  it("begins anew after a power cut, which no grant survives", () => {
    const story = guarded({ authorizers: 1 });
    tap(story, "teller");
    story.powerCut(story.state.volatile.policy);
    expect(tap(story, "official")).toEqual([]);
    expect(refusalsOf(story.elapse(60_000))).toEqual(["p-official second-person-missing"]);
  });

  it("lets nobody in whose right ended while the other was awaited", () => {
    const story = guarded({ authorizers: 1 });
    tap(story, "teller");
    const demands = [{ box: "ferry", authorizers: 1 }];
    const policy = bankPolicy({ version: 2, demands });
    const blocked = { ...policy, blocked: { ["1a".repeat(16)]: true as const } };
    story.when({ kind: "PolicyAccepted", policy: blocked });
    expect(tap(story, "official")).toEqual([]);
    expect(partyOf(tap(story, "deputy"))).toEqual(["p-official", "p-deputy"]);
  });

  it("turns away who may not confirm, and goes on", () => {
    const rights = [
      { box: "ferry", canCollect: true },
      { box: "branch", canCollect: true },
    ];
    const guard = { role: "guard", rights: [{ box: "ferry", canDeposit: true }] };
    const actions = [Action.ACTION_COLLECT];
    const demands = [{ box: "ferry", authorizers: 1, actions }];
    const story = Story.ready(bankPolicy({ demands, roles: [{ role: "staff", rights }, guard] }));
    tap(story, "teller");
    expect(refusalsOf(tap(story, "guard"))).toEqual(["p-guard box-busy"]);
    expect(partyOf(tap(story, "cashier"))).toEqual(["p-teller", "p-cashier"]);
  });

  it("keeps the counters of those who wait, so that no copy is played after a power cut", () => {
    const story = guarded({ authorizers: 1 });
    expect(kinds(tap(story, "teller", { counter: 7 }))).toEqual(["CredentialShown"]);
    story.powerCut(story.state.volatile.policy);
    expect(refusalsOf(tap(story, "teller", { counter: 7 }))).toEqual(["p-teller counter-replayed"]);
    tap(story, "teller", { counter: 8 });
    const facts = tap(story, "official", { counter: 3 });
    expect(kinds(facts).slice(0, 2)).toEqual(["CredentialShown", "AccessGranted"]);
  });

  it("remembers the tags that were read before the first badge", () => {
    const story = guarded({ authorizers: 1 });
    story.tag("100", "ferry");
    story.elapse(defaultTiming.trayLifeMs - 1_000);
    tap(story, "teller");
    story.elapse(defaultTiming.proofWithinMs - 1_000);
    expect(only(tap(story, "official"), "AccessGranted").action).toBe("deposit");
    story.pulseEnds();
    story.swing(ferry);
    story.presence(ferry, true);
    expect(only(story.shut(ferry), "ParcelDeposited").parcel).toBe("100");
  });
});

describe("organizations", () => {
  it("must be two where another one is asked for", () => {
    const story = guarded({ authorizers: 1, otherOrganization: true });
    tap(story, "teller");
    expect(tap(story, "cashier")).toEqual([]);
    expect(partyOf(tap(story, "deputy"))).toEqual(["p-teller", "p-cashier", "p-deputy"]);
    const alone = guarded({ authorizers: 1, otherOrganization: true });
    tap(alone, "teller");
    tap(alone, "cashier");
    expect(refusalsOf(alone.elapse(60_000))).toEqual([
      "p-teller other-organization-missing",
      "p-cashier other-organization-missing",
    ]);
  });

  it("that host a box never open it alone, and its owner does", () => {
    const story = guarded({ hosts: ["bank"] });
    tap(story, "teller");
    tap(story, "cashier");
    expect(story.pulses).toEqual([]);
    expect(partyOf(tap(story, "official"))).toHaveLength(3);
    expect(partyOf(tap(guarded({ hosts: ["bank"] }), "official"))).toEqual(["p-official"]);
  });
});

describe("an old policy", () => {
  const rights = ["ferry", "branch"].map((box) => ({ box, canCollect: true, canDeposit: true }));
  const { ACTION_COLLECT: collect, ACTION_DEPOSIT: deposit } = Action;
  const stale = [
    { action: collect, afterH: 2, leniency: Leniency.LENIENCY_SECOND_PERSON },
    { action: collect, afterH: 4, leniency: Leniency.LENIENCY_REFUSE },
    { action: deposit, afterH: 8, leniency: Leniency.LENIENCY_REFUSE },
  ];
  const roles = (change: object) => [{ role: "staff", rights, ...change }, { role: "guard" }];

  function collecting(story: Story): readonly string[] {
    const facts = tap(story, "teller");
    return [...partyOf(facts), ...refusalsOf(facts)];
  }

  it("leaves collecting to two persons, then to nobody, and depositing for longer", () => {
    const collectOnly = rights.map(({ box }) => ({ box, canCollect: true }));
    const story = Story.ready(bankPolicy({ roles: roles({ stale, rights: collectOnly }) }));
    story.wallMs += 3_600_000;
    expect(collecting(story)).toEqual([]);
    expect(partyOf(tap(story, "official"))).toHaveLength(2);
    const older = Story.ready(bankPolicy({ roles: roles({ stale }) }));
    older.wallMs += 4 * 3_600_000;
    expect(only(tap(older, "teller"), "AccessGranted").action).toBe("deposit");
    older.powerCut(older.state.volatile.policy);
    older.wallMs += 4 * 3_600_000;
    expect(collecting(older)).toEqual(["p-teller policy-stale"]);
  });

  it("says how old its block list was at each grant", () => {
    const blockedUs = (Story.ready().wallMs - 7_200_000) * 1_000;
    const story = Story.ready(bankPolicy({ blockedUs }));
    const { blockListAgeS, policyAgeS, proof } = only(tap(story, "teller"), "AccessGranted");
    expect([blockListAgeS, policyAgeS, proof]).toEqual([7_200, 3_601, "badge"]);
    const timeless = Story.ready(bankPolicy({ blockedUs }));
    timeless.wallMs = 0;
    timeless.isWallTrusted = false;
    expect(only(tap(timeless, "teller"), "AccessGranted").blockListAgeS).toBeUndefined();
  });

  it("under a clock that nobody vouches for takes a second person where the role says so", () => {
    const withoutClock = [{ action: collect, leniency: Leniency.LENIENCY_SECOND_PERSON }];
    const change = {
      withoutClock,
      stale,
      rights: rights.map(({ box }) => ({ box, canCollect: true })),
    };
    const story = Story.ready(bankPolicy({ roles: roles(change) }));
    story.isWallTrusted = false;
    expect(collecting(story)).toEqual([]);
    expect(partyOf(tap(story, "official"))).toHaveLength(2);
  });
});

describe("a holiday", () => {
  /** The Sunday of the stories, in local days since 1970-01-01. */
  const today = Math.floor((Story.ready().wallMs + 480 * 60_000) / 86_400_000);

  it("is no day of the week: only its own windows hold", () => {
    const on = (days: number): Story => {
      const windows = [{ days, fromMin: 0, toMin: 1_440 }];
      const rights = ["ferry", "branch"].map((box) => ({ box, canCollect: true, windows }));
      const roles = [{ role: "staff", rights }, { role: "guard" }];
      return Story.ready(bankPolicy({ roles, holidays: [today] }));
    };
    expect(refusalsOf(tap(on(0b0111_1111), "teller"))).toEqual(["p-teller outside-schedule"]);
    expect(partyOf(tap(on(0b1000_0000), "teller"))).toEqual(["p-teller"]);
  });
});

describe("passback", () => {
  it("keeps who collected last from collecting again, until it is over or another opened", () => {
    const actions = [Action.ACTION_COLLECT];
    const roles = [
      { role: "staff", rights: ["ferry", "branch"].map((box) => ({ box, canCollect: true })) },
      { role: "guard" },
    ];
    const demands = [{ box: "ferry", passbackMin: 30, actions }];
    const story = Story.ready(bankPolicy({ demands, roles }));
    const collect = (who: "teller" | "official"): readonly string[] => {
      const facts = tap(story, who);
      story.pulseEnds();
      if (partyOf(facts).length > 0) story.swing(ferry);
      story.shut(ferry);
      story.elapse(10_000);
      return [...partyOf(facts), ...refusalsOf(facts)];
    };
    expect(collect("teller")).toEqual(["p-teller"]);
    expect(collect("teller")).toEqual(["p-teller passback"]);
    expect(collect("official")).toEqual(["p-official"]);
    expect(collect("teller")).toEqual(["p-teller"]);
    story.elapse(10 * 60_000);
    story.powerCut(story.state.volatile.policy);
    story.reportRest();
    story.elapse(29 * 60_000);
    expect(collect("teller")).toEqual(["p-teller passback"]);
    story.elapse(60_000);
    expect(collect("teller")).toEqual(["p-teller"]);
  });

  /** The teller has looked into the box and left what is inside; both of staff may deposit too. */
  function leftBehind() {
    const story = Story.ready(bankPolicy({ demands: [{ box: "ferry", passbackMin: 30 }] }));
    story.presence(ferry, true);
    story.elapse(1_000);
    const come = (who: "teller" | "official", leaves: boolean): readonly string[] => {
      const facts = tap(story, who);
      if (partyOf(facts).length === 0) return refusalsOf(facts);
      story.pulseEnds();
      story.swing(ferry);
      story.presence(ferry, leaves);
      story.shut(ferry);
      story.elapse(10_000);
      return [only(facts, "AccessGranted").action];
    };
    expect(come("teller", true)).toEqual(["collect"]);
    return { story, come };
  }

  it("is not ended by what the same person brings, whose tag lets them in", () => {
    const { story, come } = leftBehind();
    expect(come("teller", true)).toEqual(["p-teller passback"]);
    story.tag("100", "ferry");
    expect(come("teller", true)).toEqual(["deposit"]);
    expect(come("teller", true)).toEqual(["p-teller passback"]);
    expect(come("official", true)).toEqual(["collect"]);
    expect(come("teller", true)).toEqual(["collect"]);
  });

  /** Two parcels in the ferry's box; the teller takes one of them out and its tag is not seen. */
  function takenUnseen(rules: Rules = {}) {
    const demands = [{ box: "ferry", passbackMin: 30 }];
    const story = Story.ready(bankPolicy({ demands, ...rules }));
    const come = (who: "teller" | "official", ...parcels: readonly string[]) => {
      for (const parcel of parcels) story.tag(parcel, "ferry");
      const facts = [...tap(story, who)];
      if (partyOf(facts).length === 0) return facts;
      facts.push(...story.pulseEnds(), ...story.swing(ferry), ...story.presence(ferry, true));
      facts.push(...story.shut(ferry));
      story.elapse(10_000);
      return facts;
    };
    expect(kinds(come("official", "1", "2"))).toContain("ParcelDeposited");
    const taken = come("teller");
    expect(only(taken, "AccessGranted").action).toBe("collect");
    expect(kinds(taken)).not.toContain("ParcelCollected");
    return { story, come };
  }

  it("keeps nobody from bringing back what they took out without its tag", () => {
    const { story, come } = takenUnseen();
    const facts = come("teller", "1");
    expect(refusalsOf(facts)).toEqual([]);
    expect(only(facts, "AccessGranted").action).toBe("deposit");
    expect(only(facts, "ParcelDeposited")).toMatchObject({ parcel: "1", person: "p-teller" });
    expect(kinds(facts)).not.toContain("ParcelCollected");
    expect(story.parcelsAt(ferry)).toEqual(["2", "1"]);
    expect(refusalsOf(come("teller"))).toEqual(["p-teller passback"]);
  });

  it("lets what was brought back be taken out again, by whose tag is read at the open door", () => {
    const { story, come } = takenUnseen();
    story.tag("1", "ferry");
    tap(story, "teller");
    story.pulseEnds();
    story.swing(ferry);
    story.presence(ferry, true);
    story.tag("2", "ferry");
    const facts = story.shut(ferry);
    expect(only(facts, "ParcelDeposited").parcel).toBe("1");
    expect(only(facts, "ParcelCollected").parcel).toBe("2");
    story.elapse(10_000);
    expect(only(come("official", "1"), "ParcelCollected").person).toBe("p-official");
  });

  it("takes back what was taken without its tag when the schedule is over", () => {
    const day = { days: 0b0111_1111, fromMin: 9 * 60, toMin: 11 * 60 };
    const rights = ["ferry", "branch"].map((box) => {
      return { box, canCollect: true, canDeposit: true, windows: [day] };
    });
    const roles = [{ role: "staff", rights }, { role: "guard" }];
    const { story, come } = takenUnseen({ roles });
    story.elapse(2 * 3_600_000);
    expect(refusalsOf(come("official", "1"))).toEqual(["p-official outside-schedule"]);
    const facts = come("teller", "1");
    expect(only(facts, "ParcelDeposited")).toMatchObject({ parcel: "1", person: "p-teller" });
  });

  it("keeps nobody from putting something where nothing is inside", () => {
    const { come } = leftBehind();
    expect(come("official", false)).toEqual(["collect"]);
    expect(come("official", false)).toEqual(["deposit"]);
    expect(come("official", true)).toEqual(["deposit"]);
    expect(come("official", true)).toEqual(["p-official passback"]);
  });
});
