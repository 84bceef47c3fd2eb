// Mains, battery and tamper switches: what is recorded once, and what is only remembered.

import type { Draft } from "./decision.ts";
import { mayTell, untoldWords } from "./doors/flutter.ts";
import type { InputOf } from "./inputs.ts";
import { bounds } from "./layout.ts";

/** Names under which changes are counted. */
const mainsSensor = "mains";
const batterySensor = "battery";
const tamperPrefix = "tamper ";

/** One loss and one return for each outage, also when the gateway went down in it. */
export function reportMains(draft: Draft, input: InputOf<"MainsReported">): void {
  const { hasMains } = draft.state.volatile;
  draft.observe({ hasMains: input.isPresent });
  if (input.isPresent === undefined || input.isPresent === hasMains) return;
  if (mayTell(draft, mainsSensor)) tellMains(draft);
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
  if (!isLow || wasLow || !mayTell(draft, batterySensor)) return;
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
  if (mayTell(draft, `${tamperPrefix}${key}`))
    draft.record("TamperDetected", { box, sensor, detail });
}

/** A sensor that changed too often to be told each time: how often, and how it stands now. */
export function retellPower(draft: Draft, name: string, count: number): void {
  const { hasMains, isBatteryLow, tampers } = draft.state.volatile;
  const said = { box: "", compartment: 0, sensor: name, says: untoldWords(count) };
  if (name === mainsSensor) {
    draft.record("SensorDissented", { ...said, fused: hasMains === false ? "lost" : "present" });
    return tellMains(draft);
  }
  if (name === batterySensor) {
    draft.record("SensorDissented", { ...said, fused: isBatteryLow ? "low" : "charged" });
    return;
  }
  const key = name.slice(tamperPrefix.length);
  const space = key.indexOf(" ");
  const fused = tampers.includes(key) ? "active" : "at rest";
  const at = { box: key.slice(0, space), sensor: key.slice(space + 1) };
  draft.record("SensorDissented", { ...said, ...at, fused });
}

/** No fact for a fix: the next sign of life carries the newest. */
export function reportPosition(draft: Draft, input: InputOf<"PositionReported">): void {
  draft.observe({ position: input.position });
}
