// Properties of the codecs: what is encoded is what is read, for values nobody thought of.

import fc from "fast-check";
import {
  decodePayload,
  encodeBatch,
  encodeHeader,
  encodePayload,
  encodeRecord,
  formatTopic,
  limits,
  openDocument,
  parseBatch,
  parseGatewayName,
  parseHeader,
  parseSiteName,
  parseTopic,
  preAuthenticationEncoding,
  signDocument,
  splitRecords,
  upwardTopics,
  downwardTopics,
  type RecordParts,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { describe, expect, test } from "vitest";
import { arbitraryFact, arbitraryHeader, arbitraryName, bytesOf } from "./arbitraries.ts";
import { plain } from "./vectors/files.ts";
import { centerSigner } from "./vectors/chain.ts";

const arbitraryRecord: fc.Arbitrary<RecordParts> = fc.record({
  header: bytesOf(144),
  seal: bytesOf(64),
  payload: fc.uint8Array({ maxLength: 300 }),
});

describe("headers", () => {
  test("a header is 144 bytes and reads back as written", () => {
    fc.assert(
      fc.property(arbitraryHeader, (header) => {
        const bytes = encodeHeader(header);
        expect(bytes).toHaveLength(144);
        expect(plain(parseHeader(bytes))).toEqual({ ok: true, value: plain(header) });
      }),
      { numRuns: 500 },
    );
  });

  test("a number that would wrap around is a defect, never another number", () => {
    const [header] = fc.sample(arbitraryHeader, 1);
    if (header === undefined) throw new Error("no sample");
    const wrong = [{ seq: 2 ** 53 }, { seq: -1 }, { seq: 0.5 }, { keyEpoch: 2 ** 32 }];
    for (const fields of wrong) {
      expect(() => encodeHeader({ ...header, ...fields })).toThrow(/in a header/);
    }
    expect(() => encodeHeader({ ...header, prev: new Uint8Array(31) })).toThrow(/31 bytes/);
  });

  test("a header that parses is encoded to the same bytes: one meaning per byte string", () => {
    fc.assert(
      fc.property(arbitraryHeader, fc.nat(143), fc.nat(255), (header, at, value) => {
        const bytes = encodeHeader(header);
        bytes[at] = value;
        const read = parseHeader(bytes);
        if (read.ok) expect(Buffer.from(encodeHeader(read.value))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("payloads", () => {
  test("a fact of any kind reads back as written, with its salt", () => {
    fc.assert(
      fc.property(arbitraryFact, bytesOf(16), (fact, salt) => {
        const read = decodePayload(encodePayload(fact, salt));
        const value = { isKnown: true, fact: plain(fact), salt: plain(salt) };
        expect(plain(read)).toEqual({ ok: true, value });
      }),
      { numRuns: 1_000 },
    );
  });

  test("a fact reads the same whichever way protobuf lays out its fields", () => {
    fc.assert(
      fc.property(arbitraryFact, bytesOf(16), (fact, salt) => {
        const bytes = encodePayload(fact, salt);
        const saltLast = Buffer.concat([bytes.subarray(18), bytes.subarray(0, 18)]);
        expect(plain(decodePayload(bytes))).toEqual(plain(decodePayload(saltLast)));
      }),
    );
  });

  test("a fact above the payload limit is a defect of its maker", () => {
    const text = "x".repeat(limits.payloadMaxBytes);
    const fact = { kind: "TamperDetected", box: "box-a", sensor: "tilt", detail: text } as const;
    expect(() => encodePayload(fact, new Uint8Array(16))).toThrow(/TamperDetected: \d+ bytes/);
  });
});

describe("records and batches", () => {
  test("records split where they were joined", () => {
    fc.assert(
      fc.property(fc.array(arbitraryRecord, { maxLength: 12 }), (records) => {
        const split = splitRecords(Buffer.concat(records.map(encodeRecord)), 12);
        expect(plain(split)).toEqual({ ok: true, value: plain(records) });
      }),
    );
  });

  test("a batch keeps its mark and its records", () => {
    const marks = fc.constantFrom("live", "backlog");
    const some = fc.array(arbitraryRecord, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(marks, some, (mark, records) => {
        const framed = Buffer.concat(records.map(encodeRecord));
        const batch = parseBatch(encodeBatch(mark, records.length, framed));
        expect(plain(batch)).toEqual({ ok: true, value: { mark, records: plain(records) } });
      }),
    );
  });

  test("no more records are split than asked for", () => {
    const record = encodeRecord({
      header: new Uint8Array(144),
      seal: new Uint8Array(64),
      payload: new Uint8Array(),
    });
    const three = Buffer.concat([record, record, record]);
    expect(splitRecords(three, 3).ok).toBe(true);
    expect(splitRecords(three, 2)).toMatchObject({ ok: false, detail: "over 2 records" });
  });

  test("the largest batch is read, a larger one is refused unread", () => {
    const payload = new Uint8Array(limits.payloadMaxBytes);
    const parts = { header: new Uint8Array(144), seal: new Uint8Array(64), payload };
    const framed = Buffer.concat(Array.from({ length: 7 }, () => encodeRecord(parts)));
    expect(parseBatch(encodeBatch("live", 7, framed)).ok).toBe(true);
    expect(() => encodeBatch("live", 8, Buffer.concat([framed, encodeRecord(parts)]))).toThrow();
    expect(parseBatch(new Uint8Array(limits.batchMaxBytes + 1))).toMatchObject({
      ok: false,
      code: "wire/batch",
    });
    expect(() => encodeRecord({ ...parts, payload: new Uint8Array(8_193) })).toThrow(/8401 bytes/);
  });
});

describe("topics", () => {
  test("a topic reads back as written", () => {
    const word = fc.constantFrom(...upwardTopics, ...downwardTopics);
    fc.assert(
      fc.property(arbitraryName, arbitraryName, word, (siteText, gatewayText, each) => {
        const site = parseSiteName(siteText);
        const gateway = parseGatewayName(gatewayText);
        if (!site.ok || !gateway.ok) throw new Error("a legal name was refused");
        const topic = { site: site.value, gateway: gateway.value, word: each };
        expect(parseTopic(formatTopic(topic))).toEqual({ ok: true, value: topic });
      }),
    );
  });

  test("a text that parses is the only text of its topic", () => {
    const level = fc.oneof(arbitraryName, fc.string({ unit: "binary", maxLength: 8 }));
    const levels = fc.tuple(fc.constantFrom("driftbox", "Driftbox"), level, level, level, level);
    fc.assert(
      fc.property(levels, (parts) => {
        const text = parts.join("/").replace(/^driftbox\/[^/]*/, "driftbox/v1");
        const topic = parseTopic(text);
        if (topic.ok) expect(formatTopic(topic.value)).toBe(text);
      }),
    );
  });
});

describe("documents", () => {
  const receipt = fc.record({
    gatewayId: bytesOf(16),
    epoch: fc.nat(0xffff_ffff),
    nextSeq: fc.maxSafeNat(),
    headEventId: bytesOf(32),
    resend: fc.boolean(),
    issuedUs: fc.maxSafeInteger(),
  });

  test("a receipt reads back as signed", () => {
    const verifier = verifierOf(centerSigner.publicKey);
    fc.assert(
      fc.property(receipt, (draft) => {
        const bytes = signDocument("receipt", draft, centerSigner, sha256);
        const opened = openDocument("receipt", bytes, [verifier], sha256);
        if (!opened.ok) throw new Error(opened.detail);
        const message = Object.fromEntries(
          Object.keys(draft).map((field) => [field, opened.value.message[field as "epoch"]]),
        );
        expect(plain(message)).toEqual(plain(draft));
      }),
    );
  });

  test("two pairs of type and body never share their bytes to sign", () => {
    const type = fc.string({ unit: fc.constantFrom("a", " ", "1"), maxLength: 6 });
    const body = fc.uint8Array({ maxLength: 6, max: 50, min: 32 });
    fc.assert(
      fc.property(type, body, type, body, (typeA, bodyA, typeB, bodyB) => {
        const isSame = typeA === typeB && Buffer.compare(bodyA, bodyB) === 0;
        const a = preAuthenticationEncoding(typeA, bodyA);
        const b = preAuthenticationEncoding(typeB, bodyB);
        expect(Buffer.compare(a, b) === 0).toBe(isSame);
      }),
      { numRuns: 500 },
    );
  });
});
