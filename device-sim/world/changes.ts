// Small changes that actions on the world are made of.

import { isSameSpot, type Compartment, type Stepped, type World } from "./model.ts";

/** The world with one compartment changed. */
export function replaced(world: World, changed: Compartment): World {
  const compartments = world.compartments.map((one) => (isSameSpot(one, changed) ? changed : one));
  return { ...world, compartments };
}

/** What cannot be done is something that happened, not an exception. */
export function impossible(
  world: World,
  action: { readonly kind: string },
  reason: string,
): Stepped {
  return {
    world,
    happenings: [{ kind: "ActionImpossible", atMs: world.nowMs, action: action.kind, reason }],
  };
}
