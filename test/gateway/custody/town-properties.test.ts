// Properties over several boxes and two persons, under any order of what people, clocks, policies
// and power do. The bound of each is in its title; DRIFTBOX_SEED repeats a run.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evolve } from "../../../gateway/custody/evolve.ts";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { holds } from "../../../gateway/custody/parcels/inventory.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import { initialState, type State } from "../../../gateway/custody/state.ts";
import { PlainCustody } from "./plain-custody.ts";
import { expectReached, seed } from "./property-seed.ts";
import { boxesForOne, Town, town, townspeople } from "./town.ts";
import { container, townLives, townParcels, type Deed } from "./town-lives.ts";

const numRuns = 150;
const bound = `${numRuns} lives of up to 60 deeds, 3 boxes`;
const all = [...townParcels, container];
/** Far more than it takes, for a machine that is busy with other things. */
const testMaxMs = 120_000;

/** What a set of lives came to. */
interface Count {
  deeds: number;
  facts: number;
  pulses: number;
  cuts: number;
  lockouts: number;
  accepted: number;
  grantPulses: number;
  grantsLost: number;
  seenInside: number;
  betweenDoors: number;
}

const none: Count = {
  deeds: 0,
  facts: 0,
  pulses: 0,
  cuts: 0,
  lockouts: 0,
  accepted: 0,
  grantPulses: 0,
  grantsLost: 0,
  seenInside: 0,
  betweenDoors: 0,
};

function live(deeds: readonly Deed[], count: Count): Town {
  const lived = new Town();
  for (const { run } of deeds) run(lived);
  count.deeds += deeds.length;
  count.facts += lived.journal.length;
  count.pulses += lived.pulses.length;
  count.cuts += lived.cuts;
  count.lockouts += lived.lockouts;
  count.grantPulses += lived.grantPulses;
  count.grantsLost += lived.grantsLost;
  count.seenInside += lived.seenInside;
  count.betweenDoors += lived.betweenDoors;
  count.accepted += lived.journal.filter(({ fact }) => fact.kind === "HandoverAccepted").length;
  return lived;
}

function each(who: typeof townspeople, check: (lived: Town) => void): Count {
  const count = { ...none };
  fc.assert(
    fc.property(townLives(who), (deeds) => check(live(deeds, count))),
    { numRuns, seed },
  );
  return count;
}

/** Custody after each fact, as if the power had been cut right there, against the plain words. */
function replay(lived: Town): void {
  const plain = new PlainCustody();
  let state: State = initialState(town);
  for (const { fact, meta } of lived.journal) {
    state = evolve(state, fact, meta);
    plain.tell(fact);
    const custody = custodyOf(state.durable);
    for (const parcel of all) {
      const has = custodianOf(custody, parcel);
      const told =
        has?.kind === "person" ? has.person : has?.kind === "compartment" ? has.key : has;
      const word = typeof told === "string" ? told : (told?.kind ?? "none");
      const { carried, compartments } = custody;
      const inside = Object.values(compartments).filter((record) => holds(record, parcel));
      const heldCount = inside.length + (carried.has(parcel) ? 1 : 0);
      if (heldCount > 1) throw new Error(`${parcel} is in ${heldCount} places`);
      if (word !== plain.holder(parcel)) {
        throw new Error(`after ${fact.kind} ${parcel} is ${word}, not ${plain.holder(parcel)}`);
      }
    }
    for (const { giver, parcels } of Object.values(state.durable.holdings.releases)) {
      const moved = parcels.filter(
        (one) => ![giver, "unknown", "none"].includes(plain.holder(one)),
      );
      if (moved.length > 0) throw new Error(`${moved.join()} moved before anybody accepted`);
    }
  }
}

describe(`whatever two persons do (${bound})`, () => {
  it(
    "nothing opens without a right, for fewer persons than asked, or to who is locked out; " +
      "every parcel has one custodian or none known, and no handover is half done at any cut",
    () => {
      const count = each(townspeople, (lived) => {
        replay(lived);
        lived.cut(0, false);
        expect(Object.keys(lived.state.durable.holdings.releases)).toEqual([]);
      });
      expectReached("two persons", { ...count });
    },
    testMaxMs,
  );
});

describe(`whatever one person does with two badges and a PIN (${bound})`, () => {
  it(
    "no box for two opens, nothing is handed over, and no manifest is closed",
    () => {
      const begun = { released: 0, manifests: 0 };
      const count = each(["teller"], (lived) => {
        for (const { box } of lived.pulses) expect(boxesForOne).toContain(box);
        for (const { fact } of lived.journal) {
          expect(["HandoverAccepted", "ManifestClosed"]).not.toContain(fact.kind);
          if (fact.kind === "HandoverReleased") begun.released += fact.parcels.length;
          if (fact.kind === "ManifestOpened") begun.manifests += 1;
        }
        replay(lived);
      });
      expectReached("one person begins", begun);
      expectReached("one person", { ...count }, ["pulses", "cuts", "lockouts", "grantPulses"]);
    },
    testMaxMs,
  );
});
