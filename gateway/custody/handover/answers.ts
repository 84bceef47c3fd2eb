// What a receiver says to a release: everything, all but some, or something else than the giver.

import type { Draft } from "../decision.ts";
import type { StandingWish } from "../visits/wishes.ts";
import { parcelParts } from "./parts.ts";
import type { releasesAt } from "./releases.ts";

type Open = ReturnType<typeof releasesAt>;

export interface Answer {
  readonly releases: readonly { readonly handover: string; readonly parcels: readonly string[] }[];
  readonly refused: readonly string[];
  /** Taken, the receiver says, and never released. */
  readonly extra: readonly string[];
  readonly isDisputed: boolean;
}

/**
 * What was left out was refused. A scan of something that was not released, another count, or the
 * word of the receiver dispute all of it; a stray tag near the box does not.
 */
export function answerOf(
  releases: Open,
  { wish, listing }: StandingWish<"handover">,
  isStillGiven: (parcel: string) => boolean,
): Answer {
  const released = releases.flatMap(({ parcels }) => parcels);
  const refused = released.filter((parcel) => listing.leftOut.includes(parcel));
  const isScan = wish.method === "scan";
  const extra = isScan ? listing.parcels.filter((parcel) => !released.includes(parcel)) : [];
  const counted = listing.count ?? released.length - refused.length;
  // What the giver put down or gave away meanwhile is not theirs to give any more.
  const isGone = !released.every((parcel) => refused.includes(parcel) || isStillGiven(parcel));
  const isOther = isGone || extra.length > 0 || counted !== released.length - refused.length;
  return { releases, refused, extra, isDisputed: listing.isDisputed || isOther };
}

interface Told extends Answer {
  readonly box: string;
  readonly giver: string;
  readonly receiver: string;
}

/** Each release is answered by one fact: it moves what was accepted, or nothing. */
export function tellAnswers(draft: Draft, told: Told): void {
  const { box, giver, receiver, releases, refused, extra, isDisputed } = told;
  for (const { handover, parcels } of releases) {
    const taken = parcels.filter((parcel) => !refused.includes(parcel));
    const by = { handover, giver, receiver };
    const isAccepted = !isDisputed && taken.length > 0;
    const seq = isAccepted
      ? draft.record("HandoverAccepted", { ...by, parcels: taken })
      : draft.record("HandoverDisputed", { ...by, giverSays: parcels, receiverSays: taken });
    const what = isAccepted ? "accepted" : "disputed";
    draft.order({ kind: "tellCode", box, seq, what, for: giver });
    draft.order({ kind: "tellCode", box, seq, what, for: receiver });
  }
  const handover = releases.at(-1)?.handover ?? "";
  for (const receiverSays of parcelParts(extra)) {
    draft.record("HandoverDisputed", { handover, giver, receiver, giverSays: [], receiverSays });
  }
}
