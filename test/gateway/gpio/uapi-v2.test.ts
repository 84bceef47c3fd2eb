// The structures of the GPIO character device: sizes, offsets, numbers and flags of linux/gpio.h.

import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  gpioBytes,
  gpioIoctl,
  grantedFd,
  lineFlag,
  lineInfoRequest,
  lineRequest,
  lineValue,
  parseChipInfo,
  parseEvents,
  parseLineInfo,
  parseLineValue,
} from "../../../gateway/adapters/gpio/uapi-v2.ts";

const output = { direction: "output", offset: 17, consumer: "c", isActiveLow: false } as const;
const input = {
  direction: "input",
  offset: 27,
  consumer: "driftbox GPIO27",
  isActiveLow: false,
  bias: "as-is",
  hasEdges: true,
  debounceMs: 10,
  eventMaxCount: 64,
} as const;

/** The bytes that are not zero, by offset: a vector that also says what must be untouched. */
function nonZero(bytes: Buffer): Record<number, number> {
  return Object.fromEntries([...bytes.entries()].filter(([, byte]) => byte !== 0));
}

test("the ioctl numbers carry the sizes of their structures", () => {
  const sizes = [
    [gpioIoctl.chipInfo, gpioBytes.chipInfo, 2],
    [gpioIoctl.lineInfo, gpioBytes.lineInfo, 3],
    [gpioIoctl.requestLine, gpioBytes.request, 3],
    [gpioIoctl.values, gpioBytes.values, 3],
    [gpioIoctl.setValues, gpioBytes.values, 3],
  ] as const;
  for (const [number, size, direction] of sizes) {
    expect((number >>> 16) & 0x3fff).toBe(size);
    expect((number >>> 8) & 0xff).toBe(0xb4);
    expect(number >>> 30).toBe(direction);
  }
  expect(sizes.map(([number]) => number & 0xff)).toEqual([1, 5, 7, 14, 15]);
});

describe("a request", () => {
  test("of an output asks for it inactive from the first moment", () => {
    const bytes = lineRequest(output);
    expect(bytes).toHaveLength(592);
    expect(nonZero(bytes)).toEqual({
      0: 17, // offsets[0]
      256: 0x63, // consumer
      288: 8, // flags: output
      296: 1, // one attribute
      320: 2, // its id: output values; the value at 328 is 0
      336: 1, // its mask: the first line
      560: 1, // one line
    });
  });

  test("of an input asks for both edges, the debounce time and the queue", () => {
    const bytes = lineRequest({ ...input, consumer: "c" });
    expect(nonZero(bytes)).toEqual({
      0: 27,
      256: 0x63,
      288: 4 + 16 + 32, // input, rising, falling
      296: 1,
      320: 3, // debounce period
      328: 0x10, // 10,000 us
      329: 0x27,
      336: 1,
      560: 1,
      564: 64, // events kept
    });
  });

  test("has the flags of polarity and bias", () => {
    const flagsOf = (bytes: Buffer): bigint => bytes.readBigUInt64LE(288);
    expect(flagsOf(lineRequest({ ...output, isActiveLow: true }))).toBe(8n + 2n);
    const plain = { ...input, hasEdges: false } as const;
    expect(flagsOf(lineRequest(plain))).toBe(lineFlag.input);
    expect(flagsOf(lineRequest({ ...plain, bias: "pull-up" }))).toBe(4n + 256n);
    expect(flagsOf(lineRequest({ ...plain, bias: "pull-down" }))).toBe(4n + 512n);
    expect(flagsOf(lineRequest({ ...plain, bias: "disabled" }))).toBe(4n + 1024n);
    expect(flagsOf(lineRequest({ ...plain, isActiveLow: true }))).toBe(4n + 2n);
  });

  test("without edges or without debounce time has no attribute", () => {
    for (const request of [{ ...input, hasEdges: false } as const, { ...input, debounceMs: 0 }]) {
      expect(lineRequest(request).readUInt32LE(296)).toBe(0);
    }
  });

  test("cuts a long consumer, and leaves its last byte zero", () => {
    const bytes = lineRequest({ ...output, consumer: "x".repeat(80) });
    expect(bytes.toString("latin1", 256, 288)).toBe(`${"x".repeat(31)}\0`);
  });

  test("comes back with the descriptor of the line", () => {
    const bytes = lineRequest(output);
    bytes.writeInt32LE(42, 588);
    expect(grantedFd(bytes)).toBe(42);
  });
});

describe("an answer", () => {
  test("about a chip is read", () => {
    const bytes = Buffer.alloc(gpioBytes.chipInfo);
    bytes.write("gpiochip0", 0);
    bytes.write("pinctrl-bcm2711", 32);
    bytes.writeUInt32LE(58, 64);
    const found = { name: "gpiochip0", label: "pinctrl-bcm2711", lineCount: 58 };
    expect(parseChipInfo(bytes)).toEqual(found);
  });

  test("about a line says who holds it", () => {
    const bytes = lineInfoRequest(17);
    expect(nonZero(bytes)).toEqual({ 64: 17 });
    expect(bytes).toHaveLength(256);
    expect(parseLineInfo(bytes)).toEqual({ name: "", consumer: "", isUsed: false });
    bytes.write("GPIO17", 0);
    bytes.write("gpioset", 32);
    bytes.writeBigUInt64LE(1n + 8n, 72);
    expect(parseLineInfo(bytes)).toEqual({ name: "GPIO17", consumer: "gpioset", isUsed: true });
  });

  test("about a value is the bit of the only line", () => {
    expect(nonZero(lineValue(true))).toEqual({ 0: 1, 8: 1 });
    expect(nonZero(lineValue(false))).toEqual({ 8: 1 });
    expect(parseLineValue(lineValue(true))).toBe(true);
    expect(parseLineValue(lineValue(false))).toBe(false);
  });

  test("with events is cut into them", () => {
    const bytes = Buffer.alloc(2 * gpioBytes.event + 5);
    bytes.writeBigUInt64LE(123_456_789_012n, 0);
    bytes.writeUInt32LE(1, 8);
    bytes.writeUInt32LE(7, 20);
    bytes.writeBigUInt64LE(123_456_999_999n, 48);
    bytes.writeUInt32LE(2, 56);
    bytes.writeUInt32LE(8, 68);
    expect(parseEvents(bytes)).toEqual([
      { kernelNs: 123_456_789_012n, isActive: true, lineSeqNo: 7 },
      { kernelNs: 123_456_999_999n, isActive: false, lineSeqNo: 8 },
    ]);
    expect(parseEvents(Buffer.alloc(0))).toEqual([]);
  });
});

test("whatever the kernel writes is read without a throw", () => {
  const bytes = fc.uint8Array({ minLength: 592, maxLength: 592 });
  fc.assert(
    fc.property(bytes, (noise) => {
      const buffer = Buffer.from(noise);
      expect(parseChipInfo(buffer).label.length).toBeLessThanOrEqual(32);
      expect(parseLineInfo(buffer).consumer.length).toBeLessThanOrEqual(32);
      expect(parseEvents(buffer)).toHaveLength(12);
      expect(typeof parseLineValue(buffer)).toBe("boolean");
    }),
  );
});
