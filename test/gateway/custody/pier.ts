// A pier with a drop box and a cabinet of three sizes, where people without card may deposit.

import type { Fact, Policy } from "@driftbox/proto";
import type { InputOf } from "../../../gateway/custody/inputs.ts";
import type { CompartmentLayout, Layout } from "../../../gateway/custody/layout.ts";
import type { CompiledPolicy } from "../../../gateway/custody/access/policy.ts";
import type { DepositAnswer } from "../../../gateway/custody/visits/deposit-visits.ts";
import { cabinet, compiled, ferryBox, layout, Story, type At } from "./story.ts";

export const small: At = ["branch", 1];
export const medium: At = ["branch", 2];

function sized(change: Partial<CompartmentLayout> = {}): readonly CompartmentLayout[] {
  const sizes = ["small", "medium", "large"] as const;
  return cabinet.compartments.map((slot, at) => {
    return { ...slot, hasDoorContact: true, size: sizes[at] ?? "medium", ...change };
  });
}

export function pierLayout(change: Partial<CompartmentLayout> = {}): Layout {
  const [slot] = ferryBox.compartments.map((one) => ({ ...one, ...change }));
  if (slot === undefined) throw new Error("the drop box has no compartment");
  const boxes = [
    { ...ferryBox, compartments: [slot] },
    { ...cabinet, compartments: sized(change) },
  ];
  return { ...layout, boxes };
}

type Deposits = Policy["deposits"];

/** Anybody may deposit in both boxes at any time, unless other rules are given. */
export function pierPolicy(
  change: Partial<Policy> = {},
  of: Layout = pierLayout(),
): CompiledPolicy {
  const deposits: Deposits = [{ box: "ferry" }, { box: "branch" }];
  return compiled({ deposits, ...change }, of);
}

export function atPier(change: Partial<Policy> = {}, of: Layout = pierLayout()): Story {
  return Story.ready(pierPolicy(change, of), of);
}

type Asked = Partial<Pick<InputOf<"DepositAsked">, "size" | "number">>;

/** Somebody without card presses the key for a deposit. */
export function ask(story: Story, box: string, brought: Asked = {}): readonly Fact[] {
  return story.when({ kind: "DepositAsked", panel: `p-${box}`, box, size: "small", ...brought });
}

export function answer(story: Story, box: string, said: DepositAnswer): readonly Fact[] {
  return story.when({ kind: "DepositAnswered", panel: `p-${box}`, box, answer: said });
}

/** Asks when the coils have rested, and opens the door that is unlocked. */
export function comeIn(story: Story, at: At, brought: Asked = {}): readonly Fact[] {
  story.elapse(4_000);
  const asked = ask(story, at[0], brought);
  return [...asked, ...story.pulseEnds(), ...story.swing(at)];
}

/** Something is put in, or nothing; then the door is shut. */
export function putIn(story: Story, at: At, leaves: boolean | undefined): readonly Fact[] {
  return [...story.presence(at, leaves), ...story.shut(at)];
}

/** Reasons of the refusals among facts. */
export function refusedFor(facts: readonly Fact[]): readonly string[] {
  return facts.flatMap((fact) => (fact.kind === "AccessRefused" ? [fact.reason] : []));
}
