// The stores that are put under power cuts, by name.

import { documentsStore } from "./documents-store.ts";
import { journalStore } from "./journal-store.ts";
import { ledgerStore } from "./ledger-store.ts";
import type { StoreKind } from "./store.ts";

export const stores: readonly StoreKind[] = [journalStore, documentsStore, ledgerStore];
