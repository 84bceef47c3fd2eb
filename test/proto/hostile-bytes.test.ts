// Fuzz: parsers of bytes from outside answer with a value or a refusal, and never throw.

import fc from "fast-check";
import {
  decodePayload,
  encodeBatch,
  encodeRecord,
  encodeStatus,
  errorCodes,
  openDocument,
  parseBatch,
  parseHeader,
  parseStatus,
  parseTopic,
  splitRecords,
  type DocumentType,
  type Parsed,
} from "@driftbox/proto";
import { isWeakPublicKey, sha256, verifierOf } from "@driftbox/proto/node";
import { expect, test } from "vitest";
import { arbitraryText, hostile } from "./arbitraries.ts";
import { validChain } from "./vectors/chain.ts";
import { validDocuments } from "./vectors/exchange.ts";

const records = validChain.map((event) => event.record);
const framed = records.map(encodeRecord);
const runs = { numRuns: 2_000 };

/** A refusal always has a code of the table and a detail for the operator. */
function isAnswer(result: Parsed<unknown>): boolean {
  return result.ok || (result.code in errorCodes && result.detail.length > 0);
}

function neverThrows(parse: (bytes: Uint8Array) => Parsed<unknown>, seeds: readonly Uint8Array[]) {
  fc.assert(
    fc.property(hostile(seeds), (bytes) => {
      expect(isAnswer(parse(bytes))).toBe(true);
    }),
    runs,
  );
}

test("hostile headers are answered", () => {
  neverThrows(
    parseHeader,
    records.map(({ header }) => header),
  );
});

test("hostile payloads are answered", () => {
  neverThrows(
    decodePayload,
    records.map(({ payload }) => payload),
  );
});

test("hostile records are answered", () => {
  neverThrows((bytes) => splitRecords(bytes, 16), framed);
});

test("hostile batches are answered", () => {
  neverThrows(parseBatch, [encodeBatch("live", 3, Buffer.concat(framed.slice(0, 3)))]);
});

test("hostile documents of every type are answered", () => {
  const keys = validDocuments.map(({ publicKey }) => verifierOf(publicKey));
  const seeds = validDocuments.map(({ document }) => document);
  const types = validDocuments.map(({ type }) => type);
  const each = (type: DocumentType) => (bytes: Uint8Array) =>
    openDocument(type, bytes, keys, sha256);
  for (const type of types) neverThrows(each(type), seeds);
});

test("a document decodes or is refused whatever bytes were signed", () => {
  const [receipt] = validDocuments.filter(({ type }) => type === "receipt");
  const seeds = receipt === undefined ? [] : [receipt.document.subarray(50)];
  neverThrows(parseStatus, [encodeStatus({ connection: 5, software: "driftbox" }), ...seeds]);
});

test("hostile topics are answered", () => {
  const texts = fc.oneof(arbitraryText, fc.string({ unit: fc.constantFrom("/", "+", "#", "a") }));
  fc.assert(
    fc.property(texts, (text) => {
      expect(isAnswer(parseTopic(text))).toBe(true);
      expect(isAnswer(parseTopic(`driftbox/v1/${text}`))).toBe(true);
    }),
    runs,
  );
});

test("hostile public keys and signatures are false, never an exception", () => {
  const publicKey = validDocuments[1]?.publicKey ?? new Uint8Array();
  const verifier = verifierOf(publicKey);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(verifier.verify(bytes, bytes)).toBe(false);
      if (isWeakPublicKey(bytes)) return;
      const another = verifierOf(bytes);
      expect(another.verify(bytes, new Uint8Array(64))).toBe(false);
    }),
    { numRuns: 500 },
  );
});
