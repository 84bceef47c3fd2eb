// What the questions to one board came to: counted as symptoms, and told as a reason in words.
import type { SymptomCounts } from "../../ports/devices.ts";
import { SymptomCounter } from "../serial/symptom-counter.ts";
import type { Heard } from "./bus-talk.ts";

/** Most telling first: what speaks of wiring outweighs mere silence. */
const telling: readonly Exclude<Heard, "answer">[] = ["extra", "echo", "garbage", "nothing"];

const symptomOf = {
  nothing: "no-answer",
  garbage: "garbled",
  echo: "echo",
  extra: "duplicate-address",
} as const;

/** One per board. */
export class BoardWitness {
  readonly #counter = new SymptomCounter();
  readonly #seen = new Set<Heard>();
  #isLineGood = false;

  /** Two devices answered since `begin`. */
  get hasExtra(): boolean {
    return this.#seen.has("extra");
  }

  /** Forgets what was seen, not what was counted. */
  begin(): void {
    this.#seen.clear();
  }

  /**
   * `isLineGood`: others on the line answer well. Then bytes that form no answer are not the fault
   * of the line, but of two devices that speak at once.
   */
  note(heard: Heard, isLineGood: boolean): void {
    this.#seen.add(heard);
    this.#isLineGood = isLineGood;
    if (heard === "answer") return;
    const isCollision = heard === "garbage" && isLineGood;
    this.#counter.note(isCollision ? "duplicate-address" : symptomOf[heard]);
  }

  symptoms(): SymptomCounts {
    return this.#counter.counts();
  }

  /** Why the device at `place` cannot be used. */
  blame(place: string): string {
    const seen = telling.find((heard) => this.#seen.has(heard));
    if (seen === "extra") return `two devices answer at ${place}; give each its own address`;
    if (seen === "echo") {
      return `our own bytes come back instead of ${place}; set localEcho to strip`;
    }
    if (seen !== "garbage") return `no answer from ${place}`;
    const guess = this.#isLineGood
      ? "while others are fine: two devices with one address?"
      : "wrong baud rate, or A and B swapped?";
    return `only damaged answers from ${place}: ${guess}`;
  }
}
