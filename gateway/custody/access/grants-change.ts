// Grants come into force: recorded once a version, taken up again without a word at a restart.

import { fromHex } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { CompiledGrants } from "./grants.ts";

/** An older version than the one in force is ignored; its sender was told before. */
export function acceptGrants(draft: Draft, grants: CompiledGrants): void {
  const { grantsVersion } = draft.state.durable;
  const { version, issuedUs, documentHash, grantCount } = grants;
  if (version < grantsVersion) return;
  draft.observe({ grants });
  if (version === grantsVersion) return;
  const setHash = fromHex(documentHash) ?? new Uint8Array();
  draft.record("GrantsApplied", { version, issuedUs, setHash, grantCount });
}
