// Sensors that dissented too often: they count no more, until a person restores them.

import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { recordAt, watchAt } from "../state.ts";
import { presenceWord } from "./fusion.ts";
import { dissentsMaxCount, isSensorName, type SensorName } from "./trust.ts";

/** The quarantined sensors of a compartment. */
export function quarantinedAt({ state }: Pick<Draft, "state">, key: string): readonly SensorName[] {
  return recordAt(state, key).trust.quarantined;
}

/**
 * Takes what a sensor says for what it is worth: of one in quarantine nothing, as if it could not
 * be read; its words are kept for the day when it is restored.
 */
export function heard(
  draft: Draft,
  { key }: PlaceLayout,
  sensor: SensorName,
  says: boolean | undefined,
): boolean | undefined {
  if (!quarantinedAt(draft, key).includes(sensor)) return says;
  const { unheard } = watchAt(draft.state, key);
  draft.watch(key, { unheard: { ...unheard, [sensor]: says } });
  return undefined;
}

/**
 * After a dissent: the sensor is quarantined if that was one too many. Of contact and bolt one
 * stays, for without both nobody would know of the door at all.
 */
export function quarantineIfDue(draft: Draft, place: PlaceLayout, sensor: string): void {
  const { trust } = recordAt(draft.state, place.key);
  if (!isSensorName(sensor) || trust.quarantined.includes(sensor)) return;
  const count = trust.dissents[sensor]?.count ?? 0;
  if (count < dissentsMaxCount || isLastOfDoor(draft, place, sensor)) return;
  draft.record("SensorQuarantined", {
    box: place.box.id,
    compartment: place.compartment.number,
    sensor,
    reason: `${count} dissents within a day`,
  });
  unhear(draft, place.key, sensor);
  draft.order({ kind: "setTimer", key: `witness:${place.key}`, afterMs: 1 });
}

function isLastOfDoor(draft: Draft, place: PlaceLayout, sensor: SensorName): boolean {
  const { contactIsOpen, boltIsEngaged } = watchAt(draft.state, place.key);
  if (sensor === "door") return boltIsEngaged === undefined;
  return sensor === "bolt" && !(place.compartment.hasDoorContact && contactIsOpen !== undefined);
}

function unhear(draft: Draft, key: string, sensor: SensorName): void {
  const { contactIsOpen, boltIsEngaged, isSeen, isFelt, unheard } = watchAt(draft.state, key);
  const says = { door: contactIsOpen, bolt: boltIsEngaged, presence: isSeen, weight: isFelt };
  const kept = { unheard: { ...unheard, [sensor]: says[sensor] } };
  if (sensor === "door") return draft.watch(key, { ...kept, contactIsOpen: undefined });
  if (sensor === "bolt") return draft.watch(key, { ...kept, boltIsEngaged: undefined });
  const isLeft = sensor === "presence" ? isFelt : isSeen;
  const gone = sensor === "presence" ? { isSeen: undefined } : { isFelt: undefined };
  const rest = { isOccupied: isLeft, settled: presenceWord(isLeft), stirredMonoMs: undefined };
  draft.watch(key, { ...kept, ...gone, ...rest });
}

/** A person repaired or replaced a sensor: it counts again, from the word that it said last. */
export function restoreSensor(draft: Draft, place: PlaceLayout, sensor: SensorName): void {
  draft.record("SensorRestored", {
    box: place.box.id,
    compartment: place.compartment.number,
    sensor,
  });
  draft.order({ kind: "setTimer", key: `witness:${place.key}`, afterMs: 1 });
}
