// The life of a supervised line, step by step, without a line.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  backoffMs,
  defaultPacing,
  stepLine,
  type LineEffect,
  type LineInput,
  type LineState,
} from "../../../gateway/adapters/serial/line-state.ts";

const kinds = ["start", "stop", "opened", "probed", "failed", "due"] as const;

function inputOf(kind: (typeof kinds)[number], chance = 0): LineInput {
  if (kind === "failed") return { kind, reason: "unplugged", chance };
  return kind === "due" ? { kind, chance } : { kind };
}

function run(inputs: readonly (typeof kinds)[number][]): {
  state: LineState;
  effects: LineEffect[];
} {
  let state: LineState = { name: "stopped" };
  let effects: LineEffect[] = [];
  for (const kind of inputs) {
    const step = stepLine(state, inputOf(kind), defaultPacing);
    state = step.state;
    effects = [...step.effects];
  }
  return { state, effects };
}

describe("a supervised line", () => {
  test("opens, then probes, and is online only after the probe", () => {
    expect(run(["start"]).effects.at(-1)).toEqual({ kind: "open" });
    expect(run(["start", "opened"]).effects.at(-1)).toEqual({ kind: "probe" });
    expect(run(["start", "opened"]).state.name).toBe("probing");
    expect(run(["start", "opened", "probed"])).toEqual({
      state: { name: "online" },
      effects: [{ kind: "rest" }],
    });
  });

  test("is absent when its port cannot be opened, backing off when it was open and failed", () => {
    expect(run(["start", "failed"]).state.name).toBe("absent");
    expect(run(["start", "opened", "failed"]).state.name).toBe("backing-off");
    expect(run(["start", "opened", "probed", "failed"]).state.name).toBe("backing-off");
  });

  test("gives up an opening and a probe that take too long", () => {
    expect(run(["start", "due"])).toMatchObject({
      state: { name: "absent", reason: "the port did not open in time" },
      effects: [{ kind: "close" }, { kind: "wait" }],
    });
    expect(run(["start", "opened", "due"]).state.name).toBe("backing-off");
  });

  test("waits 0.5, 1, 2 ... 30 s between attempts and starts over after it was online", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 200].map((n) => backoffMs(n, 0, defaultPacing));
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    const recovered = run([
      "start",
      "failed",
      "due",
      "failed",
      "due",
      "opened",
      "probed",
      "failed",
    ]);
    expect(recovered.effects.at(-1)).toEqual({ kind: "wait", ms: 500 });
  });

  test("shortens a wait by chance, never lengthens it and never to nothing", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), chance, (failures, value) => {
        const ms = backoffMs(failures, value, defaultPacing);
        expect(ms).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** (failures - 1)));
        expect(ms).toBeGreaterThanOrEqual(375);
      }),
    );
  });

  test("whatever happens, closes what it opened before it opens again, and always has a way on", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 60 }), (inputs) => {
        let state: LineState = { name: "stopped" };
        let isOpen = false;
        let hasTimer = false;
        for (const kind of inputs) {
          const step = stepLine(state, inputOf(kind), defaultPacing);
          if (kind === "due") hasTimer &&= step.state === state;
          for (const effect of step.effects) {
            if (effect.kind === "open") expect(isOpen).toBe(false);
            if (effect.kind === "open" || effect.kind === "close") isOpen = effect.kind === "open";
            if (effect.kind === "wait" || effect.kind === "rest") hasTimer = effect.kind === "wait";
          }
          state = step.state;
          const isResting = state.name === "stopped" || state.name === "online";
          expect(hasTimer).toBe(!isResting);
        }
      }),
    );
  });
});
