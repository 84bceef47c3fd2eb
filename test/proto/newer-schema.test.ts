// What an older program does with events of a newer one: keeps the bytes, shows what it knows.

import {
  checkContent,
  checkSeal,
  decodePayload,
  encodeHeader,
  encodePayload,
  encodeRecord,
  headerBytesToSign,
  parseHeader,
  splitRecords,
} from "@driftbox/proto";
import { sha256, verifierOf } from "@driftbox/proto/node";
import { expect, test } from "vitest";
import { driftbox } from "../../proto/generated/driftbox.js";
import { gatewaySigner, sealChain } from "./vectors/chain.ts";
import { fixedBytes, sampleFact } from "./vectors/samples.ts";

const salt = fixedBytes("salt", 16);
const granted = sampleFact("AccessGranted");

/** Field 15 with a text, which no version knows, put behind the payload. */
const unknownField = Uint8Array.of((15 << 3) | 2, 3, 0x6e, 0x65, 0x77);

test("a payload with a field of a newer version is read, and its bytes are kept", () => {
  const newer = Buffer.concat([encodePayload(granted, salt), unknownField]);
  const read = decodePayload(newer);
  expect(read).toMatchObject({ ok: true, value: { isKnown: true } });
  const old = driftbox.v1.CustodyPayload;
  expect(Buffer.from(old.encode(old.decode(newer)).finish())).not.toEqual(newer);

  const [event] = sealChain([granted]);
  const header = parseHeader(event?.record.header ?? new Uint8Array());
  if (event === undefined || !header.ok) throw new Error("no event");
  const bytes = encodeHeader({ ...header.value, payloadHash: sha256(newer) });
  const seal = gatewaySigner.sign(headerBytesToSign(bytes));
  const relayed = splitRecords(encodeRecord({ header: bytes, seal, payload: newer }), 1);
  if (!relayed.ok || relayed.value[0] === undefined) throw new Error("not relayed");
  expect(Buffer.from(relayed.value[0].payload)).toEqual(newer);
  expect(checkContent(relayed.value[0], sha256).ok).toBe(true);
  expect(checkSeal(relayed.value[0], verifierOf(gatewaySigner.publicKey)).ok).toBe(true);
});

test("a payload of a kind this version does not know is named unknown, with its salt", () => {
  const field200 = Buffer.of(0xc2, 0x0c, 0);
  const payload = Buffer.concat([encodePayload(granted, salt).subarray(0, 18), field200]);
  const read = decodePayload(payload);
  if (!read.ok) throw new Error(read.detail);
  expect(read.value.isKnown).toBe(false);
  expect(Buffer.from(read.value.salt)).toEqual(Buffer.from(salt));
});

test("an enumeration value of a newer version is named by its number", () => {
  const reason999 = Buffer.of(0x8a, 0x02, 3, 0x18, 0xe7, 0x07);
  const payload = Buffer.concat([encodePayload(granted, salt).subarray(0, 18), reason999]);
  expect(decodePayload(payload)).toMatchObject({
    ok: true,
    value: { isKnown: true, fact: { kind: "AccessRefused", reason: "unknown-999" } },
  });
});

test("an enumeration value that was never set reads as unspecified", () => {
  const payload = driftbox.v1.CustodyPayload.encode({ salt, doorClosed: { box: "b" } }).finish();
  expect(decodePayload(payload)).toMatchObject({
    ok: true,
    value: { fact: { kind: "DoorClosed", presenceAfter: "unspecified", openMs: 0 } },
  });
});

test("byte strings that decode alike hash differently, so none is ever re-encoded", () => {
  const short = Buffer.of(0x08, 0x05);
  const long = Buffer.of(0x08, 0x85, 0x00);
  const { Receipt } = driftbox.v1;
  expect(Receipt.toObject(Receipt.decode(Buffer.of(0x10, 0x05)))).toEqual(
    Receipt.toObject(Receipt.decode(Buffer.of(0x10, 0x85, 0x00))),
  );
  expect(Buffer.from(sha256(short))).not.toEqual(Buffer.from(sha256(long)));
});
