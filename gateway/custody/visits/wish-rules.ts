// The rule of each kind of wish: what a badge, identified but with no right yet, does under it.

import { checkRule, sealRule, unsealRule } from "../containers/container-rules.ts";
import { limits } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { handoverRule } from "../handover/handover.ts";
import type { InputOf } from "../inputs.ts";
import { closeManifestRule, openManifestRule } from "../manifests/manifest-rules.ts";
import { emergencyRule, explainRule, signRule } from "../service/emergencies.ts";
import {
  endMaintenanceRule,
  maintainRule,
  openAllEmptyRule,
  openEmptyRule,
} from "../service/maintenance.ts";
import { disableRule, enableRule } from "../service/out-of-service.ts";
import { claimTags } from "../parcels/wish-tags.ts";
import type { Visitor } from "../state.ts";
import { clearVisit, refuse } from "./visits.ts";
import {
  clearWish,
  emptyListing,
  lateReason,
  standWish,
  wishAt,
  type StandingWish,
  type Wish,
  type WishKind,
} from "./wishes.ts";

/** How a wish ended that was not fulfilled. */
export type WishEnd = "late" | "dropped";

export interface WishRule<K extends WishKind> {
  /**
   * Somebody showed a badge that is theirs, or gave the PIN that was asked for. The rule judges
   * what they may do, then clears the wish, lets it stand for others, or asks for a PIN.
   */
  readonly come: (draft: Draft, standing: StandingWish<K>, visitor: Visitor) => void;
  /** The wish is over and was cleared already: what is left of it is told. */
  readonly end?: (draft: Draft, standing: StandingWish<K>, end: WishEnd) => void;
}

const rules: { readonly [K in WishKind]: WishRule<K> } = {
  handover: handoverRule,
  maintain: maintainRule,
  "end-maintenance": endMaintenanceRule,
  "open-empty": openEmptyRule,
  "open-all-empty": openAllEmptyRule,
  disable: disableRule,
  enable: enableRule,
  emergency: emergencyRule,
  sign: signRule,
  explain: explainRule,
  seal: sealRule,
  unseal: unsealRule,
  "check-seals": checkRule,
  "open-manifest": openManifestRule,
  "close-manifest": closeManifestRule,
};

function ruleOf<K extends WishKind>({ wish }: StandingWish<K>): WishRule<K> {
  return rules[wish.kind];
}

/** Takes what is said at a panel. Another wish at the box, of whoever was there before, is over. */
export function stateWish(draft: Draft, { box, panel, wish }: InputOf<"WishStated">): void {
  if (!draft.state.layout.boxes.some(({ id }) => id === box)) return;
  endWish(draft, box, "dropped");
  if (wish === undefined) return clearVisit(draft, box);
  if (!isNamed(wish)) return;
  standWish(draft, { box, panel, wish, came: [], awaited: undefined, listing: emptyListing });
}

/** Names longer than any parcel's, and empty ones, are nobody's. */
function isNamed(wish: Wish): boolean {
  const texts = Object.values(wish).filter((value) => typeof value === "string");
  return texts.every((text) => text !== "" && text.length <= limits.idMaxChars);
}

/** Holds somebody to the rule of the wish that stands. */
export function meetWish(draft: Draft, standing: StandingWish, visitor: Visitor): void {
  const before = draft.facts.length;
  ruleOf(standing).come(draft, standing, visitor);
  claimTags(draft, standing.box, draft.facts.slice(before));
}

/** Before anything else at a box: a wish whose time is over is no more. */
export function endLateWish(draft: Draft, box: string): void {
  const standing = wishAt(draft.state, box);
  if (standing !== undefined && draft.now.monoMs >= standing.endMonoMs) endWish(draft, box, "late");
}

/** The timer of a wish; one that came early is set again. */
export function wishDue(draft: Draft, box: string): void {
  endLateWish(draft, box);
  const standing = wishAt(draft.state, box);
  if (standing === undefined) return;
  const afterMs = standing.endMonoMs - draft.now.monoMs;
  draft.order({ kind: "setTimer", key: `wish:${box}`, afterMs });
}

function endWish(draft: Draft, box: string, end: WishEnd): void {
  const standing = wishAt(draft.state, box);
  if (standing === undefined) return;
  clearWish(draft, box);
  const late = end === "late" ? lateReason(standing) : undefined;
  if (late !== undefined) {
    refuse(draft, late.visitor, { box, compartment: 0, reason: late.reason });
  }
  ruleOf(standing).end?.(draft, standing, end);
}
