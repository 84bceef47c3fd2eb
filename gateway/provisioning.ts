// Reads what enrollment put into the data folder: keys, the enrollment record and the badge key.

import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import {
  equalBytes,
  Fault,
  fromHex,
  limits,
  openDocument,
  type Enrollment,
  type Verifier,
} from "@driftbox/proto";
import { badgeKeyBytes, loadSigner, sha256, verifierOf } from "@driftbox/proto/node";
import type { Identity } from "./app/identity.ts";
import type { GatewayConfig } from "./config/config.ts";

const centerKeysMaxCount = 16;

export interface Provisioned {
  readonly identity: Identity;
  readonly badgeKey: Uint8Array;
  /** Undefined: enrolled before there were PINs. */
  readonly pinKey: Uint8Array | undefined;
  /** Of this gateway alone. Undefined: enrolled before there were codes. */
  readonly codeKey: Uint8Array | undefined;
}

type Named = Pick<GatewayConfig, "site" | "gateway" | "data">;

/** @throws Fault journal/unreadable, key/unreadable, key/weak, config/value */
export function readProvisioning(config: Named, software: string): Provisioned {
  assertFolder(config.data);
  return provisionedIn(config, software);
}

/** The same, and nothing is made or changed. @throws as `readProvisioning` */
export function provisionedIn(config: Named, software: string): Provisioned {
  const { site, gateway, data } = config;
  const signer = loadSigner(join(data, "gateway.key"));
  const record = enrollmentIn(data);
  const { message, body } = record;
  if (message.site !== site || message.gateway !== gateway) {
    const seen = `${message.site}/${message.gateway}`;
    throw new Fault("config/value", `${data} is enrolled as ${seen}, not as ${site}/${gateway}`);
  }
  if (!equalBytes(message.publicKey, signer.publicKey)) {
    throw new Fault("key/unreadable", `${data}/gateway.key is not the key that was enrolled`);
  }
  const genesis = sha256(body);
  const identity: Identity = {
    site,
    gateway,
    gatewayId: genesis.subarray(0, 16),
    genesis,
    signer,
    centerKeys: centerKeysIn(data),
    sha256,
    software,
  };
  return {
    identity,
    badgeKey: keyIn(data, "badge.key"),
    pinKey: laterKeyIn(data, "pin.key"),
    codeKey: laterKeyIn(data, "code.key"),
  };
}

/** What a verifier of this journal needs; the private key is not read. */
export function readEnrollment(data: string): {
  readonly gatewayId: Uint8Array;
  readonly genesis: Uint8Array;
  readonly publicKey: Uint8Array;
} {
  const { message, body } = enrollmentIn(data);
  const genesis = sha256(body);
  return { gatewayId: genesis.subarray(0, 16), genesis, publicKey: message.publicKey };
}

/** Makes the folder private; everything in it is. */
function assertFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
    if ((statSync(data).mode & 0o077) !== 0) chmodSync(data, 0o700);
  } catch (cause) {
    const text = `${data} cannot be read and written; check its owner and mode`;
    throw new Fault("journal/unreadable", text, { cause });
  }
}

interface StoredEnrollment {
  readonly message: Enrollment;
  /** The signed bytes; their hash is the identity. */
  readonly body: Uint8Array;
}

function enrollmentIn(data: string): StoredEnrollment {
  const path = join(data, "enrollment.document");
  const bytes = readBytes(path);
  if (bytes === undefined) {
    throw new Fault("config/value", `${path} is missing; run driftbox enroll for this gateway`);
  }
  const enrollment = openDocument("enrollment", bytes, [registrarIn(data)], sha256);
  if (enrollment.ok) return enrollment.value;
  throw new Fault("config/value", `${path}: ${enrollment.detail}; run driftbox enroll again`);
}

/** Keys of the center: they sign receipts and policies, and never an enrollment. */
function centerKeysIn(data: string): readonly Verifier[] {
  return keysIn(join(data, "center.keys"), centerKeysMaxCount);
}

/** The registrar's key signs enrollments and nothing else. */
function registrarIn(data: string): Verifier {
  const path = join(data, "registrar.pub");
  const [key] = keysIn(path, 1);
  if (key === undefined) throw new Fault("key/unreadable", `${path} has no key`);
  return key;
}

/** Raw public keys in hex, one a line; `#` begins a comment. */
function keysIn(path: string, maxCount: number): readonly Verifier[] {
  const lines = readText(path)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  if (lines.length === 0 || lines.length > maxCount) {
    const text = `${path} has ${lines.length} keys, expected 1 to ${maxCount}`;
    throw new Fault("key/unreadable", text);
  }
  return lines.map((line) => verifierOf(fromHex(line) ?? new Uint8Array()));
}

/** A key that earlier enrollments did not write. */
function laterKeyIn(data: string, name: string): Uint8Array | undefined {
  return existsSync(join(data, name)) ? keyIn(data, name) : undefined;
}

/** A secret in hex: what keys references of badges or of PINs, or codes. */
function keyIn(data: string, name: string): Uint8Array {
  const path = join(data, name);
  const key = fromHex(readText(path).trim());
  if (key?.length === badgeKeyBytes) return key;
  throw new Fault("key/unreadable", `${path}: expected ${badgeKeyBytes * 2} hex digits`);
}

function readText(path: string): string {
  const bytes = readBytes(path);
  if (bytes !== undefined) return Buffer.from(bytes).toString("latin1");
  throw new Fault("key/unreadable", `${path} cannot be read; run driftbox enroll, check its owner`);
}

function readBytes(path: string): Uint8Array | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length <= limits.documentMaxBytes ? bytes : undefined;
  } catch {
    return undefined;
  }
}
