// The device's half of the OSDP secure channel, written from the specification for the tests.
import { createCipheriv, createDecipheriv } from "node:crypto";

export interface FarKeys {
  readonly enc: Uint8Array;
  readonly mac1: Uint8Array;
  readonly mac2: Uint8Array;
}

export interface FarChain {
  readonly keys: FarKeys;
  readonly commandMac: Uint8Array;
}

export interface FarReply {
  readonly address: number;
  readonly sequence: number;
  readonly hasCrc: boolean;
  readonly code: number;
  readonly data: Uint8Array;
  /** 16 or 18 where the test wants another one than usual. */
  readonly type?: number;
}

export function farKeys(scbk: Uint8Array, a: Uint8Array): FarKeys {
  const derive = (...first: number[]) =>
    ecb(scbk, [...first, ...a.slice(0, 6), 0, 0, 0, 0, 0, 0, 0, 0]);
  return { enc: derive(1, 0x82), mac1: derive(1, 1), mac2: derive(1, 2) };
}

export function ecb(key: Uint8Array, block: Iterable<number>): Uint8Array {
  const cipher = createCipheriv("aes-128-ecb", key, null);
  return Uint8Array.from(cipher.update(Uint8Array.from(block)));
}

/** The whole MAC of 16 bytes. */
export function farMac(keys: FarKeys, seed: Uint8Array, covered: Uint8Array): Uint8Array {
  const all = [...covered];
  if (all.length % 16 !== 0) all.push(0x80);
  while (all.length % 16 !== 0) all.push(0);
  let last = seed;
  for (let at = 0; at < all.length; at += 16) {
    const block = all.slice(at, at + 16).map((byte, i) => byte ^ (last[i] ?? 0));
    last = ecb(at + 16 === all.length ? keys.mac2 : keys.mac1, block);
  }
  return last;
}

/** Everything up to the check; MAC and check are still missing from `length`. */
function framed(reply: FarReply, block: readonly number[], data: Uint8Array): number[] {
  const length = 5 + block.length + 1 + data.length + 4 + (reply.hasCrc ? 2 : 1);
  const control = reply.sequence | (reply.hasCrc ? 4 : 0) | 8;
  return [
    0x53,
    reply.address | 0x80,
    length % 256,
    Math.floor(length / 256),
    control,
    ...block,
    reply.code,
    ...data,
  ];
}

export function sealReply(chain: FarChain, reply: FarReply): Uint8Array {
  const { keys, commandMac } = chain;
  const type = reply.type ?? (reply.data.length > 0 ? 0x18 : 0x16);
  const data = type === 0x18 ? cbcEncrypt(keys.enc, commandMac, reply.data) : reply.data;
  const covered = Uint8Array.from(framed(reply, [2, type], data));
  const mac = farMac(keys, commandMac, covered).slice(0, 4);
  return withCheck([...covered, ...mac], reply.hasCrc);
}

function cbcEncrypt(key: Uint8Array, seed: Uint8Array, data: Uint8Array): Uint8Array {
  const padded = [...data, 0x80];
  while (padded.length % 16 !== 0) padded.push(0);
  const iv = seed.map((byte) => byte ^ 0xff);
  const cipher = createCipheriv("aes-128-cbc", key, iv);
  return Uint8Array.from(cipher.update(Uint8Array.from(padded)));
}

export function cbcDecrypt(key: Uint8Array, seed: Uint8Array, data: Uint8Array): Uint8Array {
  const iv = seed.map((byte) => byte ^ 0xff);
  const decipher = createDecipheriv("aes-128-cbc", key, iv).setAutoPadding(false);
  const padded = Uint8Array.from(decipher.update(data));
  return padded.slice(0, padded.lastIndexOf(0x80));
}

export function withCheck(bytes: readonly number[], hasCrc: boolean): Uint8Array {
  if (!hasCrc) {
    const sum = bytes.reduce((total, byte) => total + byte, 0) % 256;
    return Uint8Array.from([...bytes, (256 - sum) % 256]);
  }
  let crc = 0x1d0f;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const isOne = ((crc >> 15) & 1) !== ((byte >> bit) & 1);
      crc = (crc << 1) & 0xffff;
      if (isOne) crc ^= 0x1021;
    }
  }
  return Uint8Array.from([...bytes, crc % 256, crc >> 8]);
}
