// Commands whose deadline passes while they wait: no coil is energized for them afterwards.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runningOrders } from "../../../gateway/custody/orders/order-marks.ts";
import { command, answersOf, orderFor, receive } from "./orders.ts";
import { wideLayout } from "./random-steps.ts";
import { compiled, ferry, only, Story } from "./story.ts";

/** Time until which the command that came last may open, by the monotonic clock. */
function deadlineOf(story: Story): number {
  const accepted = story.journal.findLast(({ fact }) => fact.kind === "CommandAccepted");
  if (accepted?.fact.kind !== "CommandAccepted") return 0;
  return (accepted.fact.deadlineMonoUs ?? 0) / 1_000;
}

/** The courier's opening keeps the coil of the supply group for a while. */
function waiting(lifeMs: number): Story {
  const story = Story.ready(compiled({}, wideLayout), wideLayout);
  story.badge("courier", "ferry");
  command(story, "open", { box: "branch", deadlineMs: story.wallMs + lifeMs });
  return story;
}

describe("a command to open that waits for its coil", () => {
  it("is opened in its turn while there is time", () => {
    const story = waiting(60_000);
    story.pulseEnds();
    story.elapse(4_000);
    expect(story.pulses.map(({ box }) => box)).toContain("branch");
  });

  it("is late, and never pulsed, once its deadline has passed", () => {
    const story = waiting(200);
    expect(answersOf(story.elapse(60_000))).toEqual(["late"]);
    story.pulseEnds();
    story.elapse(60_000);
    expect(story.pulses).toHaveLength(1);
  });

  it("leaves the next ones theirs, although its timer has not come yet", () => {
    const story = waiting(200);
    story.monoMs += 201;
    story.wallMs += 201;
    const again = { box: "branch", deadlineMs: story.wallMs + 60_000 };
    expect(answersOf(command(story, "open", again))).toEqual(["late"]);
    expect(answersOf(command(story, "open", again))).toEqual(["busy"]);
    story.pulseEnds();
    story.elapse(4_000);
    expect(story.pulses.map(({ box }) => box)).toContain("branch");
    story.swing(["branch", 1]);
    expect(runningOrders(story.state.durable.orders)).toEqual([]);
  });

  it("gives its driver no longer than until its deadline", () => {
    const story = Story.ready();
    command(story, "open", { deadlineMs: story.wallMs + 300 });
    const [pulse] = story.pulses;
    expect(pulse?.deadlineMonoMs).toBe(deadlineOf(story));
    expect(pulse?.deadlineMonoMs).toBe(story.monoMs + 300);
  });

  it("is not tried again after a jam when its deadline has passed meanwhile", () => {
    const story = Story.ready();
    command(story, "open", { deadlineMs: story.wallMs + 1_000 });
    story.pulseEnds();
    expect(answersOf(story.elapse(60_000))).toEqual(["jammed"]);
    expect(story.pulses).toHaveLength(1);
  });

  it("keeps its time when the wall clock is set back meanwhile", () => {
    const story = waiting(2_000);
    story.wallMs -= 365 * 86_400_000;
    story.elapse(60_000);
    story.pulseEnds();
    story.elapse(60_000);
    expect(story.pulses).toHaveLength(1);
  });
});

it("a round goes on to no compartment after the deadline of its command", () => {
  const story = Story.ready(compiled({}, wideLayout), wideLayout);
  for (const [at, parcel] of [1, 2].map((number) => [number, `${number}00`] as const)) {
    story.visit("depositor", ["branch", at], { tags: [parcel], leaves: true });
  }
  const occupied = ["branch", 1] as const;
  const lives = { deadlineMs: story.wallMs + 30_000 };
  const begun = story.pulses.length;
  command(story, "collect-all", { box: "branch", ...lives });
  expect(story.pulses).toHaveLength(begun + 1);
  story.pulseEnds();
  story.swing([...occupied]);
  story.elapse(31_000);
  expect(answersOf(story.shut([...occupied]))).toEqual(["opened 1 of 2"]);
  story.elapse(60_000);
  expect(story.pulses).toHaveLength(begun + 1);
});

it("no life and no pace of boards lets a command pulse after its deadline", () => {
  let lateCount = 0;
  let pulsedCount = 0;
  const waits = fc.array(fc.integer({ min: 1, max: 4_000 }), { minLength: 4, maxLength: 12 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_000 }),
      fc.nat(3_000),
      waits,
      (lifeMs, sentMs, paces) => {
        const story = Story.ready(compiled({}, wideLayout), wideLayout);
        story.badge("courier", "ferry");
        const order = orderFor(story, "open", { box: "branch", deadlineMs: story.wallMs + lifeMs });
        story.elapse(sentMs);
        receive(story, order);
        for (const ms of paces) {
          story.elapse(ms);
          if (story.pulses.length > 0) story.pulseEnds();
        }
        const answers = answersOf(story.elapse(60_000));
        if (answers.includes("late")) lateCount += 1;
        const own = story.pulses.filter(({ box }) => box === "branch");
        pulsedCount += own.length;
        for (const { intentSeq, deadlineMonoMs } of own) {
          const at = story.journal[intentSeq]?.meta.wallMs ?? Infinity;
          expect(at).toBeLessThanOrEqual(order.deadlineMs);
          expect(deadlineMonoMs).toBeLessThanOrEqual(deadlineOf(story));
        }
      },
    ),
    { numRuns: 200, seed: 20_261_122 },
  );
  expect(pulsedCount).toBeGreaterThan(20);
});

describe("a command that never reached its judgment", () => {
  it("is recorded as refused, and not done when it comes again", () => {
    const story = Story.ready();
    const order = orderFor(story, "open");
    const missed = { kind: "CommandMissed", command: order.command, reason: "stale" } as const;
    expect(only(story.when(missed), "CommandRefused")).toMatchObject({
      command: order.command,
      reason: "stale",
    });
    expect(answersOf(receive(story, order))).toEqual(["repeated"]);
    expect(answersOf(story.when(missed))).toEqual(["repeated"]);
    expect(story.pulses).toEqual([]);
    expect(story.parcelsAt(ferry)).toEqual([]);
  });
});
