// Time from satellites as an offset of UTC to the boot clock, believed only when fixes agree. Pure.

/** UTC = boot clock + `offsetUs`, learned from a fix that was heard at `heardMonoMs`. */
export interface TimeAnchor {
  readonly offsetUs: number;
  readonly heardMonoMs: number;
}

/** A time that contradicts what was believed, and how long fixes have agreed on it. */
export interface TimeRival {
  readonly anchor: TimeAnchor;
  readonly sinceMonoMs: number;
  readonly lastMonoMs: number;
}

export interface GnssTime {
  /** Undefined: no two fixes have agreed yet. */
  readonly anchor: TimeAnchor | undefined;
  /** When the anchor was taken; fixes agree with it since then. */
  readonly anchorSinceMonoMs: number;
  /** What a jump is measured from: the network's time, or an anchor that has proved itself. */
  readonly reference: TimeAnchor | undefined;
  /** A fix that waits for another one to agree with it. */
  readonly candidate: TimeAnchor | undefined;
  readonly rival: TimeRival | undefined;
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
/** By so much honest clocks may differ: below the floor less this, nothing is believed. */
export const floorToleranceUs = 300_000_000;
/** A time further than this from the reference is a jump. */
export const jumpMinMs = 300_000;
/** So long must fixes agree on a jump before it is believed, and on a time that measures jumps. */
export const agreeMinMs = 600_000;
/** A longer silence than this ends an agreement. */
const agreeGapMaxMs = 60_000;
/** Older than this an offset is worth less than any other clock. */
const holdoverMaxMs = 7 * 86_400_000;

export function newGnssTime(floorUs: number): GnssTime {
  const nothing = { candidate: undefined, rival: undefined, reference: undefined };
  return { anchor: undefined, anchorSinceMonoMs: 0, ...nothing, floorUs };
}

/** A floor only rises here; what was learned below it is forgotten. */
export function raiseFloor(time: GnssTime, wallUs: number): GnssTime {
  const floorUs = wallUs - floorToleranceUs;
  if (floorUs <= time.floorUs) return time;
  const isBelow = (one: TimeAnchor | undefined): boolean =>
    one !== undefined && one.heardMonoMs * 1_000 + one.offsetUs < floorUs;
  return {
    ...time,
    anchor: isBelow(time.anchor) ? undefined : time.anchor,
    candidate: isBelow(time.candidate) ? undefined : time.candidate,
    rival: isBelow(time.rival?.anchor) ? undefined : time.rival,
    floorUs,
  };
}

/**
 * The network keeps the clock: satellites are measured by it from now on. Only it may take the
 * floor back, after a clock that ran ahead.
 */
export function trustNetwork(time: GnssTime, good: TimeAnchor): GnssTime {
  const wallUs = good.heardMonoMs * 1_000 + good.offsetUs;
  const isFar = time.anchor !== undefined && isJump(good, time.anchor);
  return {
    ...time,
    anchor: isFar ? undefined : time.anchor,
    reference: good,
    floorUs: Math.min(time.floorUs, wallUs - floorToleranceUs),
  };
}

/**
 * Takes a fix. One that agrees with the anchor may only better it; one that does not must be
 * followed by another one like it before it replaces the anchor, and by minutes of agreement when
 * it is a jump.
 */
export function hearFix(time: GnssTime, fix: TimeFix): GnssTime {
  const { utcUs, heardMonoMs } = fix;
  if (utcUs === undefined || !Number.isFinite(utcUs) || utcUs < time.floorUs) return time;
  const heard: TimeAnchor = { offsetUs: utcUs - heardMonoMs * 1_000, heardMonoMs };
  const { anchor, candidate, rival } = time;
  if (anchor !== undefined && isNear(anchor, heard, latencyMaxMs)) return agree(time, heard);
  if (rival !== undefined && isNear(rival.anchor, heard, latencyMaxMs)) {
    return contend(time, rival, heard);
  }
  if (candidate === undefined) return { ...time, candidate: heard };
  const gapMs = heardMonoMs - candidate.heardMonoMs;
  if (gapMs >= 0 && gapMs < pairMinMs) return time;
  const isPair = gapMs <= pairMaxMs && isNear(candidate, heard, jitterMaxMs);
  if (gapMs < 0 || !isPair) return { ...time, candidate: heard };
  return take(time, better(candidate, heard), heardMonoMs);
}

/** A fix like the anchor: it betters it and ends every doubt. */
function agree(time: GnssTime, heard: TimeAnchor): GnssTime {
  const anchor = time.anchor === undefined ? heard : better(time.anchor, heard);
  const hasProved = heard.heardMonoMs - time.anchorSinceMonoMs >= agreeMinMs;
  const reference = hasProved ? anchor : time.reference;
  return { ...time, anchor, reference, candidate: undefined, rival: undefined };
}

/** Two fixes agree: they are believed at once unless their time is a jump. */
function take(time: GnssTime, heard: TimeAnchor, monoMs: number): GnssTime {
  const { reference } = time;
  if (reference !== undefined && isJump(reference, heard)) {
    const rival = { anchor: heard, sinceMonoMs: monoMs, lastMonoMs: monoMs };
    return { ...time, rival, candidate: undefined };
  }
  return believe({ ...time, reference: reference ?? heard }, heard, monoMs);
}

function believe(time: GnssTime, anchor: TimeAnchor, monoMs: number): GnssTime {
  return { ...time, anchor, anchorSinceMonoMs: monoMs, candidate: undefined, rival: undefined };
}

/** One more fix for a jump. */
function contend(time: GnssTime, rival: TimeRival, heard: TimeAnchor): GnssTime {
  const monoMs = heard.heardMonoMs;
  const isBroken = monoMs < rival.lastMonoMs || monoMs - rival.lastMonoMs > agreeGapMaxMs;
  if (isBroken) return { ...time, rival: undefined, candidate: heard };
  const anchor = better(rival.anchor, heard);
  if (monoMs - rival.sinceMonoMs < agreeMinMs) {
    return { ...time, rival: { ...rival, anchor, lastMonoMs: monoMs }, candidate: undefined };
  }
  return believe({ ...time, reference: anchor }, anchor, monoMs);
}

function isJump(from: TimeAnchor, to: TimeAnchor): boolean {
  return !isNear(from, to, jumpMinMs);
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

/** The time by satellites. */
export interface ToldTime {
  readonly wallUs: number;
  readonly wallErrMs: number;
  /** True while other fixes agree on another time: it is not to correct anything. */
  readonly isDisputed: boolean;
}

/** What the time is now by satellites, with the bound of its error; undefined = not known. */
export function timeBy({ anchor, rival, floorUs }: GnssTime, monoUs: number): ToldTime | undefined {
  if (anchor === undefined) return undefined;
  const ageMs = Math.max(0, monoUs / 1_000 - anchor.heardMonoMs);
  const wallUs = Math.round(monoUs + anchor.offsetUs);
  if (ageMs > holdoverMaxMs || wallUs < floorUs) return undefined;
  const isDisputed = rival !== undefined && monoUs / 1_000 - rival.lastMonoMs <= agreeGapMaxMs;
  return {
    wallUs,
    wallErrMs: latencyMaxMs + Math.ceil((ageMs * driftPpm) / 1_000_000),
    isDisputed,
  };
}
