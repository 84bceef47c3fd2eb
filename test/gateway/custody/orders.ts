// Commands as the desk hands them to the core: with every field, for the boot of a story.

import type { Fact } from "@driftbox/proto";
import type { Order, OrderWord } from "../../../gateway/custody/orders/order.ts";
import type { Story } from "./story.ts";

let madeCount = 0;

/** A command for the ferry's box, issued now and good for a minute. */
export function orderFor(story: Story, word: OrderWord, change: Partial<Order> = {}): Order {
  madeCount += 1;
  return {
    command: `c-${madeCount}`,
    isOwn: true,
    bootId: story.state.durable.bootId,
    issuedMs: story.wallMs,
    deadlineMs: story.wallMs + 60_000,
    word,
    box: "ferry",
    compartment: 1,
    reason: "asked by telephone",
    givenBy: "p-dispatcher",
    parcel: "",
    issue: 0,
    sensor: "",
    code: "",
    settings: [],
    ...change,
  };
}

export function receive(story: Story, order: Order): readonly Fact[] {
  return story.when({ kind: "CommandReceived", ...order });
}

/** The center gives a command that reaches the gateway at once. */
export function command(
  story: Story,
  word: OrderWord,
  change: Partial<Order> = {},
): readonly Fact[] {
  return receive(story, orderFor(story, word, change));
}

/** Reasons of refused commands, and outcomes of executed ones, in order. */
export function answersOf(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => {
    if (fact.kind === "CommandRefused") return [fact.reason];
    return fact.kind === "CommandExecuted" ? [fact.outcome] : [];
  });
}
