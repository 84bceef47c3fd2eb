// One person at two gateways faster than anybody travels: a badge copied or lent, a wrong clock.

/** Where a gateway was at a time, by its own sign of life. */
export interface Whereabouts {
  readonly gateway: string;
  readonly wallMs: number;
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
}

/** A badge that opened something, at a time that its gateway's clock can vouch for. */
export interface BadgeUse {
  readonly cursor: number;
  readonly site: string;
  readonly gateway: string;
  readonly person: string;
  readonly wallMs: number;
  /** Claimed bound of the error of the clock. */
  readonly errMs: number;
}

/** Two uses that one person cannot both have made; nobody is accused, an auditor looks. */
export interface TravelFinding {
  readonly person: string;
  readonly from: BadgeUse;
  readonly to: BadgeUse;
  /** Between them at most, the errors of both clocks included. */
  readonly gapMs: number;
  /** What the way takes at least. */
  readonly leastMs: number;
  /** Whether `leastMs` is from positions; else it is the least time between two sites. */
  readonly isByPosition: boolean;
}

/** No road, no boat of these islands is faster over any distance: 144 km/h. */
const speedMaxMetersPerS = 40;
/** Positions are not better known than this. */
const nearMeters = 2_000;
/** A position this far from a use in time says nothing of it. */
const positionLifeMs = 30 * 60_000;
/** Between two sites whose positions are not known. */
export const siteTravelLeastMs = 5 * 60_000;
const earthRadiusMeters = 6_371_000;

/** The later use of each pair first is the newest. Uses at gateways of one site never count. */
export function impossibleTravel(
  uses: readonly BadgeUse[],
  positions: readonly Whereabouts[],
): readonly TravelFinding[] {
  const last = new Map<string, BadgeUse>();
  const findings: TravelFinding[] = [];
  const inTime = uses.toSorted((a, b) => a.wallMs - b.wallMs || a.cursor - b.cursor);
  for (const to of inTime) {
    const from = last.get(to.person);
    last.set(to.person, to);
    if (from === undefined || from.site === to.site) continue;
    const gapMs = to.wallMs - from.wallMs + from.errMs + to.errMs;
    const way = leastTime(from, to, positions);
    if (gapMs < way.leastMs) findings.push({ person: to.person, from, to, gapMs, ...way });
  }
  return findings.toReversed();
}

function leastTime(
  from: BadgeUse,
  to: BadgeUse,
  positions: readonly Whereabouts[],
): Pick<TravelFinding, "leastMs" | "isByPosition"> {
  const [a, b] = [positionAt(from, positions), positionAt(to, positions)];
  if (a === undefined || b === undefined) {
    return { leastMs: siteTravelLeastMs, isByPosition: false };
  }
  const meters = Math.max(0, distanceMeters(a, b) - nearMeters);
  return { leastMs: Math.round((meters / speedMaxMetersPerS) * 1_000), isByPosition: true };
}

/** The position told nearest in time; a gateway may be on a ship. */
function positionAt(
  { gateway, wallMs }: BadgeUse,
  positions: readonly Whereabouts[],
): Whereabouts | undefined {
  const apartMs = (one: Whereabouts): number => Math.abs(one.wallMs - wallMs);
  const own = positions.filter((one) => one.gateway === gateway && apartMs(one) <= positionLifeMs);
  return own.toSorted((a, b) => apartMs(a) - apartMs(b))[0];
}

/** Great-circle distance by the haversine formula. */
function distanceMeters(a: Whereabouts, b: Whereabouts): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const latitudes = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  const cosines = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  return 2 * earthRadiusMeters * Math.asin(Math.sqrt(latitudes + cosines * longitudes));
}
