// A policy comes into force: recorded once a version, taken up again without a word at a restart.

import type { Draft } from "../decision.ts";
import { documentHashBytes, type CompiledPolicy } from "./policy.ts";

/** An older version than the one in force is ignored; `judgeSuccession` told its sender before. */
export function acceptPolicy(draft: Draft, policy: CompiledPolicy): void {
  const current = draft.state.durable.policyVersion;
  if (policy.version < current) return;
  draft.observe({ policy });
  if (policy.version === current) return;
  draft.record("PolicyApplied", {
    version: policy.version,
    issuedUs: policy.issuedUs,
    policyHash: documentHashBytes(policy),
  });
}
