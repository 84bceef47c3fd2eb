// Timers by key: `<purpose>:<compartment, supply group, box or sensor>`. A stale one does nothing.

import { concludeClosing } from "./doors/closing.ts";
import type { Draft } from "./decision.ts";
import { doorSensor, heldDue, latchDue, retellDoor } from "./doors/doors.ts";
import { takeUntold } from "./doors/flutter.ts";
import { placesOf, type PlaceLayout } from "./layout.ts";
import { retellPower } from "./power.ts";
import { presenceDue } from "./doors/presence.ts";
import { locateDue } from "./orders/locating.ts";
import { ordersSensor, retellOrders } from "./orders/orders.ts";
import { rehear } from "./doors/rehearing.ts";
import { runWaiting } from "./coils/solenoids.ts";
import { unlockDue } from "./coils/unlocking.ts";
import { maintenanceDue } from "./service/maintenance.ts";
import { watchSchedule } from "./service/suspension.ts";
import { depositDue, panelPrefix, retellPanel } from "./visits/deposits.ts";
import { visitDue } from "./visits/visits.ts";
import { wishDue } from "./visits/wish-rules.ts";

const placeTimers: Readonly<Record<string, (draft: Draft, place: PlaceLayout) => void>> = {
  unlock: unlockDue,
  held: heldDue,
  latch: latchDue,
  settle: concludeClosing,
  presence: presenceDue,
  witness: rehear,
};

export function timerDue(draft: Draft, key: string): void {
  const colon = key.indexOf(":");
  const purpose = key.slice(0, colon);
  const subject = key.slice(colon + 1);
  if (purpose === "coil") return runWaiting(draft, subject);
  if (purpose === "visit") return visitDue(draft, subject);
  if (purpose === "deposit") return depositDue(draft, subject);
  if (purpose === "wish") return wishDue(draft, subject);
  if (purpose === "locate") return locateDue(draft, subject);
  if (purpose === "maintenance") return maintenanceDue(draft, subject);
  if (purpose === "service") return watchSchedule(draft);
  if (purpose === "flutter") return flutterDue(draft, subject);
  const place = placesOf(draft.state.layout).find((one) => one.key === subject);
  const handler = Object.hasOwn(placeTimers, purpose) ? placeTimers[purpose] : undefined;
  if (place !== undefined && handler !== undefined) handler(draft, place);
}

function flutterDue(draft: Draft, sensor: string): void {
  if (sensor === ordersSensor) return retellOrders(draft);
  const count = takeUntold(draft, sensor);
  if (count === 0) return;
  if (sensor.startsWith(panelPrefix)) return retellPanel(draft, sensor, count);
  const place = placesOf(draft.state.layout).find((one) => doorSensor(one) === sensor);
  if (place === undefined) retellPower(draft, sensor, count);
  else retellDoor(draft, place, count);
}
