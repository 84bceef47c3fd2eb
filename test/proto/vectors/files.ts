// The content of every file in proto/vectors, made by this version of the code.

import {
  decodePayload,
  encodeBatch,
  encodeRecord,
  parseHeader,
  payloadTypes,
  preAuthenticationEncoding,
  toHex,
  type RecordParts,
} from "@driftbox/proto";
import { driftbox } from "../../../proto/generated/driftbox.js";
import { brokenChains } from "./broken-chains.ts";
import { enrollmentBytes, gatewaySigner, validChain, verifierOfEpoch } from "./chain.ts";
import { invalidDocuments, validDocuments } from "./exchange.ts";
import { invalidBatches, invalidHeaders, invalidRecords } from "./malformed.ts";
import { checkCodes, noCheckCodes } from "./check-codes.ts";
import { names } from "./names.ts";
import { testSigner } from "./samples.ts";
import { weakPublicKeys } from "./weak-keys.ts";

/** Bytes as lower-case hex, at any depth, so that JSON holds them. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

function json(comment: string, tags: readonly string[], vectors: readonly object[]): string {
  return `${JSON.stringify({ comment, tags, vectors: vectors.map(plain) }, null, 1)}\n`;
}

function text(comment: readonly string[], lines: readonly string[]): string {
  return `${[...comment.map((line) => `# ${line}`), ...lines].join("\n")}\n`;
}

function eventLine(record: RecordParts): string {
  return `event ${toHex(record.header)} ${toHex(record.seal)} ${toHex(record.payload)}`;
}

function keyLines(): string[] {
  return [...verifierOfEpoch].map(([epoch, key]) => `key ${epoch} ${toHex(key.publicKey)}`);
}

const chainColumns = [
  "key EPOCH PUBLIC-KEY · enrollment RECORD · event HEADER SEAL PAYLOAD, all in hex.",
  "gateway_id = SHA-256(enrollment record)[0:16]; prev of seq 0 = SHA-256(enrollment record).",
];

function chainFiles(): [string, string][] {
  const preamble = [...keyLines(), `enrollment ${toHex(enrollmentBytes)}`];
  const broken = brokenChains().flatMap(({ code, name, records }) => [
    `case ${code} ${name}`,
    ...records.map(eventLine),
  ]);
  const events = validChain.map(({ record, eventId }) => {
    const payload = decodePayload(record.payload);
    if (!payload.ok || !payload.value.isKnown) throw new Error("sample does not decode");
    const { kind, ...fields } = payload.value.fact;
    return { comment: kind, tags: ["event"], kind, salt: payload.value.salt, fields, eventId };
  });
  const valid = [...preamble, ...validChain.map(({ record }) => eventLine(record))];
  return [
    ["chain_valid.txt", text(["One event of every kind in one chain.", ...chainColumns], valid)],
    [
      "chain_invalid.txt",
      text(
        [
          "case CODE NAME starts a chain; its first wrong event is refused with CODE.",
          ...chainColumns,
        ],
        [...preamble, ...broken],
      ),
    ],
    ["events_valid.json", json("What the payloads of chain_valid.txt say.", ["payload"], events)],
  ];
}

function headerFiles(): [string, string][] {
  const headers = validChain.map(({ record }) => {
    const header = parseHeader(record.header);
    if (!header.ok) throw new Error(header.detail);
    const { seq, eventClass } = header.value;
    return { comment: `${eventClass}, seq ${seq}`, tags: ["header"], bytes: record.header, header };
  });
  const vectors = headers.map(({ header, ...rest }) => ({
    ...rest,
    fields: { ...header.value, wallErrMs: header.value.wallErrMs ?? null },
  }));
  return [
    ["headers_valid.json", json("144-byte headers and their fields.", ["header"], vectors)],
    ["headers_invalid.txt", text(["HEX NAME: refused with wire/header"], invalidHeaders())],
  ];
}

function signingLine(type: string, body: Uint8Array, key: Uint8Array, signature: Uint8Array) {
  const signed = preAuthenticationEncoding(type, body);
  return [type, ...[key, body, signed, signature].map(toHex)].join(" ");
}

function signingFiles(): [string, string][] {
  const documents = validDocuments.map(({ type, publicKey, document }) => {
    const { body, signature } = driftbox.v1.SignedDocument.decode(document);
    return signingLine(payloadTypes[type], body, publicKey, signature);
  });
  const events = validChain.slice(0, 4).map(({ record: { header, seal } }) => {
    return signingLine(payloadTypes.header, header, gatewaySigner.publicKey, seal);
  });
  const body = new TextEncoder().encode("body");
  const signer = testSigner(4);
  const type = payloadTypes.receipt;
  const signed = preAuthenticationEncoding(type, body);
  const wrong = [
    [type, body, body],
    [payloadTypes.hello, body, signed],
    [type, body, preAuthenticationEncoding(type, body.subarray(1))],
    [type, body, new TextEncoder().encode(`DSSEv1 ${type.length} ${type} 5 body`)],
  ] as const;
  const columns = ["TYPE PUBLIC-KEY BODY BYTES-TO-SIGN SIGNATURE, all but the type in hex."];
  return [
    ["signing_valid.txt", text(columns, [...events, ...documents])],
    [
      "signing_invalid.txt",
      text(
        [...columns, "The bytes are not the ones to sign, or the signature is over others."],
        wrong.map(([kind, content, bytes]) =>
          [kind, ...[signer.publicKey, content, bytes, signer.sign(bytes)].map(toHex)].join(" "),
        ),
      ),
    ],
  ];
}

function documentFiles(): [string, string][] {
  const valid = validDocuments.map((vector) => ({
    comment: vector.type,
    tags: ["document", vector.type],
    ...vector,
  }));
  const invalid = invalidDocuments().map(({ name, code, ...rest }) => ({
    comment: name,
    tags: ["document", "invalid"],
    code,
    ...rest,
  }));
  return [
    ["documents_valid.json", json("Signed documents and what they say.", ["document"], valid)],
    ["documents_invalid.json", json("Each is refused with its code.", ["document"], invalid)],
  ];
}

function recordFiles(): [string, string][] {
  const records = validChain.map(({ record }) => encodeRecord(record));
  const batches = [1, 2, 5].flatMap((count) =>
    (["live", "backlog"] as const).map((mark) => {
      const framed = Buffer.concat(records.slice(0, count));
      const comment = `${count} records, ${mark}`;
      return { comment, tags: ["batch"], mark, count, bytes: encodeBatch(mark, count, framed) };
    }),
  );
  return [
    [
      "records_valid.txt",
      text(["A record in hex a line, as in chain_valid.txt."], records.map(toHex)),
    ],
    ["records_invalid.txt", text(["HEX NAME: refused with wire/record"], invalidRecords())],
    ["batches_valid.json", json("Batches of the first records.", ["batch"], batches)],
    ["batches_invalid.txt", text(["HEX NAME: refused with a wire/ code"], invalidBatches())],
  ];
}

function keyFiles(): [string, string][] {
  const good = [1, 2, 3, 4, 5].map((seed) => toHex(testSigner(seed).publicKey));
  return [
    ["public-keys_valid.txt", text(["Raw Ed25519 public keys in hex."], good)],
    [
      "public-keys_invalid.txt",
      text(
        ["HEX NAME: of small order, not canonical or of another length; refused at enrollment."],
        weakPublicKeys,
      ),
    ],
  ];
}

function checkCodeFiles(): [string, string][] {
  const invalid = noCheckCodes.map((typed) => JSON.stringify(typed));
  return [
    ["check-codes_valid.txt", text(["EVENT-ID-IN-HEX CHECK-CODE"], checkCodes)],
    ["check-codes_invalid.txt", text(["No check codes, each typed as a JSON string."], invalid)],
  ];
}

/** File name to content. */
export function vectorFiles(): Map<string, string> {
  return new Map([
    ...chainFiles(),
    ...headerFiles(),
    ...signingFiles(),
    ...documentFiles(),
    ...recordFiles(),
    ...keyFiles(),
    ...checkCodeFiles(),
    ...names.map(([name, comment, lines]): [string, string] => [name, text([comment], lines)]),
  ]);
}
