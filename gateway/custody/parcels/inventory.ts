// Which parcels are where: each in at most one compartment of the gateway.

import { bounds } from "../layout.ts";
import type { CompartmentRecord, Durable, HeldParcel, State } from "../state.ts";

type Compartments = Durable["compartments"];

/** Adds or updates a parcel; a full compartment keeps what it has. */
export function addParcel(record: CompartmentRecord, held: HeldParcel): CompartmentRecord {
  const others = record.parcels.filter(({ parcel }) => parcel !== held.parcel);
  if (others.length >= bounds.parcelsMaxCount) return { ...record, isInventoryKnown: false };
  return { ...record, parcels: [...others, held] };
}

export function dropParcels(
  record: CompartmentRecord,
  parcels: readonly string[],
): CompartmentRecord {
  return { ...record, parcels: record.parcels.filter(({ parcel }) => !parcels.includes(parcel)) };
}

/** Removes a parcel that was put in at `key` from every other compartment. */
export function dropParcelElsewhere(
  compartments: Compartments,
  key: string,
  parcel: string,
): Compartments {
  const other = Object.entries(compartments).find(
    ([place, record]) => place !== key && holds(record, parcel),
  );
  if (other === undefined) return compartments;
  return { ...compartments, [other[0]]: dropParcels(other[1], [parcel]) };
}

export function holds(record: CompartmentRecord, parcel: string): boolean {
  return record.parcels.some((held) => held.parcel === parcel);
}

/** Whether a compartment holds a parcel, verified or not. */
export function isPlaced(compartments: Compartments, parcel: string): boolean {
  return Object.values(compartments).some((record) => holds(record, parcel));
}

/** Key of the compartment that holds a parcel, verified or not; undefined = none. */
export function whereIs(state: State, parcel: string): string | undefined {
  const entries = Object.entries(state.durable.compartments);
  return entries.find(([, record]) => holds(record, parcel))?.[0];
}
