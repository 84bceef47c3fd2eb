// Compares what a gateway's journal tells with what physically happened, tolerant only of what the
// gateway could not see.

import type { Happening, Spot } from "./model.ts";
import type { Violation } from "./monitors.ts";

/** Kinds of happenings that a journal must agree with, or that blind a gateway. */
const historyKinds: ReadonlySet<Happening["kind"]> = new Set<Happening["kind"]>([
  "CoilEnergized",
  "UnlockOrdered",
  "BoltReleased",
  "BoltEngaged",
  "DoorOpened",
  "DoorClosed",
  "FlawChanged",
  "BoardWentDark",
  "BoardPowered",
  "SilenceChanged",
]);

export function isHistory({ kind }: Happening): boolean {
  return historyKinds.has(kind);
}

/** What a journal tells of one place, counted. */
export interface ToldOfPlace {
  /** `DoorOpened` and `DoorForced`. */
  readonly openings: number;
  readonly closings: number;
  /** Facts after which an opening may be told of a door that was open before. */
  readonly reopenings: number;
  /** Unlocks concluded as opened or jammed: the coil was on. */
  readonly pulses: number;
  /** World times after which no unlock order of an intent may arrive. */
  readonly deadlinesMs: readonly number[];
}

/** One compartment as its gateway sees it. */
export interface Sight extends Spot {
  /** What stands for the door: its own contact, or the hook of its lock. */
  readonly door: "contact" | "hook";
  /** Who is silent when the door cannot be seen: the gateway, and the board with its wires. */
  readonly needs: readonly string[];
  /** Who is silent when the bolt cannot be seen. */
  readonly boltNeeds: readonly string[];
  readonly told: ToldOfPlace;
  /** Whether all that the gateway wrote is known; else only what is too much can be found. */
  readonly isComplete: boolean;
}

/** Seeing anew takes reconnecting and a few polls. */
const recoverMs = 8_000;
/** A door open for less than this may be missed: debounce, and the pace of polls. */
const glimpseMs = 700;
/** A door shut for less than this may not be told: latching and settling take their time. */
const settleMs = 3_000;
/** What happened this long ago may not be told yet. */
const newMs = 1_500;
/** An order may arrive this much later than the last of its bytes was sent. */
const arrivalMs = 500;

interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

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
    return [...doorFaults(here, sight, nowMs), ...coilFaults(here, sight, nowMs)];
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
      ({ one, at }) =>
        !isRestless(at) && one.atMs < nowMs - newMs && !blind.some((span) => isIn(one.atMs, span)),
    );
    return { least: sight.isComplete ? sure.length : 0, most: all.length };
  };
  const { openings, closings, reopenings } = sight.told;
  const away = blindSpans(here, sight.needs, []).length;
  const opens = count(opened, doorBlind);
  const closes = count(closed, boltBlind);
  return [
    ...outside("opened", openings, { ...opens, most: opens.most + reopenings + away }, sight),
    ...outside("closed", closings, { ...closes, most: closes.most + away }, sight),
  ].map((detail) => ({ monitor: "journal-equals-history", atMs: nowMs, detail }));
}

function outside(
  word: string,
  told: number,
  { least, most }: { readonly least: number; readonly most: number },
  { box, compartment }: Spot,
): string[] {
  if (told >= least && told <= most) return [];
  const range = least === most ? `${most}` : `${least} to ${most}`;
  return [`door ${box}/${compartment} ${word} ${range} times, the journal says ${told}`];
}

function coilFaults(here: readonly Happening[], sight: Sight, nowMs: number): Violation[] {
  const place = `${sight.box}/${sight.compartment}`;
  const { pulses, deadlinesMs } = sight.told;
  const energized = here.filter(({ kind }) => kind === "CoilEnergized").length;
  const faults: Violation[] = [];
  if (pulses > energized) {
    const detail = `coil ${place} was energized ${energized} times, the journal says ${pulses}`;
    faults.push({ monitor: "journal-equals-history", atMs: nowMs, detail });
  }
  if (!sight.isComplete) return faults;
  for (const { kind, atMs } of here) {
    if (kind !== "UnlockOrdered" || deadlinesMs.some((endMs) => atMs <= endMs + arrivalMs))
      continue;
    const detail = lateOrder(atMs, deadlinesMs, nowMs);
    if (detail === undefined) continue;
    faults.push({ monitor: "unlock-deadline", atMs, detail: `an unlock of ${place} ${detail}` });
  }
  return faults;
}

/** Undefined: its intent may still be on its way. */
function lateOrder(
  atMs: number,
  deadlinesMs: readonly number[],
  nowMs: number,
): string | undefined {
  if (deadlinesMs.length === 0) {
    return atMs < nowMs - newMs ? "was ordered without an intent" : undefined;
  }
  const lastMs = deadlinesMs.reduce((latest, endMs) => Math.max(latest, endMs), -Infinity);
  return `arrived ${Math.round(atMs - lastMs)} ms after its deadline`;
}

function isIn(atMs: number, { fromMs, untilMs }: Span): boolean {
  return atMs >= fromMs && atMs <= untilMs + recoverMs;
}

/** When something the sight needs was silent or dark, or the place had one of the flaws. */
function blindSpans(
  here: readonly Happening[],
  needs: readonly string[],
  flaws: readonly string[],
): readonly Span[] {
  const since = new Map<string, number>();
  const spans: Span[] = [];
  const turn = (key: string, isBlind: boolean, atMs: number): void => {
    const fromMs = since.get(key);
    if (isBlind) since.set(key, fromMs ?? atMs);
    else if (fromMs !== undefined) {
      since.delete(key);
      spans.push({ fromMs, untilMs: atMs });
    }
  };
  for (const one of here) {
    if (one.kind === "SilenceChanged" && needs.includes(one.name)) {
      turn(one.name, one.isSilent, one.atMs);
    } else if (one.kind === "BoardWentDark" && needs.includes(one.board)) {
      turn(`power of ${one.board}`, true, one.atMs);
    } else if (one.kind === "BoardPowered" && needs.includes(one.board)) {
      turn(`power of ${one.board}`, false, one.atMs);
    } else if (one.kind === "FlawChanged" && flaws.includes(one.flaw)) {
      turn(one.flaw, one.isOn, one.atMs);
    }
  }
  return [...spans, ...Array.from(since.values(), (fromMs) => ({ fromMs, untilMs: Infinity }))];
}
