// Badge reads that decided nothing, kept until their counters are in the journal.

import type { InputOf } from "../../custody/inputs.ts";
import type { ClockReading } from "../../ports/runtime.ts";
import type { Offering } from "../devices/credential-desk.ts";

/** Badges of which a read is kept; every one has proved that it knows a key of the site. */
export const spentMaxCount = 1_024;

/** A read that only has its counter left to tell, and the clocks when it came in. */
export interface SpentRead {
  readonly input: InputOf<"BadgePresented">;
  readonly reading: ClockReading;
}

/** What is left of an input that may decide nothing any more; undefined = nothing. */
export function spentOf(input: Offering): InputOf<"BadgePresented"> | undefined {
  if (input.kind !== "BadgePresented" || input.isForged === true) return undefined;
  return input.counter === undefined ? undefined : { ...input, isSpent: true };
}

/** One read a badge: that with the greatest counter, for an older copy must not push it out. */
export class SpentReads {
  readonly #reads = new Map<string, SpentRead>();

  get count(): number {
    return this.#reads.size;
  }

  /** Keeps what is left of an input, if anything is and there is room. */
  keep(input: Offering, reading: ClockReading): void {
    const spent = spentOf(input);
    if (spent === undefined) return;
    const known = this.#reads.get(spent.badgeRef);
    if (known === undefined && this.#reads.size >= spentMaxCount) return;
    if ((known?.input.counter ?? -1) >= (spent.counter ?? -1)) return;
    this.#reads.set(spent.badgeRef, { input: spent, reading });
  }

  /** All that are kept, oldest badge first; none is kept any more. */
  takeAll(): readonly SpentRead[] {
    const all = [...this.#reads.values()];
    this.#reads.clear();
    return all;
  }
}
