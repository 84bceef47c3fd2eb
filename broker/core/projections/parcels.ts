// Who answers for a parcel now: folded per gateway by sequence, across gateways by happened time.

import type { Fact, Header } from "@driftbox/proto";

/** One gateway's last word on a parcel: where its last move put it, and its last mention. */
export interface ParcelWord {
  readonly gateway: number;
  /** Of the last mention. */
  readonly seq: number;
  readonly cursor: number;
  /** `claimUs` of the last event that moved it; undefined = this gateway only mentioned it. */
  readonly movedUs: number | undefined;
  /** Bound of the error of the clock that says so; absent = nothing vouches for it. */
  readonly movedErrMs?: number;
  /** Sequence and cursor of that event; -1 and 0 where there is none. */
  readonly movedSeq: number;
  readonly movedCursor: number;
  readonly custodian: "box" | "person" | "unknown";
  readonly box: string | undefined;
  readonly compartment: number | undefined;
  readonly person: string | undefined;
  readonly isUnverified: boolean;
  /** What it is in, and goes with; `custodian` is then unknown by itself. */
  readonly container?: string;
  /** Of a container: what became of its seal last. */
  readonly seal?: SealWord;
}

/** Why nobody vouches for what is in a container. */
export type Doubt = "opened-on-the-way" | "seal-broken" | "seal-mismatch";

/** A claimed time, and the bound of the error of its clock; absent = nothing vouches for it. */
interface SealTime {
  readonly us: number;
  readonly errMs?: number;
}

/** When a container was sealed last, and what happened to it since. */
export interface SealWord {
  /** Claimed time; 0 = that was at another gateway. */
  readonly sealedUs: number;
  /** As of a `SealTime`. */
  readonly sealedErrMs?: number;
  /** Sequence of its last fact: a long list takes several; absent = at another gateway. */
  readonly sealedSeq?: number;
  /** Opened where it was to be opened. */
  readonly opened?: SealTime & { readonly by: string; readonly cursor: number };
  readonly doubt?: { readonly us: number; readonly why: Doubt; readonly cursor: number };
}

/** One word a gateway; the order of the list means nothing. */
export interface ParcelFold {
  readonly words: readonly ParcelWord[];
}

export const unseenParcel: ParcelFold = { words: [] };

/** Gateways whose word on one parcel is kept; the one longest ago goes first. */
const wordsMaxCount = 16;

export interface ParcelEvent {
  /** Which of the parcels that the fact names it is folded for. */
  readonly parcel: string;
  readonly gateway: number;
  readonly seq: number;
  readonly cursor: number;
  readonly claimUs: number;
  /** Bound of the error of the clock; undefined = nothing vouches for it. */
  readonly trusted?: { readonly errMs: number } | undefined;
  readonly fact: Fact;
}

/**
 * When an event happened, for ordering gateways, in Unix microseconds: as its clock claimed, but
 * not after it was received, so that a clock in the future cannot outbid whoever speaks later.
 * A clock that nothing vouches for still tells more than the number of a gateway; one that was
 * never set stands near 1970 and loses by itself.
 */
export function claimUs({ wallUs }: Pick<Header, "wallUs">, receivedMs: number): number {
  return Math.min(wallUs, receivedMs * 1_000);
}

/** Folds an event that names the parcel; the arrival order of different gateways has no effect. */
export function foldParcel(parcel: ParcelFold, event: ParcelEvent): ParcelFold {
  const before = parcel.words.find((each) => each.gateway === event.gateway);
  if (before !== undefined && before.seq >= event.seq) return parcel;
  const moved = custodyAfter(event, before?.container !== undefined);
  const move = moved === undefined ? before : moveOf(event);
  const seal = sealAfter(before?.seal, event);
  const word = wordOf(event, { move, seal }, moved ?? before ?? unseenCustody);
  if (parcel.words.length === (before === undefined ? 0 : 1)) return { words: [word] };
  const words = [...parcel.words.filter((each) => each !== before), word];
  return { words: words.toSorted(newestFirst).slice(0, wordsMaxCount) };
}

type Move = Pick<ParcelWord, "movedUs" | "movedErrMs" | "movedSeq" | "movedCursor">;

const unmoved: Move = { movedUs: undefined, movedSeq: -1, movedCursor: 0 };

function moveOf({
  claimUs: movedUs,
  trusted,
  seq: movedSeq,
  cursor: movedCursor,
}: ParcelEvent): Move {
  const move = { movedUs, movedSeq, movedCursor };
  return trusted === undefined ? move : { ...move, movedErrMs: trusted.errMs };
}

type Custody = Pick<
  ParcelWord,
  "custodian" | "box" | "compartment" | "person" | "isUnverified" | "container"
>;

const unseenCustody: Custody = {
  custodian: "unknown",
  box: undefined,
  compartment: undefined,
  person: undefined,
  isUnverified: false,
};

/** Field by field: spreads cost microseconds, and this runs per event. */
function wordOf(
  { gateway, seq, cursor }: ParcelEvent,
  { move, seal }: { readonly move: Move | undefined; readonly seal: SealWord | undefined },
  custody: Custody,
): ParcelWord {
  const { custodian, box, compartment, person, isUnverified, container } = custody;
  const { movedUs, movedErrMs, movedSeq, movedCursor } = move ?? unmoved;
  const word = {
    gateway,
    seq,
    cursor,
    movedUs,
    movedSeq,
    movedCursor,
    custodian,
    box,
    compartment,
    person,
    isUnverified,
  };
  if (movedErrMs === undefined && container === undefined && seal === undefined) return word;
  const vouched = { ...word, ...(movedErrMs !== undefined && { movedErrMs }) };
  return { ...vouched, ...(container !== undefined && { container }), ...(seal && { seal }) };
}

/** What becomes of the seal of a container, or of what may be one; anything else has none. */
function sealAfter(before: SealWord | undefined, event: ParcelEvent): SealWord | undefined {
  const { parcel, fact, cursor, claimUs: us, trusted } = event;
  const known = before ?? { sealedUs: 0 };
  const at = trusted === undefined ? { us } : { us, errMs: trusted.errMs };
  switch (fact.kind) {
    case "ContainerSealed":
      return fact.container === parcel ? sealedAfter(before, event) : before;
    case "ContainerOpened":
      if (fact.enRoute) return { ...known, doubt: { us, why: "opened-on-the-way", cursor } };
      return { ...known, opened: { ...at, by: fact.person, cursor } };
    case "SealTagChecked":
      // It may have been sealed at another gateway.
      if (fact.state === "intact") return before;
      return { ...known, doubt: { us, why: `seal-${fact.state}`, cursor } };
    default:
      return before;
  }
}

/**
 * A long list takes several facts, one after the other: they are one sealing. Any other is a new
 * one, also where this gateway never heard that the container was opened in between.
 */
function sealedAfter(before: SealWord | undefined, event: ParcelEvent): SealWord {
  const { seq: sealedSeq, claimUs: sealedUs, trusted } = event;
  const isMore = before?.sealedSeq !== undefined && before.sealedSeq + 1 === sealedSeq;
  if (isMore) return { ...before, sealedSeq };
  return { sealedUs, sealedSeq, ...(trusted && { sealedErrMs: trusted.errMs }) };
}

/**
 * Undefined for facts that mention a parcel without moving it. A container that is sealed or opened
 * inside another one stays in there.
 */
function custodyAfter({ fact, parcel }: ParcelEvent, isInside: boolean): Custody | undefined {
  switch (fact.kind) {
    case "ContainerSealed":
      if (fact.container !== parcel) return { ...unseenCustody, container: fact.container };
      return isInside ? undefined : heldBy(fact.person);
    case "ContainerOpened":
      return isInside ? undefined : heldBy(fact.person);
    case "ParcelDeposited":
      return placed("box", fact, false);
    case "DepositUnverified":
      return placed("box", fact, true);
    case "ParcelCollected":
      return heldBy(fact.person);
    case "HandoverAccepted":
      return heldBy(fact.receiver);
    case "ParcelUnaccounted":
    case "DepositAbandoned":
      return placed("unknown", fact, true);
    default:
      return undefined;
  }
}

function placed(
  custodian: "box" | "unknown",
  at: { readonly box: string; readonly compartment: number },
  isUnverified: boolean,
): Custody {
  const { box, compartment } = at;
  return { custodian, box, compartment, person: undefined, isUnverified };
}

function heldBy(person: string): Custody {
  return {
    custodian: "person",
    box: undefined,
    compartment: undefined,
    person,
    isUnverified: false,
  };
}

/** The last move decides between gateways; an unknown clock yields, a mere mention more so. */
function newestFirst(a: ParcelWord, b: ParcelWord): number {
  return (b.movedUs ?? -1) - (a.movedUs ?? -1) || b.gateway - a.gateway;
}

/** The word in force: that of the gateway that moved it last. */
export function currentWord(parcel: ParcelFold): ParcelWord | undefined {
  return parcel.words[0];
}

/**
 * What the gateways say together of a container: its newest sealing, and what happened to it since
 * at any of them; undefined = of none.
 */
export function sealOf({ words }: ParcelFold): SealWord | undefined {
  const seals = words.flatMap(({ seal }) => (seal === undefined ? [] : [seal]));
  if (seals.length === 0) return undefined;
  const sealedUs = Math.max(...seals.map((seal) => seal.sealedUs));
  const opened = newest(
    seals.flatMap((seal) => seal.opened ?? []),
    sealedUs,
  );
  const doubt = newest(
    seals.flatMap((seal) => seal.doubt ?? []),
    sealedUs,
  );
  return { sealedUs, ...(opened && { opened }), ...(doubt && { doubt }) };
}

function newest<T extends { readonly us: number }>(
  all: readonly T[],
  sinceUs: number,
): T | undefined {
  return all.filter(({ us }) => us >= sinceUs).toSorted((a, b) => b.us - a.us)[0];
}
