// What an NTAG 424 DNA computes: AES-CMAC, diversified keys, and the message that proves a read.

import { createCipheriv } from "node:crypto";
import { concatBytes } from "@driftbox/proto";

const blockBytes = 16;
const zeroBlock = new Uint8Array(blockBytes);

/** The counter is 24 bits; it stops there. */
export const sunCounterMax = 0xff_ffff;

/** AES-CMAC of RFC 4493, 16 bytes. */
export function aesCmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const [whole, part] = subkeys(key);
  const isWhole = message.length > 0 && message.length % blockBytes === 0;
  const padded = isWhole ? message : padded80(message, ceilBlocks(message.length + 1));
  return lastCbcBlock(key, withLastXor(padded, isWhole ? whole : part));
}

/**
 * Diversified key of AN10922 for AES-128: the constant 01 and `input`, padded to exactly 32 bytes.
 * @param input at most 31 bytes: UID, application, system name. Throws on more.
 */
export function an10922Key(master: Uint8Array, input: Uint8Array): Uint8Array {
  const message = concatBytes([Uint8Array.of(0x01), input]);
  if (message.length > 32) throw new Error(`diversification input too long: ${input.length}`);
  const [whole, part] = subkeys(master);
  const isWhole = message.length === 32;
  const padded = isWhole ? message : padded80(message, 32);
  return lastCbcBlock(master, withLastXor(padded, isWhole ? whole : part));
}

export interface SunMessage {
  readonly metaKey: Uint8Array;
  readonly fileKey: Uint8Array;
  /** 7 bytes. */
  readonly uid: Uint8Array;
  readonly counter: number;
  /** 5 bytes that fill the block; the chip draws them. */
  readonly filler: Uint8Array;
}

/** What the chip mirrors into its file, as bytes; it writes them as upper-case hex digits. */
export interface SunMirror {
  readonly piccData: Uint8Array;
  readonly cmac: Uint8Array;
}

/** UID and counter mirrored (tag byte C7), encrypted; MAC over an empty input. */
export function sunMirror({ metaKey, fileKey, uid, counter, filler }: SunMessage): SunMirror {
  const count = Uint8Array.of(counter & 0xff, (counter >> 8) & 0xff, (counter >> 16) & 0xff);
  const plain = concatBytes([Uint8Array.of(0xc7), uid, count, filler]);
  const label = Uint8Array.of(0x3c, 0xc3, 0x00, 0x01, 0x00, 0x80);
  const vector = concatBytes([label, uid, count]);
  const sessionVector = new Uint8Array(ceilBlocks(vector.length));
  sessionVector.set(vector);
  const full = aesCmac(aesCmac(fileKey, sessionVector), new Uint8Array(0));
  return { piccData: cbc(metaKey, plain), cmac: full.filter((_, at) => at % 2 === 1) };
}

function ceilBlocks(length: number): number {
  return Math.ceil(length / blockBytes) * blockBytes;
}

function padded80(bytes: Uint8Array, length: number): Uint8Array {
  const padded = new Uint8Array(length);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  return padded;
}

function withLastXor(bytes: Uint8Array, mask: Uint8Array): Uint8Array {
  const start = bytes.length - blockBytes;
  return bytes.map((byte, at) => (at < start ? byte : byte ^ (mask[at - start] ?? 0)));
}

/** K1 for whole messages, K2 for padded ones. */
function subkeys(key: Uint8Array): readonly [Uint8Array, Uint8Array] {
  const first = doubled(cbc(key, zeroBlock));
  return [first, doubled(first)];
}

/** Multiplication by x in GF(2^128). */
function doubled(block: Uint8Array): Uint8Array {
  const carry = (block[0] ?? 0) >> 7;
  return block.map((byte, at) => {
    const next = (block[at + 1] ?? 0) >> 7;
    const reduced = at === blockBytes - 1 ? carry * 0x87 : 0;
    return ((byte << 1) & 0xff) ^ next ^ reduced;
  });
}

function cbc(key: Uint8Array, blocks: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-cbc", key, zeroBlock).setAutoPadding(false);
  return concatBytes([cipher.update(blocks), cipher.final()]);
}

function lastCbcBlock(key: Uint8Array, blocks: Uint8Array): Uint8Array {
  return cbc(key, blocks).subarray(-blockBytes);
}
