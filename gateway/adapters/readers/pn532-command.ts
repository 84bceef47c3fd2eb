// Commands of the PN532 this gateway uses, and what their answers say (NXP UM0701-02).
import { apduMaxBytes } from "../nfc/apdu.ts";

export interface Pn532Command {
  readonly code: number;
  readonly body: Uint8Array;
  /** How long the chip may take after its acknowledgment, in ms. */
  readonly answerMs: number;
}

const quickMs = 200;
/** Bounded retries end sooner; activation of a smart card is included. */
const listMs = 600;
/** A smart card may ask for more time again and again. */
const exchangeMs = 2_000;

/** The chip works without a security module; the short form is understood by clones too. */
export const samConfiguration = command(0x14, [0x01], quickMs);
export const firmwareQuestion = command(0x02, [], quickMs);
/** Looking for a card ends after two retries instead of never. */
export const boundedRetries = command(0x32, [0x05, 0xff, 0x01, 0x02], quickMs);
/** A field that stays on heats the module; listing switches it on again. */
export const fieldOff = command(0x32, [0x01, 0x00], quickMs);
/** One card of ISO/IEC 14443 type A at 106 kbit/s. */
export const listCard = command(0x4a, [0x01, 0x00], listMs);

/** Sends to the card with this number; an empty `apdu` asks for the rest of an answer. */
export function dataExchange(target: number, apdu: Uint8Array): Pn532Command {
  if (apdu.length > apduMaxBytes) {
    throw new RangeError(`an APDU of ${apdu.length} bytes is over ${apduMaxBytes}`);
  }
  return command(0x40, [target, ...apdu], exchangeMs);
}

/** IC type of a PN532 in the answer to `firmwareQuestion`. */
const pn532Type = 0x32;

/** `"1.6"`; undefined when the answer is not that of a PN532. */
export function firmwareOf(body: Uint8Array): string | undefined {
  const [type, version, revision] = body;
  if (type !== pn532Type || version === undefined || revision === undefined) return undefined;
  return `${version}.${revision}`;
}

export interface Pn532Card {
  /** The chip's number for it, needed to talk to it. */
  readonly target: number;
  /** 4, 7 or 10 bytes. */
  readonly uid: Uint8Array;
  /** It speaks APDUs (ISO/IEC 14443-4). */
  readonly hasApdus: boolean;
}

/** The card in the answer to `listCard`; `none` for an empty field; undefined for nonsense. */
export function cardOf(body: Uint8Array): Pn532Card | "none" | undefined {
  const [count, target, , , selection, uidLength] = body;
  if (count === 0) return "none";
  if (count !== 1 || target === undefined || selection === undefined) return undefined;
  if (uidLength !== 4 && uidLength !== 7 && uidLength !== 10) return undefined;
  const uid = body.slice(6, 6 + uidLength);
  if (uid.length !== uidLength) return undefined;
  return { target, uid, hasApdus: (selection & 0x20) !== 0 };
}

export interface ExchangeAnswer {
  /** 0 = good; others in UM0701-02, table of error codes. */
  readonly error: number;
  readonly hasMore: boolean;
  readonly bytes: Uint8Array;
}

/** The answer to `dataExchange`; undefined when it is empty. */
export function exchangeAnswerOf(body: Uint8Array): ExchangeAnswer | undefined {
  const [status] = body;
  if (status === undefined) return undefined;
  return { error: status & 0x3f, hasMore: (status & 0x40) !== 0, bytes: body.subarray(1) };
}

function command(code: number, body: readonly number[], answerMs: number): Pn532Command {
  return { code, body: Uint8Array.from(body), answerMs };
}
