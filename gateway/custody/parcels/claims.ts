// What was moved when somebody without card deposited: judged by tags as ever, else by presence and
// by what they say. Pure.

import { bounds } from "../layout.ts";
import { judgeMovements, type Movements, type SessionEvidence } from "./movements.ts";

/** What a person without card says of what they put in. */
export interface Claim {
  /** Under what name it goes in, if no tag names it. */
  readonly parcel: string;
  /** True: they said that they put nothing in. */
  readonly isDenied: boolean;
}

/**
 * Nothing that was inside before is charged to somebody without a name, whatever tag is read: it
 * is unaccounted for when it is gone. What they put in counts as theirs when presence saw it come,
 * and as unverified when nothing did and they do not deny it.
 */
export function judgeClaim(seen: SessionEvidence, claim: Claim): Movements {
  const isKnown = (tag: string) => seen.inventory.some(({ parcel }) => parcel === tag);
  const tags = seen.tags.filter((tag) => !isKnown(tag));
  if (tags.length > 0) return judgeMovements({ ...seen, tags });
  const { presenceBefore: before, presenceAfter: after } = seen;
  const others = seen.inventory.filter(({ parcel }) => parcel !== claim.parcel);
  const unaccounted = after === "empty" ? others.map(({ parcel }) => parcel) : [];
  const moved = { collected: [], deposited: [], unverified: [], unaccounted };
  const { parcel } = claim;
  const hasAppeared = before === "empty" && after === "occupied";
  const stated = seen.inventory.find((held) => held.parcel === parcel);
  const isSettled = stated?.isVerified === true || (stated !== undefined && !hasAppeared);
  if (isSettled || (claim.isDenied && !hasAppeared)) {
    return { ...moved, result: unaccounted.length > 0 ? "unverified" : "nothing-moved" };
  }
  const hasRoom = others.length < bounds.parcelsMaxCount;
  if (hasAppeared && !claim.isDenied && !seen.session.isOrphan && hasRoom) {
    const deposited = [{ parcel, evidence: "presence-only" as const }];
    return { ...moved, deposited, result: "deposited" };
  }
  return { ...moved, unverified: [{ parcel, reason: doubtOf(seen) }], result: "unverified" };
}

function doubtOf({ session, presenceAfter, presenceBefore }: SessionEvidence) {
  if (session.isOrphan) return "power-lost";
  if (presenceBefore === "unknown" || presenceAfter === "unknown") return "sensor-unknown";
  return presenceBefore === presenceAfter ? "no-presence-change" : "no-tag";
}
