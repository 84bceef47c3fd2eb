// Hashes from node:crypto: SHA-256 of bytes, and the keyed reference that stands for a badge.

import { createHmac, hash } from "node:crypto";
import { badgeRefFromBytes, type BadgeRef, type Sha256 } from "@driftbox/proto";

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** Length of a site's badge key. */
export const badgeKeyBytes = 32;

/** Length of a site's PIN key. */
export const pinKeyBytes = 32;

/**
 * HMAC-SHA256 under the site's PIN key over person, NUL and PIN, first 16 bytes, lower-case hex:
 * the only form of a PIN that is kept or sent. The person is the salt:
 * equal PINs do not look equal.
 */
export function pinRefOf(
  { person, pin }: { readonly person: string; readonly pin: string },
  pinKey: Uint8Array,
): string {
  const mac = createHmac("sha256", pinKey).update(`${person}\0${pin}`, "utf8").digest();
  return mac.toString("hex", 0, 16);
}

/**
 * HMAC-SHA256 under the site's badge key, first 16 bytes: the only form of a badge number that
 * leaves the reader's driver. `number` is upper-case hex as read.
 */
export function badgeRefOf(number: string, badgeKey: Uint8Array): BadgeRef {
  const mac = createHmac("sha256", badgeKey).update(number, "latin1").digest();
  return badgeRefFromBytes(mac.subarray(0, 16));
}
