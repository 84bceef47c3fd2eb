// What the town knows of tags: which were held to the reader of a box since their parcel lies where
// it lies. What an antenna sees by itself moves nothing that surely lies somewhere.

import type { Fact } from "@driftbox/proto";
import type { Input } from "../../../gateway/custody/inputs.ts";
import type { State } from "../../../gateway/custody/state.ts";

/** A tag of something in it speaks of the container too. */
const container = "red";

/** Told each input, then the facts it led to with the state before them. */
export class ShownTags {
  readonly #shown = new Map<string, Set<string>>();

  note(input: Input): void {
    if (input.kind !== "TagPresented") return;
    for (const parcel of [input.parcel, container]) {
      this.#shown.set(parcel, (this.#shown.get(parcel) ?? new Set()).add(input.box));
    }
  }

  /** @throws Error where something was moved whose tag nobody showed there */
  judge(input: Input, facts: readonly Fact[], before: State): void {
    if (input.kind === "TagSeen" && facts.length > 0) throw new Error("a tag that is seen acts");
    for (const fact of facts) {
      if (fact.kind === "ParcelCollected" && fact.evidence !== "presence-only") {
        this.#demand(fact.parcel, fact.box, "taken out");
      }
      if (fact.kind !== "ParcelDeposited" && fact.kind !== "DepositUnverified") continue;
      const key = `${fact.box}#${fact.compartment}`;
      const home = fact.parcel === "" ? undefined : homeOf(before, fact.parcel);
      if (home !== undefined && home !== key) {
        this.#demand(fact.parcel, fact.box, `moved from ${home}`);
      }
      this.#shown.delete(fact.parcel);
    }
  }

  #demand(parcel: string, box: string, what: string): void {
    if (this.#shown.get(parcel)?.has(box) === true) return;
    throw new Error(`${parcel} was ${what} at ${box}, and nobody showed its tag there since`);
  }
}

/** Where a parcel lies for sure. */
function homeOf({ durable }: State, parcel: string): string | undefined {
  return Object.entries(durable.compartments).find(([, { parcels }]) => {
    return parcels.some((held) => held.parcel === parcel && held.isVerified);
  })?.[0];
}
