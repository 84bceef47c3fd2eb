// Which parcels of the world a UHF antenna reads: those in its box well, those next door weakly.

import { fromHex } from "@driftbox/proto";
import { Dice, splitRandom, type Parcel, type World } from "../world/index.ts";
import type { Yrm100Tag } from "./yrm100-frame.ts";

/** Bytes of an EPC; a shorter tag number is written at its end. */
export const epcBytes = 12;

/** Tags that the antenna reads now. Steel walls weaken a neighbor, they do not hide it. */
export type Yrm100Range = (world: World) => readonly Yrm100Tag[];

export interface RangeOptions {
  readonly box: string;
  /** Boxes whose parcels are read through the walls; default none. */
  readonly neighbors?: readonly string[];
  /** Strength in the own box and next door; default -45 and -72 dBm. */
  readonly ownDbm?: number;
  readonly neighborDbm?: number;
  /** Each read varies by as much up or down; default 4 dB. */
  readonly spreadDb?: number;
  /** Parcels whose tag is torn off or lies on metal, by number. */
  readonly unreadable?: ReadonlySet<string>;
  readonly seed?: number;
}

/** The parcels of a box and of its neighbors, each with its strength. */
export function rangeOfBox(options: RangeOptions): Yrm100Range {
  const { box, neighbors = [], ownDbm = -45, neighborDbm = -72, spreadDb = 4 } = options;
  const dice = new Dice(splitRandom(options.seed ?? 1, `uhf ${box}`));
  const strength = new Map([...neighbors.map((one) => [one, neighborDbm] as const), [box, ownDbm]]);
  return (world) =>
    world.parcels.flatMap((parcel) => {
      const baseDbm = strength.get(boxOf(parcel) ?? "");
      const epc = epcOf(parcel.tag);
      if (baseDbm === undefined || epc === undefined) return [];
      if (options.unreadable?.has(parcel.number) === true) return [];
      return [{ epc, rssiDbm: baseDbm + dice.integer(-spreadDb, spreadDb) }];
    });
}

/** The tag number in the last bytes of the EPC, zeros before it; undefined = no tag number. */
export function epcOf(tag: string): Uint8Array | undefined {
  const number = fromHex(tag);
  if (number === undefined || number.length === 0 || number.length > epcBytes) return undefined;
  const epc = new Uint8Array(epcBytes);
  epc.set(number, epcBytes - number.length);
  return epc;
}

function boxOf({ at }: Parcel): string | undefined {
  return typeof at === "object" && "spot" in at ? at.spot.box : undefined;
}
