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
  readonly custodian: "box" | "person" | "unknown";
  readonly box: string | undefined;
  readonly compartment: number | undefined;
  readonly person: string | undefined;
  readonly isUnverified: boolean;
}

/** One word a gateway; the order of the list means nothing. */
export interface ParcelFold {
  readonly words: readonly ParcelWord[];
}

export const unseenParcel: ParcelFold = { words: [] };

/** Gateways whose word on one parcel is kept; the one longest ago goes first. */
const wordsMaxCount = 16;

export interface ParcelEvent {
  readonly gateway: number;
  readonly seq: number;
  readonly cursor: number;
  readonly claimUs: number;
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
  const moved = custodyAfter(event.fact);
  const movedUs = moved === undefined ? before?.movedUs : event.claimUs;
  const word = wordOf(event, movedUs, moved ?? before ?? unseenCustody);
  if (parcel.words.length === (before === undefined ? 0 : 1)) return { words: [word] };
  const words = [...parcel.words.filter((each) => each !== before), word];
  return { words: words.toSorted(newestFirst).slice(0, wordsMaxCount) };
}

type Custody = Pick<ParcelWord, "custodian" | "box" | "compartment" | "person" | "isUnverified">;

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
  movedUs: number | undefined,
  custody: Custody,
): ParcelWord {
  const { custodian, box, compartment, person, isUnverified } = custody;
  return { gateway, seq, cursor, movedUs, custodian, box, compartment, person, isUnverified };
}

/** Undefined for facts that mention a parcel without moving it. */
function custodyAfter(fact: Fact): Custody | undefined {
  switch (fact.kind) {
    case "ParcelDeposited":
      return placed("box", fact, false);
    case "DepositUnverified":
      return placed("box", fact, true);
    case "ParcelCollected":
      return heldBy(fact.person);
    case "HandoverAccepted":
      return heldBy(fact.receiver);
    case "ParcelUnaccounted":
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
