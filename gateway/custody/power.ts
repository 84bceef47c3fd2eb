// Mains, battery and tamper switches: what is recorded once, and what is only remembered.

import type { Draft } from "./decision.ts";
import { mayTell, untoldWords } from "./doors/flutter.ts";
import type { InputOf } from "./inputs.ts";
import { bounds } from "./layout.ts";

/** One loss and one return for each outage, also when the gateway went down in it. */
export function reportMains(draft: Draft, input: InputOf<"MainsReported">): void {
  const { hasMains } = draft.state.volatile;
  draft.observe({ hasMains: input.isPresent });
  if (input.isPresent === undefined || input.isPresent === hasMains) return;
  if (mayTell(draft, "mains")) tellMains(draft);
}

function tellMains(draft: Draft): void {
  const { hasMains } = draft.state.volatile;
  const { powerLoss } = draft.state.durable;
  if (hasMains === false && powerLoss === undefined) draft.record("PowerLost", {});
  if (hasMains === true && powerLoss !== undefined) {
    draft.record("PowerRestored", { offMs: offMs(draft) });
  }
}

/** How long mains power was away; 0 = in another boot, and no clock vouches for it. */
function offMs(draft: Draft): number {
  const { powerLoss, bootId } = draft.state.durable;
  if (powerLoss === undefined) return 0;
  const { monoMs, wallMs, isWallTrusted } = draft.now;
  if (powerLoss.bootId === bootId) return Math.max(0, Math.round(monoMs - powerLoss.monoMs));
  if (!isWallTrusted || powerLoss.wallMs === 0) return 0;
  return Math.max(0, Math.round(wallMs - powerLoss.wallMs));
}

/** Recorded once for each fall, while they are few. */
export function reportBattery(draft: Draft, input: InputOf<"BatteryReported">): void {
  const { isLow, millivolts = 0 } = input;
  if (isLow === undefined) return;
  const wasLow = draft.state.volatile.isBatteryLow;
  draft.observe({ isBatteryLow: isLow });
  if (!isLow || wasLow || !mayTell(draft, "battery")) return;
  draft.record("BatteryLow", { millivolts: Math.max(0, millivolts) });
}

/**
 * Recorded once for each activation, while they are few. A sensor that cannot be read keeps its
 * last word.
 */
export function reportTamper(draft: Draft, input: InputOf<"TamperReported">): void {
  const { sensor, box, isActive, detail } = input;
  const isKnown = box === "" || draft.state.layout.boxes.some(({ id }) => id === box);
  if (!isKnown || isActive === undefined) return;
  const key = `${box} ${sensor}`;
  const { tampers } = draft.state.volatile;
  const others = tampers.filter((active) => active !== key);
  if (!isActive) return draft.observe({ tampers: others });
  if (others.length < tampers.length) return;
  draft.observe({ tampers: [...others, key].slice(-bounds.tampersMaxCount) });
  if (mayTell(draft, "tamper", key)) draft.record("TamperDetected", { box, sensor, detail });
}

/** Mains that came and went too often to be told each time: how often, and how it stands now. */
export function retellMains(draft: Draft, count: number): void {
  const fused = draft.state.volatile.hasMains === false ? "lost" : "present";
  dissent(draft, count, { box: "", sensor: "mains", fused });
  tellMains(draft);
}

/** As `retellMains`, of a battery. */
export function retellBattery(draft: Draft, count: number): void {
  const fused = draft.state.volatile.isBatteryLow ? "low" : "charged";
  dissent(draft, count, { box: "", sensor: "battery", fused });
}

/** As `retellMains`, of one tamper switch: `<box> <sensor>`. */
export function retellTamper(draft: Draft, count: number, key: string): void {
  const fused = draft.state.volatile.tampers.includes(key) ? "active" : "at rest";
  const space = key.indexOf(" ");
  dissent(draft, count, { box: key.slice(0, space), sensor: key.slice(space + 1), fused });
}

function dissent(
  draft: Draft,
  count: number,
  said: { readonly box: string; readonly sensor: string; readonly fused: string },
): void {
  draft.record("SensorDissented", { compartment: 0, says: untoldWords(count), ...said });
}

/** No fact for a fix: the next sign of life carries the newest. */
export function reportPosition(draft: Draft, input: InputOf<"PositionReported">): void {
  draft.observe({ position: input.position });
}
