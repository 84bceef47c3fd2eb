// Manifests at a box: opened on board by one person, or by the center's set; closed by two.

import type { Draft } from "../decision.ts";
import { parcelParts } from "../handover/parts.ts";
import type { InputOf } from "../inputs.ts";
import { custodyOf } from "../parcels/holdings.ts";
import { listedOf } from "../parcels/listed.ts";
import { ownOf } from "../parcels/lookup.ts";
import type { Visitor } from "../state.ts";
import { refuse } from "../visits/visits.ts";
import type { WishRule } from "../visits/wish-rules.ts";
import { clearWish, joinWish, type StandingWish } from "../visits/wishes.ts";
import { closingOf } from "./closing.ts";
import { expectedMaxCount, manifestsMaxCount } from "./manifests.ts";

/** Made on board where no signed one came: what is listed is expected. */
export const openManifestRule: WishRule<"open-manifest"> = {
  come(draft, standing, visitor) {
    const { box, wish } = standing;
    const { manifest, voyage } = wish;
    const isNew = isUnknown(draft, manifest) && hasRoom(draft);
    if (!isNew || !isOfBox(draft, box, visitor)) return turnAway(draft, standing, visitor);
    const expected = listedOf(standing, () => true);
    tellOpened(draft, { manifest, voyage, expected, isOnBoard: true });
    clearWish(draft, box);
  },
};

/** Two different persons with a right at the box say together what is there. */
export const closeManifestRule: WishRule<"close-manifest"> = {
  come(draft, standing, visitor) {
    const { box, wish, came } = standing;
    const open = ownOf(draft.state.durable.holdings.manifests, wish.manifest);
    const [first] = came;
    if (first?.badgeRef === visitor.badgeRef) return;
    if (open === undefined || !isOfBox(draft, box, visitor)) {
      return turnAway(draft, standing, visitor);
    }
    if (first === undefined) return joinWish(draft, standing, visitor);
    if (first.person === visitor.person) {
      return refuse(draft, visitor, { box, compartment: 0, reason: "same-person" });
    }
    const persons = [first.person, visitor.person];
    const listed = listedOf(standing, () => true);
    for (const part of closingOf(custodyOf(draft.state.durable), open.expected, listed)) {
      draft.record("ManifestClosed", { manifest: wish.manifest, ...part, persons });
    }
    clearWish(draft, box);
  },
  end(draft, { box, came }) {
    for (const visitor of came) {
      refuse(draft, visitor, { box, compartment: 0, reason: "second-person-missing" });
    }
  },
};

/** Opens those of the center's set that are new, and adds what an open one expects besides. */
export function acceptManifests(draft: Draft, { manifests }: InputOf<"ManifestsAccepted">): void {
  for (const { manifest, voyage, expected } of manifests) {
    const { holdings } = draft.state.durable;
    const open = ownOf(holdings.manifests, manifest);
    if (open === undefined && !(isUnknown(draft, manifest) && hasRoom(draft))) continue;
    const known = open?.expected ?? [];
    const added = expected.filter((parcel) => !known.includes(parcel));
    const more = added.slice(0, Math.max(0, expectedMaxCount - known.length));
    if (open !== undefined && more.length === 0) continue;
    tellOpened(draft, { manifest, voyage, expected: more, isOnBoard: false });
  }
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

function isUnknown({ state }: Draft, manifest: string): boolean {
  const { manifests, closedManifests } = state.durable.holdings;
  return ownOf(manifests, manifest) === undefined && !closedManifests.includes(manifest);
}

function hasRoom({ state }: Draft): boolean {
  return Object.keys(state.durable.holdings.manifests).length < manifestsMaxCount;
}

/** Whether the policy gives somebody a right at the box, whatever the time. */
function isOfBox({ state }: Draft, box: string, { badgeRef }: Visitor): boolean {
  const { policy } = state.volatile;
  const role = policy?.badges[badgeRef]?.role ?? "";
  return policy?.roles[role]?.rights.some((right) => right.box === box) === true;
}

function turnAway(draft: Draft, { box }: StandingWish, visitor: Visitor): void {
  refuse(draft, visitor, { box, compartment: 0, reason: "no-right" });
}
