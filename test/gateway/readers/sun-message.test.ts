// The proof in the address of an NTAG 424 DNA: published vectors, any card, any damage.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { encryptCbc } from "../../../gateway/adapters/nfc/aes.ts";
import {
  isSunGenuine,
  readPiccData,
  readSunMessage,
  type SunParameters,
} from "../../../gateway/adapters/nfc/sun-message.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";
import { sunUri } from "./sun-card.ts";

const zeroKey = new Uint8Array(16);
const plainVector =
  "https://a.example/?picc_data=EF963FF7828658A599F3041510671E88&cmac=94EED9EE65337086";
const fileVector =
  "https://a.example/?picc_data=FD91EC264309878BE6345CBE53BADF40" +
  "&enc=CEE9A53E3E463EF1F459635736738962&cmac=ECC1E7F6C6C73BF6";

/** What an address proves under two keys. */
function proofOf(
  uri: string,
  metaKey: Uint8Array = zeroKey,
  fileKey: Uint8Array = zeroKey,
  names?: SunParameters,
) {
  const message = readSunMessage(uri, names);
  if (message === "absent" || message === "malformed") return message;
  const picc = readPiccData(metaKey, message.piccData);
  if (picc === undefined) return "wrong meta key";
  if (!isSunGenuine(fileKey, picc, message)) return "wrong code";
  return { uid: hexOf(picc.uid), counter: picc.counter };
}

const anyKey = fc.uint8Array({ minLength: 16, maxLength: 16 });
const anyUid = fc.uint8Array({ minLength: 7, maxLength: 7 });
const anyCounter = fc.nat(0xff_ffff);

describe("the address of an NTAG 424 DNA", () => {
  test.each([
    ["without file data", plainVector, { uid: "04 DE 5F 1E AC C0 40", counter: 61 }],
    ["with encrypted file data", fileVector, { uid: "04 95 8C AA 5C 5E 80", counter: 8 }],
  ])("%s proves what AN12196 says", (_name, uri, expected) => {
    expect(proofOf(uri)).toEqual(expected);
  });

  test("proves UID and counter of any card under any keys", () => {
    const enc = fc.option(fc.constant("CEE9A53E3E463EF1F459635736738962"), { nil: undefined });
    const card = fc.record({ uid: anyUid, counter: anyCounter, meta: anyKey, file: anyKey });
    fc.assert(
      fc.property(card, enc, ({ uid, counter, meta, file }, text) => {
        const uri = `https://${sunUri({
          uid: [...uid],
          counter,
          metaKey: meta,
          fileKey: file,
          ...(text !== undefined && { enc: text }),
        })}`;
        expect(proofOf(uri, meta, file)).toEqual({ uid: hexOf(uid), counter });
      }),
    );
  });

  test("with any digit of code or data changed proves nothing", () => {
    const from = fileVector.indexOf("picc_data=") + 10;
    fc.assert(
      fc.property(fc.integer({ min: from, max: fileVector.length - 1 }), fc.nat(14), (at, by) => {
        const digit = Number.parseInt(fileVector.charAt(at), 16);
        fc.pre(/[0-9A-F]/.test(fileVector.charAt(at)) && !/[a-z&=]/.test(fileVector.charAt(at)));
        const other = ((digit + 1 + by) % 16).toString(16).toUpperCase();
        const changed = fileVector.slice(0, at) + other + fileVector.slice(at + 1);
        expect(typeof proofOf(changed)).toBe("string");
      }),
    );
  });

  test("under a key of another system proves nothing", () => {
    const other = bytesOf("00112233445566778899AABBCCDDEEFF");
    expect(proofOf(plainVector, zeroKey, other)).toBe("wrong code");
    expect(typeof proofOf(plainVector, other, zeroKey)).toBe("string");
  });

  test.each([
    ["without a counter", 0x87],
    ["without a UID", 0x47],
    ["with a UID of another length", 0xc4],
  ])("with data %s is of another kind, whatever its code says", (_name, tag) => {
    const plain = new Uint8Array(16).with(0, tag);
    expect(readPiccData(zeroKey, encryptCbc(zeroKey, plain))).toBeUndefined();
    expect(readPiccData(zeroKey, encryptCbc(zeroKey, plain.with(0, 0xc7)))).toBeDefined();
  });

  test("may name its parameters as the site likes", () => {
    const renamed = plainVector.replace("picc_data=", "p=").replace("cmac=", "c=");
    expect(proofOf(renamed)).toBe("absent");
    const names = { picc: "p", enc: "e", cmac: "c" };
    expect(proofOf(renamed, zeroKey, zeroKey, names)).toMatchObject({ counter: 61 });
  });

  test.each([
    ["an address without a query", "https://a.example/x", "absent"],
    ["an address with other parameters", "https://a.example/x?a=1&b=2", "absent"],
    [
      "data without a code",
      "https://a.example/?picc_data=EF963FF7828658A599F3041510671E88",
      "absent",
    ],
    ["a short code", plainVector.slice(0, -2), "malformed"],
    ["a code that is not hex", `${plainVector.slice(0, -2)}ZZ`, "malformed"],
    ["data that are too short", plainVector.replace("EF963F", ""), "malformed"],
    ["file data behind the code", `${plainVector}&enc=00`, "malformed"],
  ])("%s is told apart", (_name, uri, expected) => {
    expect(readSunMessage(uri)).toBe(expected);
  });

  test("of any text never throws", () => {
    const piece = fc.constantFrom("?", "&", "=", "picc_data", "cmac", "enc", "EF", "00", "#");
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string())), (pieces) => {
        expect(["absent", "malformed"]).toContain(proofOf(pieces.join("")));
      }),
    );
  });
});
