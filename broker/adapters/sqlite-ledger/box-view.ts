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

/** What keeps a box from serving, as its newest state document says, in the words of facts. */
const serviceTroubles: ReadonlyMap<string, readonly string[]> = new Map([
  ["suspended", ["ServiceSuspended"]],
  ["maintenance", ["MaintenanceBegun"]],
]);

/** Boxes of one gateway; `stored` holds its own only. */
export function boxViewsOf(row: GatewayRow, stored: readonly StoredBox[]): BoxView[] {
  const folds = new Map<string, BoxFold>(stored.map((each) => [each.box, parseBoxFold(each.fold)]));
  const isQuarantined = row.standing === "quarantined";
  // What an ended epoch said of boxes is the word of another life of the gateway.
  const isEnded = (row.snapshot_epoch ?? 0) < row.epoch;
  const isSilent = row.snapshot === null || isQuarantined || isEnded;
  const reported = isSilent ? [] : reportedBoxes(row.snapshot);
  const isNewer = (row.snapshot_next_seq ?? 0) > row.next_seq;
  const names = new Set([...folds.keys(), ...reported.map((each) => each.box)]);
  return [...names].toSorted().map((box) => {
    const fold = folds.get(box);
    const said = reported.find((each) => each.box === box);
    const isReported = isNewer && said !== undefined;
    return {
      site: row.site,
      gateway: row.gateway,
      box,
      compartments: isReported ? said.compartments : foldedCompartments(fold, said),
      basis: isReported ? "snapshot" : "ledger",
      lastWordMs: row.last_word_ms,
      troubles: [
        ...new Set((fold?.troubles ?? []).map((each) => each.kind)),
        ...(isQuarantined ? ["Quarantined"] : []),
        ...(serviceTroubles.get(said?.service ?? "") ?? []),
      ],
    };
  });
}

/** A snapshot that was stored before sensors could be in quarantine says nothing of them. */
function reportedBoxes(snapshot: string): readonly SnapshotBox[] {
  const boxes = JSON.parse(snapshot) as SnapshotBox[];
  return boxes.map(({ compartments, ...box }) => {
    return { ...box, compartments: compartments.map((each) => ({ ...noQuarantine, ...each })) };
  });
}

const noQuarantine: Pick<CompartmentView, "quarantined"> = { quarantined: [] };

/** The ledger's compartments, and those no event has touched yet as the gateway reported them. */
function foldedCompartments(
  fold: BoxFold | undefined,
  reported: SnapshotBox | undefined,
): CompartmentView[] {
  const folded = Object.entries(fold?.compartments ?? {}).map(([number, each]) => ({
    compartment: Number(number),
    ...each,
  }));
  const known = new Set(folded.map((each) => each.compartment));
  const untouched = (reported?.compartments ?? []).filter((each) => !known.has(each.compartment));
  return [...folded, ...untouched].toSorted((a, b) => a.compartment - b.compartment);
}
