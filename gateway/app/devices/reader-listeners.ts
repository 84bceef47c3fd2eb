// Turns what readers and scanners say into inputs of the core: badges of persons, tags on parcels.

import type { Input } from "../../custody/inputs.ts";
import type { BadgeRead, BadgeReader, CodeScanner, Unsubscribe } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import type { ShowSignal } from "./box-signals.ts";
import { qrPrefix } from "@driftbox/proto/node";
import type { Secret } from "./credential-desk.ts";
import { reportHealth } from "./device-health.ts";
import { Keypad } from "./keypad.ts";

/** A reader and the box it is at. */
export interface ReaderWire {
  readonly reader: BadgeReader;
  readonly box: string;
  /** Upper-case hex digits that the number of a parcel's tag begins with. */
  readonly tagPrefixes: readonly string[];
  /** True: whatever it reads is a tag on a parcel, never a person. */
  readonly isTagsOnly?: boolean;
  /** Only of a reader that notices when its own case is opened or torn off. */
  readonly onTamper?: (listener: (isActive: boolean, detail: string) => void) => Unsubscribe;
  /**
   * Only of a reader that watches its own supply; undefined = not known now. It is shown on the
   * health page and is no input of the core: mains and battery have inputs of their own.
   */
  readonly onPower?: (listener: (isLost: boolean | undefined) => void) => Unsubscribe;
  /** Only of a reader with a keypad: keys in order, `0`..`9`, `*`, `#`. They may be a PIN. */
  readonly onKeys?: (listener: (keys: string) => void) => Unsubscribe;
}

/** A scanner of printed codes and the box it is at. */
export interface ScannerWire {
  readonly scanner: CodeScanner;
  readonly box: string;
}

export interface ReaderParts {
  readonly offer: (input: Input) => void;
  /** Shown at once on a read: nobody at a box waits for a disk to know that it was heard. */
  readonly show?: ShowSignal;
  /** Takes a number for which a screen asks just now; false = none does. */
  readonly answer?: (box: string, number: string) => boolean;
  /** Keyed reference of a badge number; the number itself goes nowhere else. */
  readonly badgeRefOf: (number: string) => string;
  /** Whether a reference is of a badge, whatever its number begins with. */
  readonly isBadge: (badgeRef: string) => boolean;
  /** Absent: keypads mean nothing here. */
  readonly keypads?: KeypadDesk;
}

/** Where digits of keypads and codes of scanners go. */
export interface KeypadDesk {
  readonly timers: Timers;
  readonly enter: (entered: Secret) => void;
}

/** The number printed on a parcel, as its barcode says it. */
const printedNumber = /^\d{4,20}$/;

export function listenToReader(parts: ReaderParts, wire: ReaderWire): readonly Unsubscribe[] {
  const { reader, box, tagPrefixes, isTagsOnly = false } = wire;
  const health = reader.onHealth((said) => reportHealth(parts.offer, reader.id, said));
  const keypad = keypadOf(parts, wire);
  const keys = wire.onKeys?.((pressed) => keypad?.press(pressed));
  const reads = reader.onRead((read) => {
    keypad?.clear();
    const { number, isForged = false } = read;
    const badgeRef = parts.badgeRefOf(number);
    const hasPrefix = tagPrefixes.some((prefix) => number.startsWith(prefix));
    const isTag = isTagsOnly || (hasPrefix && !isForged);
    // A person's number must never leave as that of a parcel, in clear.
    if (isTag && !parts.isBadge(badgeRef)) {
      const parcel = parcelOf(number);
      if (!isTagsOnly) return presentTag(parts, { reader: reader.id, box, parcel });
      parts.offer({ kind: "TagSeen", reader: reader.id, box, parcel });
      return;
    }
    if (isTagsOnly) return;
    parts.show?.(box, "working");
    const proof = proofOf(read);
    parts.offer({ kind: "BadgePresented", reader: reader.id, box, badgeRef, ...proof });
  });
  const tamper = wire.onTamper?.((isActive, detail) => {
    parts.offer({ kind: "TamperReported", sensor: reader.id, box, isActive, detail });
  });
  return [health, reads, keys, tamper].filter((one) => one !== undefined);
}

interface Tag {
  readonly reader: string;
  readonly box: string;
  readonly parcel: string;
}

/** Somebody holds a tag there, or scans it: the answer to a question on the screen, if any. */
function presentTag({ offer, show, answer }: ReaderParts, tag: Tag): void {
  if (answer?.(tag.box, tag.parcel) === true) return;
  show?.(tag.box, "working", { isOfTag: true });
  offer({ kind: "TagPresented", ...tag });
}

/** Undefined: the reader has no keys, or nobody takes them. */
function keypadOf({ keypads }: ReaderParts, wire: ReaderWire): Keypad | undefined {
  if (keypads === undefined || wire.onKeys === undefined) return undefined;
  const { box } = wire;
  const { id } = wire.reader;
  const onEntry = (digits: string): void => {
    keypads.enter({ kind: "DigitsEntered", reader: id, box, digits });
  };
  return new Keypad({ id, timers: keypads.timers, onEntry });
}

/** What the medium proved in this read, or failed to prove. */
function proofOf({ assurance, counter, isForged }: BadgeRead): Omit<BadgeRead, "number"> {
  return {
    assurance,
    ...(counter !== undefined && { counter }),
    ...(isForged !== undefined && { isForged }),
  };
}

/**
 * The decimal number printed on a tag: its last four bytes. Two tags that differ only in the byte
 * before them print the same number; whoever buys tags must ask for one version byte.
 */
export function parcelOf(number: string): string {
  return String(Number.parseInt(number.slice(-8), 16));
}

/**
 * A text that begins with `qrPrefix` is a code or a grant and never a parcel; bare digits are a
 * parcel's number and never a code, however many they are. What is neither may be a secret of
 * somebody else: it is dropped.
 */
export function listenToScanner(
  parts: ReaderParts,
  { scanner, box }: ScannerWire,
): readonly Unsubscribe[] {
  const { offer, show, keypads } = parts;
  const health = scanner.onHealth((said) => reportHealth(offer, scanner.id, said));
  const scans = scanner.onScan((text) => {
    if (text.startsWith(qrPrefix)) {
      show?.(box, "working");
      return keypads?.enter({ kind: "CodeScanned", reader: scanner.id, box, text });
    }
    if (!printedNumber.test(text)) return;
    presentTag(parts, { reader: scanner.id, box, parcel: text });
  });
  return [health, scans];
}
