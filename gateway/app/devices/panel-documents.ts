// How old the policy and the block list of a box are, and when that is worth a line on its screen.

import type { Now } from "../../custody/inputs.ts";
import type { CompiledPolicy } from "../../custody/access/policy.ts";
import type { PanelDocuments } from "../../ports/panel.ts";

const hourMs = 3_600_000;
/** A badge that was lost is reported and blocked within a week at the latest. */
export const blockListFreshH = 7 * 24;

/** Pure. A clock that says nothing makes no document old. */
export function documentsOf(
  policy: CompiledPolicy | undefined,
  { wallMs }: Pick<Now, "wallMs">,
): PanelDocuments {
  if (policy === undefined) return { hasPolicy: false, isStale: true };
  if (wallMs === 0) return { hasPolicy: true, isStale: false };
  const ageH = (us: number): number => Math.max(0, Math.floor((wallMs - us / 1_000) / hourMs));
  const policyAgeH = ageH(policy.issuedUs);
  const blockListAgeH = ageH(policy.blockedUs);
  const isExpired = policy.expiresUs !== 0 && wallMs * 1_000 >= policy.expiresUs;
  const isStale = isExpired || blockListAgeH >= blockListFreshH || policyAgeH >= firstRuleH(policy);
  return { hasPolicy: true, policyAgeH, blockListAgeH, isStale };
}

/** From this age on somebody is served less. */
function firstRuleH({ roles }: CompiledPolicy): number {
  const rules = Object.values(roles).flatMap(({ stale }) => [...stale.deposit, ...stale.collect]);
  return Math.min(Infinity, ...rules.map(({ afterH }) => afterH));
}
