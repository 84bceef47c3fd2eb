// What the judge says of each kind of record, and that no disorder of delivery changes the ledger.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SealedEvent } from "@driftbox/proto";
import { judgeHello } from "../../broker/core/judge.ts";
import { openGaps } from "../../broker/core/parking.ts";
import { JudgeBench, verdicts } from "./judge-bench.ts";
import { SealedChain, idsOf, looseOrigin } from "./sealed-chain.ts";

const origin = looseOrigin();

function withForgedSeal(event: SealedEvent): SealedEvent {
  const seal = Uint8Array.from(event.record.seal);
  seal[5] = (seal[5] ?? 0) ^ 1;
  return { ...event, record: { ...event.record, seal } };
}

describe("one record after another", () => {
  it("appends a chain in order and calls its repetition duplicate", () => {
    const sealed = new SealedChain(origin).grow(3);
    const bench = new JudgeBench(sealed);
    expect(verdicts(bench.take(sealed.events))).toEqual(["append", "append", "append"]);
    expect(verdicts(bench.take(sealed.events))).toEqual(["duplicate", "duplicate", "duplicate"]);
    expect(bench.chain).toMatchObject({ epoch: 1, nextSeq: 3, standing: "accepted" });
  });

  it("parks what came early, names the hole, and appends it when the hole is filled", () => {
    const sealed = new SealedChain(origin).grow(5);
    const bench = new JudgeBench(sealed);
    expect(verdicts(bench.take(sealed.events.slice(2)))).toEqual(["gap", "gap", "gap"]);
    expect(openGaps(0, bench.parked)).toEqual([{ fromSeq: 0, toSeq: 1 }]);
    bench.take(sealed.events.slice(0, 2));
    expect(bench.appendedIds).toEqual(idsOf(sealed.events));
    expect(bench.parked.size).toBe(0);
  });

  it("parks no more than its limit and still gets everything by resending", () => {
    const sealed = new SealedChain(origin).grow(8);
    const bench = new JudgeBench(sealed, 2);
    const said = bench.take(sealed.events.slice(1));
    expect(said.filter((each) => each.verdict === "gap" && each.isParked)).toHaveLength(2);
    bench.take(sealed.events);
    expect(bench.appendedIds).toEqual(idsOf(sealed.events));
  });

  it("quarantines at two events with one sequence and keeps the other side", () => {
    const sealed = new SealedChain(origin).grow(3);
    const sibling = sealed.branchAfter(0).grow(1);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    const [said] = bench.take(sibling.events);
    expect(said).toMatchObject({ verdict: "fork", heldEventId: idsOf(sealed.events)[1] });
    expect(bench.chain.standing).toBe("quarantined");
    expect(verdicts(bench.take(sealed.seal() && sealed.events.slice(3)))).toEqual(["quarantined"]);
    expect(bench.chain.nextSeq).toBe(3);
  });

  it("quarantines at a branch off an event it never saw", () => {
    const sealed = new SealedChain(origin).grow(3);
    const sibling = sealed.branchAfter(0).grow(3);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events.slice(0, 2));
    expect(verdicts(bench.take(sibling.events.slice(1, 2)))).toEqual(["fork"]);
    expect(bench.chain).toMatchObject({ standing: "quarantined", nextSeq: 2 });
  });

  it("quarantines when the two sides of a fork wait for the same predecessor", () => {
    const sealed = new SealedChain(origin).grow(3);
    const sibling = sealed.branchAfter(0).grow(3);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events.slice(2));
    expect(verdicts(bench.take(sibling.events.slice(1, 2)))).toEqual(["fork", "fork"]);
    expect(bench.chain.standing).toBe("quarantined");
  });

  it("rejects a bad seal, a foreign gateway and a changed payload without believing any", () => {
    const sealed = new SealedChain(origin).grow(2);
    const foreign = new SealedChain(looseOrigin("other")).grow(1);
    const bench = new JudgeBench(sealed);
    const [first, second] = sealed.events as [SealedEvent, SealedEvent];
    const payload = Uint8Array.from(first.record.payload, (byte) => byte ^ 1);
    const changed = { ...first, record: { ...first.record, payload } };
    const said = bench.take([withForgedSeal(first), ...foreign.events, changed]);
    expect(said.map((each) => each.verdict === "reject" && each.code)).toEqual([
      "seal/invalid",
      "ingest/wrong-gateway",
      "seal/payload-hash",
    ]);
    expect(bench.chain.standing).toBe("accepted");
    bench.take([first, second]);
    expect(bench.chain.nextSeq).toBe(2);
  });

  it("does not quarantine for a fork nobody sealed", () => {
    const sealed = new SealedChain(origin).grow(2);
    const sibling = sealed.branchAfter(0).grow(1);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    expect(verdicts(bench.take(sibling.events.map(withForgedSeal)))).toEqual(["reject"]);
    expect(bench.chain.standing).toBe("accepted");
  });
});

describe("a new epoch", () => {
  it("declares lost what lies between the head and the recovery", () => {
    const sealed = new SealedChain(origin).grow(3);
    const recovery = sealed.recover(2, 7);
    const bench = new JudgeBench(sealed);
    const said = bench.take([...sealed.events.slice(0, 3), recovery, sealed.seal()]);
    expect(verdicts(said)).toEqual(["append", "append", "append", "append", "append"]);
    expect(said[3]).toMatchObject({ lost: { fromSeq: 3, toSeq: 6 } });
    expect(bench.chain).toMatchObject({ epoch: 2, nextSeq: 9 });
  });

  it("refuses a recovery behind the held head, without quarantine, until it names the head", () => {
    const sealed = new SealedChain(origin).grow(4);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    const behind = sealed.recover(1, 9);
    expect(verdicts(bench.take([behind, sealed.seal()]))).toEqual(["rollback", "gap"]);
    expect(bench.chain).toMatchObject({ standing: "accepted", nextSeq: 4 });
    const again = sealed.recover(3, 20);
    expect(verdicts(bench.take([again]))).toContain("append");
    expect(bench.chain).toMatchObject({ epoch: 3, nextSeq: 21 });
  });

  it("waits for what a recovery ahead of the head resumes after", () => {
    const sealed = new SealedChain(origin).grow(4);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events.slice(0, 2));
    const recovery = sealed.recover(3, 8);
    expect(verdicts(bench.take([recovery]))).toEqual(["gap"]);
    expect(verdicts(bench.take(sealed.events.slice(2, 4)))).toEqual(["append", "append", "append"]);
    expect(bench.chain).toMatchObject({ epoch: 2, nextSeq: 9 });
  });

  it("keeps events of an ended epoch as orphans and never appends them", () => {
    const sealed = new SealedChain(origin).grow(3);
    const lostCard = sealed.branchAfter(2).grow(2);
    const bench = new JudgeBench(sealed);
    bench.take([...sealed.events, sealed.recover(2, 6)]);
    expect(verdicts(bench.take(lostCard.events))).toEqual(["orphan", "orphan"]);
    expect(bench.chain).toMatchObject({ epoch: 2, nextSeq: 7, standing: "accepted" });
  });

  it("quarantines a recovery after an event other than the held head", () => {
    const sealed = new SealedChain(origin).grow(3);
    const sibling = sealed.branchAfter(1).grow(1);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    expect(verdicts(bench.take([sibling.recover(2, 6)]))).toEqual(["fork"]);
  });

  it("accepts a gateway that lost everything before its first word, and names the loss", () => {
    const sealed = new SealedChain(origin);
    const [said] = new JudgeBench(sealed).take([sealed.recover(-1, 4)]);
    expect(said).toMatchObject({ verdict: "append", lost: { fromSeq: 0, toSeq: 3 } });
  });

  it("sends a gateway that lost everything to the held head, even when that is the first", () => {
    const sealed = new SealedChain(origin).grow(1);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    expect(verdicts(bench.take([sealed.recover(-1, 4)]))).toEqual(["rollback"]);
    expect(bench.chain).toMatchObject({ standing: "accepted", nextSeq: 1 });
  });

  it("calls a hello behind the receipt a rollback", () => {
    const sealed = new SealedChain(origin).grow(3);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events);
    const at = (nextSeq: number, id: Uint8Array) =>
      judgeHello(bench.chain, { epoch: 1, nextSeq, headEventId: id });
    const newest = sealed.head.prev;
    expect([at(3, newest), at(9, newest), at(2, newest)]).toEqual(["level", "ahead", "rollback"]);
    expect(at(3, origin.enrollmentHash)).toBe("rollback");
  });
});

describe("the seals of a backlog", () => {
  it("checks one seal for a whole run and marks the others as covered", () => {
    const sealed = new SealedChain(origin).grow(20);
    const bench = new JudgeBench(sealed);
    bench.take(sealed.events.slice(0, 3));
    bench.sealChecks = 0;
    const said = bench.take(sealed.events.slice(1), "backlog");
    expect(bench.sealChecks).toBe(1);
    const states = said.flatMap((each) => (each.verdict === "append" ? [each.sealState] : []));
    expect(states).toEqual([...Array<string>(16).fill("chain"), "direct"]);
  });

  it("falls back to every seal when the newest is bad, and keeps the good ones", () => {
    const sealed = new SealedChain(origin).grow(4);
    const bench = new JudgeBench(sealed);
    const last = sealed.events[3] as SealedEvent;
    const said = bench.take([...sealed.events.slice(0, 3), withForgedSeal(last)], "backlog");
    expect(verdicts(said)).toEqual(["append", "append", "append", "reject"]);
    expect(said.every((each) => each.verdict !== "append" || each.sealState === "direct")).toBe(
      true,
    );
  });

  it("covers nothing beyond a broken link in the middle", () => {
    const sealed = new SealedChain(origin).grow(6);
    const sibling = sealed.branchAfter(1).grow(4);
    const bench = new JudgeBench(sealed);
    bench.take([...sealed.events.slice(0, 3), ...sibling.events.slice(1)], "backlog");
    expect(bench.chain).toMatchObject({ standing: "quarantined", nextSeq: 3 });
  });
});

describe("any delivery of a valid chain", () => {
  const sealed = new SealedChain(origin).grow(12);
  sealed.recover(11, 15);
  sealed.grow(6);
  const whole = idsOf(sealed.events);
  const count = sealed.events.length;
  const slice = fc.record({
    from: fc.nat(count - 1),
    length: fc.integer({ min: 1, max: 6 }),
    mark: fc.constantFrom("live" as const, "backlog" as const),
  });

  it("ends in the same ledger, appended in order, whatever is lost, repeated or reordered", () => {
    fc.assert(
      fc.property(fc.array(slice, { maxLength: 25 }), fc.integer({ min: 1, max: 9 }), (ds, cap) => {
        const bench = new JudgeBench(sealed, cap);
        for (const { from, length, mark } of ds) {
          bench.take(sealed.events.slice(from, from + length), mark);
          expect(bench.appendedIds).toEqual(whole.slice(0, bench.appended.length));
        }
        bench.take(sealed.events, "backlog");
        expect(bench.appendedIds).toEqual(whole);
        expect(bench.chain.standing).toBe("accepted");
        expect(bench.parked.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("never hides a fork once both sides were delivered", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.array(slice, { maxLength: 10 }), fc.boolean(), (at, ds, late) => {
        const sibling = sealed.branchAfter(at).grow(1);
        const bench = new JudgeBench(sealed);
        if (!late) bench.take(sibling.events);
        for (const { from, length } of ds) bench.take(sealed.events.slice(from, from + length));
        bench.take(sealed.events);
        bench.take(sibling.events);
        expect(bench.chain.standing).toBe("quarantined");
        const ids = bench.outcomes.flatMap((each) =>
          each.verdict === "append" || each.verdict === "fork" ? [each.candidate.eventId] : [],
        );
        expect(ids).toContain(idsOf(sibling.events)[0]);
      }),
      { numRuns: 60 },
    );
  });
});
