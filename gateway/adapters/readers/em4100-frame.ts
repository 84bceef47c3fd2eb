// EM4100 transponder frames as RDM6300 and ID-12LA readers send them: ASCII hex between 02 and 03.
import type { FrameRule } from "../serial/frame-reader.ts";

// 02, ten digits of number (1 byte version, 4 bytes id), two digits of check (XOR of those five
// bytes), on an ID-12LA also 0D 0A, then 03. Source: flaviut/rdm6300 and other public drivers.
const startByte = 0x02;
const endByte = 0x03;
const numberDigits = 10;
const digitCount = numberDigits + 2;
const shortBytes = 1 + digitCount + 1;
const longBytes = shortBytes + 2;

/** Frames are read to the number: ten upper-case hex digits. Clones send lower case. */
export const em4100Rule: FrameRule<string> = {
  startByte,
  maxBytes: longBytes,
  lengthOf: (bytes) => {
    for (const byte of bytes.subarray(1, 1 + digitCount)) if (!isHexDigit(byte)) return "bad";
    const [first, second, third] = bytes.subarray(1 + digitCount);
    if (first === undefined) return "more";
    if (first === endByte) return shortBytes;
    if (first !== 0x0d) return "bad";
    if (second === undefined) return "more";
    if (second !== 0x0a) return "bad";
    if (third === undefined) return "more";
    return third === endByte ? longBytes : "bad";
  },
  parse: (frame) => {
    const digits = String.fromCharCode(...frame.subarray(1, 1 + digitCount)).toUpperCase();
    let check = 0;
    for (let at = 0; at < digitCount; at += 2)
      check ^= Number.parseInt(digits.slice(at, at + 2), 16);
    return check === 0 ? digits.slice(0, numberDigits) : undefined;
  },
};

function isHexDigit(byte: number): boolean {
  const isNumeral = byte >= 0x30 && byte <= 0x39;
  const letter = byte & 0xdf;
  return isNumeral || (byte >= 0x41 && letter >= 0x41 && letter <= 0x46);
}
