// The virtual NTAG 424 DNA against the vectors of the reference, and its counter as a host sees it.

import { createDecipheriv } from "node:crypto";
import { fromHex, toHex } from "@driftbox/proto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Ntag424Card, type Ntag424Options } from "../../device-sim/devices/ntag424-card.ts";
import { aesCmac, an10922Key, sunMirror } from "../../device-sim/devices/ntag424-crypto.ts";

const zeroKey = new Uint8Array(16);
const uid = of("04DE5F1EACC040");

function of(text: string): Uint8Array {
  const bytes = fromHex(text);
  if (bytes === undefined) throw new Error(`not hex: ${text}`);
  return bytes;
}

const card = (options: Partial<Ntag424Options> = {}) =>
  new Ntag424Card({ uid, metaKey: zeroKey, fileKey: zeroKey, ...options });

const ask = (one: Ntag424Card, command: string) => toHex(one.exchange(of(command)));

/** One read session: SELECT application, SELECT file, length, content. */
function read(one: Ntag424Card): string {
  one.activate();
  expect(ask(one, "00A4040007D276000085010100")).toBe("9000");
  expect(ask(one, "00A4000C02E104")).toBe("9000");
  const [high = 0, low = 0] = one.exchange(of("00B0000002"));
  const content = one.exchange(Uint8Array.of(0, 0xb0, 0, 2, (high << 8) | low));
  return Buffer.from(content.subarray(0, -2)).toString("latin1");
}

function counterIn(text: string): number {
  const piccData = of(/picc_data=([0-9A-F]{32})&cmac=[0-9A-F]{16}$/.exec(text)?.[1] ?? "");
  const decipher = createDecipheriv("aes-128-cbc", zeroKey, zeroKey).setAutoPadding(false);
  const plain = decipher.update(piccData);
  expect(toHex(plain.subarray(0, 8))).toBe(`c7${toHex(uid)}`);
  return plain.readUIntLE(8, 3);
}

it.each([
  ["", "bb1d6929e95937287fa37d129b756746"],
  ["6bc1bee22e409f96e93d7e117393172a", "070a16b46b4d4144f79bdd9dd04a287c"],
  [
    "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411",
    "dfa66747de9ae63030ca32611497c827",
  ],
])("computes the CMAC of RFC 4493 over %s", (message, mac) => {
  expect(toHex(aesCmac(of("2b7e151628aed2a6abf7158809cf4f3c"), of(message)))).toBe(mac);
});

it("diversifies the key of AN10922", () => {
  const key = an10922Key(
    of("00112233445566778899AABBCCDDEEFF"),
    of("04782E21801D803042F54E585020416275"),
  );
  expect(toHex(key)).toBe("a8dd63a3b89d54b37ca802473fda9175");
  expect(() => an10922Key(zeroKey, new Uint8Array(32))).toThrow("too long");
});

it("diversifies with an input that fills one block or both", () => {
  const master = of("00112233445566778899AABBCCDDEEFF");
  const long = Uint8Array.from({ length: 31 }, (_, at) => at);
  // Computed with openssl from the rule of the reference.
  expect(toHex(an10922Key(master, of("04782E21801D80")))).toBe("4fd3364753b8142980e8203c75ad83be");
  expect(toHex(an10922Key(master, long))).toBe("21c28cd89bb3147f66c7dbd4851cab20");
});

it("mirrors the message of the reference", () => {
  const keys = { metaKey: zeroKey, fileKey: zeroKey };
  const { piccData, cmac } = sunMirror({ ...keys, uid, counter: 61, filler: of("DA5CF60941") });
  expect(toHex(piccData)).toBe("ef963ff7828658a599f3041510671e88");
  expect(toHex(cmac)).toBe("94eed9ee65337086");
});

it("counts once per read session, however the file is read", () => {
  const one = card({ counter: 60 });
  const text = read(one);
  expect(text).toContain("driftbox.example/t?picc_data=");
  expect(counterIn(text)).toBe(61);
  expect(text).toContain("&cmac=94EED9EE65337086");
  expect(counterIn(read(one))).toBe(62);
  one.exchange(of("00B0000010"));
  one.exchange(of("00B0001010"));
  expect(one.counter).toBe(62);
  one.activate();
  expect(one.counter).toBe(62);
});

it("a diversified tag signs with a key of its own", () => {
  const diversifier = of("3042F54E585020416275");
  const cmac = (text: string) => text.slice(-16);
  const plain = cmac(read(card()));
  expect(cmac(read(card({ diversifier })))).not.toBe(plain);
  const other = card({ diversifier, uid: of("04DE5F1EACC041") });
  expect(cmac(read(other))).not.toBe(cmac(read(card({ diversifier }))));
});

it("a copy repeats one old message", () => {
  const copy = card({ counter: 61, flaw: "frozen" });
  expect(read(copy)).toBe(read(copy));
  expect(counterIn(read(copy))).toBe(61);
});

it("a tag with wrong keys is not believed", () => {
  const genuine = read(card({ counter: 60 }));
  const wrongMac = read(card({ counter: 60, flaw: "wrong-file-key" }));
  expect(wrongMac.slice(0, -16)).toBe(genuine.slice(0, -16));
  expect(wrongMac).not.toBe(genuine);
  expect(() => counterIn(read(card({ flaw: "wrong-meta-key" })))).toThrow("expected");
});

it("tells its capability file without counting", () => {
  const one = card();
  one.activate();
  ask(one, "00A4040007D276000085010100");
  expect(ask(one, "00A4000C02E103")).toBe("9000");
  expect(ask(one, "00B000000F")).toBe("001720010000ff0406e104010000ff9000");
  expect(one.counter).toBe(0);
});

it.each([
  ["00B0000002", "6986"],
  ["00A4040003D27600", "6a82"],
  ["00A4000C02E104", "6a82"],
  ["00CA0000", "6d00"],
  ["905A0000", "6e00"],
  ["00", "6700"],
])("answers %s with %s before anything is selected", (command, answer) => {
  const one = card();
  one.activate();
  expect(ask(one, command)).toBe(answer);
});

it("answers any command with at least a status, never throws", () => {
  const head = fc.tuple(fc.constantFrom(0x00, 0x90), fc.constantFrom(0xa4, 0xb0, 0x5a));
  fc.assert(
    fc.property(head, fc.uint8Array({ maxLength: 270 }), (start, rest) => {
      const answer = card().exchange(Uint8Array.of(...start, ...rest));
      expect(answer.length).toBeGreaterThanOrEqual(2);
      expect(answer.length).toBeLessThanOrEqual(258);
    }),
  );
});
