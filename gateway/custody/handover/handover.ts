// A handover between two persons at a box: what is listed, released by one and accepted by another.

import { containerOf } from "../containers/containers.ts";
import type { Draft } from "../decision.ts";
import { parcelsWith } from "../parcels/custodians.ts";
import { custodyOf } from "../parcels/holdings.ts";
import { isInHandOf, listedOf } from "../parcels/listed.ts";
import type { Visitor } from "../state.ts";
import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { clearWish, emptyListing, standWish, type StandingWish } from "../visits/wishes.ts";
import { answerOf, tellAnswers } from "./answers.ts";
import { partsOf } from "../parcels/parts.ts";
import { releasesAt } from "./releases.ts";
import { tellSeals } from "./seal-checks.ts";

type Handover = StandingWish<"handover">;

/** A release that nobody answered, by the seq of the fact that says so. */
interface Silence {
  readonly seq: number;
  readonly giver: string;
}

/**
 * The first who comes gives what is listed, the second takes it. What the first says moves nothing,
 * and reserves it until it is answered. What the second accepts moves with one fact, in parts that
 * each stand alone where a list is long.
 */
export const handoverRule: WishRule<"handover"> = {
  come(draft, standing, visitor) {
    const isReleased = openAt(draft, standing.box).length > 0;
    if (isReleased) answer(draft, standing, visitor);
    else release(draft, standing, visitor);
  },
  end(draft, { box }, end) {
    if (end === "late") return tellGivers(draft, box, disputeSilent(draft, box));
    for (const { handover, giver } of openAt(draft, box)) {
      draft.record("HandoverWithdrawn", { handover, giver, receiver: "" });
    }
  },
};

function openAt({ state }: Draft, box: string): ReturnType<typeof releasesAt> {
  return releasesAt(state.durable.holdings.releases, box);
}

/** Nobody answered a release, in time or before a restart: the giver keeps what they had. */
function disputeSilent(draft: Draft, box: string): readonly Silence[] {
  return openAt(draft, box).map(({ handover, giver, parcels }) => {
    const said = { giverSays: parcels, receiverSays: [] };
    return {
      seq: draft.record("HandoverDisputed", { handover, giver, receiver: "", ...said }),
      giver,
    };
  });
}

/** The box says that the giver keeps it: whoever walked away thinks that somebody took it. */
function tellGivers(draft: Draft, box: string, silences: readonly Silence[]): void {
  for (const { seq, giver } of silences) {
    draft.order({ kind: "tellCode", box, seq, what: "unanswered", for: giver });
  }
}

/** At a start: nobody stands at any box any more. */
export function disputeReleases(draft: Draft): void {
  const boxes = Object.values(draft.state.durable.holdings.releases).map(({ box }) => box);
  for (const box of new Set(boxes)) disputeSilent(draft, box);
}

function release(draft: Draft, standing: Handover, visitor: Visitor): void {
  const { box, wish, listing } = standing;
  const parcels = givenBy(draft, standing, visitor.person);
  if (parcels.length === 0) {
    return refuse(draft, visitor, { box, compartment: 0, reason: "not-custodian" });
  }
  tellSeals(draft, listing.seals, visitor.person);
  const { containers } = draft.state.durable.holdings;
  const entries = parcels.map((parcel) => {
    return { parcel, sealTag: containerOf(containers, parcel)?.sealTag ?? "" };
  });
  for (const part of partsOf(entries, ({ parcel, sealTag }) => [parcel, sealTag])) {
    const seq = draft.record("HandoverReleased", {
      handover: `${box}-${draft.state.durable.nextSeq}`,
      giver: visitor.person,
      receiver: "",
      parcels: part.map(({ parcel }) => parcel),
      sealTags: part.map(({ sealTag }) => sealTag).filter((sealTag) => sealTag !== ""),
      box,
      method: wish.method,
    });
    draft.order({ kind: "tellCode", box, seq, what: "released", for: visitor.person });
  }
  standWish(draft, { ...standing, came: [visitor], listing: emptyListing });
}

/** What a person gives: what is listed of theirs or of nobody known, or all they have, by count. */
function givenBy({ state }: Draft, standing: Handover, person: string): readonly string[] {
  const { wish, listing } = standing;
  const custody = custodyOf(state.durable);
  if (wish.method !== "count") {
    return listedOf(standing, (parcel) => isInHandOf(custody, parcel, person));
  }
  const { leftOut, count } = listing;
  const all = parcelsWith(custody, person)
    .filter((parcel) => isInHandOf(custody, parcel, person))
    .filter((parcel) => !leftOut.includes(parcel));
  return all.length === count ? all : [];
}

function answer(draft: Draft, standing: Handover, visitor: Visitor): void {
  const { box, listing } = standing;
  const giver = standing.came[0];
  if (giver?.badgeRef === visitor.badgeRef) return;
  if (giver === undefined || giver.person === visitor.person) {
    return refuse(draft, visitor, { box, compartment: 0, reason: "same-person" });
  }
  tellSeals(draft, listing.seals, visitor.person);
  const said = answerOf(openAt(draft, box), standing);
  tellAnswers(draft, { ...said, box, giver: giver.person, receiver: visitor.person });
  clearWish(draft, box);
}
