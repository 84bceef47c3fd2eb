// Resolves what persons enter or show into what the core may see: the reference of a PIN, or what a
// code opens.

import { readQr } from "@driftbox/proto/node";
import {
  awaitedVisitor,
  type CodeMeaning,
  type Input,
  type Now,
  type State,
} from "../../custody/index.ts";
import {
  meaningOfDigits,
  meaningOfDocument,
  type CodeKeys,
  type GrantChecks,
} from "./code-desk.ts";

/** Digits that somebody entered at a box, ended by `#`. They may be a PIN: nobody may log them. */
export interface DigitsEntered {
  readonly kind: "DigitsEntered";
  readonly reader: string;
  readonly box: string;
  /** `digitsMinCount` to `digitsMaxCount` of 0 to 9. */
  readonly digits: string;
}

/** A QR code of ours that somebody held to a scanner. It may open: nobody may log it. */
export interface CodeScanned {
  readonly kind: "CodeScanned";
  readonly reader: string;
  readonly box: string;
  /** Begins with `qrPrefix`. */
  readonly text: string;
}

/** What may not be seen beyond the desk. */
export type Secret = DigitsEntered | CodeScanned;

/** What comes into the loop: inputs of the core, and secrets that are not resolved yet. */
export type Offering = Input | Secret;

/** Keyed reference of a person's PIN in lower-case hex, salted by the person. */
export type PinRefOf = (person: string, pin: string) => string;

export interface DeskKeys {
  /** Absent: this gateway was given no PIN key, so no PIN can be right. */
  readonly pinRefOf?: PinRefOf;
  /** Absent: it was given no code key, so digits are no code. */
  readonly codes?: CodeKeys;
  /** Absent: no signed grant is read off paper here. */
  readonly grants?: GrantChecks;
}

/** The state and the clocks at the moment of the decision. */
export interface Moment {
  readonly state: State;
  readonly now: Now;
}

/**
 * The input that an offering stands for at the moment it is decided; undefined = it means nothing
 * now. Digits are taken for the PIN of who showed a badge last and gave none yet, else for a code.
 */
export function resolve(keys: DeskKeys, moment: Moment, offering: Offering): Input | undefined {
  switch (offering.kind) {
    case "DigitsEntered":
      return resolveDigits(keys, moment, offering);
    case "CodeScanned":
      return resolveText(keys, moment, offering);
    default:
      return offering;
  }
}

function resolveDigits(
  { pinRefOf, codes }: DeskKeys,
  moment: Moment,
  { reader, box, digits }: DigitsEntered,
): Input | undefined {
  const visitor = awaitedVisitor(moment.state, box);
  if (visitor === undefined) {
    return codes && presented({ reader, box }, meaningOfDigits(codes, at(moment, box), digits));
  }
  if (pinRefOf === undefined) return undefined;
  const { person } = visitor;
  return { kind: "PinEntered", reader, box, person, pinRef: pinRefOf(person, digits) };
}

function resolveText(
  { codes, grants }: DeskKeys,
  moment: Moment,
  { reader, box, text }: CodeScanned,
): Input | undefined {
  const content = readQr(text);
  if (content?.word === "digits") {
    const { digits } = content;
    return codes && presented({ reader, box }, meaningOfDigits(codes, at(moment, box), digits));
  }
  if (content === undefined || grants === undefined) return undefined;
  const meaning = meaningOfDocument(grants, at(moment, box), content.bytes);
  return presented({ reader, box }, meaning);
}

function at({ state, now }: Moment, box: string): Moment & { readonly box: string } {
  return { state, now, box };
}

function presented(
  where: { readonly reader: string; readonly box: string },
  meaning: CodeMeaning,
): Input {
  return { kind: "CodePresented", ...where, meaning };
}
