// The guard of MQTT frames: lengths are followed however the bytes are cut.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FrameGuard, frameMaxBytes } from "../../../gateway/adapters/mqtt/frame-guard.ts";

/** Fixed header of a PUBLISH of this length (MQTT 3.1.1, section 2.2.3). */
function head(length: number): number[] {
  const bytes = [0x30];
  let rest = length;
  do {
    const more = rest >= 128;
    bytes.push((rest % 128) + (more ? 128 : 0));
    rest = Math.floor(rest / 128);
  } while (rest > 0);
  return bytes;
}

function takeCut(guard: FrameGuard, bytes: Uint8Array, cuts: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const cut of [...cuts, bytes.length]) {
    const length = guard.take(bytes.subarray(at, at + cut));
    if (length !== undefined) found.push(length);
    at += cut;
    if (at >= bytes.length) break;
  }
  return found;
}

describe("the guard of frames", () => {
  it("lets every frame through that may come, and names the one that may not", () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 });
    const cuts = fc.array(fc.integer({ min: 1, max: 3_000 }), { maxLength: 60 });
    const large = fc.integer({ min: frameMaxBytes + 1, max: 268_435_455 });
    fc.assert(
      fc.property(lengths, large, cuts, (small, oversized, where) => {
        const frames = small.flatMap((length) => [...head(length), ...Array(length).fill(0xff)]);
        const good = Uint8Array.from(frames);
        const guard = new FrameGuard();
        expect(takeCut(guard, good, where)).toEqual([]);
        expect(guard.take(Uint8Array.from(head(oversized)))).toBe(oversized);
      }),
      { numRuns: 60 },
    );
  });

  it("refuses a length that never ends", () => {
    expect(new FrameGuard().take(Uint8Array.of(0x30, 0x80, 0x80, 0x80, 0x80))).toBe(Infinity);
  });

  it("takes the largest frame there may be", () => {
    expect(new FrameGuard().take(Uint8Array.from(head(frameMaxBytes)))).toBeUndefined();
  });
});
