// What the center answers about custody: troubles, handovers, manifests, documents of gateways.

import type { HandoverFold } from "../core/projections/handovers.ts";
import type { ManifestFold } from "../core/projections/manifests.ts";
import type { EventView } from "./views.ts";

export type { TroubleKind } from "../core/projections/trouble-rules.ts";
export type { Unvouched } from "../core/projections/containers.ts";

/** Something that needs a person, until a later event ends it. */
export interface TroubleView {
  /**
   * A `TroubleKind`, or what no single event says: ManifestOverdue, ManifestNotTaken,
   * ImpossibleTravel, BoxNearlyFull.
   */
  readonly kind: string;
  readonly site: string;
  readonly gateway: string;
  readonly box: string | null;
  readonly compartment: number | null;
  /** Who was there; a witness, not a suspect. */
  readonly person: string | null;
  readonly parcels: readonly string[];
  /**
   * What it is about beside these: a sensor, a reason, a manifest, the other site; of a box that is
   * nearly full, how many parcels still fit.
   */
  readonly about: string;
  /** When it ends by itself, Unix ms; null = only by what somebody does. */
  readonly untilMs: number | null;
  /** The event that says so; null = none: nothing was heard, or a state document says it. */
  readonly event: EventView | null;
}

/** Which handover: its name says it only within its gateway. */
export interface HandoverPlace {
  readonly site: string;
  readonly gateway: string;
  readonly handover: string;
}

/** What each side of a handover says. */
export interface HandoverView
  extends HandoverPlace, Omit<HandoverFold, "releaseCursor" | "answerCursor"> {
  /** The events whose check codes were told: to the giver, and to both; null = not received. */
  readonly release: EventView | null;
  readonly answer: EventView | null;
}

/** A manifest as the center issued it; times in Unix ms, null = not said. */
export interface IssuedManifest {
  readonly site: string;
  readonly gateway: string;
  readonly manifest: string;
  readonly voyage: string;
  readonly expected: readonly string[];
  readonly fromMs: number | null;
  readonly untilMs: number | null;
  readonly isWithdrawn: boolean;
}

export interface ManifestView
  extends
    Omit<IssuedManifest, "isWithdrawn">,
    Omit<ManifestFold, "state" | "openedCursor" | "closedCursor"> {
  /** issued = no gateway has said that it took it; lapsed = nor will it, its window is over. */
  readonly state: "issued" | "lapsed" | "withdrawn" | "open" | "closed";
  /** It should be closed by now. */
  readonly isOverdue: boolean;
  readonly opened: EventView | null;
  readonly closed: EventView | null;
}

/** The documents that a gateway works with, as its events say; null = not said yet. */
export interface DocumentsView {
  readonly policyVersion: number | null;
  readonly policyIssuedMs: number | null;
  readonly blockListMs: number | null;
  readonly grantsVersion: number | null;
  readonly grantsIssuedMs: number | null;
  readonly grantCount: number | null;
  /** Version of the policy that the center has published for the site. */
  readonly publishedVersion: number | null;
  /** From this age on a policy, and its block list, is too old for some role, in ms. */
  readonly staleAfterMs: number;
}

/** What the center's policy for a site says of itself. */
export interface PolicyTerms {
  readonly version: number;
  /** The strictest of its stale rules, in hours; undefined = it has none. */
  readonly staleAfterH: number | undefined;
}

/** What the center has published to gateways, as its files hold it. */
export interface Issued {
  manifests(): readonly IssuedManifest[];
  policyOf(site: string): PolicyTerms | undefined;
}

/** A center that publishes nothing. */
export const nothingIssued: Issued = { manifests: () => [], policyOf: () => undefined };
