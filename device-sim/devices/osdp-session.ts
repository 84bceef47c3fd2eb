// One secure channel of OSDP: keys, cryptograms, MACs and encrypted data, seen by the peripheral.

import { createCipheriv, createDecipheriv } from "node:crypto";
import { concatBytes, equalBytes } from "@driftbox/proto";

const blockBytes = 16;
const zeroBlock = new Uint8Array(blockBytes);

/** Bytes of a MAC that travel; the rest chains the next one. */
export const osdpMacBytes = 4;

/** The published default key, 30 to 3F: good for nothing but the first KEYSET. */
export const osdpDefaultKey: Uint8Array = Uint8Array.from(
  { length: blockBytes },
  (_, at) => 0x30 + at,
);

export interface OsdpSessionSeed {
  /** SCBK, 16 bytes. */
  readonly key: Uint8Array;
  /** RND.A, 8 bytes, of the control panel. */
  readonly panelRandom: Uint8Array;
  /** RND.B, 8 bytes, of the peripheral. */
  readonly peripheralRandom: Uint8Array;
}

/**
 * Chains as the specification orders: a MAC starts from the last MAC of the other side, data are
 * encrypted from the complement of it.
 */
export class OsdpSession {
  /** Proves the peripheral. */
  readonly clientCryptogram: Uint8Array;
  /** Proves the control panel. */
  readonly serverCryptogram: Uint8Array;
  /** RMAC-I, the first MAC of the peripheral. */
  readonly firstMac: Uint8Array;
  readonly #encryptionKey: Uint8Array;
  readonly #macKeys: readonly [Uint8Array, Uint8Array];
  #commandMac: Uint8Array = zeroBlock;
  #replyMac: Uint8Array;

  constructor({ key, panelRandom, peripheralRandom }: OsdpSessionSeed) {
    const derived = (label: number) => {
      const start = Uint8Array.from([0x01, label, ...panelRandom.subarray(0, 6)]);
      return ecb(key, concatBytes([start, new Uint8Array(8)]));
    };
    this.#encryptionKey = derived(0x82);
    this.#macKeys = [derived(0x01), derived(0x02)];
    this.clientCryptogram = ecb(this.#encryptionKey, concatBytes([panelRandom, peripheralRandom]));
    this.serverCryptogram = ecb(this.#encryptionKey, concatBytes([peripheralRandom, panelRandom]));
    this.firstMac = ecb(this.#macKeys[1], ecb(this.#macKeys[0], this.serverCryptogram));
    this.#replyMac = this.firstMac;
  }

  /** S-ENC, S-MAC1, S-MAC2: for comparison with the vectors. */
  get keys(): readonly [Uint8Array, Uint8Array, Uint8Array] {
    return [this.#encryptionKey, ...this.#macKeys];
  }

  /** Checks the four bytes after a command; only a right one moves the chain. */
  acceptCommand(body: readonly number[], mac: readonly number[]): boolean {
    const whole = this.#mac(body, this.#replyMac);
    if (!equalBytes(whole.subarray(0, osdpMacBytes), Uint8Array.from(mac))) return false;
    this.#commandMac = whole;
    return true;
  }

  /** The four bytes after a reply; moves the chain. */
  signReply(body: readonly number[]): readonly number[] {
    this.#replyMac = this.#mac(body, this.#commandMac);
    return [...this.#replyMac.subarray(0, osdpMacBytes)];
  }

  /** Data of a command without padding; undefined = not a whole number of blocks, or no padding. */
  openCommand(data: readonly number[]): readonly number[] | undefined {
    if (data.length === 0 || data.length % blockBytes !== 0) return undefined;
    const iv = complement(this.#replyMac);
    const plain = opened(this.#encryptionKey, iv, Uint8Array.from(data));
    const end = plain.lastIndexOf(0x80);
    if (end < 0 || plain.subarray(end + 1).some((byte) => byte !== 0)) return undefined;
    return [...plain.subarray(0, end)];
  }

  /** Data of a reply, padded and encrypted. */
  closeReply(data: readonly number[]): readonly number[] {
    const iv = complement(this.#commandMac);
    return [...cbc(this.#encryptionKey, iv, padded([...data, 0x80]))];
  }

  #mac(body: readonly number[], iv: Uint8Array): Uint8Array {
    const isWhole = body.length % blockBytes === 0;
    const whole = padded(isWhole ? body : [...body, 0x80]);
    const split = whole.length - blockBytes;
    const [first, last] = this.#macKeys;
    const head = cbc(first, iv, whole.subarray(0, split));
    const chained = split === 0 ? iv : head.subarray(split - blockBytes);
    return cbc(last, chained, whole.subarray(split));
  }
}

function padded(bytes: readonly number[]): Uint8Array {
  const whole = new Uint8Array(Math.ceil(bytes.length / blockBytes) * blockBytes);
  whole.set(bytes);
  return whole;
}

function complement(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ~byte & 0xff);
}

function ecb(key: Uint8Array, block: Uint8Array): Uint8Array {
  return cbc(key, zeroBlock, block);
}

function cbc(key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  return concatBytes([cipher.update(blocks), cipher.final()]);
}

function opened(key: Uint8Array, iv: Uint8Array, blocks: Uint8Array): Uint8Array {
  const decipher = createDecipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  return concatBytes([decipher.update(blocks), decipher.final()]);
}
