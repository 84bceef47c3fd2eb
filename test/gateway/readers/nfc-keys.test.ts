// AES-CMAC and key diversification against the published vectors.
import { createCipheriv } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cmac, decryptCbc, encryptCbc } from "../../../gateway/adapters/nfc/aes.ts";
import { diversifiedKey, keyOfCard } from "../../../gateway/adapters/nfc/key-diversification.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";
import { cardCmac } from "./sun-card.ts";

const rfcKey = bytesOf("2b7e151628aed2a6abf7158809cf4f3c");
const rfcText =
  "6bc1bee22e409f96e93d7e117393172a ae2d8a571e03ac9c9eb76fac45af8e51" +
  "30c81c46a35ce411e5fbc1191a0a52ef f69f2445df4f9b17ad2b417be66c3710";

describe("AES-CMAC", () => {
  test.each([
    [0, "bb1d6929e95937287fa37d129b756746"],
    [16, "070a16b46b4d4144f79bdd9dd04a287c"],
    [40, "dfa66747de9ae63030ca32611497c827"],
    [64, "51f0bebf7e3b9d92fc49741779363cfe"],
  ])("of %i bytes is that of RFC 4493", (length, expected) => {
    const text = bytesOf(rfcText).subarray(0, length);
    expect(hexOf(cmac(rfcKey, text))).toBe(hexOf(bytesOf(expected)));
  });

  test("is the same as another implementation for any key and text", () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 100 }), (secret, text) => {
        expect(hexOf(cmac(secret, text))).toBe(hexOf(cardCmac(secret, text)));
      }),
    );
  });
});

describe("AES-CBC without padding", () => {
  test("comes back, and of one block is the bare cipher", () => {
    const block = bytesOf("6bc1bee22e409f96e93d7e117393172a");
    const cipher = createCipheriv("aes-128-ecb", rfcKey, null).setAutoPadding(false);
    expect(hexOf(encryptCbc(rfcKey, block))).toBe(hexOf(cipher.update(block)));
    expect(decryptCbc(rfcKey, encryptCbc(rfcKey, bytesOf(rfcText)))).toEqual(bytesOf(rfcText));
  });

  test("refuses what is not whole blocks", () => {
    expect(() => decryptCbc(rfcKey, new Uint8Array(15))).toThrow(RangeError);
    expect(() => encryptCbc(rfcKey, new Uint8Array(0))).toThrow(RangeError);
  });
});

describe("a key of one card", () => {
  const master = bytesOf("00112233445566778899AABBCCDDEEFF");

  test("is that of AN10922", () => {
    const key = keyOfCard(master, bytesOf("04782E21801D80"), {
      applicationId: bytesOf("3042F5"),
      systemIdentifier: bytesOf("4E585020416275"),
    });
    expect(hexOf(key)).toBe(hexOf(bytesOf("A8DD63A3B89D54B37CA802473FDA9175")));
  });

  test("of a short input is not the plain CMAC, since the input fills two blocks", () => {
    const uid = bytesOf("04782E21801D80");
    expect(diversifiedKey(master, uid)).not.toEqual(cmac(master, Uint8Array.of(1, ...uid)));
    const long = new Uint8Array(20).fill(7);
    expect(diversifiedKey(master, long)).toEqual(cmac(master, Uint8Array.of(1, ...long)));
  });

  test("needs 1 to 31 bytes of input", () => {
    expect(() => diversifiedKey(master, new Uint8Array(0))).toThrow(RangeError);
    expect(() => diversifiedKey(master, new Uint8Array(32))).toThrow(RangeError);
    expect(diversifiedKey(master, new Uint8Array(31))).toHaveLength(16);
  });
});
