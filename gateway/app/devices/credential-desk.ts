// Resolves what persons enter into what the core may see: digits become the reference of a PIN.

import { awaitedVisitor, type Input, type State } from "../../custody/index.ts";

/** Digits that somebody entered at a box, ended by `#`. They may be a PIN: nobody may log them. */
export interface DigitsEntered {
  readonly kind: "DigitsEntered";
  readonly reader: string;
  readonly box: string;
  /** `digitsMinCount` to `digitsMaxCount` of 0 to 9. */
  readonly digits: string;
}

/** What comes into the loop: inputs of the core, and secrets that are not resolved yet. */
export type Offering = Input | DigitsEntered;

/** Keyed reference of a person's PIN in lower-case hex, salted by the person. */
export type PinRefOf = (person: string, pin: string) => string;

export interface DeskKeys {
  /** Absent: this gateway was given no PIN key, so no PIN can be right. */
  readonly pinRefOf?: PinRefOf;
}

/**
 * The input that an offering stands for at the moment it is decided; undefined = it means nothing
 * now. Digits are taken for the PIN of who showed a badge last and gave none yet.
 */
export function resolve(keys: DeskKeys, state: State, offering: Offering): Input | undefined {
  if (offering.kind !== "DigitsEntered") return offering;
  const { reader, box, digits } = offering;
  const visitor = awaitedVisitor(state, box);
  if (visitor === undefined || keys.pinRefOf === undefined) return undefined;
  const { person } = visitor;
  return { kind: "PinEntered", reader, box, person, pinRef: keys.pinRefOf(person, digits) };
}
