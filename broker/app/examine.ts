// Turns the records of a batch into candidates for the judge: parsed, hashed, decoded once.

import { hash } from "node:crypto";
import {
  decodePayload,
  parseHeader,
  type EventId,
  type GatewayId,
  type Header,
  type Parsed,
  type RecordParts,
} from "@driftbox/proto";
import type { Arrival, Candidate } from "../core/chain.ts";

/** SHA-256 in lower-case hex: strings are what `crypto.hash` returns fastest. */
export function hexDigest(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/** @returns wire/header for a header that is not one; a wrong payload hash is the judge's matter */
export function examine(record: RecordParts, arrival: Arrival): Parsed<Candidate> {
  const header = parseHeader(record.header);
  if (!header.ok) return header;
  return { ok: true, value: candidateOf(record, header.value, arrival) };
}

function candidateOf(record: RecordParts, header: Header, arrival: Arrival): Candidate {
  const hex = new HeaderHex(record.header);
  const isPayloadIntact = hexDigest(record.payload) === hex.of(header.payloadHash);
  const decoded = isPayloadIntact ? decodePayload(record.payload) : undefined;
  const isReadable = decoded?.ok === true && decoded.value.isKnown;
  return {
    record,
    header,
    gatewayId: gatewayIdOf(hex.of(header.gatewayId)),
    eventId: eventIdOf(hexDigest(record.header)),
    prev: eventIdOf(hex.of(header.prev)),
    isPayloadIntact,
    fact: isReadable ? decoded.value.fact : undefined,
    arrival,
  };
}

/** Hex of a header's fields: one conversion for all of them, as this runs per event. */
class HeaderHex {
  readonly #start: number;
  readonly #text: string;

  constructor(header: Uint8Array) {
    this.#start = header.byteOffset;
    this.#text = hexOf(header);
  }

  /** A field is a view into the header. */
  of(field: Uint8Array): string {
    const at = (field.byteOffset - this.#start) * 2;
    return this.#text.slice(at, at + field.length * 2);
  }
}

/** A candidate on memory of its own, so that a parked record does not keep its whole batch. */
export function detached(candidate: Candidate): Candidate {
  const { record } = candidate;
  const own = examine(
    {
      header: Uint8Array.from(record.header),
      seal: Uint8Array.from(record.seal),
      payload: Uint8Array.from(record.payload),
    },
    candidate.arrival,
  );
  return own.ok ? { ...own.value, sealedUnder: candidate.sealedUnder } : candidate;
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
}

/** Brand of hex that a hash or `hexOf` made; only the length is checked, as this runs per event. */
export function eventIdOf(hex: string): EventId {
  if (hex.length !== 64) throw new Error(`event id of ${hex.length} digits`);
  return hex as EventId;
}

function gatewayIdOf(hex: string): GatewayId {
  if (hex.length !== 32) throw new Error(`gateway id of ${hex.length} digits`);
  return hex as GatewayId;
}
