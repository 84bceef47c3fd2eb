// A fitter and an emergency are no back door: over any sequence of taps, wishes, parcels and cuts.

import fc from "fast-check";
import { expect, it } from "vitest";
import { evolve } from "../../../gateway/custody/evolve.ts";
import { initialState } from "../../../gateway/custody/state.ts";
import type { Wish } from "../../../gateway/custody/visits/wishes.ts";
import { bankPolicy, enter, tap, type MemberName } from "./bank.ts";
import { expectReached, seed } from "./property-seed.ts";
import { layout, Story, type At } from "./story.ts";

/** The guard is the fitter and has no other right; staff may do everything but maintain. */
const policy = bankPolicy({
  roles: [
    {
      role: "staff",
      rights: ["ferry", "branch"].map((box) => ({ box, canCollect: true, canDeposit: true })),
    },
    { role: "fitter", rights: ["ferry", "branch"].map((box) => ({ box, canMaintain: true })) },
    { role: "guard", rights: [{ box: "ferry", canAuthorize: true }] },
  ],
});
const fitter: MemberName = "cashier";
const fitted = {
  ...policy,
  badges: Object.fromEntries(
    Object.entries(policy.badges).map(([ref, badge]) => {
      return [ref, badge.person === "p-cashier" ? { ...badge, role: "fitter" } : badge];
    }),
  ),
};

const box = fc.constantFrom("ferry", "branch");
const at = fc.oneof(
  fc.constant<At>(["ferry", 1]),
  fc.integer({ min: 1, max: 3 }).map((number): At => ["branch", number]),
);
const wish = fc.oneof(
  fc.constant<Wish>({ kind: "maintain", reason: "lock" }),
  fc.constant<Wish>({ kind: "end-maintenance" }),
  fc.integer({ min: 1, max: 3 }).map((compartment): Wish => ({ kind: "open-empty", compartment })),
  fc.constant<Wish>({ kind: "open-all-empty" }),
  fc.constant<Wish>({ kind: "emergency", compartment: 1, reason: "smoke" }),
);
const staff = fc.constantFrom<MemberName>("teller", "official");
type Act = (story: Story) => void;
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(box, wish).map(([where, said]): Act => {
      return (story) => {
        story.when({ kind: "WishStated", panel: "panel", box: where, wish: said });
        tap(story, fitter, { box: where });
        enter(story, fitter, "right", where);
        story.pulseEnds();
      };
    }),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(staff, at, fc.boolean()).map(([who, place, leaves]): Act => {
      return (story) => {
        if (leaves) story.tag("100", place[0]);
        tap(story, who, { box: place[0] });
        story.pulseEnds();
        story.swing(place);
        story.presence(place, leaves);
        story.shut(place);
        story.elapse(10_000);
      };
    }),
  },
  {
    weight: 4,
    arbitrary: at.map(([where, compartment]): Act => {
      return (story) => {
        for (const kind of ["maintain", "open-empty"] as const) {
          const said: Wish = kind === "maintain" ? { kind, reason: "lock" } : { kind, compartment };
          story.when({ kind: "WishStated", panel: "panel", box: where, wish: said });
          tap(story, fitter, { box: where });
          enter(story, fitter, "right", where);
        }
        story.pulseEnds();
        story.elapse(8_000_000);
      };
    }),
  },
  at.map(
    (place): Act =>
      (story) =>
        void [story.swing(place), story.shut(place)],
  ),
  at.map(
    (place): Act =>
      (story) =>
        void story.presence(place, true),
  ),
  box.map(
    (where): Act =>
      (story) =>
        void tap(story, fitter, { box: where }),
  ),
  fc.constantFrom(1_000, 60_000, 8_000_000).map(
    (ms): Act =>
      (story) =>
        void story.elapse(ms),
  ),
  fc.constant<Act>((story) => void [story.powerCut(fitted), story.reportRest()]),
);

it("a fitter opens only in maintenance that they began, and only where no parcel is", () => {
  let openedCount = 0;
  let heldCount = 0;
  fc.assert(
    fc.property(fc.array(acts, { minLength: 5, maxLength: 60 }), (steps) => {
      const story = Story.ready(fitted);
      for (const act of steps) act(story);
      let state = initialState(layout);
      for (const { fact, meta } of story.journal) {
        if (fact.kind === "AccessGranted" && fact.person === "p-cashier") {
          const record = state.durable.compartments[`${fact.box}#${fact.compartment}`];
          expect(record?.parcels).toEqual([]);
          expect(state.durable.service.maintenance[fact.box]?.person).toBe("p-cashier");
          openedCount += 1;
        }
        expect(fact.kind).not.toBe("EmergencyDeclared");
        if (fact.kind === "ParcelDeposited") heldCount += 1;
        state = evolve(state, fact, meta);
      }
    }),
    { numRuns: 250, seed },
  );
  expectReached("service", { openedCount, heldCount });
});
