// Time from satellites as an offset of UTC to the boot clock, believed only when fixes agree. Pure.

/** UTC = boot clock + `offsetUs`, learned from a fix that was heard at `heardMonoMs`. */
export interface TimeAnchor {
  readonly offsetUs: number;
  readonly heardMonoMs: number;
}

export interface GnssTime {
  /** Undefined: no two fixes have agreed yet. */
  readonly anchor: TimeAnchor | undefined;
  /** A fix that waits for another one to agree with it. */
  readonly candidate: TimeAnchor | undefined;
  /** No time before it is believed, in microseconds since 1970. */
  readonly floorUs: number;
}

export interface TimeFix {
  readonly utcUs: number | undefined;
  readonly heardMonoMs: number;
}

/** From the moment a fix is valid for to the last byte of its sentence at 9600 baud, in ms. */
export const latencyMaxMs = 1_000;
/** Jitter of that latency from one fix to the next, in ms. */
const jitterMaxMs = 400;
/** Two fixes that are to agree lie this far apart: a burst out of a buffer proves nothing. */
const pairMinMs = 200;
const pairMaxMs = 10_000;
/** Drift of the boot clock without discipline. */
const driftPpm = 100;
/** By so much an honest center may be ahead of the satellites when it issues a policy. */
const floorToleranceUs = 300_000_000;
/** Older than this an offset is worth less than any other clock. */
const holdoverMaxMs = 7 * 86_400_000;

export function newGnssTime(floorUs: number): GnssTime {
  return { anchor: undefined, candidate: undefined, floorUs };
}

/** A floor only rises; what was learned below it is forgotten. */
export function raiseFloor(time: GnssTime, wallUs: number): GnssTime {
  const floorUs = wallUs - floorToleranceUs;
  if (floorUs <= time.floorUs) return time;
  const isBelow = (one: TimeAnchor | undefined): boolean =>
    one !== undefined && one.heardMonoMs * 1_000 + one.offsetUs < floorUs;
  return {
    anchor: isBelow(time.anchor) ? undefined : time.anchor,
    candidate: isBelow(time.candidate) ? undefined : time.candidate,
    floorUs,
  };
}

/**
 * Takes a fix. One that agrees with the anchor may only better it; one that does not must be
 * followed by another one like it before it replaces the anchor.
 */
export function hearFix(time: GnssTime, fix: TimeFix): GnssTime {
  const { utcUs, heardMonoMs } = fix;
  if (utcUs === undefined || !Number.isFinite(utcUs) || utcUs < time.floorUs) return time;
  const heard: TimeAnchor = { offsetUs: utcUs - heardMonoMs * 1_000, heardMonoMs };
  const { anchor, candidate } = time;
  if (anchor !== undefined && isNear(anchor, heard, latencyMaxMs)) {
    return { ...time, anchor: better(anchor, heard), candidate: undefined };
  }
  if (candidate === undefined) return { ...time, candidate: heard };
  const gapMs = heardMonoMs - candidate.heardMonoMs;
  if (gapMs >= 0 && gapMs < pairMinMs) return time;
  const isPair = gapMs <= pairMaxMs && isNear(candidate, heard, jitterMaxMs);
  if (gapMs < 0 || !isPair) return { ...time, candidate: heard };
  return { ...time, anchor: better(candidate, heard), candidate: undefined };
}

/** Whether two anchors agree within a margin and the drift of the time between them. */
function isNear(a: TimeAnchor, b: TimeAnchor, marginMs: number): boolean {
  const driftUs = Math.abs(b.heardMonoMs - a.heardMonoMs) * 1_000 * (driftPpm / 1_000_000);
  return Math.abs(b.offsetUs - a.offsetUs) <= marginMs * 1_000 + driftUs;
}

/** A sentence is never early: of two offsets the greater one came with less delay. */
function better(old: TimeAnchor, heard: TimeAnchor): TimeAnchor {
  const agedUs = (heard.heardMonoMs - old.heardMonoMs) * 1_000 * (driftPpm / 1_000_000);
  return heard.offsetUs >= old.offsetUs - agedUs ? heard : old;
}

/** What the time is now by satellites, with the bound of its error; undefined = not known. */
export function timeBy(
  { anchor, floorUs }: GnssTime,
  monoUs: number,
): { readonly wallUs: number; readonly wallErrMs: number } | undefined {
  if (anchor === undefined) return undefined;
  const ageMs = Math.max(0, monoUs / 1_000 - anchor.heardMonoMs);
  const wallUs = Math.round(monoUs + anchor.offsetUs);
  if (ageMs > holdoverMaxMs || wallUs < floorUs) return undefined;
  return { wallUs, wallErrMs: latencyMaxMs + Math.ceil((ageMs * driftPpm) / 1_000_000) };
}
