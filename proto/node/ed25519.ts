// Ed25519 keys from node:crypto: PEM files on disk, raw 32-byte public keys on the wire.

import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { Fault, toHex, type Signer, type Verifier } from "@driftbox/proto";

const spkiPrefix = Buffer.from("302a300506032b6570032100", "hex");
const publicKeyBytes = 32;

export interface KeyPairPem {
  /** PKCS#8 PEM. Write it with mode 0600. */
  readonly privatePem: string;
  /** SubjectPublicKeyInfo PEM. */
  readonly publicPem: string;
  /** Raw public key, 32 bytes. */
  readonly publicKey: Uint8Array;
}

export function generateKey(): KeyPairPem {
  const pair = generateKeyPairSync("ed25519");
  return {
    privatePem: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicPem: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
    publicKey: rawPublicKey(pair.publicKey),
  };
}

/** A signer from PKCS#8 PEM text. @throws Fault key/unreadable */
export function signerFromPem(pem: string, origin = "key"): Signer {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new Fault("key/unreadable", `${origin}: not a PKCS#8 PEM private key`, { cause });
  }
  if (key.asymmetricKeyType !== "ed25519") {
    throw new Fault("key/unreadable", `${origin}: ${key.asymmetricKeyType}, wanted ed25519`);
  }
  const publicKey = rawPublicKey(createPublicKey(key));
  return { publicKey, sign: (message) => sign(null, message, key) };
}

/** Reads a PKCS#8 PEM file. @throws Fault key/unreadable */
export function loadSigner(path: string): Signer {
  let pem: string;
  try {
    pem = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("key/unreadable", `${path}: cannot be read; check path and owner`, { cause });
  }
  return signerFromPem(pem, path);
}

/**
 * A verifier for a raw public key of 32 bytes; the key object is made once.
 * @throws Fault key/weak for the small-order and non-canonical points, which OpenSSL accepts
 */
export function verifierOf(publicKey: Uint8Array): Verifier {
  if (isWeakPublicKey(publicKey)) {
    throw new Fault("key/weak", `public key ${toHex(publicKey).slice(0, 16)}… is weak; make a new`);
  }
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, publicKey]),
    format: "der",
    type: "spki",
  });
  return {
    publicKey,
    verify: (message, signature) =>
      signature.length === 64 && verify(null, message, key, signature),
  };
}

/** Encodings of the y coordinates of the 8 points of small order (sign bit cleared). */
const smallOrderY: ReadonlySet<string> = new Set([
  "0000000000000000000000000000000000000000000000000000000000000000",
  "0100000000000000000000000000000000000000000000000000000000000000",
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]);

/** True for a key of another length, of small order, or whose y is not below 2^255 - 19. */
export function isWeakPublicKey(publicKey: Uint8Array): boolean {
  if (publicKey.length !== publicKeyBytes) return true;
  const y = Uint8Array.from(publicKey);
  y[31] = (y[31] ?? 0) & 0x7f;
  return smallOrderY.has(toHex(y)) || isNonCanonical(y);
}

/** y >= p = 2^255 - 19, little-endian: all upper bytes are full and the lowest is at least 0xed. */
function isNonCanonical(y: Uint8Array): boolean {
  const isFull = y[31] === 0x7f && y.subarray(1, 31).every((byte) => byte === 0xff);
  return isFull && (y[0] ?? 0) >= 0xed;
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return key.export({ type: "spki", format: "der" }).subarray(spkiPrefix.length);
}
