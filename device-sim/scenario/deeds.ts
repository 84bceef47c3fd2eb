// Plays the deeds of a scenario on a given installation: of people, staff, faults and gateways.

import { faultDeeds } from "./fault-deeds.ts";
import { gatewayDeeds } from "./gateway-deeds.ts";
import { officeDeeds } from "./office-deeds.ts";
import type { Outcome } from "./outcome.ts";
import { peopleDeeds } from "./people-deeds.ts";
import type { Player, Players, Scene } from "./scene.ts";
import { screenDeeds } from "./screen-deeds.ts";
import type { DeedName, StepOf } from "./steps.ts";

const players: Players = {
  ...peopleDeeds,
  ...screenDeeds,
  ...officeDeeds,
  ...faultDeeds,
  ...gatewayDeeds,
};

/** Plays one deed. A deed the world does not allow is a failed outcome, not an exception. */
export function playDeed<K extends DeedName>(step: StepOf<K>, scene: Scene): Promise<Outcome> {
  const player = players[step.verb] as Player<K>;
  return player(step.fields, scene);
}
