// One fix from the sentences of a second: which sentence makes it, and when there is none.

import { describe, expect, it } from "vitest";
import {
  assembleFix,
  newAssembly,
  type FixVerdict,
} from "../../../gateway/adapters/position/fix-assembly.ts";
import type {
  GgaSentence,
  NmeaSentence,
  RmcSentence,
} from "../../../gateway/adapters/position/nmea-sentence.ts";

const at = { latitude: 29.9854, longitude: 122.2072 };
const rmc: RmcSentence = {
  type: "RMC",
  at,
  speedKnots: 11,
  courseDegrees: 90,
  utcUs: 1_790_000_000_000_000,
  mode: "A",
};
const gga: GgaSentence = { type: "GGA", at, quality: 2, satelliteCount: 9 };

/** Verdicts of sentences heard one second apart. */
function verdicts(...sentences: readonly NmeaSentence[]): readonly FixVerdict[] {
  let assembly = newAssembly;
  return sentences.map((sentence, index) => {
    const step = assembleFix(assembly, sentence, 1_000 * index);
    ({ assembly } = step);
    return step.verdict;
  });
}

describe("a fix", () => {
  it("is made by RMC, with quality and satellites of the GGA beside it", () => {
    const [first, second] = verdicts(gga, rmc);
    expect(first).toMatchObject({ quality: 2, utcUs: undefined });
    expect(second).toMatchObject({ ...at, quality: 2, satelliteCount: 9, utcUs: rmc.utcUs });
    expect(verdicts(rmc, gga)).toMatchObject([{ quality: 1 }, "nothing-new"]);
  });

  it("has the quality of RMC's own mode where there is no GGA", () => {
    expect(verdicts({ ...rmc, mode: "D" })).toMatchObject([{ quality: 2 }]);
    expect(verdicts({ ...rmc, mode: "" })).toMatchObject([{ quality: 1 }]);
  });

  it("is made by GGA alone once no RMC was heard for a while, without a time", () => {
    const other = { type: "other" } as const;
    const told = verdicts(rmc, other, other, other, gga);
    expect(told.at(-1)).toMatchObject({ ...at, quality: 2, utcUs: undefined });
  });

  it("is none when RMC is void, GGA says so, or the receiver pretends", () => {
    expect(verdicts({ ...rmc, at: undefined })).toEqual(["none"]);
    expect(verdicts({ ...gga, at: undefined, quality: 0 }, rmc)).toEqual(["none", "none"]);
    for (const mode of ["N", "S", "M"]) expect(verdicts({ ...rmc, mode })).toEqual(["none"]);
    expect(verdicts({ ...gga, quality: 8 })).toEqual(["none"]);
  });

  it("that is only estimated tells a place but no time", () => {
    expect(verdicts({ ...rmc, mode: "E" })).toMatchObject([{ quality: 6, utcUs: undefined }]);
  });

  it("does not use the GGA of long ago", () => {
    const other = { type: "other" } as const;
    const told = verdicts(gga, other, other, other, rmc);
    expect(told.at(-1)).toMatchObject({ quality: 1, satelliteCount: undefined });
  });
});
