// Commands under replay, reorder, delay and power cuts: none is done twice, late or elsewhere.

import fc from "fast-check";
import { expect, it } from "vitest";
import { orderWords, type Order } from "../../../gateway/custody/orders/order.ts";
import { orderFor, receive } from "./orders.ts";
import { expectReached, seed } from "./property-seed.ts";
import { life, policies, wideLayout, type Step } from "./random-steps.ts";
import { Story } from "./story.ts";

/** Of all words these do the most, so they come more often. */
const opening = ["open", "collect-all"] as const;

/** What the network does with commands: a new one, or an old one again. */
const deliveries = fc.oneof(
  fc.record({
    word: fc.constantFrom(...orderWords, ...opening, ...opening),
    box: fc.constantFrom("ferry", "branch"),
    compartment: fc.integer({ min: 1, max: 3 }),
    lifeMs: fc.constantFrom(1_000, 30_000, 900_000, 2_000_000),
    isForThisBoot: fc.boolean(),
    isSentNow: fc.boolean(),
  }),
  fc.nat(30),
);
type Delivery = typeof deliveries extends fc.Arbitrary<infer D> ? D : never;

interface Lived {
  readonly story: Story;
  readonly given: ReadonlyMap<string, Order>;
}

function liveWith(steps: readonly (Step | Delivery)[]): Lived {
  const [policy] = policies;
  const story = Story.ready(policy, wideLayout);
  const given: Order[] = [];
  for (const step of steps) {
    if (typeof step === "number") {
      const again = given[step % Math.max(1, given.length)];
      if (again !== undefined) receive(story, again);
    } else if ("run" in step) step.run(story);
    else {
      const { word, box, compartment, lifeMs, isForThisBoot, isSentNow } = step;
      const deadlineMs = story.wallMs + lifeMs;
      const made = orderFor(story, word, { box, compartment, deadlineMs, parcel: "101" });
      given.push(isForThisBoot ? made : { ...made, bootId: "ee".repeat(16) });
      if (isSentNow) receive(story, given.at(-1) ?? made);
    }
  }
  return { story, given: new Map(given.map((one) => [one.command, one])) };
}

const lives = fc
  .tuple(life, fc.array(deliveries, { minLength: 10, maxLength: 60 }), fc.infiniteStream(fc.nat(3)))
  .map(([steps, sent, turns]) => {
    const left = [...sent];
    return steps.flatMap((step): (Step | Delivery)[] => {
      const count = Number(turns.next().value ?? 0);
      return [step, ...left.splice(0, count)];
    });
  });

it("no command is done twice, late, for another boot, or without its mark", () => {
  let openedCount = 0;
  fc.assert(
    fc.property(lives, (steps) => {
      const { story, given } = liveWith(steps);
      const accepted = new Set<string>();
      const executed = new Set<string>();
      let granted = 0;
      let opens = 0;
      for (const { fact, meta } of story.journal) {
        if (fact.kind === "CommandAccepted") {
          expect(accepted).not.toContain(fact.command);
          accepted.add(fact.command);
          const order = given.get(fact.command);
          expect(meta.wallMs).toBeLessThan(order?.deadlineMs ?? 0);
          expect(order?.bootId).toBe(meta.bootId);
          if (fact.word === "open") opens += 1;
          if (fact.word === "collect-all") opens += 3;
        }
        if (fact.kind === "CommandExecuted") {
          expect(accepted).toContain(fact.command);
          expect(executed).not.toContain(fact.command);
          executed.add(fact.command);
        }
        if (fact.kind === "AccessGranted" && fact.proof === "command") granted += 1;
        expect(granted).toBeLessThanOrEqual(opens);
      }
      openedCount += granted;
    }),
    { numRuns: 150, seed },
  );
  expectReached("commands", { openedCount });
});
