// A parcel that is brought back: no schedule keeps it out of the box.

import { custodyOf } from "../parcels/holdings.ts";
import { holdOf } from "../parcels/holds.ts";
import { whereIs } from "../parcels/inventory.ts";
import { recordAt, type CompartmentRecord, type Session, type State } from "../state.ts";

/**
 * Whether everything that somebody brings is in their custody as far as the gateway knows, or was
 * theirs to take last: what left a compartment without its tag still counts as inside.
 */
export function isReturn(state: State, person: string, tags: readonly string[]): boolean {
  const { carried } = custodyOf(state.durable);
  if (person === "" || tags.length === 0) return false;
  return tags.every((parcel) => {
    const hold = holdOf(carried, parcel);
    if (hold?.by === "person" && hold.person === person) return true;
    const key = whereIs(state, parcel);
    return key !== undefined && hasCollectedLast(recordAt(state, key), person);
  });
}

function hasCollectedLast({ lastCollection }: CompartmentRecord, person: string): boolean {
  return lastCollection?.person === person;
}

/**
 * What was brought back to the compartment in which it still counted: whoever collected there last
 * showed its tag outside, before the door opened for them to deposit.
 */
export function broughtBack(
  record: CompartmentRecord,
  { action, person }: Session,
  shownOutside: readonly string[],
): readonly string[] {
  if (action !== "deposit" || person === "" || !hasCollectedLast(record, person)) return [];
  return record.parcels.map(({ parcel }) => parcel).filter((one) => shownOutside.includes(one));
}
