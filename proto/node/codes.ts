// Keyed codes and texts of QR codes: what a center prints and a gateway computes again, offline.

import { createHmac } from "node:crypto";
import {
  onceHead,
  onceKeyedDigits,
  pickupKeyedDigits,
  withCheckDigit,
  type Action,
} from "@driftbox/proto";

/** Length of a code key, of a site or of a gateway. */
export const codeKeyBytes = 32;

/** What a QR code of ours begins with; a code in digits or a signed grant follows. */
export const qrPrefix = "DRIFTBOX1:";

/** A pickup code opens for one parcel. */
export interface Pickup {
  readonly parcel: string;
  /** From 0; a later issue replaces those before it once the gateway was told. */
  readonly issue: number;
}

/** A one-time code opens one box once, for one action. */
export interface OneTime {
  readonly box: string;
  readonly action: Action;
  /** The last day on which it holds: days since 1970-01-01 in local time. */
  readonly day: number;
  /** Of the codes of that box and day, from 0 to 99. */
  readonly number: number;
}

/** The code key of one gateway: a stolen board gives away no other board's codes. */
export function gatewayCodeKey(siteKey: Uint8Array, gatewayId: Uint8Array): Uint8Array {
  return createHmac("sha256", siteKey).update(gatewayId).digest();
}

/** 9 digits under the code key of the gateway that holds the parcel. */
export function pickupCodeOf({ parcel, issue }: Pickup, codeKey: Uint8Array): string {
  return withCheckDigit(keyedDigits(["pickup", parcel, String(issue)], pickupKeyedDigits, codeKey));
}

/** 12 digits under the code key of the gateway of the box. */
export function onceCodeOf({ box, action, day, number }: OneTime, codeKey: Uint8Array): string {
  const parts = ["once", box, action, String(day), String(number)];
  return withCheckDigit(onceHead(day, number) + keyedDigits(parts, onceKeyedDigits, codeKey));
}

/** The first 64 bits of an HMAC-SHA256 over the parts, NUL between them, as so many digits. */
function keyedDigits(parts: readonly string[], count: number, codeKey: Uint8Array): string {
  const mac = createHmac("sha256", codeKey).update(parts.join("\0"), "utf8").digest();
  return String(mac.readBigUInt64BE(0) % 10n ** BigInt(count)).padStart(count, "0");
}

/** What a scanner read: digits of a code, or the bytes of a signed document, not yet checked. */
export type QrContent =
  | { readonly word: "digits"; readonly digits: string }
  | { readonly word: "document"; readonly bytes: Uint8Array };

/** The text of a QR code for a code in digits. */
export function qrOfDigits(digits: string): string {
  return qrPrefix + digits;
}

/** The text of a QR code for a signed document, in base64url. */
export function qrOfDocument(bytes: Uint8Array): string {
  return qrPrefix + Buffer.from(bytes).toString("base64url");
}

/** Undefined: a text of somebody else. One of ours that is damaged gives bytes that fail later. */
export function readQr(text: string): QrContent | undefined {
  if (!text.startsWith(qrPrefix)) return undefined;
  const content = text.slice(qrPrefix.length);
  if (/^[0-9]{1,24}$/.test(content)) return { word: "digits", digits: content };
  return { word: "document", bytes: Buffer.from(content, "base64url") };
}
