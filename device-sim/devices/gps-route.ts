// Where a ferry is at a moment: waypoints with times, and stretches where no satellite is seen.

/** A place that is passed at a time; two at the same place are a stay. */
export interface Waypoint {
  /** Seconds since the start of the route. */
  readonly atS: number;
  /** Degrees, north and east positive. */
  readonly latitude: number;
  readonly longitude: number;
}

export interface GpsGap {
  readonly fromS: number;
  /** The first second with a fix again. */
  readonly untilS: number;
}

export interface GpsRoute {
  /** In order of time, at least one. Before the first and after the last the ship lies there. */
  readonly waypoints: readonly Waypoint[];
  readonly gaps: readonly GpsGap[];
}

export interface RoutePoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly speedKnots: number;
  /** Undefined while it lies still. */
  readonly courseDegrees: number | undefined;
}

/**
 * From a pier to an island and back in twenty-five minutes. The pier lies under a roof, and cliffs
 * hide the sky from the landing of the island: at both there is no fix for two minutes.
 */
export const islandFerryRoute: GpsRoute = {
  waypoints: [
    { atS: 0, latitude: 30.7081, longitude: 122.4512 },
    { atS: 180, latitude: 30.7081, longitude: 122.4512 },
    { atS: 300, latitude: 30.7129, longitude: 122.4587 },
    { atS: 600, latitude: 30.7241, longitude: 122.4893 },
    { atS: 720, latitude: 30.7268, longitude: 122.4941 },
    { atS: 900, latitude: 30.7268, longitude: 122.4941 },
    { atS: 1_320, latitude: 30.7129, longitude: 122.4587 },
    { atS: 1_500, latitude: 30.7081, longitude: 122.4512 },
  ],
  gaps: [
    { fromS: 30, untilS: 150 },
    { fromS: 740, untilS: 860 },
  ],
};

const earthRadiusM = 6_371_000;
const metersPerNauticalMile = 1_852;

/** Straight between two waypoints, at even speed. Throws on a route without waypoints. */
export function pointAt({ waypoints }: GpsRoute, atS: number): RoutePoint {
  const next = waypoints.findIndex((one) => one.atS > atS);
  const to = waypoints[next];
  const from = waypoints[next < 0 ? waypoints.length - 1 : Math.max(0, next - 1)];
  if (from === undefined) throw new Error("a route without waypoints");
  if (to === undefined || atS <= from.atS) return lying(from);
  const { meters, courseDegrees } = leg(from, to);
  if (meters < 1) return lying(from);
  const share = (atS - from.atS) / (to.atS - from.atS);
  const speedKnots = ((meters / (to.atS - from.atS)) * 3_600) / metersPerNauticalMile;
  return {
    latitude: from.latitude + (to.latitude - from.latitude) * share,
    longitude: from.longitude + (to.longitude - from.longitude) * share,
    speedKnots,
    courseDegrees,
  };
}

export function isInGap({ gaps }: GpsRoute, atS: number): boolean {
  return gaps.some((gap) => atS >= gap.fromS && atS < gap.untilS);
}

function lying({ latitude, longitude }: Waypoint): RoutePoint {
  return { latitude, longitude, speedKnots: 0, courseDegrees: undefined };
}

/** Flat within one leg: the error over a few miles is below that of a receiver. */
function leg(from: Waypoint, to: Waypoint): { meters: number; courseDegrees: number } {
  const north = radians(to.latitude - from.latitude) * earthRadiusM;
  const shrink = Math.cos(radians((from.latitude + to.latitude) / 2));
  const east = radians(to.longitude - from.longitude) * earthRadiusM * shrink;
  const course = (Math.atan2(east, north) * 180) / Math.PI;
  return { meters: Math.hypot(north, east), courseDegrees: (course + 360) % 360 };
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
