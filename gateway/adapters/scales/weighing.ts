// Whether a scale is loaded, from its raw counts: zero tracking, a threshold, and rest. Pure.

/** How a load cell was fitted; measured once with an empty and a loaded floor. */
export interface ScaleFitting {
  /** Counts of the empty compartment. */
  readonly emptyRaw: number;
  /** Counts for each gram; negative for a cell that is wired the other way round. */
  readonly rawPerGram: number;
  /** The lightest load that is told, in g. */
  readonly leastG: number;
}

export interface Weighing {
  /** Counts that stand for nothing: creeps after the cell's drift, never far. */
  readonly zeroRaw: number;
  /** What one look has to confirm before it is told. */
  readonly candidate: boolean | undefined;
  /** Undefined = not known yet. */
  readonly isLoaded: boolean | undefined;
}

/** A load that falls below this part of the least is gone: a scale at its threshold rests. */
const releasePart = 0.6;
/** Below this part of the least an empty scale follows its drift, */
const driftPart = 0.3;
/** by this part of it at each look, */
const driftStep = 0.02;
/** and never further from how it was fitted than so many times the least. */
const driftMaxCount = 4;

export function emptyScale({ emptyRaw }: ScaleFitting): Weighing {
  return { zeroRaw: emptyRaw, candidate: undefined, isLoaded: undefined };
}

/** Two looks on end must say the same: a scale swings when something is put on it. */
export function weighed(before: Weighing, raw: number, fitting: ScaleFitting): Weighing {
  const { rawPerGram, leastG } = fitting;
  const grams = (raw - before.zeroRaw) / rawPerGram;
  const limitG = before.isLoaded === true ? leastG * releasePart : leastG;
  const candidate = grams >= limitG;
  const isLoaded = candidate === before.candidate ? candidate : before.isLoaded;
  const isDrift = isLoaded === false && Math.abs(grams) <= leastG * driftPart;
  const zeroRaw = isDrift ? driftedZero(before.zeroRaw, raw, fitting) : before.zeroRaw;
  return { zeroRaw, candidate, isLoaded };
}

function driftedZero(zeroRaw: number, raw: number, fitting: ScaleFitting): number {
  const { emptyRaw, rawPerGram, leastG } = fitting;
  const mostRaw = Math.abs(rawPerGram) * leastG * driftMaxCount;
  const drifted = zeroRaw + (raw - zeroRaw) * driftStep;
  return Math.min(emptyRaw + mostRaw, Math.max(emptyRaw - mostRaw, drifted));
}
