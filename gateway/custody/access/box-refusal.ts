// Why a box serves somebody nothing now, whatever their rights.

import type { RefusalReason } from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import { isKeptFrom } from "../service/maintenance.ts";
import type { State } from "../state.ts";
import { blockingPlaces } from "../visits/sessions.ts";

interface At {
  readonly box: string;
  /** Empty = nobody who has a name here. */
  readonly person: string;
}

/** Somebody else is at work there, or a door of it is: one opening at a time. */
export function boxRefusal(state: State, now: Now, { box, person }: At): RefusalReason | undefined {
  if (isKeptFrom(state, box, person)) return "in-maintenance";
  return blockingPlaces(state, box, now.monoMs).length > 0 ? "box-busy" : undefined;
}
