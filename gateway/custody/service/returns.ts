// A parcel that is brought back: no schedule keeps it out of the box.

import { custodyOf } from "../parcels/holdings.ts";
import { holdOf } from "../parcels/holds.ts";
import type { State } from "../state.ts";

/** Whether everything that somebody brings is in their custody as far as the gateway knows. */
export function isReturn(state: State, person: string, tags: readonly string[]): boolean {
  const { carried } = custodyOf(state.durable);
  if (person === "" || tags.length === 0) return false;
  return tags.every((parcel) => {
    const hold = holdOf(carried, parcel);
    return hold?.by === "person" && hold.person === person;
  });
}
