// OSDP packets: the published vectors, round trips, any split, noise and random bytes.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodeFrame,
  frameMaxBytes,
  parseFrame,
  type OsdpPacket,
} from "../../../gateway/adapters/osdp/osdp-frame.ts";
import { OsdpStream } from "../../../gateway/adapters/osdp/osdp-stream.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";

const poll = { address: 0, isReply: false, sequence: 0, hasCrc: true, code: 0x60 };

/** SIA OSDP specification, annex E, and plain frames computed by hand. */
const vectors: readonly [string, OsdpPacket, string][] = [
  [
    "COMSET to all with CRC",
    { ...poll, address: 0x7f, code: 0x6e, data: bytesOf("00 80 25 00 00") },
    "53 7F 0D 00 04 6E 00 80 25 00 00 6E 38",
  ],
  ["ID with CRC", { ...poll, code: 0x61, data: bytesOf("00") }, "53 00 09 00 04 61 00 C0 66"],
  [
    "COMSET to all with checksum",
    { ...poll, address: 0x7f, hasCrc: false, code: 0x6e, data: bytesOf("00 80 25 00 00") },
    "53 7F 0C 00 00 6E 00 80 25 00 00 0F",
  ],
  [
    "ID with checksum",
    { ...poll, hasCrc: false, code: 0x61, data: bytesOf("00") },
    "53 00 08 00 00 61 00 44",
  ],
  ["POLL", poll, "53 00 08 00 04 60 EB AA"],
  [
    "POLL to address 1, sequence 1",
    { ...poll, address: 1, sequence: 1 },
    "53 01 08 00 05 60 8B 33",
  ],
  [
    "ACK from address 1, sequence 1",
    { ...poll, address: 1, isReply: true, sequence: 1, code: 0x40 },
    "53 81 08 00 05 40 39 35",
  ],
];

const anyBytes = (maxLength: number) => fc.uint8Array({ maxLength });
const anySecurity = fc.record({ type: fc.integer({ min: 0x11, max: 0x14 }), data: anyBytes(3) });
const anyPacket = fc.record(
  {
    address: fc.nat(127),
    isReply: fc.boolean(),
    sequence: fc.nat(3),
    hasCrc: fc.boolean(),
    code: fc.nat(255),
    data: anyBytes(80),
    security: anySecurity,
  },
  { requiredKeys: ["address", "isReply", "sequence", "hasCrc", "code", "data"] },
);

function pushSplit(stream: OsdpStream, bytes: Uint8Array, cuts: readonly number[]): string[] {
  const points = cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b);
  const found: string[] = [];
  let from = 0;
  for (const to of [...points, bytes.length]) {
    found.push(...stream.push(bytes.subarray(from, to)).map(keyOf));
    from = to;
  }
  return found;
}

function keyOf(packet: OsdpPacket): string {
  const { address, isReply, sequence, hasCrc, code, security, data = new Uint8Array() } = packet;
  const block = security === undefined ? "" : `${security.type} ${hexOf(security.data)}`;
  return [address, isReply, sequence, hasCrc, code, block, hexOf(data)].join("/");
}

describe("an OSDP packet", () => {
  test.each(vectors)("%s is as the specification prints it", (_name, packet, wire) => {
    expect(hexOf(encodeFrame(packet))).toBe(wire);
    const parsed = parseFrame(bytesOf(wire));
    expect(parsed && keyOf(parsed)).toBe(keyOf(packet));
  });

  test("with any bit changed is not that packet any more", () => {
    fc.assert(
      fc.property(anyPacket, fc.nat(), (packet, at) => {
        const bytes = encodeFrame({ ...packet, hasCrc: true });
        const bit = at % (bytes.length * 8);
        const wrong = bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
        const parsed = parseFrame(wrong);
        expect(parsed === undefined || !parsed.hasCrc).toBe(true);
      }),
    );
  });

  test("is read as it was written, however the stream is split", () => {
    const packets = fc.array(anyPacket, { maxLength: 6 });
    fc.assert(
      fc.property(packets, fc.array(fc.nat(400)), (sent, cuts) => {
        const wire = Uint8Array.from(sent.flatMap((packet) => [...encodeFrame(packet)]));
        expect(pushSplit(new OsdpStream(), wire, cuts)).toEqual(sent.map(keyOf));
      }),
    );
  });

  test("is found behind a mark, which is no noise", () => {
    const stream = new OsdpStream();
    expect(stream.push(bytesOf("FF FF 53 00 08 00 04 60 EB AA"))).toHaveLength(1);
    expect(stream.symptoms()).toEqual({});
  });

  test("is found behind any noise once the sender falls silent", () => {
    const noise = fc.array(fc.oneof(fc.constant(0x53), fc.constant(0), fc.nat(255)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(noise, anyPacket, fc.array(fc.nat(400)), (bytes, packet, cuts) => {
        const stream = new OsdpStream();
        const wire = Uint8Array.of(...bytes, ...encodeFrame({ ...packet, hasCrc: true }));
        const found = [...pushSplit(stream, wire, cuts), ...stream.flush().map(keyOf)];
        const key = keyOf({ ...packet, hasCrc: true });
        // One false packet in 256 has a right one-byte sum; what it covers is lost.
        const isFooled = found.some((one) => one !== key && one.split("/")[3] === "false");
        expect(isFooled || found.includes(key)).toBe(true);
        expect(stream.keptCount).toBe(0);
      }),
    );
  });

  test("may be as long as the standard allows, and no longer", () => {
    const longest = { ...poll, data: new Uint8Array(frameMaxBytes - 8) };
    expect(new OsdpStream().push(encodeFrame(longest))).toHaveLength(1);
    expect(() => encodeFrame({ ...poll, data: new Uint8Array(frameMaxBytes - 7) })).toThrow(
      RangeError,
    );
    const claimsMore = bytesOf("53 00 A1 05 04 60");
    expect(new OsdpStream().push(claimsMore)).toEqual([]);
  });

  test("whose inner lengths contradict each other is dropped", () => {
    const blockBeyondEnd = encodeFrame({
      ...poll,
      security: { type: 0x15, data: new Uint8Array() },
    });
    expect(parseFrame(blockBeyondEnd)).toBeUndefined();
  });

  test("reader never throws on random bytes and keeps less than one packet", () => {
    const hostile = fc.array(
      fc.oneof(fc.constantFrom(0x53, 0x00, 0x04, 0x05, 0x08, 0x0c, 0xff), fc.nat(255)),
      { maxLength: 2_000 },
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (chunks) => {
        const stream = new OsdpStream();
        for (const chunk of chunks) {
          stream.push(Uint8Array.from(chunk));
          expect(stream.keptCount).toBeLessThan(frameMaxBytes);
        }
        stream.flush();
        expect(stream.push(bytesOf("53 00 08 00 04 60 EB AA"))).toHaveLength(1);
      }),
    );
  });
});

describe("the line's symptoms", () => {
  test("name a line on which never one packet was good", () => {
    const stream = new OsdpStream();
    stream.push(bytesOf("53 00 08 00 04 60 EB AB 12 34"));
    expect(stream.symptoms()).toEqual({ "bad-frame": 1, noise: 9, garbled: 1 });
    stream.push(bytesOf("53 00 08 00 04 60 EB AA"));
    expect(stream.symptoms()).toEqual({ "bad-frame": 1, noise: 9 });
  });

  test("name a packet that began and did not end", () => {
    const stream = new OsdpStream();
    stream.push(bytesOf("53 80 14 00 04"));
    stream.flush();
    expect(stream.symptoms()).toMatchObject({ "half-frame": 1 });
  });
});
