// Who answers for a parcel now: folded per gateway by sequence, across gateways by happened time.

import type { Fact } from "@driftbox/proto";

/** One gateway's last word on a parcel. */
export interface ParcelWord {
  readonly gateway: number;
  readonly seq: number;
  readonly cursor: number;
  /** Claimed Unix time in microseconds; 0 = unknown. */
  readonly wallUs: number;
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
  readonly wallUs: number;
  readonly fact: Fact;
}

/** Folds an event that names the parcel; the arrival order of different gateways has no effect. */
export function foldParcel(parcel: ParcelFold, event: ParcelEvent): ParcelFold {
  const before = parcel.words.find((each) => each.gateway === event.gateway);
  if (before !== undefined && before.seq >= event.seq) return parcel;
  const word: ParcelWord = {
    custodian: "unknown",
    box: undefined,
    compartment: undefined,
    person: undefined,
    isUnverified: false,
    ...before,
    ...custodyAfter(event.fact),
    gateway: event.gateway,
    seq: event.seq,
    cursor: event.cursor,
    wallUs: event.wallUs,
  };
  const words = [...parcel.words.filter((each) => each !== before), word];
  return { words: words.toSorted(newestFirst).slice(0, wordsMaxCount) };
}

type Custody = Pick<ParcelWord, "custodian" | "box" | "compartment" | "person" | "isUnverified">;

/** Nothing for facts that mention a parcel without moving it. */
function custodyAfter(fact: Fact): Partial<Custody> {
  switch (fact.kind) {
    case "ParcelDeposited":
      return { ...placeOf(fact), custodian: "box", person: undefined, isUnverified: false };
    case "DepositUnverified":
      return { ...placeOf(fact), custodian: "box", person: undefined, isUnverified: true };
    case "ParcelCollected":
      return { ...nowhere, custodian: "person", person: fact.person, isUnverified: false };
    case "HandoverAccepted":
      return { ...nowhere, custodian: "person", person: fact.receiver, isUnverified: false };
    case "ParcelUnaccounted":
      return { ...placeOf(fact), custodian: "unknown", person: undefined, isUnverified: true };
    default:
      return {};
  }
}

const nowhere = { box: undefined, compartment: undefined } as const;

function placeOf(fact: { readonly box: string; readonly compartment: number }): {
  box: string;
  compartment: number;
} {
  return { box: fact.box, compartment: fact.compartment };
}

/** Claimed time decides between gateways; an unknown clock yields to a known one. */
function newestFirst(a: ParcelWord, b: ParcelWord): number {
  return b.wallUs - a.wallUs || b.gateway - a.gateway;
}

/** The word in force: the newest claimed one. */
export function currentWord(parcel: ParcelFold): ParcelWord | undefined {
  return parcel.words[0];
}
