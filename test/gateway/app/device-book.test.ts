// What the health page learns of input lines: their levels, and contacts that chatter.

import { describe, expect, it } from "vitest";
import { DeviceBook } from "../../../gateway/app/devices/device-book.ts";
import type { InputLine } from "../../../gateway/ports/devices.ts";

/** A door contact that says each level at a time of the test's clock. */
function bookOf(told: readonly (readonly [atMs: number, isActive: boolean | undefined])[]) {
  let nowMs = 0;
  let say: (isActive: boolean | undefined) => void = () => undefined;
  const line: InputLine = {
    id: "door-1",
    onLevel: (listener) => {
      say = listener;
      return () => undefined;
    },
    start: () => undefined,
    stop: () => Promise.resolve(),
  };
  const doors = [{ line, box: "box-a", compartment: 1 }];
  const book = new DeviceBook({ readers: [], boards: [], doors }, () => nowMs);
  for (const [atMs, isActive] of told) {
    nowMs = atMs;
    say(isActive);
  }
  return book.lines();
}

describe("a door contact on the health page", () => {
  it("that opens and shuts with its door is at rest", () => {
    const visit = [
      [0, true],
      [10_000, false],
      [10_300, true],
    ] as const;
    expect(bookOf(visit)).toEqual([{ id: "door-1", isActive: true, restlessCount: 0 }]);
  });

  it("that turns faster than a hand is restless, once for each such turn", () => {
    const chatter = [0, 10_000, 10_080, 10_160, 10_459].map(
      (atMs, at) => [atMs, at % 2 === 0] as const,
    );
    expect(bookOf(chatter)).toEqual([{ id: "door-1", isActive: true, restlessCount: 3 }]);
  });

  it("that cannot be read for a moment does not chatter", () => {
    const lost = [
      [0, true],
      [10, undefined],
      [20, false],
    ] as const;
    expect(bookOf(lost)).toEqual([{ id: "door-1", isActive: false, restlessCount: 0 }]);
  });
});
