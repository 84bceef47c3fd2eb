// Whether nothing is in a compartment, as far as everything says that could know.

import { isOccupied } from "../access/selection.ts";
import type { PlaceLayout } from "../layout.ts";
import { recordAt, watchAt, type State } from "../state.ts";

/**
 * False also where something may be inside that no event names, while its door is open, and as soon
 * as a sensor sees something that has not settled yet.
 */
export function isSurelyEmpty(state: State, { key }: PlaceLayout): boolean {
  const { isInventoryKnown, isDoorOpen } = recordAt(state, key);
  if (!isInventoryKnown || isDoorOpen || isOccupied(state, key)) return false;
  return watchAt(state, key).isOccupied !== true;
}
