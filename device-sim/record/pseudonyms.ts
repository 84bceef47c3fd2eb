// Replaces secrets by others of the same form: equal ones stay equal, and none can be found back.

import { createHmac, randomBytes } from "node:crypto";

const keyBytes = 32;

/**
 * The key lives only as long as the recording: short card numbers could otherwise be found by
 * trying them all.
 */
export class Pseudonyms {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array = randomBytes(keyBytes)) {
    this.#key = key;
  }

  /** As many bytes as there were. */
  bytes(secret: readonly number[]): number[] {
    const made: number[] = [];
    for (let block = 0; made.length < secret.length; block += 1) {
      const mac = createHmac("sha256", this.#key).update(Uint8Array.from(secret));
      made.push(...mac.update(Uint8Array.of(block >> 8, block & 0xff)).digest());
    }
    return made.slice(0, secret.length);
  }

  /** Text of the same form: digits for digits, letters for letters, the rest as it is. */
  text(secret: string): string {
    const drawn = this.bytes([...Buffer.from(secret, "utf8")]);
    return Array.from(secret, (sign, at) => {
      const byte = drawn[at] ?? 0;
      if (/\d/.test(sign)) return String(byte % 10);
      if (/[A-F]/.test(sign)) return String.fromCharCode(0x41 + (byte % 6));
      if (/[a-f]/.test(sign)) return String.fromCharCode(0x61 + (byte % 6));
      if (/[G-Z]/.test(sign)) return String.fromCharCode(0x47 + (byte % 20));
      if (/[g-z]/.test(sign)) return String.fromCharCode(0x67 + (byte % 20));
      return /\p{L}/u.test(sign) ? "字" : sign;
    }).join("");
  }
}
