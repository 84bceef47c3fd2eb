// Headers, records and batches that a parser must refuse, as `HEX NAME` lines.

import { encodeBatch, encodeRecord, toHex, viewOf } from "@driftbox/proto";
import { validChain } from "./chain.ts";

function line(bytes: Uint8Array, name: string): string {
  return `${toHex(bytes)} ${name}`;
}

/** A copy in which some bytes are set, by offset. */
function withBytes(bytes: Uint8Array, changes: Readonly<Record<number, number>>): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (const [offset, value] of Object.entries(changes)) copy[Number(offset)] = value;
  return copy;
}

function sample() {
  const event = validChain[1];
  if (event === undefined) throw new Error("no sample");
  return event.record;
}

export function invalidHeaders(): string[] {
  const { header } = sample();
  return [
    line(header.subarray(0, 143), "one byte short"),
    line(Buffer.concat([header, Buffer.of(0)]), "one byte more"),
    line(new Uint8Array(144), "zeros"),
    line(withBytes(header, { 0: 0x64 }), "magic in lower case"),
    line(withBytes(header, { 6: 0x32 }), "magic of version 2"),
    line(withBytes(header, { 28: 0xff }), "sequence above 2^53 - 1"),
    line(withBytes(header, { 116: 0x80 }), "boot clock above 2^53 - 1"),
    line(withBytes(header, { 124: 0x7f }), "wall clock above 2^53 - 1"),
    line(withBytes(header, { 124: 0x80 }), "wall clock below -2^53"),
    line(withBytes(header, { 137: 0 }), "class 0"),
    line(withBytes(header, { 137: 10 }), "class 10"),
    line(withBytes(header, { 136: 1 }), "class above 255"),
    line(withBytes(header, { 138: 5 }), "clock source 5"),
    line(withBytes(header, { 138: 0x10 }), "unused flag bit 4"),
    line(withBytes(header, { 138: 0x40 }), "unused flag bit 6"),
    line(withBytes(header, { 139: 0 }), "payload encoding 0"),
    line(withBytes(header, { 139: 2 }), "payload encoding 2"),
    line(withBytes(header, { 140: 1 }), "first reserved byte"),
    line(withBytes(header, { 143: 1 }), "last reserved byte"),
  ];
}

function withLength(bytes: Uint8Array, length: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  viewOf(copy).setUint32(0, length);
  return copy;
}

export function invalidRecords(): string[] {
  const record = encodeRecord(sample());
  return [
    line(record.subarray(0, 3), "length cut off"),
    line(record.subarray(0, record.length - 1), "payload cut off"),
    line(record.subarray(0, 100), "header cut off"),
    line(withLength(record, 207), "no room for header and seal"),
    line(withLength(record, 0), "length 0"),
    line(withLength(record, 144 + 64 + 8_192 + 1), "payload above 8192 bytes"),
    line(withLength(record, 0xffff_ffff), "length 2^32 - 1"),
    line(Buffer.concat([record, Buffer.of(0)]), "a byte follows"),
  ];
}

export function invalidBatches(): string[] {
  const records = validChain.slice(0, 2).map(({ record }) => encodeRecord(record));
  const batch = encodeBatch("live", 2, Buffer.concat(records));
  return [
    line(new Uint8Array(), "empty"),
    line(batch.subarray(0, 11), "head cut off"),
    line(withBytes(batch, { 0: 0x64 }), "magic in lower case"),
    line(withBytes(batch, { 8: 2 }), "unknown mark"),
    line(withBytes(batch, { 9: 1 }), "reserved byte"),
    line(withBytes(batch, { 11: 0 }), "no records announced"),
    line(withBytes(batch, { 11: 1 }), "one record more than announced"),
    line(withBytes(batch, { 11: 3 }), "one record less than announced"),
    line(withBytes(batch, { 10: 2, 11: 1 }), "above 512 records announced"),
    line(batch.subarray(0, batch.length - 1), "last record cut off"),
    line(Buffer.concat([batch, Buffer.of(0)]), "a byte follows"),
  ];
}
