// What a receiver says to a release: everything, all but some, or something else than the giver.

import type { Draft } from "../decision.ts";
import type { StandingWish } from "../visits/wishes.ts";
import { parcelParts } from "../parcels/parts.ts";
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
 * What a receiver leaves with the giver of what was released: what they left out, and where they
 * listed some of it themselves, the rest. By count all of it is meant.
 */
function refusedOf(
  released: readonly string[],
  { wish, listing }: StandingWish<"handover">,
): readonly string[] {
  const listed =
    wish.method === "count" ? [] : released.filter((parcel) => listing.parcels.includes(parcel));
  const taken = listed.length > 0 ? listed : released;
  return released.filter((one) => !taken.includes(one) || listing.leftOut.includes(one));
}

/**
 * A scan of something that was not released, another count, or the word of the receiver dispute
 * all of it; a stray tag near the box does not.
 */
export function answerOf(releases: Open, standing: StandingWish<"handover">): Answer {
  const { wish, listing } = standing;
  const released = releases.flatMap(({ parcels }) => parcels);
  const refused = refusedOf(released, standing);
  const isScan = wish.method === "scan";
  const extra = isScan ? listing.parcels.filter((parcel) => !released.includes(parcel)) : [];
  const counted = listing.count ?? released.length - refused.length;
  const isOther = extra.length > 0 || counted !== released.length - refused.length;
  return { releases, refused, extra, isDisputed: listing.isDisputed || isOther };
}

interface Told extends Answer {
  readonly box: string;
  readonly giver: string;
  readonly receiver: string;
}

/** Each release is answered by one fact: it moves what was accepted, or nothing. */
export function tellAnswers(draft: Draft, told: Told): void {
  const { giver, receiver, releases, refused, extra, isDisputed } = told;
  for (const { handover, parcels } of releases) {
    const taken = parcels.filter((parcel) => !refused.includes(parcel));
    const by = { handover, giver, receiver };
    const isAccepted = !isDisputed && taken.length > 0;
    const seq = isAccepted
      ? draft.record("HandoverAccepted", { ...by, parcels: taken })
      : draft.record("HandoverDisputed", { ...by, giverSays: parcels, receiverSays: taken });
    tellBoth(draft, told, { seq, what: isAccepted ? "accepted" : "disputed" });
  }
  const handover = releases.at(-1)?.handover ?? "";
  for (const receiverSays of parcelParts(extra)) {
    const said = { handover, giver, receiver, giverSays: [], receiverSays };
    tellBoth(draft, told, { seq: draft.record("HandoverDisputed", said), what: "disputed" });
  }
}

/** Each part has a check code of its own, and both persons are told it. */
function tellBoth(
  draft: Draft,
  { box, giver, receiver }: Told,
  fact: { readonly seq: number; readonly what: "accepted" | "disputed" },
): void {
  draft.order({ kind: "tellCode", box, ...fact, for: giver });
  draft.order({ kind: "tellCode", box, ...fact, for: receiver });
}
