// Compares what a gateway's journal tells with what physically happened, tolerant only of what the
// gateway could not see.

import { blindSpans, isBlind, type Span } from "./blind-spans.ts";
import { coilFaults } from "./coil-history.ts";
import type { Happening } from "./model.ts";
import type { Violation } from "./monitors.ts";
import { parcelFaults } from "./parcel-history.ts";
import { newMs, settleMs, type Sight } from "./sight.ts";

/** Kinds of happenings that a journal must agree with, or that blind a gateway. */
const historyKinds: ReadonlySet<Happening["kind"]> = new Set<Happening["kind"]>([
  "CoilEnergized",
  "CoilReleased",
  "UnlockOrdered",
  "BoltReleased",
  "BoltEngaged",
  "DoorOpened",
  "DoorClosed",
  "BeamChanged",
  "ParcelPut",
  "ParcelTaken",
  "FlawChanged",
  "BoardWentDark",
  "BoardPowered",
  "SilenceChanged",
]);

export function isHistory({ kind }: Happening): boolean {
  return historyKinds.has(kind);
}

/** A door open for less than this may be missed: debounce, and the pace of polls. */
const glimpseMs = 700;

/** Names every place where journal and history differ. `history` is in order. */
export function compareHistory(
  history: readonly Happening[],
  sights: readonly Sight[],
  nowMs: number,
): readonly Violation[] {
  return sights.flatMap((sight) => {
    const here = history.filter(
      (one) => !("box" in one) || (one.box === sight.box && one.compartment === sight.compartment),
    );
    return [doorFaults, coilFaults, parcelFaults].flatMap((faults) => faults(here, sight, nowMs));
  });
}

function doorFaults(here: readonly Happening[], sight: Sight, nowMs: number): Violation[] {
  const [opened, closed] =
    sight.door === "hook"
      ? (["BoltReleased", "BoltEngaged"] as const)
      : (["DoorOpened", "DoorClosed"] as const);
  const moves = here.filter(({ kind }) => kind === opened || kind === closed);
  const doorBlind = blindSpans(here, sight.needs, ["isReedStuck"]);
  const boltBlind = blindSpans(here, sight.boltNeeds, ["isLatchWorn", "isReedStuck"]);
  const isRestless = (at: number): boolean => {
    const [before, move, after] = [moves[at - 1], moves[at], moves[at + 1]];
    const [openSide, shutSide] = move?.kind === opened ? [after, before] : [before, after];
    const gapMs = (one: Happening | undefined) => Math.abs((one?.atMs ?? -1e9) - (move?.atMs ?? 0));
    return gapMs(openSide) < glimpseMs || gapMs(shutSide) < settleMs;
  };
  const count = (kind: Happening["kind"], blind: readonly Span[]) => {
    const all = moves.flatMap((one, at) => (one.kind === kind ? [{ one, at }] : []));
    const sure = all.filter(
      ({ one, at }) => !isRestless(at) && one.atMs < nowMs - newMs && !isBlind(one.atMs, blind),
    );
    return { least: sight.isComplete ? sure.length : 0, most: all.length };
  };
  const { openings, closings, forced, reopenings } = sight.told;
  const away = blindSpans(here, sight.needs, []).length;
  const opens = count(opened, doorBlind);
  const closes = count(closed, boltBlind);
  // Whoever sees anew may find a door open that was told shut, and says so as forced.
  const most = opens.most + reopenings + Math.min(away, forced);
  const { box, compartment } = sight;
  return [
    ...outside("opened", openings, { ...opens, most }, sight),
    ...outside("closed", closings, { ...closes, most: closes.most + away }, sight),
  ].map((detail) => ({ monitor: "journal-equals-history", atMs: nowMs, detail, box, compartment }));
}

function outside(
  word: string,
  told: number,
  { least, most }: { readonly least: number; readonly most: number },
  { box, compartment }: Sight,
): string[] {
  if (told >= least && told <= most) return [];
  const range = least === most ? `${most}` : `${least} to ${most}`;
  return [`door ${box}/${compartment} ${word} ${range} times, the journal says ${told}`];
}
