// A box as a read model shows it: folded from the ledger, or the gateway's newer snapshot.

import type { BoxFold } from "../../core/projections/boxes.ts";
import type { SnapshotBox } from "../../ports/ledger.ts";
import type { BoxView, CompartmentView } from "../../ports/views.ts";
import type { GatewayRow } from "./gateway-rows.ts";
import { parseBoxFold } from "./projection-store.ts";

export interface StoredBox {
  readonly gateway: number;
  readonly box: string;
  readonly fold: string;
}

/** Boxes of one gateway; `stored` may hold those of others too. */
export function boxViewsOf(row: GatewayRow, stored: readonly StoredBox[]): BoxView[] {
  const folds = new Map<string, BoxFold>(
    stored
      .filter((each) => each.gateway === row.number)
      .map((each) => [each.box, parseBoxFold(each.fold)]),
  );
  const snapshot = newerSnapshot(row);
  const names = new Set([...folds.keys(), ...snapshot.map((each) => each.box)]);
  return [...names].toSorted().map((box) => {
    const fold = folds.get(box);
    const said = snapshot.find((each) => each.box === box);
    return {
      site: row.site,
      gateway: row.gateway,
      box,
      compartments: said === undefined ? foldedCompartments(fold) : said.compartments,
      basis: said === undefined ? "ledger" : "snapshot",
      lastWordMs: row.last_word_ms,
      troubles: [...new Set((fold?.troubles ?? []).map((each) => each.kind))],
    };
  });
}

function newerSnapshot(row: GatewayRow): readonly SnapshotBox[] {
  if (row.snapshot === null || (row.snapshot_next_seq ?? 0) <= row.next_seq) return [];
  return JSON.parse(row.snapshot) as SnapshotBox[];
}

function foldedCompartments(fold: BoxFold | undefined): CompartmentView[] {
  return Object.entries(fold?.compartments ?? {}).map(([number, each]) => ({
    compartment: Number(number),
    ...each,
  }));
}
