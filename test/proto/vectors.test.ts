// The golden vectors: every parser reads the valid ones, refuses the invalid ones, and counts them.

import { readdirSync, readFileSync } from "node:fs";
import {
  checkCodeOf,
  decodePayload,
  encodeBatch,
  encodeRecord,
  openDocument,
  parseBadgeRef,
  parseBatch,
  parseCheckCode,
  parseGatewayId,
  parseGatewayName,
  parseHeader,
  parseSiteName,
  parseTopic,
  formatTopic,
  splitRecords,
  toHex,
} from "@driftbox/proto";
import { isWeakPublicKey, sha256, verifierOf } from "@driftbox/proto/node";
import { describe, expect, test } from "vitest";
import { checkChain } from "./vectors/check-chain.ts";
import { genesisHead, validChain, verifierOfEpoch } from "./vectors/chain.ts";
import { brokenChains } from "./vectors/broken-chains.ts";
import { plain, vectorFiles } from "./vectors/files.ts";
import { keepsWhatIsThere } from "./vectors/growth.ts";
import {
  hex,
  readLines,
  readNamed,
  readTexts,
  readVectors,
  vectorFolder,
  type DocumentVector,
} from "./vectors/read.ts";
import { laterFacts, sampleFacts } from "./vectors/samples.ts";

describe("the files", () => {
  test("this version writes byte for byte what was released", () => {
    const files = vectorFiles();
    expect(files.size).toBe(23);
    for (const [name, content] of files) {
      expect(content === readFileSync(vectorFolder + name, "utf8"), name).toBe(true);
    }
    const released = readdirSync(vectorFolder).filter((name) => /_(?:in)?valid\./.test(name));
    expect(released.toSorted()).toEqual([...files.keys()].toSorted());
  });

  test("a released vector may be followed by new ones but not edited", () => {
    expect(keepsWhatIsThere("a_valid.txt", "one\n", "one\ntwo\n")).toBe(true);
    expect(keepsWhatIsThere("a_valid.txt", "one\n", "won\ntwo\n")).toBe(false);
    const [before, more, other] = [[{ a: 1 }], [{ a: 1 }, { a: 2 }], [{ a: 3 }]].map((vectors) =>
      JSON.stringify({ vectors }),
    );
    expect(keepsWhatIsThere("a_valid.json", before ?? "", more ?? "")).toBe(true);
    expect(keepsWhatIsThere("a_valid.json", before ?? "", other ?? "")).toBe(false);
  });
});

describe("headers", () => {
  test("84 valid headers parse into their fields", () => {
    const vectors = readVectors("headers_valid.json");
    expect(vectors).toHaveLength(84);
    for (const { bytes, fields, comment } of vectors) {
      const header = parseHeader(hex(bytes));
      const wallErrMs = fields.wallErrMs ?? undefined;
      expect(header.ok && plain(header.value), comment).toEqual({ ...fields, wallErrMs });
    }
  });

  test("19 malformed headers are refused", () => {
    const vectors = readNamed("headers_invalid.txt");
    expect(vectors).toHaveLength(19);
    for (const { bytes, name } of vectors) {
      expect(parseHeader(bytes), name).toMatchObject({ ok: false, code: "wire/header" });
    }
  });
});

describe("events", () => {
  test("the chain has an event of every kind and holds", () => {
    expect(validChain).toHaveLength(sampleFacts.length + laterFacts.length);
    const records = readLines("chain_valid.txt")
      .filter((line) => line.startsWith("event "))
      .map((line) => {
        const [, header = "", seal = "", payload = ""] = line.split(" ");
        return { header: hex(header), seal: hex(seal), payload: hex(payload) };
      });
    expect(records).toHaveLength(84);
    const checked = checkChain(genesisHead, records, verifierOfEpoch);
    expect(checked).toMatchObject({ ok: true, value: { nextSeq: 84, keyEpoch: 3 } });
  });

  test("17 broken chains are refused, each with the code of its case", () => {
    const cases = brokenChains();
    expect(cases).toHaveLength(17);
    expect(readLines("chain_invalid.txt").filter((line) => line.startsWith("case "))).toEqual(
      cases.map(({ code, name }) => `case ${code} ${name}`),
    );
    for (const { code, name, records } of cases) {
      const result = checkChain(genesisHead, records, verifierOfEpoch);
      expect(result, name).toMatchObject({ ok: false, code });
    }
  });

  test("84 payloads say what was written", () => {
    const vectors = readVectors("events_valid.json");
    expect(vectors).toHaveLength(84);
    for (const [seq, { kind, salt, fields }] of vectors.entries()) {
      const payload = decodePayload(validChain[seq]?.record.payload ?? new Uint8Array());
      expect(plain(payload), kind).toEqual({
        ok: true,
        value: { isKnown: true, fact: { kind, ...fields }, salt },
      });
    }
  });
});

describe("records and batches", () => {
  test("84 records split and are framed the same again", () => {
    const lines = readLines("records_valid.txt");
    expect(lines).toHaveLength(84);
    for (const line of lines) {
      const split = splitRecords(hex(line), 1);
      expect(split.ok && split.value.map((record) => toHex(encodeRecord(record)))).toEqual([line]);
    }
  });

  test("8 malformed records are refused", () => {
    const vectors = readNamed("records_invalid.txt");
    expect(vectors).toHaveLength(8);
    for (const { bytes, name } of vectors) {
      expect(splitRecords(bytes, 2), name).toMatchObject({ ok: false, code: "wire/record" });
    }
  });

  test("6 batches parse and are encoded the same again", () => {
    const vectors = readVectors("batches_valid.json");
    expect(vectors).toHaveLength(6);
    for (const { bytes, mark, count, comment } of vectors) {
      const batch = parseBatch(hex(bytes));
      if (!batch.ok) throw new Error(`${comment}: ${batch.detail}`);
      expect(batch.value.mark).toBe(mark);
      expect(batch.value.records).toHaveLength(count);
      const framed = Buffer.concat(batch.value.records.map(encodeRecord));
      expect(toHex(encodeBatch(batch.value.mark, count, framed))).toBe(bytes);
    }
  });

  test("11 malformed batches are refused", () => {
    const vectors = readNamed("batches_invalid.txt");
    expect(vectors).toHaveLength(11);
    for (const { bytes, name } of vectors) {
      expect(parseBatch(bytes), name).toMatchObject({
        ok: false,
        code: expect.stringMatching(/^wire\/(?:batch|record)$/),
      });
    }
  });
});

function opened({ type, publicKey, document }: DocumentVector) {
  return openDocument(type, hex(document), [verifierOf(hex(publicKey))], sha256);
}

describe("documents", () => {
  test("15 documents open and say what was signed", () => {
    const vectors = readVectors("documents_valid.json");
    expect(vectors.map(({ type }) => type)).toEqual([
      "enrollment",
      "receipt",
      "hello",
      "state",
      "policy",
      "state",
      "policy",
      "state",
      "quarantine-lift",
      "state",
      "policy",
      "grant",
      "grants",
      "command",
      "manifests",
    ]);
    for (const vector of vectors) {
      const result = opened(vector);
      if (!result.ok) throw new Error(`${vector.type}: ${result.detail}`);
      expect(plain(Object.fromEntries(Object.entries(result.value.message)))).toMatchObject(
        vector.fields,
      );
    }
  });

  test("13 wrong documents are refused, each with its code", () => {
    const vectors = readVectors("documents_invalid.json");
    expect(vectors).toHaveLength(13);
    for (const vector of vectors) {
      expect(opened(vector), vector.comment).toMatchObject({ ok: false, code: vector.code });
    }
  });
});

describe("texts", () => {
  test("12 topics are formatted as they were parsed, 23 are refused", () => {
    const valid = readTexts("topics_valid.txt");
    expect(valid).toHaveLength(12);
    for (const text of valid) {
      const topic = parseTopic(text);
      expect(topic.ok && formatTopic(topic.value)).toBe(text);
    }
    const invalid = readTexts("topics_invalid.txt");
    expect(invalid).toHaveLength(23);
    for (const text of invalid) expect(parseTopic(text).ok, text).toBe(false);
  });

  test("8 names are accepted, 11 are refused", () => {
    const valid = readTexts("names_valid.txt");
    const invalid = readTexts("names_invalid.txt");
    expect([valid.length, invalid.length]).toEqual([8, 11]);
    for (const parse of [parseSiteName, parseGatewayName]) {
      for (const text of valid) expect(parse(text)).toEqual({ ok: true, value: text });
      for (const text of invalid) expect(parse(text)).toMatchObject({ code: "wire/id" });
    }
  });

  test("2 ids are accepted, 6 are refused", () => {
    const valid = readTexts("ids_valid.txt");
    const invalid = readTexts("ids_invalid.txt");
    expect([valid.length, invalid.length]).toEqual([2, 6]);
    for (const parse of [parseGatewayId, parseBadgeRef]) {
      for (const text of valid) expect(parse(text)).toEqual({ ok: true, value: text });
      for (const text of invalid) expect(parse(text)).toMatchObject({ code: "wire/id" });
    }
  });
});

describe("check codes", () => {
  test("9 event ids have their codes, and 10 texts are none", () => {
    const valid = readLines("check-codes_valid.txt");
    expect(valid).toHaveLength(9);
    for (const line of valid) {
      const [eventId = "", code = ""] = line.split(" ");
      expect(checkCodeOf(hex(eventId)), eventId).toBe(code);
      expect(parseCheckCode(code)).toEqual({ ok: true, value: code });
    }
    const invalid = readTexts("check-codes_invalid.txt");
    expect(invalid).toHaveLength(10);
    for (const text of invalid) expect(parseCheckCode(text).ok, text).toBe(false);
  });
});

describe("public keys", () => {
  test("5 keys are usable, 18 weak ones are refused", () => {
    const good = readLines("public-keys_valid.txt");
    const weak = readNamed("public-keys_invalid.txt");
    expect([good.length, weak.length]).toEqual([5, 18]);
    for (const line of good) expect(isWeakPublicKey(hex(line))).toBe(false);
    for (const { bytes, name } of weak) {
      expect(isWeakPublicKey(bytes), name).toBe(true);
      expect(() => verifierOf(bytes), name).toThrow(/weak/);
    }
  });
});
