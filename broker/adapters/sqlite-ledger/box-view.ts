// A box as a read model shows it: folded from the ledger, or the gateway's newer snapshot.

import type { BoxFold } from "../../core/projections/boxes.ts";
import { isNearlyFull, roomLeft, type RoomLeft } from "../../core/room.ts";
import type { OpenTrouble } from "../../core/projections/trouble-rules.ts";
import type { SnapshotBox } from "../../ports/ledger.ts";
import type { TroubleView } from "../../ports/custody-views.ts";
import type { BoxView, CompartmentView } from "../../ports/views.ts";
import type { GatewayRow } from "./gateway-rows.ts";
import { parseFold } from "./fold-table.ts";

export interface StoredBox {
  readonly gateway: number;
  readonly box: string;
  readonly fold: string;
}

/** A trouble that no event says. */
export const nearlyFull = "BoxNearlyFull";

/** What keeps a box from serving, as its newest state document says, in the words of facts. */
const serviceTroubles: ReadonlyMap<string, readonly string[]> = new Map([
  ["suspended", ["ServiceSuspended"]],
  ["maintenance", ["MaintenanceBegun"]],
]);

/** Boxes of one gateway; `stored` and `troubles` hold its own only. */
export function boxViewsOf(
  row: GatewayRow,
  stored: readonly StoredBox[],
  troubles: readonly OpenTrouble[],
): BoxView[] {
  const folds = new Map(stored.map((each) => [each.box, parseFold("boxes", each.fold)]));
  const isQuarantined = row.standing === "quarantined";
  // What an ended epoch said of boxes is the word of another life of the gateway.
  const isEnded = (row.snapshot_epoch ?? 0) < row.epoch;
  const isSilent = row.snapshot === null || isQuarantined || isEnded;
  const reported = isSilent ? [] : reportedBoxes(row.snapshot);
  const isNewer = (row.snapshot_next_seq ?? 0) > row.next_seq;
  const named = troubles.flatMap(({ box }) => (box === "" ? [] : [box]));
  const names = new Set([...folds.keys(), ...reported.map((each) => each.box), ...named]);
  return [...names].toSorted().map((box) => {
    const fold = folds.get(box);
    const said = reported.find((each) => each.box === box);
    const isReported = isNewer && said !== undefined;
    const compartments = isReported ? viewsOf(said) : foldedCompartments(fold, said);
    const room = roomOf(compartments, said);
    return {
      site: row.site,
      gateway: row.gateway,
      box,
      compartments,
      basis: isReported ? "snapshot" : "ledger",
      lastWordMs: row.last_word_ms,
      troubles: [
        ...new Set(troubles.filter((each) => each.box === box).map(({ kind }) => kind)),
        ...(isQuarantined ? ["Quarantined"] : []),
        ...(serviceTroubles.get(said?.service ?? "") ?? []),
        ...(room !== null && isNearlyFull(room) ? [nearlyFull] : []),
      ],
      room,
    };
  });
}

/** The trouble of a box that is nearly full, or full: how much still fits. */
export function fillTrouble({ site, gateway, box, room }: BoxView): TroubleView {
  const nobody = { compartment: null, person: null, parcels: [], untilMs: null, event: null };
  const about = String(room?.free ?? 0);
  return { kind: nearlyFull, site, gateway, box, ...nobody, about };
}

/** What is in by the newest knowledge, and what fits by the word of the gateway. */
function roomOf(
  compartments: readonly CompartmentView[],
  said: SnapshotBox | undefined,
): RoomLeft | null {
  const room = roomLeft(
    compartments.map((each) => {
      const own = said?.compartments.find(({ compartment }) => compartment === each.compartment);
      return { ...each, holds: own?.holds ?? 0 };
    }),
  );
  return room.all === 0 ? null : room;
}

function viewsOf({ compartments }: SnapshotBox): CompartmentView[] {
  return compartments.map(({ holds: _fits, ...view }) => view);
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
  const views = reported === undefined ? [] : viewsOf(reported);
  const untouched = views.filter((each) => !known.has(each.compartment));
  return [...folded, ...untouched].toSorted((a, b) => a.compartment - b.compartment);
}
