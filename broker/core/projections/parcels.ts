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
  /** What it is in, and goes with; `custodian` is then unknown by itself. */
  readonly container?: string;
  /** Of a container: what became of its seal last. */
  readonly seal?: SealWord;
}

/** When a container was sealed first since it was open, and opened since, by claimed time. */
export interface SealWord {
  /** 0 = that was at another gateway. */
  readonly sealedUs: number;
  readonly openedUs?: number;
  readonly openedBy?: string;
  /** Opened on the way, or its seal tag was bad: nobody vouches for the contents. */
  readonly isDoubtful?: boolean;
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
  const moved = custodyAfter(event);
  const movedUs = moved === undefined ? before?.movedUs : event.claimUs;
  const seal = sealAfter(before?.seal, event);
  const word = wordOf(event, { movedUs, seal }, moved ?? before ?? unseenCustody);
  if (parcel.words.length === (before === undefined ? 0 : 1)) return { words: [word] };
  const words = [...parcel.words.filter((each) => each !== before), word];
  return { words: words.toSorted(newestFirst).slice(0, wordsMaxCount) };
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
  { movedUs, seal }: Pick<ParcelWord, "movedUs"> & { readonly seal: SealWord | undefined },
  custody: Custody,
): ParcelWord {
  const { custodian, box, compartment, person, isUnverified, container } = custody;
  const word = { gateway, seq, cursor, movedUs, custodian, box, compartment, person, isUnverified };
  if (container === undefined && seal === undefined) return word;
  return { ...word, ...(container !== undefined && { container }), ...(seal && { seal }) };
}

/** What becomes of the seal of a container; anything else has none. */
function sealAfter(
  before: SealWord | undefined,
  { parcel, fact, claimUs: us }: ParcelEvent,
): SealWord | undefined {
  if (fact.kind === "ContainerSealed" && fact.container === parcel) {
    // A long list takes several facts: they are one sealing.
    const isMore = before !== undefined && before.openedUs === undefined;
    return isMore ? before : { sealedUs: us };
  }
  if (fact.kind === "ContainerOpened") {
    const opened = { openedUs: us, openedBy: fact.person, isDoubtful: fact.enRoute };
    return { sealedUs: before?.sealedUs ?? 0, ...opened };
  }
  const isBad = fact.kind === "SealTagChecked" && fact.state !== "intact";
  return isBad && before !== undefined ? { ...before, isDoubtful: true } : before;
}

/** Undefined for facts that mention a parcel without moving it. */
function custodyAfter({ fact, parcel }: ParcelEvent): Custody | undefined {
  switch (fact.kind) {
    case "ContainerSealed":
      if (fact.container === parcel) return heldBy(fact.person);
      return { ...unseenCustody, container: fact.container };
    case "ContainerOpened":
      return heldBy(fact.person);
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
