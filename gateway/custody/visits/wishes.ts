// Wishes: what persons say at a panel of a box before they show a badge, and how long it stands.

import { limits, type ListingMethod, type RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import type { InputOf } from "../inputs.ts";
import { bounds } from "../layout.ts";
import type { State, Visitor } from "../state.ts";

/** What can be wished for, and what is said with it: one row a kind, ruled in `wish-rules.ts`. */
interface WishWords {
  /** Parcels change hands between two persons, listed in one way. */
  readonly handover: { readonly method: ListingMethod };
  /** A fitter takes the box out of service, and puts it back. */
  readonly maintain: { readonly reason: string };
  readonly "end-maintenance": Record<never, never>;
  /** The fitter at work opens a compartment in which nothing is. */
  readonly "open-empty": { readonly compartment: number };
  /** Or all of them, one after the other. */
  readonly "open-all-empty": Record<never, never>;
  /** The fitter at work takes one compartment out of service, and puts it back. */
  readonly disable: { readonly compartment: number };
  readonly enable: { readonly compartment: number };
  /** Somebody opens for a reason that is none of the policy's; another person signs for it. */
  readonly emergency: { readonly compartment: number; readonly reason: string };
  readonly sign: Record<never, never>;
  /** An opening by key or by force is explained. */
  readonly explain: { readonly compartment: number; readonly explanation: string };
  /** What is listed goes into a container, which a seal tag closes. */
  readonly seal: {
    readonly method: ListingMethod;
    readonly container: string;
    readonly sealTag: string;
  };
  readonly unseal: { readonly container: string; readonly isEnRoute: boolean };
  /** Seal tags are looked at. */
  readonly "check-seals": Record<never, never>;
  /** What is listed is expected on a voyage or round. */
  readonly "open-manifest": {
    readonly method: ListingMethod;
    readonly manifest: string;
    readonly voyage: string;
  };
  /** What is listed was found. */
  readonly "close-manifest": { readonly method: ListingMethod; readonly manifest: string };
}

export type WishKind = keyof WishWords;
/** What else is said at the panel while the wish stands. */
export type WishChange =
  /** A parcel whose number was typed. */
  | { readonly word: "list"; readonly parcel: string }
  /** One that is listed is not meant, or after all is. */
  | { readonly word: "leave-out" | "put-back"; readonly parcel: string }
  | { readonly word: "count"; readonly count: number }
  | {
      readonly word: "seal";
      readonly parcel: string;
      readonly sealTag: string;
      readonly isBroken: boolean;
    }
  /** What the other one says is not so. */
  | { readonly word: "dispute" }
  /** Nothing but that somebody is still there. */
  | { readonly word: "stay" };

export type SealSaid = Omit<Extract<WishChange, { readonly word: "seal" }>, "word">;

/** What is read and said of parcels under a wish. */
export interface Listing {
  /** In the order they were read, each once. */
  readonly parcels: readonly string[];
  readonly leftOut: readonly string[];
  readonly count: number | undefined;
  readonly seals: readonly SealSaid[];
  readonly isDisputed: boolean;
}

export const emptyListing: Listing = {
  parcels: [],
  leftOut: [],
  count: undefined,
  seals: [],
  isDisputed: false,
};

/** The wish of kind K. */
export type WishOf<K extends WishKind> = { readonly kind: K } & WishWords[K];
export type Wish = { readonly [K in WishKind]: WishOf<K> }[WishKind];

/** A wish of kind K that stands at a box. It grants nothing; the next badge is held to its rule. */
export interface StandingWish<K extends WishKind = WishKind> {
  readonly box: string;
  /** The screen or keypad where it was said. */
  readonly panel: string;
  readonly wish: { readonly [One in K]: WishOf<One> }[K];
  /** Who came under it so far, in order, each person once. */
  readonly came: readonly Visitor[];
  /** Whose PIN the next digits are taken for. */
  readonly awaited: Visitor | undefined;
  readonly listing: Listing;
  readonly endMonoMs: number;
  /** No touch of the screen makes it end later: one may be stuck. */
  readonly latestMonoMs: number;
}

type WishWithoutEnd = Omit<StandingWish, "endMonoMs" | "latestMonoMs">;

/** The wish that stands at a box. */
export function wishAt(state: State, box: string): StandingWish | undefined {
  return state.volatile.wishes[box];
}

/**
 * The wish stands from now on, for the time a wish has, in place of any other at its box. Said, or
 * gone on with by a badge or a tag that was not read before: somebody is there for sure.
 */
export function standWish(draft: Draft, standing: WishWithoutEnd): void {
  const latestMonoMs = draft.now.monoMs + draft.state.layout.timing.wishMaxMs;
  keepWish(draft, { ...standing, latestMonoMs });
}

function keepWish(draft: Draft, standing: Omit<StandingWish, "endMonoMs">): void {
  const { monoMs } = draft.now;
  const { box, latestMonoMs } = standing;
  const afterMs = Math.min(draft.state.layout.timing.wishWithinMs, latestMonoMs - monoMs);
  const endMonoMs = monoMs + afterMs;
  draft.observe({
    wishes: { ...draft.state.volatile.wishes, [box]: { ...standing, endMonoMs } },
  });
  draft.order({ kind: "setTimer", key: `wish:${box}`, afterMs });
}

/** Takes what else is said at the panel. Names longer than any parcel's are nobody's. */
export function amendWish(draft: Draft, { box, change }: InputOf<"WishAmended">): void {
  const standing = wishAt(draft.state, box);
  if (standing === undefined || draft.now.monoMs >= standing.endMonoMs) return;
  const texts = Object.values(change).filter((value) => typeof value === "string");
  if (texts.some((text) => text === "" || text.length > limits.idMaxChars)) return;
  keepWish(draft, relisted(standing, amended(standing.listing, change)));
}

/** Who said that a manifest is closed said it of what was listed then. */
function relisted<W extends WishWithoutEnd>(standing: W, listing: Listing): W {
  const isAnew = standing.wish.kind === "close-manifest" && listing !== standing.listing;
  return { ...standing, listing, ...(isAnew && { came: [] }) };
}

function amended(listing: Listing, change: WishChange): Listing {
  switch (change.word) {
    case "list":
      return { ...listing, parcels: oneMore(listing.parcels, change.parcel) };
    case "leave-out":
      return { ...listing, leftOut: oneMore(listing.leftOut, change.parcel) };
    case "put-back":
      return { ...listing, leftOut: listing.leftOut.filter((one) => one !== change.parcel) };
    case "count":
      return { ...listing, count: change.count };
    case "seal": {
      const { parcel, sealTag, isBroken } = change;
      const others = listing.seals.filter((one) => one.parcel !== parcel);
      const seals = [...others, { parcel, sealTag, isBroken }];
      return { ...listing, seals: seals.slice(0, bounds.listedMaxCount) };
    }
    case "dispute":
      return { ...listing, isDisputed: true };
    case "stay":
      break;
  }
  return listing;
}

function oneMore(parcels: readonly string[], parcel: string): readonly string[] {
  if (parcels.includes(parcel) || parcels.length >= bounds.listedMaxCount) return parcels;
  return [...parcels, parcel];
}

/** Whether a tag that was read belongs to the wish at its box; then it is listed. */
export function listTag(
  draft: Draft,
  { kind, box }: InputOf<"TagPresented" | "TagSeen">,
  parcel: string,
): boolean {
  const standing = wishAt(draft.state, box);
  if (standing === undefined || draft.now.monoMs >= standing.endMonoMs) return false;
  const method = "method" in standing.wish ? standing.wish.method : "count";
  if (method === "count" || (method === "scan" && kind === "TagSeen")) return false;
  // Who takes something says so: a field does not see which of two persons has it.
  if (standing.wish.kind === "handover" && standing.came.length > 0 && kind === "TagSeen") {
    return true;
  }
  const listing = amended(standing.listing, { word: "list", parcel });
  if (listing.parcels !== standing.listing.parcels) standWish(draft, relisted(standing, listing));
  return true;
}

/** Whether a wish stands at a box that lists a parcel to move it: from hand to hand, or to seal. */
export function isListedToMove(state: State, box: string, parcel: string): boolean {
  const standing = wishAt(state, box);
  if (standing?.wish.kind !== "handover" && standing?.wish.kind !== "seal") return false;
  const { parcels, leftOut } = standing.listing;
  return parcels.includes(parcel) && !leftOut.includes(parcel);
}

/** The wish of a box is done, or over. */
export function clearWish(draft: Draft, box: string): void {
  const { [box]: ended, ...others } = draft.state.volatile.wishes;
  if (ended === undefined) return;
  draft.observe({ wishes: others });
  draft.order({ kind: "clearTimer", key: `wish:${box}` });
}

/** Somebody stays under the wish: what they came for takes others too. */
export function joinWish(draft: Draft, standing: StandingWish, visitor: Visitor): void {
  const others = standing.came.filter(({ person }) => person !== visitor.person);
  const came = [...others, visitor].slice(-bounds.visitorsMaxCount);
  standWish(draft, { ...standing, came, awaited: undefined });
}

/** The wish waits for the PIN of somebody who showed a badge; then its rule is asked again. */
export function awaitPin(draft: Draft, standing: StandingWish, visitor: Visitor): void {
  standWish(draft, { ...standing, awaited: visitor });
}

/** Why a wish that is over turns somebody away who waits under it; undefined = nobody does. */
export function lateReason(
  standing: StandingWish,
): { readonly visitor: Visitor; readonly reason: RefusalReason } | undefined {
  const { awaited } = standing;
  return awaited === undefined ? undefined : { visitor: awaited, reason: "pin-missing" };
}

export function areWishesBounded({ volatile, layout }: State): boolean {
  const all = Object.values(volatile.wishes);
  return (
    all.length <= layout.boxes.length &&
    all.every(({ came, listing, endMonoMs, latestMonoMs }) => {
      const { parcels, leftOut, seals } = listing;
      const longest = Math.max(parcels.length, leftOut.length, seals.length);
      if (endMonoMs > latestMonoMs) return false;
      return came.length <= bounds.visitorsMaxCount && longest <= bounds.listedMaxCount;
    })
  );
}
