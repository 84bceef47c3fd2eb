// One person at two sites faster than anybody travels: a badge copied or lent, a wrong clock.

import type { Fact, Header } from "@driftbox/proto";
import { isPlausible } from "./timeline.ts";

/** A place on earth: degrees, north and east positive. */
export interface Whereabouts {
  readonly latitude: number;
  readonly longitude: number;
}

/** A person's badge at a gateway, at a time that its clock can vouch for. */
export interface BadgeUse {
  readonly cursor: number;
  /** The center's number of it; with `seq` it orders uses of one microsecond. */
  readonly gatewayNumber: number;
  readonly seq: number;
  readonly site: string;
  readonly gateway: string;
  readonly person: string;
  readonly wallMs: number;
  /** Claimed bound of the error of the clock. */
  readonly errMs: number;
}

/** Two uses one after the other at two sites. */
export interface Move {
  readonly from: BadgeUse;
  readonly to: BadgeUse;
}

/** Two uses that one person cannot both have made; nobody is accused, an auditor looks. */
export interface TravelFinding extends Move {
  readonly person: string;
  /** Between them at most, the errors of both clocks included. */
  readonly gapMs: number;
  /** What the way takes at least. */
  readonly leastMs: number;
  /** On what `leastMs` rests: the two sites as configured, their positions then, or neither. */
  readonly basis: "configured" | "positions" | "default";
}

/** The least time between two sites, in either direction. */
export interface TravelTimes {
  readonly defaultMs: number;
  /** Keys as `wayKey` gives them. */
  readonly betweenMs: ReadonlyMap<string, number>;
}

/** What the way between two sites takes at least where nothing better is known. */
export const defaultTravelTimes: TravelTimes = { defaultMs: 5 * 60_000, betweenMs: new Map() };
/** No configured way takes longer; uses that are further apart in time are never looked at. */
export const wayMaxMs = 24 * 3_600_000;
/** A position this far from a use in time says nothing of it. */
export const positionLifeMs = 30 * 60_000;

/** No road, no boat of these islands is faster over any distance: 144 km/h. */
const speedMaxMetersPerS = 40;
/** Positions are not better known than this. */
const nearMeters = 2_000;
const earthRadiusMeters = 6_371_000;

export function wayKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/**
 * Whose badge a fact proves to have been there; undefined = nobody's. One whose proof failed was
 * not there. Numbers of badges are keyed by site, so only the person says that two are one.
 */
export function badgeHolder(fact: Fact): string | undefined {
  switch (fact.kind) {
    case "AccessRefused":
      if (fact.reason === "forged-credential") return undefined;
      return holder(fact);
    case "AccessGranted":
    case "AuthorizerAdded":
      return holder(fact);
    default:
      return undefined;
  }
}

/** Codes, commands and people without a badge are nobody. */
function holder(fact: { readonly person: string; readonly badgeRef: Uint8Array }) {
  return fact.badgeRef.length === 0 || fact.person === "" ? undefined : fact.person;
}

/** When an event happened, by a clock that bounds its error and can be right; else undefined. */
export function trustedTime(
  header: Pick<Header, "wallUs" | "wallErrMs" | "clockSource">,
  receivedMs: number,
): { readonly wallUs: number; readonly errMs: number } | undefined {
  const { wallUs, wallErrMs: errMs, clockSource } = header;
  if (wallUs === 0 || errMs === undefined || clockSource === "none") return undefined;
  return isPlausible({ header, receivedMs }) ? { wallUs, errMs } : undefined;
}

/** The order in which a person's uses happened; never that of arrival. */
function usesInTime(a: BadgeUse, b: BadgeUse): number {
  return a.wallMs - b.wallMs || a.gatewayNumber - b.gatewayNumber || a.seq - b.seq;
}

/** Of all uses, each with the one of the same person before it, where that was at another site. */
export function movesOf(uses: readonly BadgeUse[]): readonly Move[] {
  const last = new Map<string, BadgeUse>();
  return uses.toSorted(usesInTime).flatMap((to) => {
    const from = last.get(to.person);
    last.set(to.person, to);
    return from === undefined || from.site === to.site ? [] : [{ from, to }];
  });
}

/** Between two uses at most, the errors of both clocks included. */
function gapMsOf({ from, to }: Move): number {
  return to.wallMs - from.wallMs + from.errMs + to.errMs;
}

/**
 * Judges one move; undefined = it is possible. A pair of sites that is configured goes before where
 * the gateways say that they were, because that is how long the people there need.
 */
export function judgeMove(
  move: Move,
  times: TravelTimes,
  positionOf: (use: BadgeUse) => Whereabouts | undefined,
): TravelFinding | undefined {
  const { from, to } = move;
  if (from.site === to.site) return undefined;
  const gapMs = gapMsOf(move);
  const way = leastTime(move, times, positionOf);
  return gapMs < way.leastMs ? { person: to.person, from, to, gapMs, ...way } : undefined;
}

function leastTime(
  { from, to }: Move,
  { defaultMs, betweenMs }: TravelTimes,
  positionOf: (use: BadgeUse) => Whereabouts | undefined,
): Pick<TravelFinding, "leastMs" | "basis"> {
  const configured = betweenMs.get(wayKey(from.site, to.site));
  if (configured !== undefined) return { leastMs: configured, basis: "configured" };
  const [a, b] = [positionOf(from), positionOf(to)];
  if (a === undefined || b === undefined) return { leastMs: defaultMs, basis: "default" };
  const meters = Math.max(0, distanceMeters(a, b) - nearMeters);
  const leastMs = Math.round((meters / speedMaxMetersPerS) * 1_000);
  return { leastMs: Math.min(leastMs, wayMaxMs), basis: "positions" };
}

/** Great-circle distance by the haversine formula. */
function distanceMeters(a: Whereabouts, b: Whereabouts): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const latitudes = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const cosines = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  return 2 * earthRadiusMeters * Math.asin(Math.sqrt(latitudes + cosines * longitudes));
}
