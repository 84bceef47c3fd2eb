// Properties of custody over random lives; every step of a story also asserts all invariants.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toHex, type FactOf } from "@driftbox/proto";
import { foldEvents, type StoredFact } from "../../../gateway/custody/replay.ts";
import { expectReached, seed } from "./property-seed.ts";
import { isByGrant } from "./random-grants.ts";
import { life, live, policies, wideLayout } from "./random-steps.ts";
import type { Sensor, Story } from "./story.ts";

const runs = { numRuns: 120, seed };

function granted(story: Story, grantSeq: number): FactOf<"AccessGranted"> {
  const fact = story.journal[grantSeq]?.fact;
  if (fact?.kind !== "AccessGranted") throw new Error(`event ${grantSeq} is no grant`);
  return fact;
}

/** Whether the policy of a version gives a badge a right, told without the code under test. */
function hasRight(fact: FactOf<"AccessGranted">): boolean {
  const policy = policies.find(({ version }) => version === fact.policyVersion);
  const badge = policy?.badges[toHex(fact.badgeRef)];
  if (policy === undefined || badge === undefined) return false;
  if (policy.blocked[toHex(fact.badgeRef)] === true) return false;
  return (policy.roles[badge.role]?.rights ?? []).some(
    ({ box, compartments, canCollect, canDeposit }) =>
      box === fact.box &&
      (compartments.length === 0 || compartments.includes(fact.compartment)) &&
      (fact.action === "collect" ? canCollect : canDeposit),
  );
}

function hasGrant(story: Story, fact: FactOf<"AccessGranted">, beforeSeq: number): boolean {
  const applied = story.journal.findLast(
    ({ fact: one, meta }) => one.kind === "PolicyApplied" && meta.seq < beforeSeq,
  )?.fact;
  const version = applied?.kind === "PolicyApplied" ? applied.version : 0;
  const policy = policies.find((one) => one.version === version);
  return policy !== undefined && isByGrant(story.journal, fact, { policy, beforeSeq });
}

/** Where each parcel is by the journal's own words; absent = nobody says. */
function custodyOf(journal: readonly StoredFact[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { fact } of journal) {
    if (fact.kind === "ParcelDeposited" || fact.kind === "DepositUnverified") {
      if (fact.parcel !== "") places.set(fact.parcel, `${fact.box}#${fact.compartment}`);
    }
    if (fact.kind === "ParcelCollected") places.delete(fact.parcel);
    if (fact.kind === "ParcelUnaccounted") for (const one of fact.parcels) places.delete(one);
  }
  return places;
}

function inventoriesOf(story: Story): ReadonlyMap<string, string> {
  const held = Object.entries(story.state.durable.compartments).flatMap(([key, record]) =>
    record.parcels.map(({ parcel }): [string, string] => [parcel, key]),
  );
  expect(new Set(held.map(([parcel]) => parcel)).size).toBe(held.length);
  return new Map(held);
}

describe("whatever happens", () => {
  it("no lock is pulsed without a right by the policy, or by a grant in force", () => {
    const count = { byGrant: 0, changes: 0, seenInside: 0, betweenDoors: 0 };
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        for (const pulse of story.pulses) {
          const intent = story.journal[pulse.intentSeq]?.fact;
          if (intent?.kind !== "UnlockIntended") throw new Error("a pulse without its intent");
          const grant = granted(story, intent.grantSeq);
          expect([grant.box, grant.compartment]).toEqual([pulse.box, pulse.compartment]);
          if (grant.grant === undefined) expect(hasRight(grant)).toBe(true);
          else {
            expect(hasGrant(story, grant, pulse.intentSeq)).toBe(true);
            count.byGrant += 1;
          }
        }
        count.changes += story.journal.filter(({ fact }) => fact.kind === "GrantsApplied").length;
        count.seenInside += story.seenInside;
        count.betweenDoors += story.betweenDoors;
      }),
      runs,
    );
    expectReached("custody", count);
  });

  it("the fold of the journal is the durable state, and the snapshot too", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        const replayed = foldEvents(wideLayout, undefined, story.journal);
        expect(replayed.durable).toEqual(story.state.durable);
      }),
      runs,
    );
  });

  it("the same life makes the same journal", () => {
    fc.assert(
      fc.property(life, (steps) => {
        expect(live(steps).journal).toEqual(live(steps).journal);
      }),
      { numRuns: 40, seed },
    );
  });

  it("each parcel is where the journal says, in one place or nowhere", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        expect(inventoriesOf(story)).toEqual(custodyOf(story.journal));
      }),
      runs,
    );
  });

  it("a tag read after a restart is never given to a visit whose door was shut by then", () => {
    const last = fc.constantFrom<Sensor>("door", "bolt", "presence");
    fc.assert(
      fc.property(life, last, fc.boolean(), (steps, sensor, isOccupied) => {
        const story = live(steps);
        story.restart();
        const since = story.journal.length;
        story.tag("900", "ferry");
        for (const number of [1, 2, 3]) {
          story.reportPlace(["ferry", number], isOccupied, sensor);
        }
        story.elapse(120_000);
        const facts = story.journal.slice(since).map(({ fact }) => fact);
        expect(facts.filter((fact) => "parcel" in fact && fact.parcel === "900")).toEqual([]);
        const open = Object.entries(story.state.durable.compartments).filter(
          ([key, { isDoorOpen }]) => key.startsWith("ferry") && isDoorOpen,
        );
        expect(open).toEqual([]);
      }),
      runs,
    );
  });

  it("every intent is concluded once time has passed, and once only", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        story.elapse(120_000);
        const facts = story.journal.map(({ fact }) => fact);
        const intended = story.journal.flatMap(({ fact, meta }) =>
          fact.kind === "UnlockIntended" ? [meta.seq] : [],
        );
        const concluded = facts.flatMap((fact) =>
          fact.kind === "UnlockConcluded" ? [fact.intentSeq] : [],
        );
        expect(concluded.toSorted((a, b) => a - b)).toEqual(intended);
      }),
      runs,
    );
  });

  it("an idle gateway falls silent: no timer runs for ever", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const story = live(steps);
        story.elapse(300_000);
        expect(story.elapse(3_600_000)).toEqual([]);
        expect(story.timerKeys).toEqual([]);
      }),
      runs,
    );
  });

  it("no door is closed without having opened, and none opens twice", () => {
    fc.assert(
      fc.property(life, (steps) => {
        const openings = new Set(["DoorForced", "OverrideUsed", "DoorOpened"]);
        const open = new Set<string>();
        for (const { fact } of live(steps).journal) {
          if (!("compartment" in fact)) continue;
          const key = `${fact.box}#${fact.compartment}`;
          if (fact.kind === "DoorForced") expect(open.has(key)).toBe(false);
          if (openings.has(fact.kind)) open.add(key);
          if (fact.kind === "DoorClosed") expect(open.delete(key)).toBe(true);
        }
      }),
      runs,
    );
  });
});
