// Signed documents: receipt, hello, state, policy, grants, command, manifests, enrollment, lift.

import { driftbox } from "#generated";
import { equalBytes } from "./bytes.ts";
import type { Sha256, Signer, Verifier } from "./crypto.ts";
import { payloadTypes, preAuthenticationEncoding, type DocumentType } from "./dsse.ts";
import { limits } from "./limits.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

const v1 = driftbox.v1;

/** A message with every field present; absent ones have protobuf's default. */
export type Enrollment = InstanceType<typeof v1.EnrollmentRecord>;
export type Receipt = InstanceType<typeof v1.Receipt>;
export type Hello = InstanceType<typeof v1.Hello>;
export type Status = InstanceType<typeof v1.Status>;
export type StateSnapshot = InstanceType<typeof v1.StateSnapshot>;
export type Policy = InstanceType<typeof v1.Policy>;
export type QuarantineLift = InstanceType<typeof v1.QuarantineLift>;
export type Grant = InstanceType<typeof v1.Grant>;
export type GrantSet = InstanceType<typeof v1.GrantSet>;
export type Command = InstanceType<typeof v1.Command>;
export type ManifestSet = InstanceType<typeof v1.ManifestSet>;
export const { StatusWord, Standing, CommandWord, Assurance: AssuranceLevel } = v1;

interface DocumentBodies {
  enrollment: Enrollment;
  receipt: Receipt;
  hello: Hello;
  state: StateSnapshot;
  policy: Policy;
  "quarantine-lift": QuarantineLift;
  grant: Grant;
  grants: GrantSet;
  command: Command;
  manifests: ManifestSet;
}
export type BodyOf<T extends DocumentType> = DocumentBodies[T];

/** What a maker of a document fills in: plain data of the same fields, all optional. */
export type DraftOf<T extends DocumentType> = Readonly<Parameters<(typeof codecs)[T]["encode"]>[0]>;

const codecs = {
  enrollment: v1.EnrollmentRecord,
  receipt: v1.Receipt,
  hello: v1.Hello,
  state: v1.StateSnapshot,
  policy: v1.Policy,
  "quarantine-lift": v1.QuarantineLift,
  grant: v1.Grant,
  grants: v1.GrantSet,
  command: v1.Command,
  manifests: v1.ManifestSet,
} as const;

interface Codec<T> {
  encode(message: object): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

function codecOf<T extends DocumentType>(type: T): Codec<BodyOf<T>> {
  return codecs[type] as unknown as Codec<BodyOf<T>>;
}

/** First 8 bytes of SHA-256 of a raw public key: a hint which key to try, never a proof. */
export function keyIdOf(publicKey: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(publicKey).subarray(0, 8);
}

/** Encodes and signs a document; the type is inside the signed bytes. */
export function signDocument<T extends DocumentType>(
  type: T,
  draft: DraftOf<T>,
  signer: Signer,
  sha256: Sha256,
): Uint8Array {
  const body = codecOf(type).encode(draft).finish();
  return v1.SignedDocument.encode({
    payloadType: payloadTypes[type],
    body,
    keyId: keyIdOf(signer.publicKey, sha256),
    signature: signer.sign(preAuthenticationEncoding(payloadTypes[type], body)),
  }).finish();
}

export interface OpenedDocument<T extends DocumentType> {
  readonly message: BodyOf<T>;
  /** The signed bytes as received; hash these, never a re-encoding. */
  readonly body: Uint8Array;
  readonly signerKey: Uint8Array;
}

/**
 * Checks type, key and signature, then decodes. `trusted` are the keys that may sign this type.
 * Codes: wire/document, document/type, document/unknown-key, document/signature.
 */
export function openDocument<T extends DocumentType>(
  type: T,
  bytes: Uint8Array,
  trusted: readonly Verifier[],
  sha256: Sha256,
): Parsed<OpenedDocument<T>> {
  const maxBytes = maxBytesOf(type);
  if (bytes.length > maxBytes) {
    return refused("wire/document", `${bytes.length} bytes, ${maxBytes} are allowed`);
  }
  const envelope = decoded(() => v1.SignedDocument.decode(bytes));
  if (!envelope.ok) return envelope;
  const { payloadType, body, keyId, signature } = envelope.value;
  if (payloadType !== payloadTypes[type]) {
    return refused("document/type", `${JSON.stringify(payloadType.slice(0, 80))}, wanted ${type}`);
  }
  const candidates = trusted.filter((key) => equalBytes(keyIdOf(key.publicKey, sha256), keyId));
  if (candidates.length === 0) return refused("document/unknown-key", `${type}: key not trusted`);
  const signed = preAuthenticationEncoding(payloadType, body);
  const signer = candidates.find((key) => key.verify(signed, signature));
  if (signer === undefined) return refused("document/signature", `${type}: wrong signature`);
  const message = decoded(() => codecOf(type).decode(body));
  if (!message.ok) return message;
  return parsed({ message: message.value, body, signerKey: signer.publicKey });
}

const largeTypes: ReadonlySet<DocumentType> = new Set<DocumentType>([
  "policy",
  "grants",
  "manifests",
]);

function maxBytesOf(type: DocumentType): number {
  if (type === "grant") return limits.grantMaxBytes;
  return largeTypes.has(type) ? limits.policyMaxBytes : limits.documentMaxBytes;
}

/**
 * Decodes a document without checking its signature: only for one whose origin is trusted, like
 * the enrollment in a gateway's own data folder. Codes: wire/document, document/type.
 */
export function readUncheckedDocument<T extends DocumentType>(
  type: T,
  bytes: Uint8Array,
): Parsed<Omit<OpenedDocument<T>, "signerKey">> {
  if (bytes.length > limits.policyMaxBytes)
    return refused("wire/document", `${bytes.length} bytes`);
  const envelope = decoded(() => v1.SignedDocument.decode(bytes));
  if (!envelope.ok) return envelope;
  const { payloadType, body } = envelope.value;
  if (payloadType !== payloadTypes[type]) return refused("document/type", `wanted ${type}`);
  const message = decoded(() => codecOf(type).decode(body));
  return message.ok ? parsed({ message: message.value, body }) : message;
}

/** The version that a document claims, whoever made it; 0 = it cannot be read. */
export function claimedVersion(bytes: Uint8Array): number {
  if (bytes.length > limits.policyMaxBytes) return 0;
  const claim = decoded(() => v1.DocumentClaim.decode(v1.SignedDocument.decode(bytes).body));
  const version = claim.ok ? claim.value.version : 0;
  return Number.isSafeInteger(version) ? version : 0;
}

/** Encodes the one unsigned document: the will that an MQTT server publishes for a dead gateway. */
export function encodeStatus(status: Parameters<typeof v1.Status.encode>[0]): Uint8Array {
  return v1.Status.encode(status).finish();
}

export function parseStatus(bytes: Uint8Array): Parsed<Status> {
  if (bytes.length > limits.documentMaxBytes) return refused("wire/document", "status too large");
  return decoded(() => v1.Status.decode(bytes));
}

function decoded<T>(decode: () => T): Parsed<T> {
  try {
    return parsed(decode());
  } catch (error) {
    return refused("wire/document", error instanceof Error ? error.message : "undecodable");
  }
}
