// Power-up: what the journal left open is named, never acted upon.

import type { Draft } from "./decision.ts";
import { correctTime } from "./devices.ts";
import type { InputOf } from "./inputs.ts";
import { placesOf } from "./layout.ts";
import { initialVolatile, recordAt } from "./state.ts";
import { concludeUnlock } from "./outcome.ts";

/**
 * First input of a run. An unresolved intent becomes an unknown outcome, so no coil is energized
 * for it; a door that was open stays open until its contact says otherwise.
 */
export function boot(draft: Draft, input: InputOf<"Booted">): void {
  draft.observe(initialVolatile(draft.state.durable));
  const places = placesOf(draft.state.layout);
  draft.record("GatewayStarted", {
    software: input.software,
    boxCount: draft.state.layout.boxes.length,
    compartmentCount: places.length,
  });
  const unresolved = places.filter(({ key }) => recordAt(draft.state, key).intent !== undefined);
  draft.record("BootRecovered", {
    recovery: input.recovery,
    droppedBytes: input.droppedBytes,
    unresolvedIntents: unresolved.length,
  });
  for (const place of unresolved) {
    concludeUnlock(draft, place, "unknown", "the gateway stopped before the outcome was known");
  }
  correctTime(draft);
  const afterMs = draft.state.layout.timing.heldOpenWarnMs;
  for (const { key } of places) {
    if (!recordAt(draft.state, key).isDoorOpen) continue;
    draft.order({ kind: "setTimer", key: `held:${key}`, afterMs });
  }
}
