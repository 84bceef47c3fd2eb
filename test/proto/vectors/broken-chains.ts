// The ways a chain can be wrong, each with the code that its first wrong event is refused with.

import {
  encodeHeader,
  headerBytesToSign,
  parseHeader,
  type ErrorCode,
  type Header,
  type RecordParts,
} from "@driftbox/proto";
import { anchor, gatewaySigner, sealChain } from "./chain.ts";
import { fixedBytes, sampleFacts, testSigner } from "./samples.ts";

export interface BrokenChain {
  readonly code: ErrorCode;
  readonly name: string;
  readonly records: readonly RecordParts[];
}

function flip(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

/** The event with some header fields changed and sealed again: only the chain objects. */
function resealed(record: RecordParts, change: Partial<Header>): RecordParts {
  const header = parseHeader(record.header);
  if (!header.ok) throw new Error(header.detail);
  const bytes = encodeHeader({ ...header.value, ...change });
  return { ...record, header: bytes, seal: gatewaySigner.sign(headerBytesToSign(bytes)) };
}

function broken(code: ErrorCode, name: string, records: readonly RecordParts[]): BrokenChain {
  return { code, name, records };
}

/** One event and its successors, of which some part was edited. */
function brokenEvents(a: RecordParts, b: RecordParts, c: RecordParts): BrokenChain[] {
  const hash = "seal/payload-hash";
  const seal = "seal/invalid";
  const foreign = testSigner(9).sign(headerBytesToSign(b.header));
  const edited = flip(b.payload, 20 * 8);
  return [
    broken("wire/header", "magic", [{ ...a, header: flip(a.header, 0) }]),
    broken("wire/header", "reserved bytes", [{ ...a, header: flip(a.header, 143 * 8) }]),
    broken(hash, "payload edited", [a, { ...b, payload: edited }]),
    broken(hash, "payload cut", [a, { ...b, payload: b.payload.subarray(0, -1) }]),
    broken(hash, "payload of another event", [a, { ...b, payload: c.payload }]),
    broken(seal, "seal edited", [a, { ...b, seal: flip(b.seal, 100) }]),
    broken(seal, "seal of another event", [a, { ...b, seal: c.seal }]),
    broken(seal, "sealed with another key", [a, { ...b, seal: foreign }]),
    broken(seal, "wall clock edited", [a, { ...b, header: flip(b.header, 131 * 8) }]),
  ];
}

/** Events that are whole, in an order or with links that no gateway makes. */
function brokenLinks(a: RecordParts, b: RecordParts, c: RecordParts): BrokenChain[] {
  const code = "seal/chain";
  const elsewhere = fixedBytes("other", 16);
  return [
    broken(code, "event left out", [a, c]),
    broken(code, "events exchanged", [a, c, b]),
    broken(code, "event repeated", [a, b, b]),
    broken(code, "first event left out", [b, c]),
    broken(code, "history replaced below", [resealed(a, { monoUs: 1 }), b]),
    broken(code, "number used for another content", [a, resealed(b, { prev: anchor })]),
    broken(code, "another gateway's id", [a, resealed(b, { gatewayId: elsewhere })]),
    broken(code, "key epoch falls", [a, resealed(b, { keyEpoch: 0 })]),
  ];
}

export function brokenChains(): BrokenChain[] {
  const [a, b, c] = sealChain(sampleFacts.slice(0, 3)).map((event) => event.record);
  if (a === undefined || b === undefined || c === undefined) throw new Error("short chain");
  return [...brokenEvents(a, b, c), ...brokenLinks(a, b, c)];
}
