// The documents of a gateway as a read model shows them, beside what the center has published.

import type { DocumentsFold } from "../../core/projections/documents.ts";
import type { DocumentsView, PolicyTerms } from "../../ports/custody-views.ts";

const hourMs = 3_600_000;

/** Where no role has a stale rule, documents older than this are worth a look. */
const staleDefaultMs = 7 * 24 * hourMs;

export function documentsView(
  { policy, grants, blockListUs }: DocumentsFold,
  published: PolicyTerms | undefined,
): DocumentsView {
  const staleAfterH = published?.staleAfterH;
  return {
    policyVersion: policy?.version ?? null,
    policyIssuedMs: msOf(policy?.issuedUs),
    blockListMs: msOf(blockListUs),
    grantsVersion: grants?.version ?? null,
    grantsIssuedMs: msOf(grants?.issuedUs),
    grantCount: grants?.count ?? null,
    publishedVersion: published?.version ?? null,
    staleAfterMs: staleAfterH === undefined ? staleDefaultMs : staleAfterH * hourMs,
  };
}

function msOf(us: number | undefined): number | null {
  return us === undefined ? null : Math.floor(us / 1_000);
}
