// What needs a person: raised by the facts of one gateway, ended by what comes after.

import { limits, type Fact } from "@driftbox/proto";
import { endedBy, isSame, raisedBy, type OpenTrouble } from "./trouble-rules.ts";
import type { ParcelFold } from "./parcels.ts";

/** An event of one gateway. */
export interface TroubleEvent {
  readonly cursor: number;
  readonly seq: number;
  readonly claimUs: number;
  /** Bound of the error of the clock; undefined = nothing vouches for it. */
  readonly trusted?: { readonly errMs: number } | undefined;
  readonly fact: Fact;
}

/** Troubles of one kind at one gateway that stand; the oldest is left off when there are more. */
const ofKindMaxCount = 2 * limits.compartmentsMaxCount;

/**
 * The troubles of a gateway after one of its events, in the order in which they were raised. The
 * same trouble again is one, with its newest event. Events that concern none return the same list.
 * @param isOver whether a trouble ended by what is not of this gateway's events; it gives way first
 */
export function foldTroubles(
  troubles: readonly OpenTrouble[],
  event: TroubleEvent,
  isOver: (trouble: OpenTrouble) => boolean = () => false,
): readonly OpenTrouble[] {
  const ends = troubles.length === 0 ? undefined : endedBy(event.fact);
  const kept = ends === undefined ? troubles : troubles.filter((trouble) => !ends(trouble));
  const raised = raisedBy(event.fact);
  if (raised === undefined) return kept.length === troubles.length ? troubles : kept;
  const { cursor, seq, claimUs: atUs, trusted } = event;
  const others = kept.filter((trouble) => !isSame(trouble, raised));
  const at = { cursor, seq, atUs, ...(trusted && { errMs: trusted.errMs }) };
  const newest = { ...raised, ...at };
  return bounded([...others, newest], newest, isOver);
}

/** What is over gives way first; only then the oldest of the kind. */
function bounded(
  troubles: readonly OpenTrouble[],
  { kind, atUs: nowUs }: OpenTrouble,
  isOver: (trouble: OpenTrouble) => boolean,
): readonly OpenTrouble[] {
  const isOfKind = (trouble: OpenTrouble): boolean => trouble.kind === kind;
  if (troubles.filter(isOfKind).length <= ofKindMaxCount) return troubles;
  const isEnded = (each: OpenTrouble): boolean =>
    isOfKind(each) && (isOver(each) || isTimeUp(each, nowUs));
  const left = troubles.filter((each) => !isEnded(each));
  const standing = left.filter(isOfKind);
  const [oldest] = standing;
  const hasRoom = oldest === undefined || standing.length <= ofKindMaxCount;
  return hasRoom ? left : withLeftOff(left, oldest);
}

function isTimeUp({ atUs, durationS }: OpenTrouble, nowUs: number): boolean {
  return durationS !== undefined && atUs + durationS * 1_000_000 < nowUs;
}

/** The list without one of them; that some are left off is a trouble too, by the newest of them. */
function withLeftOff(
  troubles: readonly OpenTrouble[],
  leftOff: OpenTrouble,
): readonly OpenTrouble[] {
  const kind = "TroublesLeftOff";
  const { cursor, seq, atUs, kind: about } = leftOff;
  const said = { kind, about, box: "", compartment: 0, person: "", parcels: [] } as const;
  const others = troubles.filter((each) => each !== leftOff && !isSame(each, said));
  return [...others, { ...said, cursor, seq, atUs }];
}

/** What ends with the parcels themselves, wherever they are seen again. */
const endsWithParcels: ReadonlySet<string> = new Set([
  "ParcelUnaccounted",
  "DepositUnverified",
  "HandoverDisputed",
  "ParcelsMissing",
]);

/**
 * Whether a trouble still stands when the words of all gateways are read: one about parcels ends
 * when each of them was surely moved since, one about a container when it is vouched for again.
 */
export function stillStands(
  trouble: OpenTrouble,
  gateway: number,
  foldOf: (parcel: string) => ParcelFold | undefined,
): boolean {
  const { kind, parcels } = trouble;
  if (parcels.length === 0) return true;
  if (endsWithParcels.has(kind)) {
    return !parcels.every((parcel) => isMovedSince(foldOf(parcel), trouble, gateway));
  }
  if (kind !== "ContainerDoubtful") return true;
  return !parcels.every((container) => isVouchedSince(foldOf(container), trouble, gateway));
}

/**
 * Whether a container was surely sealed again, or opened at its end, at another gateway since: what
 * its own gateway says of it ends the trouble there.
 */
function isVouchedSince(
  fold: ParcelFold | undefined,
  trouble: OpenTrouble,
  gateway: number,
): boolean {
  return (fold?.words ?? []).some(({ gateway: other, seal }) => {
    if (other === gateway || seal === undefined) return false;
    const { sealedUs, sealedErrMs, opened } = seal;
    if (isSurelyLater({ us: sealedUs, errMs: sealedErrMs }, trouble)) return true;
    return opened !== undefined && isSurelyLater(opened, trouble);
  });
}

/** Surely: by the same gateway's own order, or by two clocks that both know how wrong they are. */
function isMovedSince(
  fold: ParcelFold | undefined,
  trouble: OpenTrouble,
  gateway: number,
): boolean {
  return (fold?.words ?? []).some((word) => {
    if (word.movedUs === undefined || word.isUnverified) return false;
    if (word.custodian === "unknown" && word.container === undefined) return false;
    if (word.gateway === gateway) return word.movedSeq > trouble.seq;
    return isSurelyLater({ us: word.movedUs, errMs: word.movedErrMs }, trouble);
  });
}

interface Moment {
  readonly us: number;
  /** Bound of the error of the clock; undefined = nothing vouches for it. */
  readonly errMs?: number | undefined;
}

function isSurelyLater({ us, errMs }: Moment, trouble: OpenTrouble): boolean {
  if (errMs === undefined || trouble.errMs === undefined) return false;
  return us - trouble.atUs > (errMs + trouble.errMs) * 1_000;
}
