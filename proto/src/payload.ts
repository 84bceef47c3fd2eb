// Payload codec: a fact with its salt to protobuf bytes and back; received bytes stay as they are.

import { driftbox } from "#generated";
import type { EventClass } from "./header.ts";
import type { Fact, FactKind } from "./facts.ts";
import { limits } from "./limits.ts";
import { parsed, refused, type Parsed } from "./parsed.ts";

const v1 = driftbox.v1;

export const saltBytes = 16;

type EnumObject = Readonly<Record<string, string | number>>;

/** Which fields of which facts are enumerations; all others have the same shape on both sides. */
const enumFields: { readonly [K in FactKind]?: Readonly<Record<string, EnumObject>> } = {
  BootRecovered: { recovery: v1.Recovery },
  Heartbeat: { reason: v1.HeartbeatReason },
  ChainRecovered: { recovery: v1.Recovery },
  AccessGranted: { action: v1.Action, assurance: v1.Assurance, proof: v1.Proof },
  AccessRefused: { reason: v1.RefusalReason },
  AuthorizerAdded: { assurance: v1.Assurance, proof: v1.Proof },
  LockoutStarted: { cause: v1.LockoutCause },
  UnlockConcluded: { outcome: v1.UnlockOutcome },
  DoorClosed: {
    presenceBefore: v1.Presence,
    presenceAfter: v1.Presence,
    result: v1.SessionResult,
    confidence: v1.Confidence,
  },
  LockFaulted: { fault: v1.LockFault },
  ParcelDeposited: { evidence: v1.Evidence },
  ParcelCollected: { evidence: v1.Evidence },
  ParcelUnaccounted: { presenceBefore: v1.Presence, presenceAfter: v1.Presence },
  DepositUnverified: { reason: v1.UnverifiedReason },
  DepositAbandoned: { reason: v1.AbandonReason },
  HandoverReleased: { method: v1.ListingMethod },
  SealTagChecked: { state: v1.SealTagState },
  DocumentRefused: { document: v1.DocumentKind },
};

/** Header class of each fact; custody unless listed. Seq 0 is always `genesis`. */
const classOfKind: { readonly [K in FactKind]?: EventClass } = {
  GatewayStarted: "boot",
  BootRecovered: "boot",
  Heartbeat: "heartbeat",
  TimeAnchored: "timeAnchor",
  KeyRotated: "keyRotate",
  ChainRecovered: "recovery",
  Corrected: "correction",
};

export function eventClassOf(kind: FactKind, seq: number): EventClass {
  return seq === 0 ? "genesis" : (classOfKind[kind] ?? "custody");
}

/**
 * Encodes one fact. Only the program that made the fact calls this.
 * @param salt 16 random bytes, so that an erased payload cannot be guessed from its hash.
 * @throws when the fact is over `limits.payloadMaxBytes`, a defect of the caller.
 */
export function encodePayload(fact: Fact, salt: Uint8Array): Uint8Array {
  const { kind, ...fields } = fact;
  const message: Record<string, unknown> = { ...fields };
  for (const [field, names] of Object.entries(enumFields[kind] ?? {})) {
    if (field in message) message[field] = enumNumber(names, String(message[field]));
  }
  const bytes = v1.CustodyPayload.encode({ salt, [lowerFirst(kind)]: message }).finish();
  if (bytes.length > limits.payloadMaxBytes) throw new Error(`${kind}: ${bytes.length} bytes`);
  return bytes;
}

/** A payload of a kind this version does not know keeps its bytes; a viewer shows it as unknown. */
export type DecodedPayload =
  | { readonly isKnown: true; readonly fact: Fact; readonly salt: Uint8Array }
  | { readonly isKnown: false; readonly salt: Uint8Array };

/** Decodes payload bytes for reading. Unknown fields and enum values are tolerated. */
export function decodePayload(bytes: Uint8Array): Parsed<DecodedPayload> {
  if (bytes.length > limits.payloadMaxBytes) {
    return refused("wire/payload", `${bytes.length} bytes`);
  }
  const usual = readUsualLayout(bytes);
  return usual === undefined ? decodeAnyLayout(bytes) : parsed(usual);
}

/** Whatever protobuf allows: fields in any order, repeated, unknown. */
function decodeAnyLayout(bytes: Uint8Array): Parsed<DecodedPayload> {
  let message: InstanceType<typeof v1.CustodyPayload>;
  try {
    message = v1.CustodyPayload.decode(bytes);
  } catch (error) {
    return refused("wire/payload", error instanceof Error ? error.message : "undecodable");
  }
  const salt = message.salt;
  if (message.fact === undefined) return parsed({ isKnown: false, salt });
  const kind = upperFirst(message.fact) as FactKind;
  const plain = v1.CustodyPayload.toObject(message, { defaults: true, arrays: true });
  const fields = plain[message.fact] as Record<string, unknown>;
  for (const [field, names] of Object.entries(enumFields[kind] ?? {})) {
    if (field in fields) fields[field] = enumWord(names, Number(fields[field]));
  }
  return parsed({ isKnown: true, fact: { kind, ...fields } as Fact, salt });
}

type FieldValue = string | number | boolean | Uint8Array | readonly string[];

interface FieldShape {
  readonly name: string;
  readonly names: EnumObject | undefined;
  /** Absent from the fact when it is absent from the bytes. */
  readonly isOptional: boolean;
}

/** How the message of one fact kind is read into the fact; no message has messages inside. */
interface FactShape {
  readonly kind: FactKind;
  readonly fields: readonly FieldShape[];
  decode(bytes: Uint8Array): Readonly<Record<string, FieldValue | null>>;
}

/**
 * What `encodePayload` writes, salt then fact, without the generic decoder: that costs several
 * times as much, because it clears every other kind of the oneof. Undefined for anything else.
 */
function readUsualLayout(bytes: Uint8Array): DecodedPayload | undefined {
  const saltEnd = 2 + (bytes[1] ?? 0);
  const tag = readVarint(bytes, saltEnd);
  const length = readVarint(bytes, saltEnd + 2);
  if (bytes[0] !== saltTag || saltEnd > 2 + 127 || tag < 128 || length < 0) return undefined;
  const start = saltEnd + 2 + (length < 128 ? 1 : 2);
  const shape = shapesByTag().get(tag);
  if (shape === undefined || start + length !== bytes.length) return undefined;
  try {
    const message = shape.decode(bytes.subarray(start));
    const fact: Record<string, FieldValue> = { kind: shape.kind };
    for (const { name, names, isOptional } of shape.fields) {
      const value = message[name] ?? "";
      if (isOptional && value === "") continue;
      fact[name] = names === undefined ? value : enumWord(names, Number(value));
    }
    return { isKnown: true, fact: fact as unknown as Fact, salt: bytes.subarray(2, saltEnd) };
  } catch {
    return undefined;
  }
}

/** Tag of the salt: field 1 of wire type 2. */
const saltTag = 0x0a;

/** A varint of one or two bytes; -1 for a longer one, a padded one, or none. */
function readVarint(bytes: Uint8Array, offset: number): number {
  const low = bytes[offset] ?? 0x80;
  if (low < 0x80) return low;
  const high = bytes[offset + 1] ?? 0;
  return high > 0 && high < 0x80 ? (low & 0x7f) | (high << 7) : -1;
}

let shapes: ReadonlyMap<number, FactShape> | undefined;

/** Made from the generated module at first use, so that a new kind needs nothing here. */
function shapesByTag(): ReadonlyMap<number, FactShape> {
  shapes ??= new Map(
    Object.keys(v1.CustodyPayload.prototype)
      .filter((name) => Object.hasOwn(v1, upperFirst(name)))
      .map((name) => [
        readVarint(v1.CustodyPayload.encode({ [name]: {} }).finish(), 0),
        shapeOf(name),
      ]),
  );
  return shapes;
}

/** Every kind of fact there is, in the order of the schema. */
export function factKinds(): readonly FactKind[] {
  return Array.from(shapesByTag().values(), ({ kind }) => kind);
}

interface FactCodec {
  /** Names of all fields with their defaults; that of an optional one is null. */
  readonly prototype: Readonly<Record<string, unknown>>;
  decode(bytes: Uint8Array): Readonly<Record<string, FieldValue | null>>;
  toObject(message: object, options: object): Readonly<Record<string, unknown>>;
}

function shapeOf(name: string): FactShape {
  const kind = upperFirst(name) as FactKind;
  const codec = v1[kind] as unknown as FactCodec;
  const empty = codec.toObject(codec.decode(new Uint8Array()), { defaults: true, arrays: true });
  const { prototype } = codec;
  const optional = Object.keys(prototype).filter((field) => prototype[field] === null);
  const fields = [...Object.keys(empty), ...optional].map((field) => ({
    name: field,
    names: enumFields[kind]?.[field],
    isOptional: optional.includes(field),
  }));
  return { kind, fields, decode: (bytes) => codec.decode(bytes) };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

interface EnumWords {
  readonly numbers: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<number, string>;
}
const enumWords = new Map<EnumObject, EnumWords>();

/** `UNLOCK_OUTCOME_OPENED` <-> `opened`: the prefix is the one of the `_UNSPECIFIED` member. */
function wordsOf(names: EnumObject): EnumWords {
  const known = enumWords.get(names);
  if (known !== undefined) return known;
  const members = Object.entries(names).filter(
    (member): member is [string, number] => typeof member[1] === "number",
  );
  const unspecified = members.find(([, value]) => value === 0)?.[0] ?? "";
  const prefixLength = unspecified.length - "UNSPECIFIED".length;
  const pairs = members.map(([name, value]): [string, number] => [
    name.slice(prefixLength).toLowerCase().replaceAll("_", "-"),
    value,
  ]);
  const made = {
    numbers: new Map(pairs),
    words: new Map(pairs.map(([word, value]) => [value, word])),
  };
  enumWords.set(names, made);
  return made;
}

function enumNumber(names: EnumObject, word: string): number {
  const value = wordsOf(names).numbers.get(word);
  if (value === undefined) throw new Error(`no enumeration value for ${word}`);
  return value;
}

/** An unknown number comes from a newer gateway: it is named, not dropped. */
function enumWord(names: EnumObject, value: number): string {
  return wordsOf(names).words.get(value) ?? `unknown-${value}`;
}
