// Who may take a box out of service, and who may open it for a reason that is none of the policy's.

import type { RefusalReason } from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import { pinsOf, type CompiledBadge } from "../access/policy/people.ts";
import type { CompiledRight } from "../access/policy/roles.ts";
import { believed, isWithin, nameOf, standing } from "../access/rights.ts";
import type { State, Visitor } from "../state.ts";

/** Rights of a role beside deposits and collections. */
export type ServiceRight = "canMaintain" | "canEmergency";

/** Where such a right is used; compartment 0 = the whole box. */
export interface ServicePlace {
  readonly box: string;
  readonly compartment: number;
}

export type Entitled =
  | { readonly ok: true; readonly policy: CompiledPolicy; readonly badge: CompiledBadge }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Whether the badge of somebody gives them such a right now, proofs aside. */
export function entitle(
  state: State,
  now: Now,
  badgeRef: string,
  { right, at }: { readonly right: ServiceRight; readonly at: ServicePlace },
): Entitled {
  const { policy } = state.volatile;
  if (policy === undefined) return { ok: false, reason: "no-policy" };
  const named = nameOf(policy, badgeRef);
  if (!named.ok) return { ok: false, reason: named.reason };
  const clocks = believed(now, policy, state.durable.lastWallMs);
  const { refusal } = standing({ policy, role: named.role, now: clocks }, "collect");
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const given = named.role.rights.filter((one) => covers(one, right, at));
  if (given.length === 0) return { ok: false, reason: "no-right" };
  const isNow = given.some(({ windows }) => {
    if (!clocks.isWallTrusted) return windows.length === 0;
    return isWithin(windows, clocks.wallMs, policy);
  });
  if (isNow) return { ok: true, policy, badge: named.badge };
  const reason = clocks.isWallTrusted ? "outside-schedule" : "clock-not-trusted";
  return { ok: false, reason };
}

function covers(
  one: CompiledRight,
  right: ServiceRight,
  { box, compartment }: ServicePlace,
): boolean {
  if (one.box !== box || one[right] !== true) return false;
  return (
    compartment === 0 || one.compartments.length === 0 || one.compartments.includes(compartment)
  );
}

/** What somebody still has to prove; such rights always ask for a PIN. */
export function missingProof(
  policy: CompiledPolicy,
  { person, hasPin }: Visitor,
): "pin" | "weak-credential" | undefined {
  if (hasPin) return undefined;
  return pinsOf(policy, person) === undefined ? "weak-credential" : "pin";
}
