// Parcels that nobody accounts for, told in as many facts as hold their names.

import type { FactFields } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { parcelParts } from "./parts.ts";

/** Told also where no parcel is named: something changed in the compartment. */
export function recordUnaccounted(draft: Draft, fields: FactFields["ParcelUnaccounted"]): void {
  const parts = parcelParts(fields.parcels);
  const told = parts.length === 0 ? [[]] : parts;
  for (const parcels of told) draft.record("ParcelUnaccounted", { ...fields, parcels });
}
