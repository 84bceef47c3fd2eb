// Plays the deeds of a scenario on a given installation: of people, of faults, of gateways.

import { faultDeeds } from "./fault-deeds.ts";
import { gatewayDeeds } from "./gateway-deeds.ts";
import type { Outcome } from "./outcome.ts";
import { peopleDeeds } from "./people-deeds.ts";
import type { Player, Players, Scene } from "./scene.ts";
import type { DeedName, StepOf } from "./steps.ts";

const players: Players = { ...peopleDeeds, ...faultDeeds, ...gatewayDeeds };

/** Plays one deed. A deed the world does not allow is a failed outcome, not an exception. */
export function playDeed<K extends DeedName>(step: StepOf<K>, scene: Scene): Promise<Outcome> {
  const player = players[step.verb] as Player<K>;
  return player(step.fields, scene);
}
