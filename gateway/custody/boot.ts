// Power-up: what the journal left open is named, never acted upon.

import type { Draft } from "./decision.ts";
import { correctTime } from "./devices.ts";
import { disputeReleases } from "./handover/handover.ts";
import type { InputOf } from "./inputs.ts";
import { recordUnaccounted } from "./parcels/unaccounted.ts";
import { isConfigured, placeOfKey, placesOf } from "./layout.ts";
import { initialVolatile, recordAt } from "./state.ts";
import { endMaintenanceAtBoot } from "./service/maintenance.ts";
import { concludeOrdersAtBoot } from "./orders/orders.ts";
import { timingOf } from "./orders/settings.ts";
import { concludeUnlock } from "./coils/outcome.ts";

/**
 * First input of a run. An unresolved intent becomes an unknown outcome, so no coil is energized
 * for it; a door that was open stays open until its contact says otherwise. What compartments held
 * that are not configured any more is unaccounted for.
 */
export function boot(draft: Draft, input: InputOf<"Booted">): void {
  const places = placesOf(draft.state.layout);
  const orphans = Object.keys(draft.state.durable.compartments).filter(
    (key) => !isConfigured(draft.state.layout, key),
  );
  draft.record("GatewayStarted", {
    software: input.software,
    boxCount: draft.state.layout.boxes.length,
    compartmentCount: places.length,
  });
  const owed = orphans.filter((key) => recordAt(draft.state, key).intent !== undefined);
  const unresolved = places.filter(({ key }) => recordAt(draft.state, key).intent !== undefined);
  draft.record("BootRecovered", {
    recovery: input.recovery,
    droppedBytes: input.droppedBytes,
    unresolvedIntents: unresolved.length + owed.length,
  });
  for (const key of orphans) settleOrphan(draft, key);
  draft.observe(initialVolatile(draft.state.durable));
  for (const place of unresolved) {
    concludeUnlock(draft, place, "unknown", "the gateway stopped before the outcome was known");
  }
  concludeOrdersAtBoot(draft);
  endMaintenanceAtBoot(draft);
  disputeReleases(draft);
  correctTime(draft);
  const afterMs = timingOf(draft.state).heldOpenWarnMs;
  for (const { key } of places) {
    if (!recordAt(draft.state, key).isDoorOpen) continue;
    draft.order({ kind: "setTimer", key: `held:${key}`, afterMs });
  }
}

/** A compartment that is configured no more: nobody can tell what became of what it held. */
function settleOrphan(draft: Draft, key: string): void {
  const { intent, parcels, presence, lastPerson } = recordAt(draft.state, key);
  const at = placeOfKey(key);
  if (intent !== undefined) {
    const detail = "the compartment is not configured any more";
    const { seq: intentSeq } = intent;
    draft.record("UnlockConcluded", { ...at, intentSeq, outcome: "unknown", detail });
  }
  if (parcels.length === 0 && presence !== "occupied") return;
  recordUnaccounted(draft, {
    ...at,
    parcels: parcels.map(({ parcel }) => parcel),
    presenceBefore: presence,
    presenceAfter: "unknown",
    lastPerson,
  });
}
