// What the questions to one board came to: counted as symptoms, and told as a reason in words.
import type { SymptomCounts } from "../../ports/devices.ts";
import { SymptomCounter } from "../serial/symptom-counter.ts";
import type { Heard } from "./bus-talk.ts";

/** Most telling first: what speaks of wiring outweighs mere silence. */
const telling: readonly Exclude<Heard, "answer" | "late">[] = [
  "extra",
  "echo",
  "garbage",
  "nothing",
];

/** A second device shows itself again within this many questions, or it was a freak of the line. */
const extraWithinCount = 2;

/** Damaged answers in a row that may be those of two devices at once. */
const collisionMinCount = 3;

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
  #isDoubtful = false;
  #garbageCount = 0;
  /** Questions since a second answer that no earlier question explains. */
  #sinceExtraCount = Infinity;

  /** Two devices answered since `begin`. */
  get hasExtra(): boolean {
    return this.#seen.has("extra");
  }

  /** A second answer came since `begin` or `askAgain`, which may have been a late one. */
  get isDoubtful(): boolean {
    return this.#isDoubtful;
  }

  /** Forgets what was seen, not what was counted. */
  begin(): void {
    this.#seen.clear();
    this.askAgain();
  }

  /** The next question shall tell. */
  askAgain(): void {
    this.#isDoubtful = false;
  }

  /**
   * Takes what one question came to. `isLineGood`: others on the line answer well. Then bytes that
   * form no answer, again and again, are not the fault of the line, but of two devices that speak
   * at once.
   */
  note(heard: Heard, isLineGood: boolean): void {
    this.#isLineGood = isLineGood;
    if (heard === "late" || heard === "extra") return this.#noteSecond(heard);
    this.#seen.add(heard);
    this.#sinceExtraCount += 1;
    this.#garbageCount = heard === "garbage" ? this.#garbageCount + 1 : 0;
    if (heard === "answer") return;
    const isCollision = this.#garbageCount >= collisionMinCount && isLineGood;
    this.#counter.note(isCollision ? "duplicate-address" : symptomOf[heard]);
  }

  #noteSecond(heard: "late" | "extra"): void {
    this.#isDoubtful = true;
    if (heard === "late") return;
    const isProof = this.#sinceExtraCount <= extraWithinCount;
    this.#sinceExtraCount = 0;
    if (!isProof) return;
    this.#seen.add("extra");
    this.#counter.note(symptomOf.extra);
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
    const damaged = `only damaged answers from ${place}`;
    if (!this.#isLineGood) return `${damaged}: wrong baud rate, or A and B swapped?`;
    if (this.#garbageCount < collisionMinCount) return damaged;
    return `${damaged} while others are fine: two devices with one address?`;
  }
}
