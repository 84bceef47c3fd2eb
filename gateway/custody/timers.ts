// Timers by key: `<purpose>:<compartment, supply group, box or sensor>`. A stale one does nothing.

import { concludeClosing } from "./doors/closing.ts";
import type { Draft } from "./decision.ts";
import { heldDue, latchDue, retellDoor } from "./doors/doors.ts";
import { takeUntold, type Fluttering } from "./doors/flutter.ts";
import { keyDue } from "./doors/mechanical-key.ts";
import { placesOf, type PlaceLayout } from "./layout.ts";
import { retellBattery, retellMains, retellTamper } from "./power.ts";
import { presenceDue } from "./doors/presence.ts";
import { locateDue } from "./orders/locating.ts";
import { retellOrders } from "./orders/orders.ts";
import { retellCodes } from "./access/codes.ts";
import { retellDocuments } from "./access/refused-documents.ts";
import { rehear } from "./doors/rehearing.ts";
import { runWaiting } from "./coils/solenoids.ts";
import { unlockDue } from "./coils/unlocking.ts";
import { maintenanceDue } from "./service/maintenance.ts";
import { watchSchedule } from "./service/suspension.ts";
import { depositDue, retellPanel } from "./visits/deposits.ts";
import { visitDue } from "./visits/visits.ts";
import { wishDue } from "./visits/wish-rules.ts";

const placeTimers: Readonly<Record<string, (draft: Draft, place: PlaceLayout) => void>> = {
  unlock: unlockDue,
  held: heldDue,
  latch: latchDue,
  settle: concludeClosing,
  presence: presenceDue,
  witness: rehear,
  key: keyDue,
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

type Retell = (draft: Draft, count: number, whose: string) => void;

/** How each of them is told by its number, and how it stands at last. */
const retellers: { readonly [F in Fluttering]: Retell } = {
  mains: retellMains,
  battery: retellBattery,
  tamper: retellTamper,
  door: retellDoor,
  panel: retellPanel,
  codes: retellCodes,
  documents: retellDocuments,
  commands: retellOrders,
};

function flutterDue(draft: Draft, key: string): void {
  const untold = takeUntold(draft, key);
  if (untold !== undefined) retellers[untold.what](draft, untold.count, untold.whose);
}
