// One presence is one tap, whatever the order in which media are repeated.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Presence } from "../../../gateway/adapters/readers/presence.ts";

const awayMs = 300;

/** Sights in order of time: which of four media, and how long after the sight before. */
const sights = fc.array(fc.tuple(fc.nat(3), fc.nat(450)), { maxLength: 60 });

describe("the presence of media in a field", () => {
  test("is one tap for any order of repeats within the away time", () => {
    fc.assert(
      fc.property(sights, (steps) => {
        const presence = new Presence({ awayMs });
        const lastMs = new Map<number, number>();
        let nowMs = 0;
        for (const [medium, afterMs] of steps) {
          nowMs += afterMs;
          const before = lastMs.get(medium);
          const isNew = before === undefined || nowMs - before >= awayMs;
          expect(presence.seen(`${medium}`, nowMs)).toBe(isNew);
          expect(presence.has(`${medium}`, nowMs)).toBe(true);
          lastMs.set(medium, nowMs);
        }
      }),
    );
  });

  test("tells two media that alternate apart, each once while it is held", () => {
    const presence = new Presence({ awayMs });
    const taps: string[] = [];
    for (let nowMs = 0; nowMs < 3_000; nowMs += 100) {
      for (const medium of ["a", "b"]) if (presence.seen(medium, nowMs)) taps.push(medium);
    }
    expect(taps).toEqual(["a", "b"]);
  });

  test("names each medium that left exactly once", () => {
    const presence = new Presence({ awayMs });
    presence.seen("a", 0);
    presence.seen("b", 200);
    expect(presence.takeAway(299)).toEqual([]);
    expect(presence.takeAway(300)).toEqual(["a"]);
    expect(presence.takeAway(600)).toEqual(["b"]);
    expect(presence.takeAway(900)).toEqual([]);
  });

  test("stays bounded: a newcomer replaces the medium not seen for longest", () => {
    const presence = new Presence({ awayMs, maxCount: 2 });
    presence.seen("a", 0);
    presence.seen("b", 1);
    presence.seen("a", 2);
    expect(presence.seen("c", 3)).toBe(true);
    expect(["a", "b", "c"].filter((medium) => presence.has(medium, 3))).toEqual(["a", "c"]);
  });

  test("stays bounded: where newcomers are ignored, a crowded field is steady", () => {
    const presence = new Presence({ awayMs, maxCount: 2, newcomer: "ignored" });
    presence.seen("a", 0);
    presence.seen("b", 0);
    expect(presence.seen("c", 100)).toBe(false);
    expect(presence.has("c", 100)).toBe(false);
    presence.seen("b", 200);
    expect(presence.seen("c", 300)).toBe(true);
    expect(["a", "b", "c"].filter((medium) => presence.has(medium, 300))).toEqual(["b", "c"]);
  });
});
