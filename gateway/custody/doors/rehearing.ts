// What changes when a sensor is taken at its word again, or no more.

import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { watchAt } from "../state.ts";
import { followDoor, reportBolt, reportDoor } from "./doors.ts";
import { reportPresence, reportWeight } from "./presence.ts";
import { quarantinedAt } from "./quarantine.ts";
import { sensorNames, type SensorName } from "./trust.ts";

/** The last words of sensors that were restored count from now on, and the door is looked at. */
export function rehear(draft: Draft, place: PlaceLayout): void {
  for (const sensor of sensorNames) {
    const { unheard } = watchAt(draft.state, place.key);
    if (!(sensor in unheard) || quarantinedAt(draft, place.key).includes(sensor)) continue;
    const { [sensor]: says, ...others } = unheard;
    draft.watch(place.key, { unheard: others });
    report(draft, place, sensor, says);
  }
  followDoor(draft, place, undefined);
}

function report(
  draft: Draft,
  { box, compartment }: PlaceLayout,
  sensor: SensorName,
  says: boolean | undefined,
): void {
  const at = { box: box.id, compartment: compartment.number };
  if (sensor === "door") return reportDoor(draft, { kind: "DoorReported", ...at, isOpen: says });
  if (sensor === "bolt") return reportBolt(draft, { kind: "BoltReported", ...at, isEngaged: says });
  if (sensor === "weight") {
    return reportWeight(draft, { kind: "WeightReported", ...at, isLoaded: says });
  }
  reportPresence(draft, { kind: "PresenceReported", ...at, isOccupied: says });
}
