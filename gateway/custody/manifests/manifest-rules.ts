// Manifests at a box: opened on board by one person, or by the center's set; closed by two.

import type { RefusalReason } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { parcelParts } from "../parcels/parts.ts";
import { refuseDocument } from "../access/refused-documents.ts";
import { nameOf } from "../access/rights.ts";
import { custodyOf } from "../parcels/holdings.ts";
import { listedOf } from "../parcels/listed.ts";
import { ownOf } from "../parcels/lookup.ts";
import type { State, Visitor } from "../state.ts";
import { refBytes, refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { clearWish, joinWish, type StandingWish } from "../visits/wishes.ts";
import { closingOf } from "./closing.ts";
import {
  expectedMaxCount,
  manifestsMaxCount,
  type ExpectedManifest,
  type ManifestDocument,
} from "./manifests.ts";

/** Made on board where no signed one came: what is listed is expected. */
export const openManifestRule: WishRule<"open-manifest"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    const { manifest, voyage } = wish;
    const reason = refusalAt(draft.state, box, visitor);
    if (reason !== undefined) return turnAway(draft, standing, visitor, reason);
    const isNew = !isManifestKnown(draft.state, manifest) && hasRoom(draft);
    if (!isNew) return turnAway(draft, standing, visitor, "not-custodian");
    const expected = listedOf(standing, () => true);
    tellOpened(draft, { manifest, voyage, expected, isOnBoard: true });
    clearWish(draft, box);
  },
};

/**
 * Two different persons with a right at the box say together what is there. The first is judged
 * again when the second comes; who would be turned away then is, and the wish stands for another.
 */
export const closeManifestRule: WishRule<"close-manifest"> = {
  come(draft, standing, visitor) {
    const { box, wish, came } = standing;
    const open = ownOf(draft.state.durable.holdings.manifests, wish.manifest);
    const [first] = came;
    if (first?.badgeRef === visitor.badgeRef) return;
    const reason = refusalAt(draft.state, box, visitor);
    if (reason !== undefined) return turnAway(draft, standing, visitor, reason);
    if (open === undefined) return turnAway(draft, standing, visitor, "not-custodian");
    if (first === undefined) return joinWish(draft, standing, visitor);
    const gone = refusalAt(draft.state, box, first);
    if (gone !== undefined) {
      turnAway(draft, standing, first, gone);
      return joinWish(draft, { ...standing, came: [] }, visitor);
    }
    if (first.person === visitor.person) {
      return refuse(draft, visitor, { box, compartment: 0, reason: "same-person" });
    }
    const persons = [first.person, visitor.person];
    const listed = listedOf(standing, () => true);
    for (const part of closingOf(custodyOf(draft.state.durable), open.expected, listed)) {
      draft.record("ManifestClosed", { manifest: wish.manifest, ...part, persons });
    }
    clearWish(draft, box);
    const { waitingManifests } = draft.state.volatile;
    if (waitingManifests !== undefined) acceptManifests(draft, waitingManifests);
  },
  end(draft, { box, came }) {
    for (const visitor of came) {
      refuse(draft, visitor, { box, compartment: 0, reason: "second-person-missing" });
    }
  },
};

/**
 * Opens those of the center's set that are new, and adds what an open one expects besides. What
 * there is no room for is told; a whole manifest waits until another one is closed.
 */
export function acceptManifests(draft: Draft, set: ManifestDocument): void {
  const { version, documentHash, manifests } = set;
  const firstSeq = draft.state.durable.nextSeq;
  const taken = manifests.map((one) => takeUpOne(draft, one));
  const waiting = manifests.filter((_, at) => taken[at] === "waits");
  draft.observe({ waitingManifests: waiting.length === 0 ? undefined : set });
  if (taken.every((word) => word === "whole")) return;
  const refusal = { document: "manifests", version, code: "manifests/no-room" } as const;
  const isNew = draft.state.durable.nextSeq > firstSeq;
  // The set that was told before is told again once it is another part that is left over.
  if (!isNew) return refuseDocument(draft, { ...refusal, documentHash });
  draft.record("DocumentRefused", { ...refusal, documentHash: refBytes(documentHash) });
}

/** `cut` = it expects more than one manifest can. */
function takeUpOne(draft: Draft, one: ExpectedManifest): "whole" | "cut" | "waits" {
  const { manifest, voyage, expected } = one;
  const { holdings } = draft.state.durable;
  const open = ownOf(holdings.manifests, manifest);
  if (open === undefined && isManifestKnown(draft.state, manifest)) return "whole";
  if (open === undefined && !hasRoom(draft)) return "waits";
  const known = open?.expected ?? [];
  const added = expected.filter((parcel) => !known.includes(parcel));
  const more = added.slice(0, Math.max(0, expectedMaxCount - known.length));
  if (open === undefined || more.length > 0) {
    tellOpened(draft, { manifest, voyage, expected: more, isOnBoard: false });
  }
  return more.length < added.length ? "cut" : "whole";
}

interface Opening {
  readonly manifest: string;
  readonly voyage: string;
  readonly expected: readonly string[];
  readonly isOnBoard: boolean;
}

function tellOpened(draft: Draft, { manifest, voyage, expected, isOnBoard }: Opening): void {
  const all = expected.slice(0, expectedMaxCount);
  const parts = all.length === 0 ? [[]] : parcelParts(all);
  for (const part of parts) {
    const made = isOnBoard ? { onBoard: true } : {};
    draft.record("ManifestOpened", { manifest, voyage, expected: part, ...made });
  }
}

/** Whether a manifest of that number is open, or was closed: no other one can have it. */
export function isManifestKnown({ durable }: State, manifest: string): boolean {
  const { manifests, closedManifests } = durable.holdings;
  return ownOf(manifests, manifest) !== undefined || closedManifests.includes(manifest);
}

function hasRoom({ state }: Draft): boolean {
  return Object.keys(state.durable.holdings.manifests).length < manifestsMaxCount;
}

/** Why somebody has no say at the box, whatever the time: the policy gives them no right there. */
function refusalAt(
  { volatile: { policy } }: State,
  box: string,
  { person, badgeRef }: Visitor,
): RefusalReason | undefined {
  if (policy === undefined) return "no-policy";
  const named = nameOf(policy, badgeRef);
  if (!named.ok) return named.reason;
  const isTheirs = named.badge.person === person;
  return isTheirs && named.role.rights.some((right) => right.box === box) ? undefined : "no-right";
}

function turnAway(
  draft: Draft,
  { box }: StandingWish,
  visitor: Visitor,
  reason: RefusalReason,
): void {
  refuse(draft, visitor, { box, compartment: 0, reason });
}
