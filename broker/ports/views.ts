// What the center's read models answer: the shapes behind the API and the console.

import type { RoomLeft } from "../core/room.ts";
import type { TravelFinding } from "../core/projections/travel.ts";
import type { CommandFold } from "../core/projections/commands.ts";
import type { Unvouched } from "../core/projections/containers.ts";
import type {
  DocumentsView,
  HandoverPlace,
  HandoverView,
  ManifestView,
  TroubleView,
} from "./custody-views.ts";

/** When something happened, as far as its gateway's clock can say. */
export interface HappenedAt {
  /** Unix ms as the gateway claimed; null = its clock was unknown. Never re-stamped. */
  readonly wallMs: number | null;
  /** Claimed bound of the error in ms; null = unknown. */
  readonly errMs: number | null;
  /** none | rtc | ntp | gnss | center. With none or rtc a screen says "about". */
  readonly source: string;
  /** False: that gateway's clock was wrong. A timeline does not go by such a claim. */
  readonly isPlausible: boolean;
}

/** One event as the ledger holds it. */
export interface EventView {
  /** Position in the ledger, from 1, in order of arrival: the cursor of `eventsAfter`. */
  readonly cursor: number;
  readonly site: string;
  readonly gateway: string;
  readonly epoch: number;
  readonly seq: number;
  /** Lower-case hex of SHA-256(header). */
  readonly eventId: string;
  /** Fact kind, or "Unknown" for a payload of a newer gateway. */
  readonly kind: string;
  readonly box: string | null;
  readonly compartment: number | null;
  readonly person: string | null;
  readonly parcels: readonly string[];
  readonly happened: HappenedAt;
  /** Unix ms at the center. */
  readonly receivedMs: number;
  /** Arrived as backlog: it may be reviewed but must not ring. */
  readonly isLate: boolean;
  /**
   * direct = seal verified; chain = covered by a later verified seal, to be finished; broken = its
   * own seal is not valid, the content is proved by the chain alone.
   */
  readonly sealState: "direct" | "chain" | "broken";
  /** The decoded fact without its kind; byte fields as lower-case hex. */
  readonly fact: Readonly<Record<string, unknown>>;
}

export interface GapView {
  readonly fromSeq: number;
  /** Inclusive. */
  readonly toSeq: number;
  readonly sinceMs: number;
  /** open = may still come; lost = the gateway declared it lost. */
  readonly state: "open" | "lost";
}

/** Where a gateway said it is: degrees, north and east positive; quality as NMEA numbers it. */
export interface PositionView {
  readonly latitude: number;
  readonly longitude: number;
  readonly quality: number;
}

export interface GatewayView {
  readonly site: string;
  readonly gateway: string;
  /** Lower-case hex, 32 characters. */
  readonly gatewayId: string;
  readonly epoch: number;
  /** Events held without a gap: seq 0 to nextSeq - 1. */
  readonly nextSeq: number;
  readonly standing: "accepted" | "quarantined";
  /** ready | sleeping | lost | unknown: last status word. */
  readonly status: string;
  /** Last word of any kind from it, Unix ms; null = never. */
  readonly lastWordMs: number | null;
  /** Events the gateway still holds without receipt, as it last said; null = unknown. */
  readonly outboxCount: number | null;
  readonly parkedCount: number;
  /** As its newest state document says; null = it does not know, or has no receiver. */
  readonly position: PositionView | null;
  readonly documents: DocumentsView;
  readonly gaps: readonly GapView[];
  /** What staff decided about it so far: lifted quarantines, settled troubles. */
  readonly decisionCount: number;
}

/** What a registrar decided about a gateway, and what the center held of it then. */
export interface DecisionView {
  readonly kind: "quarantine-lifted" | "trouble-settled";
  readonly decidedBy: string;
  readonly reason: string;
  /** As signed, Unix ms. */
  readonly decidedMs: number;
  /** When the center acted on it, Unix ms. */
  readonly takenMs: number;
  readonly epoch: number;
  readonly nextSeq: number;
  /** Of the last event held then, lower-case hex. */
  readonly headEventId: string;
}

export type CommandView = CommandFold;

export interface CompartmentView {
  readonly compartment: number;
  readonly lock: string;
  readonly door: string;
  readonly presence: string;
  readonly isEnabled: boolean;
  readonly parcels: readonly string[];
  /** Sensors that count no more: door, bolt or presence. */
  readonly quarantined: readonly string[];
}

/** Sensors of one compartment that somebody has to repair, and then to restore by a command. */
export interface RepairView extends BoxPlace {
  readonly compartment: number;
  readonly sensors: readonly string[];
}

export interface BoxView {
  readonly site: string;
  readonly gateway: string;
  readonly box: string;
  readonly compartments: readonly CompartmentView[];
  /** ledger = folded from events; snapshot = newer than the ledger, from the gateway's `state`. */
  readonly basis: "ledger" | "snapshot";
  /** Age basis: when the gateway last spoke, Unix ms; null = never. */
  readonly lastWordMs: number | null;
  /**
   * Kinds of unresolved trouble, e.g. DoorForced, DoorHeldOpen, LockFaulted; ServiceSuspended,
   * MaintenanceBegun and BoxNearlyFull while the newest state document says so.
   */
  readonly troubles: readonly string[];
  /** Parcels that still fit in, and that fit in all; null = the gateway does not say. */
  readonly room: RoomLeft | null;
}

export interface ParcelView {
  readonly parcel: string;
  /** box = in a compartment; person = taken by one; unknown = unaccounted. */
  readonly custodian: "box" | "person" | "unknown";
  readonly box: string | null;
  readonly compartment: number | null;
  readonly person: string | null;
  readonly isUnverified: boolean;
  /** What it is in and goes with, the innermost first; empty = it is loose. */
  readonly containers: readonly string[];
  /** The event since which this is so; null = none says. */
  readonly since: EventView | null;
  /** Why nobody is known to have it, where a container is the reason; else null. */
  readonly unvouched: Unvouched | null;
  readonly lastEvent: EventView;
}

/** A stretch of the timeline where something is missing: shown as a hole, never hidden. */
export type TimelineEntry =
  | { readonly type: "event"; readonly event: EventView }
  | { readonly type: "gap"; readonly gateway: string; readonly gap: GapView };

export interface TimelineView {
  readonly parcel: string;
  /**
   * In order of gateway sequence within a gateway, of plausible claims between gateways, never of
   * arrival.
   */
  readonly entries: readonly TimelineEntry[];
}

/** A gateway with its boxes. */
export interface GatewayViews {
  readonly gateway: GatewayView;
  readonly boxes: readonly BoxView[];
}

/** Which box: its name says it only within its gateway. */
export interface BoxPlace {
  readonly site: string;
  readonly gateway: string;
  readonly box: string;
}

export interface EventFilter {
  readonly site?: string;
  readonly gateway?: string;
  readonly box?: string;
  readonly parcel?: string;
  readonly kind?: string;
  /** Check code of the event: 8 characters as `checkCodeOf` gives them. */
  readonly code?: string;
}

/** Pages carry at most `limit` rows; `next` is the cursor to go on from, null at the end. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: number | null;
}

/**
 * Read models over the ledger. Contract: answers reflect only committed entries; all of them can
 * be rebuilt from the ledger with the same result; `onCommit` fires after each commit, and on
 * changes of gateway status or state, with the numbers of the gateways whose views may differ.
 */
export interface ReadModels {
  /** Of a name that was enrolled anew, the one that has it now; so are `boxes`. */
  gateways(): readonly GatewayView[];
  boxes(): readonly BoxView[];
  /** About one gateway, newest first, at most a hundred. */
  decisions(site: string, gateway: string): readonly DecisionView[];
  /** Commands to one gateway, newest first, of its last few hundred events about commands. */
  commands(site: string, gateway: string): readonly CommandView[];
  /**
   * Uses of one person's badges that nobody can both have made, of 30 days, newest first: those
   * that happened before the later use of the finding whose cursor is given, as `next` gives it.
   */
  travelFindings(before: number, limit: number): Page<TravelFinding>;
  /** What needs a person now, newest event first. */
  troubles(): readonly TroubleView[];
  /** Newest first, of those that began before the cursor. */
  handovers(before: number, limit: number): Page<HandoverView>;
  handover(place: HandoverPlace): HandoverView | undefined;
  /** As `handovers`; those that no gateway has taken yet come before the newest. */
  manifests(before: number, limit: number): Page<ManifestView>;
  /** The views of one gateway, by its number in the ledger; costs the same in any fleet. */
  viewsOf(gateway: number): GatewayViews | undefined;
  box(place: BoxPlace): BoxView | undefined;
  parcels(after: string | undefined, limit: number): readonly ParcelView[];
  parcel(parcel: string): ParcelView | undefined;
  timeline(parcel: string): TimelineView | undefined;
  eventsAfter(cursor: number, limit: number, filter: EventFilter): Page<EventView>;
  /**
   * The other way round: rows with a cursor below `cursor`, newest first; `next` goes on from the
   * oldest one. A list that opens at "now" under a filter cannot be had from `eventsAfter`.
   */
  eventsBefore(cursor: number, limit: number, filter: EventFilter): Page<EventView>;
  newestCursor(): number;
  onCommit(listener: (gateways: readonly number[]) => void): () => void;
}
