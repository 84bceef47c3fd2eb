// Whom a policy admits to a box now, and what they may open there: a badge by its rights, a pass by
// what it opens.

import type { Action, RefusalReason } from "@driftbox/proto";
import { grantsAt } from "../access/grants.ts";
import { judgePass, type Basis } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import type { CompiledRight } from "../access/policy/roles.ts";
import { actions } from "../access/policy/verdict.ts";
import { allows, believed, judgeBadge, opens, type Presented } from "../access/rights.ts";
import type { Now } from "../inputs.ts";
import { placesOf } from "../layout.ts";
import { holds } from "../parcels/inventory.ts";
import { isReturn } from "../service/returns.ts";
import { recordAt, type State, type Visitor } from "../state.ts";
import type { Guest } from "./authorizers.ts";

export interface AdmissionAt {
  readonly policy: CompiledPolicy;
  readonly box: string;
  /** What is brought. */
  readonly tags: readonly string[];
  /** What counts although it is spent: the session in question has spent it. */
  readonly kept?: Required<Basis>;
}

/** Whether the policy admits somebody to a box now, for whatever they may do there. */
export type Admitted =
  | { readonly ok: true; readonly guest: Guest }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Judged again at each step of a visit: the policy, or the time of day, may be another. */
export function admit(state: State, now: Now, at: AdmissionAt, visitor: Visitor): Admitted {
  const { policy, box, kept } = at;
  const { pass } = visitor;
  const clocks = believed(now, policy, state.durable.lastWallMs);
  const admission =
    pass === undefined
      ? judgeBadge(policy, presentedBy(state, at, visitor), clocks)
      : judgePass(state, now, { policy, box, pass, ...(kept !== undefined && { kept }) });
  if (!admission.ok) return admission;
  if (admission.permission.badge.person !== visitor.person)
    return { ok: false, reason: "no-right" };
  return { ok: true, guest: { ...admission.permission, visitor } };
}

/** Who is at a box with which tags; the newest visitor is the last. */
export interface Company extends AdmissionAt {
  readonly visitors: readonly Visitor[];
}

/** All whom the policy admits, in the order they came; refused where the newest one is not. */
export type AllAdmitted =
  | { readonly ok: true; readonly guests: readonly Guest[] }
  | Extract<Admitted, { readonly ok: false }>;

export function admitAll(state: State, now: Now, company: Company): AllAdmitted {
  const judged = company.visitors.map((visitor) => admit(state, now, company, visitor));
  const newest = judged.at(-1);
  if (newest?.ok === false) return newest;
  return { ok: true, guests: judged.flatMap((one) => (one.ok ? [one.guest] : [])) };
}

/** Rights of somebody to open at a box, each for one action: time may have left only that one. */
export function openingRights(
  state: State,
  at: AdmissionAt,
  opener: Guest,
): readonly CompiledRight[] {
  return actions.flatMap((action) =>
    opener[action].rights
      .filter((right) => opens(right, action))
      .flatMap((right) => forItsParcels(state, at, action, right))
      .map((right): CompiledRight => {
        if (right.canDeposit !== right.canCollect) return right;
        return { ...right, canDeposit: action === "deposit", canCollect: action === "collect" };
      }),
  );
}

/** A grant for named parcels opens where one of them is, or for whoever brings one. */
function forItsParcels(
  state: State,
  { box, tags }: AdmissionAt,
  action: Action,
  right: CompiledRight,
): readonly CompiledRight[] {
  const { parcels = [] } = right.grant ?? {};
  if (parcels.length === 0) return [right];
  if (action === "deposit") return tags.some((tag) => parcels.includes(tag)) ? [right] : [];
  const compartments = placesOf(state.layout)
    .filter((place) => place.box.id === box && allows([right], action, place.compartment.number))
    .filter(({ key }) => parcels.some((parcel) => holds(recordAt(state, key), parcel)))
    .map(({ compartment }) => compartment.number);
  return compartments.length === 0 ? [] : [{ ...right, compartments }];
}

/** What a badge shows at a box, with what its person brings. */
export function presentedBy(
  state: State,
  { box, tags, kept }: Omit<AdmissionAt, "policy">,
  visitor: Pick<Visitor, "badgeRef" | "assurance" | "person">,
): Presented {
  const { badgeRef, assurance, person } = visitor;
  const grantsOf = grantsAt(state, box, kept?.grant);
  return { badgeRef, assurance, box, grantsOf, isReturn: isReturn(state, person, tags) };
}
