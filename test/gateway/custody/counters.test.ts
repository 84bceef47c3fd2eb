// Badges that prove themselves: a failed proof and a counter that does not grow open nothing.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex } from "@driftbox/proto";
import {
  countersAfter,
  lastCounter,
  noCounters,
  raised,
  restoredCounters,
  storedCounters,
  type Counters,
} from "../../../gateway/custody/access/counters.ts";
import { bounds } from "../../../gateway/custody/layout.ts";
import { foldEvents, snapshotOf, type CustodySnapshot } from "../../../gateway/custody/replay.ts";
import { life, live, wideLayout } from "./random-steps.ts";
import { badges, compiled, ferry, kinds, layout, only, Story, type BadgeName } from "./story.ts";

const counted = (counter: number) => ({ counter });

function visit(story: Story, counter: number): void {
  story.badge("depositor", "ferry", { counter });
  story.pulseEnds();
  story.swing(ferry);
  story.shut(ferry);
  story.elapse(10_000);
}

describe("a badge that failed its proof", () => {
  it("is refused as forged, and the person whose card was copied is named", () => {
    const refused = only(
      Story.ready().badge("depositor", "ferry", { isForged: true }),
      "AccessRefused",
    );
    expect(refused).toMatchObject({ reason: "forged-credential", person: "p-depositor" });
  });

  it("is refused also when no policy knows it, or there is none", () => {
    const story = Story.ready();
    const stranger = story.badge("stranger", "ferry", { isForged: true });
    expect(only(stranger, "AccessRefused")).toMatchObject({ reason: "forged-credential" });
    const bare = new Story();
    bare.boot();
    const early = bare.badge("depositor", "ferry", { isForged: true });
    expect(only(early, "AccessRefused")).toMatchObject({ reason: "forged-credential", person: "" });
  });

  it("never raises the counter of the badge it copies", () => {
    const story = Story.ready();
    visit(story, 5);
    const facts = story.badge("depositor", "ferry", { counter: 900, isForged: true });
    expect(only(facts, "AccessRefused")).not.toHaveProperty("counter");
    expect(kinds(story.badge("depositor", "ferry", counted(6)))).toContain("AccessGranted");
  });

  it("is refused in the middle of the session of its original", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry", counted(1));
    const facts = story.badge("depositor", "ferry", { isForged: true });
    expect(only(facts, "AccessRefused").reason).toBe("forged-credential");
  });
});

describe("a rolling counter", () => {
  it("that does not grow is refused as replayed, and told", () => {
    const story = Story.ready();
    visit(story, 5);
    for (const counter of [5, 4, 0]) {
      const refused = only(story.badge("depositor", "ferry", { counter }), "AccessRefused");
      expect(refused).toMatchObject({ reason: "counter-replayed", person: "p-depositor", counter });
    }
    expect(kinds(story.badge("depositor", "ferry", counted(6)))).toContain("AccessGranted");
  });

  it("counts from the first read, also 0", () => {
    const story = Story.ready();
    expect(only(story.badge("depositor", "ferry", counted(0)), "AccessGranted").counter).toBe(0);
    expect(lastCounter(story.state, badges.depositor)).toBe(0);
  });

  it("is remembered from a refusal too", () => {
    const story = Story.ready();
    const facts = story.badge("strongCard", "ferry", counted(3));
    expect(only(facts, "AccessRefused")).toMatchObject({ reason: "weak-credential", counter: 3 });
    const again = story.badge("strongCard", "ferry", counted(3));
    expect(only(again, "AccessRefused").reason).toBe("counter-replayed");
  });

  it("shown again within its own session cannot be played again after it", () => {
    const story = Story.ready();
    story.badge("depositor", "ferry", counted(1));
    const shown = { box: "ferry", reader: "r-ferry", counter: 2 };
    const facts = story.badge("depositor", "ferry", counted(2));
    expect(only(facts, "CredentialShown")).toMatchObject(shown);
    expect(story.badge("depositor", "ferry", counted(2))).toHaveLength(1);
    expect(story.badge("depositor", "ferry")).toEqual([]);
    story.pulseEnds();
    story.swing(ferry);
    story.shut(ferry);
    story.powerCut();
    story.reportRest();
    const replay = story.badge("depositor", "ferry", counted(2));
    expect(only(replay, "AccessRefused").reason).toBe("counter-replayed");
    expect(kinds(story.badge("depositor", "ferry", counted(3)))).toContain("AccessGranted");
  });

  it("read while there was no policy cannot be played once there is one", () => {
    const story = new Story();
    story.boot();
    const refused = only(story.badge("depositor", "ferry", counted(7)), "AccessRefused");
    expect(refused).toMatchObject({ reason: "no-policy", counter: 7 });
    story.powerCut();
    story.reportRest();
    const replay = story.badge("depositor", "ferry", counted(7));
    expect(only(replay, "AccessRefused").reason).toBe("counter-replayed");
  });

  it("that came too late opens nothing, and cannot be played later either", () => {
    const story = Story.ready();
    const late = { counter: 4, isSpent: true };
    expect(kinds(story.badge("depositor", "ferry", late))).toEqual(["CredentialShown"]);
    expect(story.badge("depositor", "ferry", late)).toEqual([]);
    expect(story.badge("stranger", "ferry", late)).toEqual([]);
    story.powerCut();
    story.reportRest();
    const replay = story.badge("depositor", "ferry", counted(4));
    expect(only(replay, "AccessRefused").reason).toBe("counter-replayed");
  });

  it("makes the bare number of its badge too weak, also after a power cut", () => {
    const story = Story.ready();
    visit(story, 5);
    story.powerCut();
    story.reportRest();
    const bare = only(story.badge("depositor", "ferry"), "AccessRefused");
    expect(bare).toMatchObject({ reason: "weak-credential", person: "p-depositor" });
    expect(kinds(story.badge("courier", "ferry"))).toContain("AccessGranted");
  });

  it("of a stranger is not stored", () => {
    const story = Story.ready();
    const facts = story.badge("stranger", "ferry", counted(9));
    expect(only(facts, "AccessRefused")).not.toHaveProperty("counter");
    expect(story.state.durable.counters).toEqual(noCounters);
  });

  it("survives a power cut, a new policy and a stored snapshot", () => {
    const story = Story.ready();
    visit(story, 5);
    story.powerCut(compiled({ version: 2 }));
    story.reportRest();
    const stored: CustodySnapshot = JSON.parse(JSON.stringify(snapshotOf(story.state)));
    expect(foldEvents(layout, stored, []).durable).toEqual(story.state.durable);
    expect(only(story.badge("depositor", "ferry", counted(5)), "AccessRefused").reason).toBe(
      "counter-replayed",
    );
  });

  it("is unknown to a snapshot of a version before counters, which still fits", () => {
    const story = Story.ready();
    const { counters: own, lockouts, powerLoss } = story.state.durable;
    expect([own, lockouts, powerLoss]).toEqual([noCounters, {}, undefined]);
    const { snapshotVersion, durable } = snapshotOf(story.state);
    const { counters, counterSeqs, lockouts: _no, powerLoss: _none, ...older } = durable;
    expect([counters, counterSeqs]).toEqual([{}, []]);
    const restored = foldEvents(layout, { snapshotVersion, durable: older }, []);
    expect(restored.durable).toEqual(story.state.durable);
  });

  it("is stored as before, so that a snapshot of either version fits the other", () => {
    const story = Story.ready();
    visit(story, 5);
    const { durable } = snapshotOf(story.state);
    expect(durable.counters).toEqual({ [badges.depositor]: 5 });
    const { counterSeqs, ...older } = durable;
    expect(counterSeqs).toHaveLength(1);
    const { snapshotVersion } = snapshotOf(story.state);
    story.state = foldEvents(layout, { snapshotVersion, durable: older }, []);
    expect(lastCounter(story.state, badges.depositor)).toBe(5);
  });

  it("is kept for a bounded number of badges, the one used longest ago gives way", () => {
    const full = many(bounds.countersMaxCount);
    const used = raised(full, refOf(0), { counter: 2, seq: 100_000 });
    const after = raised(used, "ff".repeat(16), { counter: 1, seq: 100_001 });
    const kept = storedCounters(after).counters ?? {};
    expect(Object.keys(kept)).toHaveLength(bounds.countersMaxCount);
    expect([kept[refOf(0)], kept[refOf(1)], kept["ff".repeat(16)]]).toEqual([2, undefined, 1]);
    expect(after.count).toBe(bounds.countersMaxCount);
  });

  it("copies a small share of all that are kept, also when one gives way", () => {
    for (const howMany of [5_000, bounds.countersMaxCount]) {
      const before = many(howMany);
      const after = raised(before, "ff".repeat(16), { counter: 1, seq: 100_000 });
      expect(copiedCount(before, after)).toBeLessThan((3 * howMany) / 256 + 3);
    }
  });
});

/** As evenly spread as keyed references are. */
function refOf(at: number): string {
  return ((at * 0x9e37_79b1) >>> 0).toString(16).padStart(8, "0").repeat(4);
}

function many(howMany: number): Counters {
  const all = Array.from({ length: howMany }, (_, at) => [refOf(at), 1] as const);
  return restoredCounters({
    counters: Object.fromEntries(all),
    counterSeqs: all.map((_, at) => at),
  });
}

/** Entries of the buckets that are not the very same as before. */
function copiedCount(before: Counters, after: Counters): number {
  return Object.entries(after.buckets)
    .filter(([key, bucket]) => before.buckets[key] !== bucket)
    .reduce((sum, [, { entries }]) => sum + Object.keys(entries).length, 0);
}

interface Read {
  readonly who: BadgeName;
  readonly counter: number;
  readonly isForged: boolean;
  readonly after: "nothing" | "power cut" | "restart" | "visit";
}

const reads: fc.Arbitrary<readonly Read[]> = fc.array(
  fc.record({
    who: fc.constantFrom<BadgeName>("courier", "depositor", "clerk", "stranger", "blocked"),
    counter: fc.nat(12),
    isForged: fc.boolean(),
    after: fc.constantFrom("nothing", "power cut", "restart", "visit"),
  }),
  { maxLength: 40 },
);

function liveOn(story: Story, { after }: Read): void {
  if (after === "power cut") story.powerCut();
  if (after === "restart") story.restart();
  if (after !== "visit") return;
  story.elapse(60_000);
}

describe("whatever is read, and however often the power fails", () => {
  it("no counter of a badge opens a door twice, nor one below the greatest stated before", () => {
    fc.assert(
      fc.property(reads, (all) => {
        const story = Story.ready();
        const greatest = new Map<string, number>();
        for (const read of all) {
          const { who, counter, isForged } = read;
          for (const fact of story.badge(who, "ferry", { counter, isForged })) {
            const isOfRead = fact.kind === "AccessGranted" || fact.kind === "AccessRefused";
            if (!isOfRead && fact.kind !== "CredentialShown") continue;
            const ref = toHex(fact.badgeRef);
            const before = greatest.get(ref) ?? -1;
            if (fact.kind === "AccessGranted") expect(counter).toBeGreaterThan(before);
            const isProved = !isForged && who !== "stranger";
            if (isProved) greatest.set(ref, Math.max(before, counter));
          }
          liveOn(story, read);
          const { counters } = storedCounters(story.state.durable.counters);
          expect(counters).toEqual(Object.fromEntries(greatest));
        }
        const replayed = foldEvents(layout, undefined, story.journal);
        expect(replayed.durable).toEqual(story.state.durable);
      }),
      { numRuns: 150 },
    );
  });

  it("the stored counters are the greatest that the journal tells of each badge", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        const told = story.journal.reduce(
          (sum, { fact, meta }) => countersAfter(sum, fact, meta.seq),
          noCounters,
        );
        expect(story.state.durable.counters).toEqual(told);
        const replayed = foldEvents(wideLayout, undefined, story.journal);
        expect(replayed.durable.counters).toEqual(told);
      }),
      { numRuns: 60 },
    );
  });
});
