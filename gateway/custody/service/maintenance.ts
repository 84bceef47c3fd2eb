// A fitter at work: the box serves nobody else, and opens for the fitter only what is empty.

import type { Draft } from "../decision.ts";
import { placesOf } from "../layout.ts";
import type { RefusalReason } from "@driftbox/proto";
import type { State, Visitor } from "../state.ts";
import { beginRound } from "../visits/rounds.ts";
import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { awaitPin, clearWish, type StandingWish } from "../visits/wishes.ts";
import { emptyWorkAt, openEmpty, servicePlace, type Work } from "./fitter-work.ts";
import { entitle, missingProof } from "./service-rights.ts";

/** It ends by itself: a forgotten box must serve people again. */
export const maintenanceMaxMs = 2 * 3_600_000;

/** Whether a box is kept for somebody else, who is at work there. */
export function isKeptFrom({ durable }: State, box: string, person: string): boolean {
  const fitter = durable.service.maintenance[box];
  return fitter !== undefined && fitter.person !== person;
}

/** Begins it, and again for the fitter who went away; a second person cannot take it over. */
export const maintainRule: WishRule<"maintain"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    if (isKeptFrom(draft.state, box, visitor.person)) {
      return turnAway(draft, standing, visitor, "in-maintenance");
    }
    const at = { box, compartment: 0 };
    const entitled = entitle(draft.state, draft.now, visitor.badgeRef, {
      right: "canMaintain",
      at,
    });
    if (!entitled.ok) return turnAway(draft, standing, visitor, entitled.reason);
    const missing = missingProof(entitled.policy, visitor);
    if (missing === "pin") return awaitPin(draft, standing, visitor);
    if (missing !== undefined) return turnAway(draft, standing, visitor, missing);
    clearWish(draft, box);
    draft.record("MaintenanceBegun", { box, person: visitor.person, reason: wish.reason });
    draft.order({ kind: "setTimer", key: `maintenance:${box}`, afterMs: maintenanceMaxMs });
  },
};

/** Whoever has the right may end it, also that of somebody who went away. */
export const endMaintenanceRule: WishRule<"end-maintenance"> = {
  come(draft, standing, visitor) {
    const { box } = standing;
    const at = { box, compartment: 0 };
    const entitled = entitle(draft.state, draft.now, visitor.badgeRef, {
      right: "canMaintain",
      at,
    });
    if (!entitled.ok) return turnAway(draft, standing, visitor, entitled.reason);
    clearWish(draft, box);
    endMaintenance(draft, box);
  },
};

/** Opens one compartment for the fitter, if nothing is inside. */
export const openEmptyRule: WishRule<"open-empty"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    const work = emptyWorkAt(draft, { box, compartment: wish.compartment }, visitor);
    if (!work.ok) return turnAway(draft, standing, visitor, work.reason);
    clearWish(draft, box);
    openEmpty(draft, work, visitor);
  },
};

/** Opens what is empty, one after the other. */
export const openAllEmptyRule: WishRule<"open-all-empty"> = {
  come(draft, standing, visitor) {
    const { box } = standing;
    const judged = placesOf(draft.state.layout)
      .filter((place) => place.box.id === box)
      .map((place) => emptyWorkAt(draft, servicePlace(place), visitor));
    const works = judged.filter((one) => one.ok);
    if (works.length === 0) return turnAway(draft, standing, visitor, firstReason(judged));
    clearWish(draft, box);
    const places = works.map(({ place }) => place);
    beginRound(draft, { kind: "fitter", visitor }, places);
  },
};

function firstReason([first]: readonly Work[]): RefusalReason {
  return first === undefined || first.ok ? "compartment-out-of-service" : first.reason;
}

/** Refuses somebody under a wish of service, for the compartment that it names. */
export function turnAway(
  draft: Draft,
  { box, wish }: StandingWish,
  visitor: Visitor,
  reason: RefusalReason,
): void {
  const compartment = "compartment" in wish ? wish.compartment : 0;
  refuse(draft, visitor, { box, compartment, reason });
}

/** States its end. At a boot too: nobody knows whether the fitter is still there. */
export function endMaintenance(draft: Draft, box: string): void {
  const fitter = draft.state.durable.service.maintenance[box];
  if (fitter === undefined) return;
  draft.record("MaintenanceEnded", { box, person: fitter.person });
  draft.order({ kind: "clearTimer", key: `maintenance:${box}` });
}

export function maintenanceDue(draft: Draft, box: string): void {
  const fitter = draft.state.durable.service.maintenance[box];
  if (fitter === undefined) return;
  const leftMs = fitter.beganMonoMs + maintenanceMaxMs - draft.now.monoMs;
  if (leftMs <= 0) return endMaintenance(draft, box);
  draft.order({ kind: "setTimer", key: `maintenance:${box}`, afterMs: leftMs });
}

/** First input of a run. */
export function endMaintenanceAtBoot(draft: Draft): void {
  for (const box of Object.keys(draft.state.durable.service.maintenance)) {
    endMaintenance(draft, box);
  }
}
