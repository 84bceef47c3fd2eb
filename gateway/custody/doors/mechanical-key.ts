// The mechanical key of a lock: a door that it opens was not forced, and somebody answers for it.

import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { placeAt, type PlaceLayout } from "../layout.ts";
import { recordAt, watchAt } from "../state.ts";
import { reportTamper } from "../power.ts";

/**
 * Whoever turned a key pulls the door within this time, in ms. The door may also be heard so much
 * sooner than the switch behind its key.
 */
export const keyGraceMs = 10_000;

/** A switch that cannot be read excuses nothing and accuses nobody. */
export function reportKey(draft: Draft, input: InputOf<"KeyReported">): void {
  const { box, compartment, isTurned } = input;
  const place = placeAt(draft.state.layout, box, compartment);
  if (place === undefined || isTurned === undefined) return;
  const { keyTurn } = watchAt(draft.state, place.key);
  if ((keyTurn?.isTurned ?? false) === isTurned) return;
  const sinceMonoMs = draft.now.monoMs;
  if (!isTurned) {
    const hasOpened = keyTurn?.hasOpened ?? false;
    draft.watch(place.key, { keyTurn: { isTurned, sinceMonoMs, hasOpened } });
    return tellTurn(draft, place, false);
  }
  const { isDoorOpen, isForced, openedMonoMs } = recordAt(draft.state, place.key);
  draft.watch(place.key, { keyTurn: { isTurned, sinceMonoMs, hasOpened: isDoorOpen } });
  if (!isDoorOpen) draft.order({ kind: "setTimer", key: `key:${place.key}`, afterMs: keyGraceMs });
  const isJustForced = isDoorOpen && isForced && sinceMonoMs - openedMonoMs <= keyGraceMs;
  if (isJustForced) recordOverride(draft, place);
}

/** Whether a door that opens unexplained now is opened by its key. */
export function isOpenedByKey({ state, now }: Draft, { key }: PlaceLayout): boolean {
  const { keyTurn } = watchAt(state, key);
  if (keyTurn === undefined) return false;
  const { isTurned, sinceMonoMs, hasOpened } = keyTurn;
  // A key left in its lock lets the door be opened again; a switch stuck for hours does not.
  return now.monoMs - sinceMonoMs <= keyGraceMs || (isTurned && hasOpened);
}

/** The door opened, by whatever right. */
export function noteKeyOpening(draft: Draft, { key }: PlaceLayout): void {
  const { keyTurn } = watchAt(draft.state, key);
  if (keyTurn !== undefined) draft.watch(key, { keyTurn: { ...keyTurn, hasOpened: true } });
}

export function recordOverride(draft: Draft, { box, compartment }: PlaceLayout): void {
  draft.record("OverrideUsed", { box: box.id, compartment: compartment.number });
}

/** A key that fits was tried, or the wire of its switch cut: no door was seen to open. */
export function keyDue(draft: Draft, place: PlaceLayout): void {
  const { keyTurn } = watchAt(draft.state, place.key);
  if (keyTurn !== undefined && !keyTurn.hasOpened) tellTurn(draft, place, true);
}

function tellTurn(draft: Draft, { box, compartment }: PlaceLayout, isActive: boolean): void {
  const sensor = `key ${compartment.number}`;
  const detail = "mechanical key turned; no door was seen to open";
  reportTamper(draft, { kind: "TamperReported", box: box.id, sensor, isActive, detail });
}
