// Pure parts of the shell: the input queue's overflow, backoff, room classes, the recovery switch.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backoffMs, shareOf } from "../../../gateway/app/uplink/backoff.ts";
import { epochMargin, planBehind, planBoot } from "../../../gateway/app/chain/chain-recovery.ts";
import { InputQueue } from "../../../gateway/app/loop/input-queue.ts";
import { roomOf, weakestRoom } from "../../../gateway/app/loop/room-class.ts";
import type { Input } from "../../../gateway/custody/index.ts";
import type { ClockReading } from "../../../gateway/ports/runtime.ts";
import { gatewayId, genesis } from "./fixtures.ts";

function door(box: string, isOpen: boolean | undefined): Input {
  return { kind: "DoorReported", box, compartment: 1, isOpen };
}

const badge: Input = {
  kind: "BadgePresented",
  reader: "r",
  box: "a",
  badgeRef: "ab",
  assurance: "identifier",
};

function at(monoMs: number): ClockReading {
  return { monoUs: monoMs * 1_000, wallUs: 0, wallErrMs: undefined, source: "none" };
}

function levels(queue: InputQueue, box: string): (boolean | undefined)[] {
  const found: (boolean | undefined)[] = [];
  for (let next = queue.take(0); next !== undefined; next = queue.take(0)) {
    const { input } = next;
    if (input.kind === "DoorReported" && input.box === box) found.push(input.isOpen);
  }
  return found;
}

describe("the input queue", () => {
  it("keeps every report, and when it came in, while there is room", () => {
    const queue = new InputQueue(4);
    for (const [index, isOpen] of [true, false, true].entries()) {
      queue.offer(door("a", isOpen), at(index));
    }
    expect([queue.take(9), queue.take(9), queue.take(9)]).toEqual([
      { input: door("a", true), reading: at(0) },
      { input: door("a", false), reading: at(1) },
      { input: door("a", true), reading: at(2) },
    ]);
  });

  it("drops what a sensor repeats and refuses badges when it is full", () => {
    const queue = new InputQueue(2);
    queue.offer(door("a", true), at(0));
    queue.offer(badge, at(0));
    expect(queue.offer(door("a", true), at(5))).toBe("coalesced");
    expect(queue.offer(badge, at(5))).toBe("refused");
    expect(queue.offer(door("b", true), at(5))).toBe("queued");
    expect(queue.counts).toEqual({ coalesced: 1, refused: 1, stale: 0 });
    expect(queue.take(5)).toEqual({ input: door("a", true), reading: at(0) });
  });

  it("never loses that a door was open, nor how it stands in the end", () => {
    const level = fc.constantFrom(true, false, undefined);
    fc.assert(
      fc.property(fc.array(level, { minLength: 1, maxLength: 20 }), (reported) => {
        const queue = new InputQueue(0);
        for (const isOpen of reported) queue.offer(door("a", isOpen), at(0));
        const kept = levels(queue, "a");
        expect(kept.includes(true)).toBe(reported.includes(true));
        expect(kept.at(-1)).toBe(reported.at(-1));
      }),
    );
  });

  it("never holds more than its bound and three reports a source", () => {
    const boxes = fc.constantFrom("a", "b", "c");
    const inputs = fc.oneof(
      fc.tuple(boxes, fc.boolean()).map(([box, isOpen]) => door(box, isOpen)),
      fc.constant(badge),
    );
    fc.assert(
      fc.property(fc.array(inputs, { maxLength: 60 }), (offered) => {
        const queue = new InputQueue(5);
        for (const input of offered) queue.offer(input, at(0));
        expect(queue.length).toBeLessThanOrEqual(5 + 3 * 3);
      }),
    );
  });
});

describe("backoff", () => {
  it("stays inside a bound that doubles up to its maximum", () => {
    const bounds = { baseMs: 1_000, maxMs: 60_000 };
    fc.assert(
      fc.property(fc.nat(50), fc.uint8Array({ minLength: 4, maxLength: 4 }), (failures, random) => {
        const waitMs = backoffMs(bounds, failures, shareOf(random));
        expect(waitMs).toBeGreaterThanOrEqual(0);
        expect(waitMs).toBeLessThanOrEqual(Math.min(60_000, 1_000 * 2 ** failures));
      }),
    );
    expect(backoffMs(bounds, 0, 0.999)).toBe(999);
    expect(backoffMs(bounds, 3, 0.5)).toBe(4_000);
    expect(backoffMs(bounds, 40, 0.5)).toBe(30_000);
  });
});

describe("room", () => {
  it("is an opening's as soon as one fact begins one, and a group fails with its weakest", () => {
    const heartbeat = { kind: "Heartbeat", reason: "periodic", outboxCount: 0 } as const;
    const forced = { kind: "DoorForced", box: "a", compartment: 1 } as const;
    expect(roomOf([{ ...heartbeat, storageFreeBytes: 0 }])).toBe("telemetry");
    expect(roomOf([{ ...heartbeat, storageFreeBytes: 0 }, forced])).toBe("closing");
    expect(weakestRoom(["closing", "telemetry", "opening"])).toBe("telemetry");
    expect(weakestRoom(["closing", "opening"])).toBe("opening");
  });
});

describe("the recovery switch", () => {
  const publicKey = new Uint8Array(32).fill(3);
  const prev = new Uint8Array(32).fill(1);
  const eventId = new Uint8Array(32).fill(2);
  const head = { gatewayId, keyEpoch: 2, nextSeq: 50, prev };
  const held = { nextSeq: 40, eventId, epoch: 2, issuedUs: 1 };
  const clean = { recovery: "clean", highestSeqBeyond: undefined } as const;

  it("goes on where a clean journal ends, also when its tail was torn", () => {
    for (const recovery of ["clean", "torn-tail"] as const) {
      const report = { ...clean, recovery };
      expect(planBoot({ report, head, held, publicKey })).toEqual({ recovery, epoch: undefined });
    }
  });

  it("sees a restored image by the receipt that is ahead of it", () => {
    const ahead = { ...held, nextSeq: 80, epoch: 4 };
    const plan = planBoot({ report: clean, head, held: ahead, publicKey });
    expect(plan.recovery).toBe("restored-image");
    expect(plan.epoch?.head).toEqual({
      gatewayId,
      keyEpoch: 5,
      nextSeq: 80 + epochMargin,
      prev: eventId,
    });
    expect(plan.epoch?.fact).toMatchObject({ resumesAfterSeq: 79, resumesAfterEventId: eventId });
    expect(planBehind(head, ahead, publicKey)).toEqual(plan.epoch);
  });

  it("never reuses a number that lies beyond damage or under a receipt", () => {
    fc.assert(
      fc.property(
        fc.nat(100),
        fc.option(fc.nat(100), { nil: undefined }),
        fc.option(fc.nat(100), { nil: undefined }),
        (nextSeq, highestSeqBeyond, receiptSeq) => {
          const report = { recovery: "damage", highestSeqBeyond } as const;
          const receipt = receiptSeq === undefined ? undefined : { ...held, nextSeq: receiptSeq };
          const found = { report, head: { ...head, nextSeq }, held: receipt, publicKey };
          const plan = planBoot(found).epoch;
          expect(plan?.head.keyEpoch).toBe(3);
          expect(plan?.head.nextSeq).toBeGreaterThanOrEqual(nextSeq);
          expect(plan?.head.nextSeq).toBeGreaterThanOrEqual(receiptSeq ?? 0);
          expect(plan?.head.nextSeq).toBeGreaterThan(highestSeqBeyond ?? -1);
          expect(plan?.head.prev).toEqual(plan?.fact.resumesAfterEventId);
          expect(plan?.fact.resumesAfterSeq).toBeLessThan(plan?.head.nextSeq ?? 0);
        },
      ),
    );
  });

  it("skips number 0 when even the first record is damaged", () => {
    const empty = { gatewayId, keyEpoch: 0, nextSeq: 0, prev: genesis };
    const report = { ...clean, recovery: "damage" } as const;
    const plan = planBoot({ report, head: empty, held: undefined, publicKey }).epoch;
    expect(plan?.head).toMatchObject({ nextSeq: 1, prev: genesis });
  });
});
