// What a gateway is built of: boxes, compartments, coils and the times that custody rules use.

import { limits, type Place } from "@driftbox/proto";

/** Persons beside the one who opens, at most. */
export const authorizersMaxCount = 3;

/** One lockable space and the hardware behind it. `number` counts from 1. */
export interface CompartmentLayout {
  readonly number: number;
  /** Coils of one group share a supply: at most one of them is energized at a time. */
  readonly supplyGroup: string;
  /** Coil on-time in ms, 1 to `timing.pulseMaxMs`. */
  readonly pulseMs: number;
  /** Device id of the lock board, as in `DeviceHealthChanged`. */
  readonly board: string;
  /** False: the hook switch of the lock is the only door contact, so the door follows the bolt. */
  readonly hasDoorContact: boolean;
  readonly hasPresenceSensor: boolean;
  /** Whether its floor is a scale. */
  readonly hasScale?: boolean;
  /** Parcels that fit in; absent = as many as can be kept on record. */
  readonly holds?: number;
  /** Absent = medium. */
  readonly size?: CompartmentSize;
  /** True: for single envelopes, that a presence sensor may not see. */
  readonly isForThin?: boolean;
}

/** Parcels that fit into a compartment. */
export function holdsOf({ compartment }: PlaceLayout): number {
  return compartment.holds ?? bounds.parcelsMaxCount;
}

/** From small to large. */
export const compartmentSizes = ["small", "medium", "large"] as const;
export type CompartmentSize = (typeof compartmentSizes)[number];

export interface BoxLayout {
  readonly id: string;
  readonly kind: "drop-box" | "cabinet";
  readonly compartments: readonly CompartmentLayout[];
}

/** All in milliseconds of the monotonic clock except where the name says otherwise. */
export interface CustodyTiming {
  /** From the end of the pulse order to the door opening. */
  readonly openWithinMs: number;
  readonly heldOpenWarnMs: number;
  readonly heldOpenAlarmMs: number;
  /** From the reading of a tap: a first order that has not left by then is not given any more. */
  readonly tapLifeMs: number;
  /** As above for retries after a jam: the person is told to wait, and stays about so long. */
  readonly retryLifeMs: number;
  /** How long a grant explains an opening after its order, where no bolt says otherwise. */
  readonly grantLifeMs: number;
  /** An unlock order not sent by then is dropped. */
  readonly orderLifeMs: number;
  /** A bolt still engaged this long after an answered pulse is jammed. */
  readonly boltConfirmMs: number;
  /** A closed door whose bolt has not engaged by then is ajar. */
  readonly latchWithinMs: number;
  /** Presence is sampled this long after it changed or the door was closed. */
  readonly presenceSettleMs: number;
  /** A tag read this long before a badge belongs to that badge. */
  readonly trayLifeMs: number;
  readonly pulseMaxMs: number;
  /** Between two pulses of coils of one supply group. */
  readonly groupGapMs: number;
  readonly coilMinOffMs: number;
  /** Share of a minute a coil may be energized, in percent. */
  readonly coilDutyMaxPercent: number;
  /** Unlock retries after a jam. */
  readonly retryMaxCount: number;
  /** From one proof to the next, the PIN or the other person; then the visit ends. */
  readonly proofWithinMs: number;
  /** From what is said at a panel, or the last act or touch under it, to the next. */
  readonly wishWithinMs: number;
  /** From the last badge or new tag under it to its end, however often the screen is touched. */
  readonly wishMaxMs: number;
}

export interface Layout {
  readonly boxes: readonly BoxLayout[];
  readonly timing: CustodyTiming;
}

/** Proposed values; a configuration may replace them. */
export const defaultTiming: CustodyTiming = {
  openWithinMs: 8_000,
  heldOpenWarnMs: 30_000,
  heldOpenAlarmMs: 120_000,
  tapLifeMs: 5_000,
  retryLifeMs: 10_000,
  grantLifeMs: 30_000,
  orderLifeMs: limits.orderLifeMs,
  boltConfirmMs: 1_000,
  latchWithinMs: 1_500,
  presenceSettleMs: 500,
  trayLifeMs: 15_000,
  pulseMaxMs: 3_000,
  groupGapMs: 200,
  coilMinOffMs: 2_000,
  coilDutyMaxPercent: 10,
  retryMaxCount: 2,
  proofWithinMs: 20_000,
  wishWithinMs: 75_000,
  wishMaxMs: 900_000,
};

/** Maximum sizes of what the core remembers. */
export const bounds = {
  /** Parcels known in one compartment. */
  parcelsMaxCount: limits.parcelsMaxCount,
  /** Tags read in one session. */
  sessionTagsMaxCount: 128,
  /** Tags read at a box before any badge. */
  trayMaxCount: 16,
  /** Grants waiting for a coil of one supply group. */
  waitingMaxCount: 4,
  devicesMaxCount: 128,
  /** Persons who try to open one compartment together. */
  visitorsMaxCount: 1 + authorizersMaxCount,
  /** Persons and readers whose wrong tries and lockouts are remembered; the oldest gives way. */
  lockoutsMaxCount: 1_024,
  /** Pulses remembered of one coil, for its duty. */
  coilPulsesMaxCount: 64,
  /** Badges whose rolling counter is remembered; the one used longest ago gives way. */
  countersMaxCount: 65_536,
  /** Sensors whose allowance of facts is remembered. */
  fluttersMaxCount: 1_024,
  /** Tamper sensors that may be active at once. */
  tampersMaxCount: 128,
  /** Parcels whose least issue of pickup codes is remembered. */
  leastIssuesMaxCount: 4_096,
  /** Days of which the spent one-time codes of a box are remembered; earlier ones are all spent. */
  spentDaysMaxCount: 64,
  /** Boxes of which spent one-time codes are remembered, twice as many as a gateway may have. */
  spentBoxesMaxCount: 64,
  /** Spent grants that are remembered by name; those issued before them are all spent. */
  spentGrantsMaxCount: 4_096,
  /** Parcels in no compartment whose custodian is kept; the one moved longest ago gives way. */
  carriedMaxCount: 1_024,
  /** Parcels listed under one wish. */
  listedMaxCount: 128,
  /** Containers around one parcel. */
  nestingMaxCount: 4,
  /** Emergencies that wait for a signature; with more no other is declared. */
  unsignedMaxCount: 64,
  /** Openings by key or force that wait for an explanation, one a compartment. */
  unexplainedMaxCount: 512,
  /** Facts of one decision. */
  factsMaxCount: 512,
} as const;

/** Key of one compartment in the records of the state, and the tail of its timers' keys. */
export function placeKey(box: string, compartment: number): string {
  return `${box}#${compartment}`;
}

/** The place a key names. */
export function placeOfKey(key: string): Place {
  const hash = key.lastIndexOf("#");
  return { box: key.slice(0, hash), compartment: Number(key.slice(hash + 1)) };
}

/** One compartment with the box it is in. */
export interface PlaceLayout {
  readonly key: string;
  readonly box: BoxLayout;
  readonly compartment: CompartmentLayout;
}

const knownPlaces = new WeakMap<Layout, readonly PlaceLayout[]>();

/** Whether a key names a compartment of the layout. */
export function isConfigured(layout: Layout, key: string): boolean {
  return placesOf(layout).some((place) => place.key === key);
}

/** Every compartment, in the order of the layout. Listed once for each layout. */
export function placesOf(layout: Layout): readonly PlaceLayout[] {
  const known = knownPlaces.get(layout);
  if (known !== undefined) return known;
  const places = listPlaces(layout);
  knownPlaces.set(layout, places);
  return places;
}

function listPlaces(layout: Layout): readonly PlaceLayout[] {
  return layout.boxes.flatMap((box) =>
    box.compartments.map((compartment) => ({
      key: placeKey(box.id, compartment.number),
      box,
      compartment,
    })),
  );
}

/** The compartment at a place; undefined when this gateway has none there. */
export function placeAt(layout: Layout, box: string, compartment: number): PlaceLayout | undefined {
  const found = layout.boxes.find(({ id }) => id === box);
  const inBox = found?.compartments.find(({ number }) => number === compartment);
  if (found === undefined || inBox === undefined) return undefined;
  return { key: placeKey(box, compartment), box: found, compartment: inBox };
}
