// Whether nothing is in a compartment, as far as everything says that could know.

import { isOccupied } from "../access/selection.ts";
import type { PlaceLayout } from "../layout.ts";
import { recordAt, type State } from "../state.ts";

/** False also where something may be inside that no event names. */
export function isSurelyEmpty(state: State, { key }: PlaceLayout): boolean {
  return recordAt(state, key).isInventoryKnown && !isOccupied(state, key);
}
