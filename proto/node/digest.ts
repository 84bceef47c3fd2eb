// Hashes from node:crypto: SHA-256 of bytes, and the keyed reference that stands for a badge.

import { createHmac, hash } from "node:crypto";
import { badgeRefFromBytes, type BadgeRef, type Sha256 } from "@driftbox/proto";

export const sha256: Sha256 = (bytes) => hash("sha256", bytes, "buffer");

/** Length of a site's badge key. */
export const badgeKeyBytes = 32;

/**
 * HMAC-SHA256 under the site's badge key, first 16 bytes: the only form of a badge number that
 * leaves the reader's driver. `number` is upper-case hex as read.
 */
export function badgeRefOf(number: string, badgeKey: Uint8Array): BadgeRef {
  const mac = createHmac("sha256", badgeKey).update(number, "latin1").digest();
  return badgeRefFromBytes(mac.subarray(0, 16));
}
