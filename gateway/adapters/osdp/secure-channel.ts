// Cryptography of the OSDP secure channel: session keys, proofs, MAC chain, encryption.
import { createCipheriv, createDecipheriv, timingSafeEqual } from "node:crypto";
import { encodeFrame, securityType, type OsdpFrame, type OsdpPacket } from "./osdp-frame.ts";

// All of it is AES-128. Source: SIA OSDP 2.2, annex D; numbers of annex E in the tests.
const blockBytes = 16;
const sentMacBytes = 4;
const padByte = 0x80;
/** Bytes of the panel's random number that go into the session keys. */
const saltBytes = 6;

export const scbkBytes = 16;
export const randomBytes = 8;

/**
 * The key of every device that left the factory, printed in the standard. Whoever uses it has
 * proved nothing: only for setting a key of one's own, with a person standing at the reader.
 */
export const defaultScbk: Uint8Array = Uint8Array.from({ length: scbkBytes }, (_, i) => 0x30 + i);

export interface SessionKeys {
  readonly enc: Uint8Array;
  readonly mac1: Uint8Array;
  readonly mac2: Uint8Array;
}

/** One conversation under session keys. A step returns a new one; the old one stays valid. */
export interface SecureChannel {
  readonly keys: SessionKeys;
  /** Whole MACs (16 bytes) of the last command and the last reply; each seeds the other side. */
  readonly commandMac: Uint8Array;
  readonly replyMac: Uint8Array;
}

/** What the panel computes from the device's answer to the challenge. */
export interface Handshake {
  readonly keys: SessionKeys;
  readonly serverCryptogram: Uint8Array;
  /** The device must send exactly this; it seeds the MAC chain. */
  readonly firstMac: Uint8Array;
}

export interface Challenge {
  readonly scbk: Uint8Array;
  /** Random number of the panel, 8 bytes, never used twice. */
  readonly randomA: Uint8Array;
}

export function sessionKeysOf({ scbk, randomA }: Challenge): SessionKeys {
  const keyOf = (first: number, second: number): Uint8Array => {
    const block = new Uint8Array(blockBytes);
    block.set([first, second]);
    block.set(randomA.subarray(0, saltBytes), 2);
    return encryptBlock(scbk, block);
  };
  return { enc: keyOf(0x01, 0x82), mac1: keyOf(0x01, 0x01), mac2: keyOf(0x01, 0x02) };
}

/** What only a device with the same key can have computed. */
export function clientCryptogramOf(enc: Uint8Array, a: Uint8Array, b: Uint8Array): Uint8Array {
  return encryptBlock(enc, Uint8Array.of(...a, ...b));
}

/**
 * Judges the device's proof. `randomB` and `cryptogram` are as the device sent them, 8 and 16
 * bytes; undefined = the device does not have the key.
 */
export function acceptClient(
  challenge: Challenge,
  randomB: Uint8Array,
  cryptogram: Uint8Array,
): Handshake | undefined {
  const keys = sessionKeysOf(challenge);
  const { randomA } = challenge;
  if (!isSame(clientCryptogramOf(keys.enc, randomA, randomB), cryptogram)) return undefined;
  const serverCryptogram = encryptBlock(keys.enc, Uint8Array.of(...randomB, ...randomA));
  const firstMac = encryptBlock(keys.mac2, encryptBlock(keys.mac1, serverCryptogram));
  return { keys, serverCryptogram, firstMac };
}

/** The channel after the handshake; undefined when the device did not send the first MAC. */
export function openChannel(handshake: Handshake, firstMac: Uint8Array): SecureChannel | undefined {
  if (!isSame(handshake.firstMac, firstMac)) return undefined;
  return { keys: handshake.keys, commandMac: new Uint8Array(blockBytes), replyMac: firstMac };
}

/** A command as it goes on the wire, encrypted when it has data, and the channel after it. */
export function sealCommand(
  channel: SecureChannel,
  command: Omit<OsdpPacket, "security" | "macOf">,
): { readonly bytes: Uint8Array; readonly channel: SecureChannel } {
  const { keys, replyMac } = channel;
  const plain = command.data ?? new Uint8Array();
  const isEncrypted = plain.length > 0;
  const type = isEncrypted ? securityType.commandEncrypted : securityType.commandMac;
  let commandMac: Uint8Array = channel.commandMac;
  const bytes = encodeFrame({
    ...command,
    data: isEncrypted ? encryptData(keys.enc, replyMac, plain) : plain,
    security: { type, data: new Uint8Array() },
    macOf: (covered) => {
      commandMac = macOf(keys, replyMac, covered);
      return commandMac.subarray(0, sentMacBytes);
    },
  });
  return { bytes, channel: { ...channel, commandMac } };
}

/** The data of a reply in clear and the channel after it; undefined when its MAC is wrong. */
export function openReply(
  channel: SecureChannel,
  reply: OsdpFrame,
): { readonly data: Uint8Array; readonly channel: SecureChannel } | undefined {
  const { keys, commandMac } = channel;
  const replyMac = macOf(keys, commandMac, reply.covered);
  if (reply.mac === undefined || !isSame(replyMac.subarray(0, sentMacBytes), reply.mac)) {
    return undefined;
  }
  const isEncrypted = reply.security?.type === securityType.replyEncrypted;
  const data = isEncrypted ? decryptData(keys.enc, commandMac, reply.data) : reply.data;
  return data === undefined ? undefined : { data, channel: { ...channel, replyMac } };
}

/** CBC over whole blocks with S-MAC1, the last one with S-MAC2; seeded by the other side's MAC. */
export function macOf(keys: SessionKeys, seed: Uint8Array, covered: Uint8Array): Uint8Array {
  const isWhole = covered.length > 0 && covered.length % blockBytes === 0;
  const padded = isWhole ? covered : padTo(covered);
  const head = padded.subarray(0, -blockBytes);
  const chained = head.length === 0 ? seed : cbc(keys.mac1, seed, head).subarray(-blockBytes);
  return cbc(keys.mac2, chained, padded.subarray(-blockBytes));
}

function encryptData(enc: Uint8Array, seed: Uint8Array, plain: Uint8Array): Uint8Array {
  return cbc(enc, complementOf(seed), padTo(plain));
}

/** Undefined when the length or the padding is wrong. */
function decryptData(
  enc: Uint8Array,
  seed: Uint8Array,
  secret: Uint8Array,
): Uint8Array | undefined {
  if (secret.length === 0) return secret;
  if (secret.length % blockBytes !== 0) return undefined;
  const decipher = createDecipheriv("aes-128-cbc", enc, complementOf(seed)).setAutoPadding(false);
  const padded = Uint8Array.of(...decipher.update(secret), ...decipher.final());
  const end = padded.findLastIndex((byte) => byte !== 0);
  const isPadded = padded[end] === padByte && padded.length - end <= blockBytes;
  return isPadded ? padded.subarray(0, end) : undefined;
}

/** Always adds at least the first padding byte. */
function padTo(bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / blockBytes) * blockBytes);
  padded.set(bytes);
  padded[bytes.length] = padByte;
  return padded;
}

function complementOf(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ~byte);
}

function encryptBlock(key: Uint8Array, block: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
  return Uint8Array.of(...cipher.update(block), ...cipher.final());
}

function cbc(key: Uint8Array, seed: Uint8Array, blocks: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-cbc", key, seed).setAutoPadding(false);
  return Uint8Array.of(...cipher.update(blocks), ...cipher.final());
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
