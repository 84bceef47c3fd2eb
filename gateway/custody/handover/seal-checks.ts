// Seal tags that persons looked at: as they should be, broken, or of another number.

import type { Draft } from "../decision.ts";
import type { SealTagState } from "@driftbox/proto";
import { containerOf } from "../containers/containers.ts";
import type { SealSaid } from "../visits/wishes.ts";

/** States what a person says of seal tags that were looked at under a wish. */
export function tellSeals(draft: Draft, seals: readonly SealSaid[], person: string): void {
  for (const said of seals) {
    const { parcel, sealTag } = said;
    const state = sealState(draft, said);
    draft.record("SealTagChecked", { parcel, sealTag, state, person });
  }
}

function sealState(draft: Draft, { parcel, sealTag, isBroken }: SealSaid): SealTagState {
  const known = containerOf(draft.state.durable.holdings.containers, parcel);
  if (known !== undefined && known.sealTag !== sealTag) return "mismatch";
  return isBroken ? "broken" : "intact";
}
