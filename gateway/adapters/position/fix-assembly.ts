// Puts a fix together from the sentences that a receiver sends each second. Pure.

import type { PositionFix } from "../../ports/devices.ts";
import type { GgaSentence, NmeaSentence, RmcSentence } from "./nmea-sentence.ts";

/** What a sentence makes of the position: a new fix, none any more, or nothing new. */
export type FixVerdict = PositionFix | "none" | "nothing-new";

/** The last sentence of each type and when it was heard. */
export interface FixAssembly {
  readonly gga: { readonly sentence: GgaSentence; readonly heardMonoMs: number } | undefined;
  readonly rmcMonoMs: number | undefined;
}

export const newAssembly: FixAssembly = { gga: undefined, rmcMonoMs: undefined };

/** Sentences of one fix come within a second; older ones are of another fix. */
const togetherMs = 3_000;
/** GGA quality of a position that is computed from course and speed only. */
const estimated = 6;
/** Modes of RMC that are no position: not valid, simulator, set by hand. */
const pretending: ReadonlySet<string> = new Set(["N", "S", "M"]);
const qualityOfMode: Readonly<Record<string, number>> = { D: 2, P: 2, R: 4, F: 5, E: estimated };

export interface FixStep {
  readonly assembly: FixAssembly;
  readonly verdict: FixVerdict;
}

/** RMC makes the fix, for it has the date; GGA only where a receiver sends no RMC. */
export function assembleFix(
  before: FixAssembly,
  sentence: NmeaSentence,
  heardMonoMs: number,
): FixStep {
  if (sentence.type === "other") return { assembly: before, verdict: "nothing-new" };
  if (sentence.type === "RMC") {
    const assembly = { ...before, rmcMonoMs: heardMonoMs };
    return { assembly, verdict: fixOfRmc(before, sentence, heardMonoMs) };
  }
  const assembly = { ...before, gga: { sentence, heardMonoMs } };
  const hasRmc = isRecent(before.rmcMonoMs, heardMonoMs);
  return { assembly, verdict: hasRmc ? "nothing-new" : fixOfGga(sentence, heardMonoMs) };
}

function isRecent(monoMs: number | undefined, nowMs: number): boolean {
  return monoMs !== undefined && nowMs - monoMs <= togetherMs;
}

function fixOfRmc({ gga }: FixAssembly, rmc: RmcSentence, heardMonoMs: number): FixVerdict {
  const beside = isRecent(gga?.heardMonoMs, heardMonoMs) ? gga?.sentence : undefined;
  const quality = qualityOfMode[rmc.mode] ?? beside?.quality ?? 1;
  if (rmc.at === undefined || pretending.has(rmc.mode) || quality === 0) return "none";
  return {
    ...rmc.at,
    speedKnots: rmc.speedKnots,
    courseDegrees: rmc.courseDegrees,
    quality,
    satelliteCount: beside?.satelliteCount,
    // Without satellites the receiver's clock runs on by itself and vouches for nothing.
    utcUs: quality === estimated ? undefined : rmc.utcUs,
    heardMonoMs,
  };
}

function fixOfGga(gga: GgaSentence, heardMonoMs: number): FixVerdict {
  const { at, quality, satelliteCount } = gga;
  if (at === undefined || quality > estimated) return "none";
  const untold = { speedKnots: undefined, courseDegrees: undefined, utcUs: undefined };
  return { ...at, ...untold, quality, satelliteCount, heardMonoMs };
}
