// What was moved between opening and closing, judged from presence, tags and the inventory. Pure.

import type { Evidence, Presence, SessionResult, UnverifiedReason } from "@driftbox/proto";
import { bounds } from "../layout.ts";
import type { HeldParcel, Session } from "../state.ts";

/** All that is known when a door that was opened under a session has closed. */
export interface SessionEvidence {
  readonly session: Session;
  readonly inventory: readonly HeldParcel[];
  readonly presenceBefore: Presence;
  readonly presenceAfter: Presence;
  /** Tags read in the session, each once. */
  readonly tags: readonly string[];
}

export interface Moved {
  readonly parcel: string;
  readonly evidence: Evidence;
}

export interface Unverified {
  /** Empty = something without a tag. */
  readonly parcel: string;
  readonly reason: UnverifiedReason;
}

export interface Movements {
  readonly collected: readonly Moved[];
  readonly deposited: readonly Moved[];
  readonly unverified: readonly Unverified[];
  /** Were inside as far as known and are gone, without the custody of anybody. */
  readonly unaccounted: readonly string[];
  readonly result: SessionResult;
}

/**
 * A tag in the inventory was taken out, another one was put in. Presence alone moves everything
 * out for whoever may collect, and never puts a named parcel in.
 */
export function judgeMovements(seen: SessionEvidence): Movements {
  const collected = judgeCollected(seen);
  const deposited = judgeDeposited(seen);
  const unverified = judgeUnverified(seen, collected, deposited);
  const unaccounted = judgeUnaccounted(seen, collected);
  const hasDoubt = unverified.length > 0 || unaccounted.length > 0;
  const moved = { collected, deposited, unverified, unaccounted };
  return { ...moved, result: resultOf(collected.length, deposited.length, hasDoubt) };
}

function resultOf(collected: number, deposited: number, hasDoubt: boolean): SessionResult {
  if (hasDoubt) return "unverified";
  if (collected > 0 && deposited > 0) return "exchanged";
  if (collected > 0) return "collected";
  return deposited > 0 ? "deposited" : "nothing-moved";
}

function isKnown(seen: SessionEvidence, parcel: string): boolean {
  return seen.inventory.some((held) => held.parcel === parcel);
}

/** Shown tags of the inventory; for a collection that leaves it empty, the rest of it too. */
function judgeCollected(seen: SessionEvidence): readonly Moved[] {
  const isEmptied = seen.presenceAfter === "empty";
  const shown = seen.tags.filter((parcel) => isKnown(seen, parcel));
  const byTag = shown.map((parcel): Moved => {
    const isSeen = isEmptied && seen.presenceBefore === "occupied";
    return { parcel, evidence: isSeen ? "tag-and-presence" : "tag-only" };
  });
  if (!isEmptied || seen.session.action !== "collect") return byTag;
  const rest = seen.inventory.filter((held) => held.isVerified && !shown.includes(held.parcel));
  return [...byTag, ...rest.map(({ parcel }): Moved => ({ parcel, evidence: "presence-only" }))];
}

/** Gone without a tag: from a deposit session, or never surely inside. Nobody is charged. */
function judgeUnaccounted(seen: SessionEvidence, collected: readonly Moved[]): readonly string[] {
  if (seen.presenceAfter !== "empty") return [];
  const named = collected.map(({ parcel }) => parcel);
  return seen.inventory.map(({ parcel }) => parcel).filter((parcel) => !named.includes(parcel));
}

/** New tags, unless presence denies them or the compartment cannot remember more. */
function judgeDeposited(seen: SessionEvidence): readonly Moved[] {
  if (seen.presenceAfter === "empty") return [];
  const hasAppeared = seen.presenceBefore === "empty" && seen.presenceAfter === "occupied";
  const evidence: Evidence = hasAppeared ? "tag-and-presence" : "tag-only";
  return newTags(seen)
    .slice(0, roomLeft(seen))
    .map((parcel) => ({ parcel, evidence }));
}

function newTags(seen: SessionEvidence): readonly string[] {
  return seen.tags.filter((parcel) => !isKnown(seen, parcel));
}

function roomLeft(seen: SessionEvidence): number {
  const taken = seen.tags.filter((parcel) => isKnown(seen, parcel)).length;
  return Math.max(0, bounds.parcelsMaxCount - (seen.inventory.length - taken));
}

function judgeUnverified(
  seen: SessionEvidence,
  collected: readonly Moved[],
  deposited: readonly Moved[],
): readonly Unverified[] {
  const denied = newTags(seen);
  if (seen.presenceAfter === "empty" && denied.length > 0) {
    return denied.map((parcel) => ({ parcel, reason: "no-presence-change" }));
  }
  const over = denied.slice(roomLeft(seen));
  const overflow = over.map((parcel): Unverified => ({ parcel, reason: "sensor-unknown" }));
  const isSilent = collected.length === 0 && deposited.length === 0 && overflow.length === 0;
  const reason = isSilent ? silentReason(seen) : undefined;
  return reason === undefined ? overflow : [{ parcel: "", reason }];
}

/** Why a session without tags that moved nothing by name cannot be called `nothing moved`. */
function silentReason(seen: SessionEvidence): UnverifiedReason | undefined {
  const { presenceBefore, presenceAfter, session } = seen;
  if (presenceAfter === "empty") return undefined;
  if (session.isOrphan) return "power-lost";
  if (presenceBefore === "unknown" || presenceAfter === "unknown") return "sensor-unknown";
  return presenceBefore === "empty" ? "no-tag" : undefined;
}
