// The small words of the protocol: 64-bit numbers, hex, error codes and limits that fit together.

import fc from "fast-check";
import {
  asciiBytes,
  concatBytes,
  equalBytes,
  errorCodes,
  Fault,
  fromHex,
  limits,
  readU64,
  toHex,
  viewOf,
  writeU64,
  type ErrorCode,
} from "@driftbox/proto";
import { expect, test } from "vitest";

test("a counter up to 2^53 - 1 reads back, a larger one is refused", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (value) => {
      const bytes = new Uint8Array(8);
      writeU64(viewOf(bytes), 0, value);
      expect(readU64(viewOf(bytes), 0)).toBe(value);
      expect(BigInt(`0x${toHex(bytes)}`)).toBe(BigInt(value));
    }),
  );
  expect(readU64(viewOf(Buffer.from("0020000000000000", "hex")), 0)).toBeUndefined();
});

test("hex reads back in either case; anything else is not hex", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromHex(toHex(bytes))).toEqual(bytes);
      expect(fromHex(toHex(bytes).toUpperCase())).toEqual(bytes);
    }),
  );
  for (const text of ["0", "0g", " 00", "0x00"]) expect(fromHex(text)).toBeUndefined();
});

test("joined bytes are equal to their parts and to nothing shorter", () => {
  const whole = concatBytes([asciiBytes("drift"), asciiBytes("box")]);
  expect(equalBytes(whole, asciiBytes("driftbox"))).toBe(true);
  expect(equalBytes(whole, asciiBytes("driftbo"))).toBe(false);
  expect(equalBytes(whole, asciiBytes("driftbot"))).toBe(false);
});

test("every error code is area/what, says what it means and has an exit code of sysexits", () => {
  const codes = Object.keys(errorCodes) as ErrorCode[];
  expect(codes.length).toBeGreaterThanOrEqual(40);
  for (const code of codes) {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(errorCodes[code].means.length).toBeGreaterThan(15);
  }
  const full = new Fault("journal/full", "3 bytes left", { cause: new Error("ENOSPC") });
  expect(full).toMatchObject({ isRetryable: true, exitCode: 74, name: "Fault" });
  expect(new Fault("usage/invalid", "no such flag")).toMatchObject({
    isRetryable: false,
    exitCode: 2,
  });
});

test("the limits fit into one another", () => {
  expect(limits.recordMaxBytes).toBe(limits.payloadMaxBytes + 144 + 64);
  expect(limits.batchMaxBytes).toBeGreaterThan(4 + limits.recordMaxBytes + 12);
  expect(limits.mqttFrameMaxBytes - limits.batchMaxBytes).toBeGreaterThan(300);
  expect(limits.batchMaxCount).toBeLessThanOrEqual(0xffff);
});
