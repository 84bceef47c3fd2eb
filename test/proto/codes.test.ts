// Codes in digits: vectors of the check digit and of the keyed digits, slips, days, QR texts.

import fc from "fast-check";
import { dayNearest, onceAheadMaxDays, readCode, toHex, withCheckDigit } from "@driftbox/proto";
import {
  gatewayCodeKey,
  onceCodeOf,
  pickupCodeOf,
  qrOfDigits,
  qrOfDocument,
  readQr,
  type OneTime,
} from "@driftbox/proto/node";
import { expect, test } from "vitest";

const key = new Uint8Array(32).fill(7);
const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(""));

test("the check digit is that of ISO 7064 MOD 11,10", () => {
  // From the standard; a German tax number, a German VAT number, a Croatian OIB.
  const known = ["07945", "86095742719", "136695976", "69435151530"];
  for (const code of known) expect(withCheckDigit(code.slice(0, -1))).toBe(code);
});

test("a wrong digit anywhere, and any other number of digits, is a slip", () => {
  const slip = fc.tuple(digits(8), fc.nat(8), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(slip, ([keyed, at, by]) => {
      const code = withCheckDigit(keyed);
      const wrong = (Number(code[at]) + by) % 10;
      expect(readCode(code)).toEqual({ word: "pickup" });
      expect(readCode(code.slice(0, at) + String(wrong) + code.slice(at + 1))).toBeUndefined();
    }),
  );
  fc.assert(
    fc.property(fc.string(), fc.nat(30), (text, length) => {
      expect([undefined, "pickup", "one-time"]).toContain(readCode(text)?.word);
      const code = withCheckDigit("5".repeat(length));
      const isCode = code.length === 9 || code.length === 12;
      expect(readCode(code) !== undefined).toBe(isCode);
    }),
  );
});

test("codes are the keyed digits that another program computed", () => {
  expect(pickupCodeOf({ parcel: "4711", issue: 0 }, key)).toBe("752532018");
  expect(pickupCodeOf({ parcel: "4711", issue: 1 }, key)).toBe("589486993");
  const once = { box: "box-a", action: "collect", day: 20_779, number: 7 } as const;
  expect(onceCodeOf(once, key)).toBe("779079293637");
  const made = gatewayCodeKey(
    new Uint8Array(32).fill(9),
    Uint8Array.from({ length: 16 }, (_, i) => i),
  );
  expect(toHex(made)).toBe("bd60dc43c27c2d4ea4ee3571e18cde1e37428815738f287ca850ddc1faa1e1d4");
});

test("a one-time code says its day and number, for every day near enough", () => {
  const near = fc.tuple(fc.integer({ min: 500, max: 99_999 }), fc.integer({ min: -400, max: 400 }));
  fc.assert(
    fc.property(near, fc.nat(99), ([today, offset], number) => {
      const code = onceCodeOf({ box: "b", action: "deposit", day: today + offset, number }, key);
      const read = readCode(code);
      expect(read).toEqual({ word: "one-time", dayInCycle: (today + offset) % 1_000, number });
      if (read?.word === "one-time")
        expect(dayNearest(read.dayInCycle, today)).toBe(today + offset);
    }),
  );
  expect(onceAheadMaxDays).toBeLessThan(400);
});

test("codes of one parcel, box, action, day or number say nothing of another's", () => {
  const once: OneTime = { box: "b", action: "deposit", day: 9, number: 1 };
  const others: Partial<OneTime>[] = [{ box: "c" }, { action: "collect" }, { day: 1_009 }];
  const keyed = (of: Partial<OneTime>) => onceCodeOf({ ...once, ...of }, key).slice(5);
  expect(new Set([keyed({}), ...others.map(keyed)]).size).toBe(4);
  expect(pickupCodeOf({ parcel: "1", issue: 2 }, key)).not.toBe(
    pickupCodeOf({ parcel: "12", issue: 0 }, key),
  );
});

test("a QR text is read back, and no other text is taken for one", () => {
  const document = fc.uint8Array({ minLength: 40, maxLength: 1_024 });
  fc.assert(
    fc.property(document, (bytes) => {
      const read = readQr(qrOfDocument(bytes));
      expect(read?.word === "document" && toHex(read.bytes)).toBe(toHex(bytes));
    }),
  );
  expect(readQr(qrOfDigits("752532018"))).toEqual({ word: "digits", digits: "752532018" });
  for (const text of ["", "752532018", "driftbox1:752532018", "https://x/DRIFTBOX1:1"]) {
    expect(readQr(text)).toBeUndefined();
  }
  fc.assert(fc.property(fc.string(), (text) => void readQr(`DRIFTBOX1:${text}`)));
});
