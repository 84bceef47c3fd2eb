// APDUs and the NDEF file of a card: bytes as the specifications print them, and hostile cards.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ask,
  commandBytes,
  ExchangeFailed,
  type ApduChannel,
} from "../../../gateway/adapters/nfc/apdu.ts";
import { messageMaxBytes, readNdefFile } from "../../../gateway/adapters/nfc/ndef-file.ts";
import { uriOf } from "../../../gateway/adapters/nfc/ndef.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";

/** A card with this content in its NDEF file, and what it was asked. */
function cardWith(file: Uint8Array): { channel: ApduChannel; asked: string[] } {
  const asked: string[] = [];
  const transmit = (apdu: Uint8Array): Promise<Uint8Array> => {
    asked.push(hexOf(apdu));
    if (apdu[1] !== 0xb0) return Promise.resolve(bytesOf("9000"));
    const offset = (apdu[2] ?? 0) * 256 + (apdu[3] ?? 0);
    const part = file.subarray(offset, offset + (apdu.at(-1) ?? 0));
    return Promise.resolve(Uint8Array.of(...part, 0x90, 0x00));
  };
  return { channel: { transmit }, asked };
}

function fileOf(message: Uint8Array): Uint8Array {
  return Uint8Array.of(message.length >> 8, message.length & 0xff, ...message);
}

describe("an NDEF file", () => {
  test("is selected and read in parts that fit every reader", async () => {
    const message = new Uint8Array(200).map((_, at) => at);
    const { channel, asked } = cardWith(fileOf(message));
    await expect(readNdefFile(channel)).resolves.toEqual(message);
    expect(asked).toEqual([
      "00 A4 04 00 07 D2 76 00 00 85 01 01 00",
      "00 A4 00 0C 02 E1 04",
      "00 B0 00 00 02",
      "00 B0 00 02 80",
      "00 B0 00 82 48",
    ]);
  });

  test.each([
    ["that claims to be longer than any card", fileOf(new Uint8Array(messageMaxBytes + 1))],
    ["that ends before its length", fileOf(new Uint8Array(100)).subarray(0, 50)],
    ["without a length", new Uint8Array(1)],
  ])("%s is not read", async (_name, file) => {
    await expect(readNdefFile(cardWith(file).channel)).resolves.toBeUndefined();
  });

  test.each([0, 1, 2, 3])("is missing on a card that refuses step %i", async (step) => {
    const { channel } = cardWith(fileOf(new Uint8Array(20)));
    let count = -1;
    const refusing: ApduChannel = {
      transmit: (apdu) => {
        count += 1;
        return count === step ? Promise.resolve(bytesOf("6A82")) : channel.transmit(apdu);
      },
    };
    await expect(readNdefFile(refusing)).resolves.toBeUndefined();
  });

  test("of a card that answers anything never throws but for a broken answer", async () => {
    const answers = fc.array(fc.uint8Array({ maxLength: 140 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(answers, async (given) => {
        let at = -1;
        const channel = {
          transmit: () => Promise.resolve(given[(at += 1) % given.length] ?? answer),
        };
        const read = await readNdefFile(channel).catch((error: unknown) => error);
        const isFine = read === undefined || read instanceof Uint8Array;
        expect(isFine || read instanceof ExchangeFailed).toBe(true);
      }),
    );
  });
});

const answer = bytesOf("9000");

describe("an APDU", () => {
  test("has its parts in order, and 256 expected bytes are written as 00", () => {
    const body = bytesOf("01 02");
    expect(hexOf(commandBytes({ head: [1, 2, 3, 4] }))).toBe("01 02 03 04");
    expect(hexOf(commandBytes({ head: [1, 2, 3, 4], body, expected: 256 }))).toBe(
      "01 02 03 04 02 01 02 00",
    );
    expect(() => commandBytes({ head: [1, 2, 3, 4], expected: 257 })).toThrow(RangeError);
    expect(() => commandBytes({ head: [1, 2, 3, 4], body: new Uint8Array(256) })).toThrow(
      RangeError,
    );
  });

  test("answered without a status is a broken exchange", async () => {
    const channel = { transmit: () => Promise.resolve(Uint8Array.of(0x90)) };
    await expect(ask(channel, { head: [0, 0, 0, 0] })).rejects.toThrow(ExchangeFailed);
  });
});

describe("a web address in an NDEF message", () => {
  const text = [...Buffer.from("a.example/?x=1", "latin1")];

  test.each([
    ["short", [0xd1, 1, text.length + 1, 0x55, 4, ...text], "https://a.example/?x=1"],
    ["long", [0xc1, 1, 0, 0, 0, text.length + 1, 0x55, 3, ...text], "http://a.example/?x=1"],
    ["named", [0xd9, 1, text.length + 1, 2, 0x55, 7, 7, 2, ...text], "https://www.a.example/?x=1"],
    ["spelled out", [0xd1, 1, text.length + 1, 0x55, 0, ...text], "a.example/?x=1"],
  ])("is read from a %s record", (_name, message, expected) => {
    expect(uriOf(Uint8Array.from(message))).toBe(expected);
  });

  test.each([
    ["a text record", [0xd1, 1, 3, 0x54, 0, 65, 66]],
    ["a record cut short", [0xd1, 1, 9, 0x55, 4, 65]],
    ["a telephone number", [0xd1, 1, 2, 0x55, 5, 0x31]],
    ["a control character", [0xd1, 1, 2, 0x55, 4, 0x0a]],
    ["an empty message", []],
  ])("is not seen in %s", (_name, message) => {
    expect(uriOf(Uint8Array.from(message))).toBeUndefined();
  });

  test("is looked for in any bytes without a throw", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(0xd1, 0xc1, 0xd9, 1, 0x55, 4), fc.nat(255)));
    fc.assert(
      fc.property(hostile, (bytes) => {
        expect(typeof uriOf(Uint8Array.from(bytes))).toMatch(/undefined|string/);
      }),
    );
  });
});
