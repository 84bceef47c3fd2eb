// Who has a parcel: one custodian each, through every fact that moves one, and for how long.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { evolve } from "../../../gateway/custody/evolve.ts";
import { bounds } from "../../../gateway/custody/layout.ts";
import { custodianOf } from "../../../gateway/custody/parcels/custodians.ts";
import { carriedMaxMs } from "../../../gateway/custody/parcels/forgetting.ts";
import { custodyOf } from "../../../gateway/custody/parcels/holdings.ts";
import {
  isEachHeldOnce,
  isEachMovedKnown,
} from "../../../gateway/custody/parcels/one-custodian.ts";
import { foldEvents, snapshotOf, type CustodySnapshot } from "../../../gateway/custody/replay.ts";
import { initialState, type State } from "../../../gateway/custody/state.ts";
import { anyFact, collected, deposited, sealed } from "./custody-facts.ts";
import { ferry, layout, Story, wallStartMs } from "./story.ts";

const always = { isWallDisciplined: true } as const;

/** `monoMs`: when all of it happens, in one boot. */
function fold(facts: readonly Fact[], from: State = initialState(layout), monoMs = 0): State {
  return facts.reduce((state, fact) => {
    const { nextSeq: seq } = state.durable;
    return evolve(state, fact, { seq, monoMs, wallMs: wallStartMs, ...always, bootId: "00" });
  }, from);
}

function custodian(state: State, parcel: string) {
  return custodianOf(custodyOf(state.durable), parcel);
}

const heartbeat: Fact = {
  kind: "Heartbeat",
  reason: "periodic",
  outboxCount: 0,
  storageFreeBytes: 0,
};

describe("a parcel", () => {
  it("is in the compartment's custody once deposited, and in a person's once collected", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["1"], leaves: true });
    expect(custodian(story.state, "1")).toEqual({
      kind: "compartment",
      key: "ferry#1",
      isVerified: true,
    });
    story.visit("courier", ferry, { tags: ["1"], leaves: false });
    expect(custodian(story.state, "1")).toEqual({ kind: "person", person: "p-courier" });
    story.powerCut();
    expect(custodian(story.state, "1")).toEqual({ kind: "person", person: "p-courier" });
  });

  it("that is gone from its compartment is in the custody of nobody known", () => {
    const story = Story.ready();
    story.visit("depositor", ferry, { tags: ["1"], leaves: true });
    story.presence(ferry, false);
    story.elapse(1_000);
    expect(custodian(story.state, "1")).toEqual({ kind: "unknown" });
  });

  it("is unknown where its compartment can remember no more", () => {
    const many = Array.from({ length: bounds.parcelsMaxCount + 1 }, (_, n) => `p${n}`);
    const state = fold(many.map((parcel) => deposited(parcel)));
    expect(custodian(state, "p0")).toMatchObject({ kind: "compartment" });
    expect(custodian(state, `p${bounds.parcelsMaxCount}`)).toEqual({ kind: "unknown" });
  });

  it("that nobody moved is not known", () => {
    expect(custodian(initialState(layout), "1")).toBeUndefined();
    expect(custodian(initialState(layout), "constructor")).toBeUndefined();
  });

  it("is kept with a person for thirty days", () => {
    const state = fold([collected("1", "a")], undefined, 5_000);
    const later = fold([heartbeat], state, 5_000 + carriedMaxMs);
    expect(custodian(later, "1")).toEqual({ kind: "person", person: "a" });
    const old = fold([heartbeat], later, 5_000 + carriedMaxMs + 1);
    expect(custodian(old, "1")).toBeUndefined();
  });

  it("is kept although a clock says that a year has passed, or that it was taken long ago", () => {
    const yearMs = 365 * 86_400_000;
    for (const [takenMs, toldMs] of [
      [wallStartMs, wallStartMs + yearMs],
      [wallStartMs - yearMs, wallStartMs],
    ] as const) {
      const at = { bootId: "00", monoMs: 1_000, ...always };
      const seq = initialState(layout).durable.nextSeq;
      const fact = collected("1", "a");
      const state = evolve(initialState(layout), fact, { ...at, seq, wallMs: takenMs });
      const told = evolve(state, heartbeat, { ...at, seq: seq + 1, wallMs: toldMs });
      expect(custodian(told, "1")).toEqual({ kind: "person", person: "a" });
    }
  });

  it("is forgotten after thirty days of running, in however many boots", () => {
    const dayMs = 86_400_000;
    let state = fold([collected("1", "a")]);
    const boot = (day: number): void => {
      for (const monoMs of [1_000, dayMs]) {
        const { nextSeq: seq } = state.durable;
        const meta = { seq, monoMs, wallMs: 0, ...always, bootId: String(day) };
        state = evolve(state, heartbeat, meta);
      }
    };
    for (let day = 1; day <= 30; day += 1) boot(day);
    expect(custodian(state, "1")).toEqual({ kind: "person", person: "a" });
    boot(31);
    expect(custodian(state, "1")).toBeUndefined();
  });

  it("that an earlier version stored by the wall clock is kept for thirty days from then on", () => {
    const { durable, ...others } = snapshotOf(initialState(layout));
    const carried = { "1": { by: "person", person: "a", seq: 0, wallMs: 1 } } as const;
    const stored = { ...others, durable: { ...durable, runMs: 5_000, holdings: { carried } } };
    const state = foldEvents(layout, stored, []);
    expect(custodian(fold([heartbeat], state, carriedMaxMs - 10_000), "1")).toBeDefined();
    expect(custodian(fold([heartbeat], state, carriedMaxMs + 1), "1")).toBeUndefined();
  });

  it("is kept for as long as an open manifest expects it", () => {
    const opened: Fact = { kind: "ManifestOpened", manifest: "m", voyage: "v", expected: ["1"] };
    const state = fold([collected("1", "a"), opened]);
    const old = fold([heartbeat], state, 2 * carriedMaxMs);
    expect(custodian(old, "1")).toEqual({ kind: "person", person: "a" });
    const lists = { expected: ["1"], found: ["1"], missing: [], extra: [] };
    const closed: Fact = { kind: "ManifestClosed", manifest: "m", ...lists, persons: ["a", "b"] };
    expect(custodian(fold([closed], old), "1")).toBeUndefined();
  });

  it("in a container that is forgotten is forgotten with it", () => {
    const facts = [collected("1", "a"), collected("red", "a"), sealed("red", ["1"], "a")];
    const state = fold(facts);
    expect(custodian(state, "1")).toEqual({ kind: "person", person: "a" });
    const old = fold([heartbeat], state, carriedMaxMs + 1);
    expect(old.durable.holdings).toMatchObject({ carried: new Map(), containers: {} });
  });

  it("gives way to newer ones beyond the bound, the one moved longest ago first", () => {
    const many = Array.from({ length: bounds.carriedMaxCount + 1 }, (_, n) => `p${n}`);
    const state = fold(many.map((parcel) => collected(parcel, "a")));
    expect(state.durable.holdings.carried.size).toBe(bounds.carriedMaxCount);
    expect(custodian(state, "p0")).toBeUndefined();
    expect(custodian(state, "p1")).toBeDefined();
  });

  it("gives way in the same order after a restart, which keeps numbers in no order of its own", () => {
    const many = Array.from({ length: bounds.carriedMaxCount }, (_, n) => `${9_999 - n}`);
    const state = fold(many.map((parcel) => collected(parcel, "a")));
    const stored: CustodySnapshot = JSON.parse(JSON.stringify(snapshotOf(state)));
    const restarted = foldEvents(layout, stored, []);
    expect([...restarted.durable.holdings.carried]).toEqual([...state.durable.holdings.carried]);
    const after = fold([collected("new", "a")], restarted);
    expect(custodian(after, "9999")).toBeUndefined();
    expect(custodian(after, "9998")).toBeDefined();
  });
});

describe("whatever is stated", () => {
  it("each parcel has exactly one custodian", () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 40, size: "max" }), (facts) => {
        let state = initialState(layout);
        for (const fact of facts) {
          state = fold([fact], state, wallStartMs);
          const custody = custodyOf(state.durable);
          expect(isEachHeldOnce(custody)).toBe(true);
          expect(isEachMovedKnown(custody, [fact])).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
