// What an OSDP device answers: reply code and clear data to one typed reply.

// Source: SIA OSDP 2.2 (IEC 60839-11-5), clause 7.
const code = {
  ack: 0x40,
  nak: 0x41,
  id: 0x45,
  capabilities: 0x46,
  localStatus: 0x48,
  inputStatus: 0x49,
  outputStatus: 0x4a,
  card: 0x50,
  keypad: 0x53,
  communication: 0x54,
  clientCryptogram: 0x76,
  firstMac: 0x78,
  busy: 0x79,
} as const;

/** Reasons of a NAK. */
export const nakCode = {
  check: 1,
  length: 2,
  unknownCommand: 3,
  sequence: 4,
  secureChannelUnsupported: 5,
  secureChannelNeeded: 6,
} as const;

/** A card frame longer than this is no card. */
export const cardBitsMaxCount = 1_024;
const keyPattern = /^[0-9*#]*$/;

/** Who the device says it is. Hex in upper case: vendor 3 bytes, serial number 4 bytes. */
export interface PdIdentity {
  readonly vendor: string;
  readonly model: number;
  readonly version: number;
  readonly serial: string;
  /** `major.minor.build`. */
  readonly firmware: string;
}

/** One line of the capability report: function code, compliance level, number of items. */
export interface Capability {
  readonly id: number;
  readonly level: number;
  readonly count: number;
}

/** A card as read: `bits` are left-aligned; the number of a card is secret. */
export interface CardBits {
  readonly reader: number;
  readonly isWiegand: boolean;
  readonly bitCount: number;
  readonly bits: Uint8Array;
}

export type OsdpReply =
  | { readonly kind: "ack" | "busy" | "other" }
  | { readonly kind: "nak"; readonly reason: number }
  | { readonly kind: "id"; readonly identity: PdIdentity }
  | { readonly kind: "capabilities"; readonly capabilities: readonly Capability[] }
  | {
      readonly kind: "local-status";
      readonly isTampered: boolean;
      readonly isPowerLost: boolean;
    }
  | { readonly kind: "input-status" | "output-status"; readonly levels: readonly boolean[] }
  | { readonly kind: "card"; readonly card: CardBits }
  /** `0`..`9`, `*` and `#`; secret, for it may be a PIN. */
  | { readonly kind: "keys"; readonly keys: string }
  | { readonly kind: "communication"; readonly address: number; readonly baudRate: number }
  | {
      readonly kind: "client-cryptogram";
      readonly randomB: Uint8Array;
      readonly cryptogram: Uint8Array;
    }
  | { readonly kind: "first-mac"; readonly mac: Uint8Array };

/** True for a reply that carries what a person did: it must never be believed in clear. */
export function isPersonal(replyCode: number): boolean {
  return replyCode === code.card || replyCode === code.keypad;
}

/**
 * Reads a reply; undefined when its data does not have the form of its code. Codes that this
 * program has no use for are `other`.
 */
export function decodeReply(replyCode: number, data: Uint8Array): OsdpReply | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  switch (replyCode) {
    case code.ack:
      return { kind: "ack" };
    case code.busy:
      return { kind: "busy" };
    case code.nak:
      return data[0] === undefined ? undefined : { kind: "nak", reason: data[0] };
    case code.id:
      return identityIn(data, view);
    case code.capabilities:
      return capabilitiesIn(data);
    case code.localStatus:
      if (data.length < 2) return undefined;
      return { kind: "local-status", isTampered: data[0] !== 0, isPowerLost: data[1] !== 0 };
    case code.inputStatus:
      return { kind: "input-status", levels: [...data].map((level) => level !== 0) };
    case code.outputStatus:
      return { kind: "output-status", levels: [...data].map((level) => level !== 0) };
    case code.card:
      return cardIn(data, view);
    case code.keypad:
      return keysIn(data);
    case code.communication:
      if (data.length !== 5) return undefined;
      return {
        kind: "communication",
        address: view.getUint8(0),
        baudRate: view.getUint32(1, true),
      };
    case code.clientCryptogram:
      // Eight bytes of name, which nothing proves, before the random number.
      if (data.length !== 32) return undefined;
      return {
        kind: "client-cryptogram",
        randomB: data.slice(8, 16),
        cryptogram: data.slice(16),
      };
    case code.firstMac:
      return data.length === 16 ? { kind: "first-mac", mac: data.slice() } : undefined;
    default:
      return { kind: "other" };
  }
}

function identityIn(data: Uint8Array, view: DataView): OsdpReply | undefined {
  if (data.length !== 12) return undefined;
  const identity = {
    vendor: hexOf(data.subarray(0, 3)),
    model: view.getUint8(3),
    version: view.getUint8(4),
    serial: hexOf(data.slice(5, 9).toReversed()),
    firmware: data.subarray(9).join("."),
  };
  return { kind: "id", identity };
}

function capabilitiesIn(data: Uint8Array): OsdpReply | undefined {
  if (data.length % 3 !== 0) return undefined;
  const capabilities = Array.from({ length: data.length / 3 }, (_, at) => {
    const [id = 0, level = 0, count = 0] = data.subarray(at * 3);
    return { id, level, count };
  });
  return { kind: "capabilities", capabilities };
}

function cardIn(data: Uint8Array, view: DataView): OsdpReply | undefined {
  if (data.length < 4) return undefined;
  const bitCount = view.getUint16(2, true);
  const byteCount = Math.ceil(bitCount / 8);
  if (bitCount === 0 || bitCount > cardBitsMaxCount || data.length !== 4 + byteCount) {
    return undefined;
  }
  const [reader = 0, format = 0] = data;
  const isWiegand = format === 1;
  return { kind: "card", card: { reader, isWiegand, bitCount, bits: data.slice(4) } };
}

function keysIn(data: Uint8Array): OsdpReply | undefined {
  const [, count = 0] = data;
  if (data.length < 2 || data.length !== 2 + count) return undefined;
  const keys = [...data.subarray(2)].map(keyOf).join("");
  return keyPattern.test(keys) ? { kind: "keys", keys } : undefined;
}

/** Digits are ASCII; the key left of zero is 7F (or `*`), right of it 0D (or `#`). */
function keyOf(byte: number): string {
  if (byte === 0x7f) return "*";
  return byte === 0x0d ? "#" : String.fromCharCode(byte);
}

function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("");
}
