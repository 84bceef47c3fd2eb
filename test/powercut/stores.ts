// The stores that are put under power cuts, by name; a writer loads only its own.

import type { StoreKind } from "./store.ts";

export const storeNames = ["journal", "documents", "ledger"] as const;
export type StoreName = (typeof storeNames)[number];

/** Undefined for a name that is none. */
export async function loadStore(name: string | undefined): Promise<StoreKind | undefined> {
  switch (name) {
    case "journal":
      return (await import("./journal-store.ts")).journalStore;
    case "documents":
      return (await import("./documents-store.ts")).documentsStore;
    case "ledger":
      return (await import("./ledger-store.ts")).ledgerStore;
    default:
      return undefined;
  }
}
