// CRC-32C against the vectors of RFC 3720 appendix B.4 and against a bit-by-bit computation.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32c } from "../../../gateway/adapters/journal/crc32c.ts";

const ascending = Uint8Array.from({ length: 32 }, (_, i) => i);
/** An iSCSI SCSI Read (10) command PDU, as printed in the RFC. */
const scsiRead = Buffer.from(
  "01c00000000000000000000000000000140000000000040000000014000000182800000000000000" +
    "0200000000000000",
  "hex",
);

/** The RFC prints the checksum as the bytes on the wire; as a number it is little-endian. */
const vectors: readonly (readonly [string, Uint8Array, number])[] = [
  ["32 bytes of zeros", new Uint8Array(32), 0x8a9136aa],
  ["32 bytes of ones", new Uint8Array(32).fill(0xff), 0x62a8ab43],
  ["32 incrementing bytes", ascending, 0x46dd794e],
  ["32 decrementing bytes", ascending.toReversed(), 0x113fdb5c],
  ["an iSCSI read command", scsiRead, 0xd9963a56],
  ["the check string", Buffer.from("123456789"), 0xe3069283],
  ["nothing", new Uint8Array(0), 0],
];

function bitByBit(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f6_3b78 : 0);
  }
  return ~crc >>> 0;
}

describe("CRC-32C", () => {
  it.each(vectors)("of %s is the published one", (_, bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });

  it("equals the bit-by-bit computation at every length and alignment, also in two parts", () => {
    const anyBytes = fc.uint8Array({ maxLength: 100 });
    fc.assert(
      fc.property(anyBytes, fc.nat(100), (bytes, split) => {
        const whole = crc32c(bytes.subarray(split), crc32c(bytes.subarray(0, split)));
        expect(whole).toBe(bitByBit(bytes));
      }),
    );
  });
});
