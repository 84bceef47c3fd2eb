// Check codes: shown, spoken, and read back from what people type.

import fc from "fast-check";
import {
  checkCodeOf,
  checkCodePrefix,
  parseCheckCode,
  showCheckCode,
  spokenCheckCode,
} from "@driftbox/proto";
import { expect, test } from "vitest";

test("a code is read back from any writing of it", () => {
  const typedCode = fc.tuple(
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
    fc.array(fc.constantFrom("i", "l", "o", "u", "I", "L", "O", "U"), { maxLength: 8 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(typedCode, ([eventId, slips, isLower]) => {
      const code = checkCodeOf(eventId);
      const shown = isLower ? showCheckCode(code).toLowerCase() : showCheckCode(code);
      const meant: Readonly<Record<string, string>> = { i: "1", l: "1", o: "0", u: "V" };
      const typed = slips.reduce(
        (text, slip) => text.replace(meant[slip.toLowerCase()] ?? "", slip),
        shown,
      );
      expect(parseCheckCode(typed)).toEqual({ ok: true, value: code });
    }),
  );
});

test("a code is shown in two groups and spoken one character at a time in both languages", () => {
  expect(showCheckCode("2GCQ2TAJ")).toBe("2GCQ 2TAJ");
  expect(spokenCheckCode("2G1Q0TA9", "zh")).toEqual(["二", "G", "幺", "Q", "零", "T", "A", "九"]);
  const english = ["two", "G", "one", "Q", "zero", "T", "A", "nine"];
  expect(spokenCheckCode("2G1Q0TA9", "en")).toEqual(english);
});

test("a code says the first five bytes of its event ids", () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (eventId) => {
      expect(checkCodePrefix(checkCodeOf(eventId))).toEqual(eventId.slice(0, 5));
    }),
  );
  expect(() => checkCodePrefix("2GCQ2TAU")).toThrow("no check code");
});

test("an event id shorter than a code is a defect", () => {
  expect(() => checkCodeOf(new Uint8Array(4))).toThrow("event id of 4 bytes");
});
