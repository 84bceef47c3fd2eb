// Cards that prove themselves at a PN532: genuine, copied, foreign, plain, and pulled away.
import { beforeEach, describe, expect, test } from "vitest";
import { SunChecker, type SunCheckerOptions } from "../../../gateway/adapters/nfc/sun-checker.ts";
import { keyOfCard } from "../../../gateway/adapters/nfc/key-diversification.ts";
import { bytesOf } from "../drivers/hex.ts";
import { Pn532Rig } from "./pn532-rig.ts";
import { phone, plainCard, SunCard, type VirtualCard } from "./sun-card.ts";

const metaKey = bytesOf("101112131415161718191A1B1C1D1E1F");
const master = bytesOf("202122232425262728292A2B2C2D2E2F");
const diversification = {
  applicationId: bytesOf("3042F5"),
  systemIdentifier: bytesOf("4472696674"),
};
const keys: SunCheckerOptions = { metaReadKey: metaKey, fileReadKey: master, diversification };
const uid = [0x04, 0xde, 0x5f, 0x1e, 0xac, 0xc0, 0x40];
const number = "04DE5F1EACC040";
const fileKey = keyOfCard(master, Uint8Array.from(uid), diversification);
const genuine = { uid, metaKey, fileKey };

let rig: Pn532Rig;

beforeEach(async () => {
  rig = new Pn532Rig(new SunChecker(keys));
  await rig.begin();
});

/** Holds a card to the reader for `ms`, then takes it away for good. */
async function tap(card: VirtualCard, ms = 1_000): Promise<void> {
  rig.chip.card = card;
  await rig.time.advance(ms);
  rig.chip.card = undefined;
  await rig.time.advance(1_000);
}

describe("a badge with a rolling code", () => {
  test("proves its number with its counter, once a presence", async () => {
    const card = new SunCard({ ...genuine, counter: 60 });
    await tap(card, 5_000);
    expect(rig.reads).toEqual([{ number, assurance: "counter-mac", counter: 61 }]);
    expect(card.counter).toBe(61);
    await tap(card);
    expect(rig.reads.at(-1)).toEqual({ number, assurance: "counter-mac", counter: 62 });
    expect(rig.reader.symptoms()["bad-credential"]).toBeUndefined();
  });

  test("that hides its number at the antenna is read by the number it proves", async () => {
    const card = new SunCard({ ...genuine, isRandom: true });
    await tap(card, 5_000);
    expect(rig.reads).toEqual([{ number, assurance: "counter-mac", counter: 1 }]);
  });

  test("of two people who hide their numbers are two reads, tapped in a row", async () => {
    const otherUid = [0x04, 1, 2, 3, 4, 5, 6];
    const otherKey = keyOfCard(master, Uint8Array.from(otherUid), diversification);
    rig.chip.card = new SunCard({ ...genuine, isRandom: true });
    await rig.time.advance(200);
    rig.chip.card = new SunCard({ uid: otherUid, metaKey, fileKey: otherKey, isRandom: true });
    await rig.time.advance(200);
    expect(rig.numbers).toEqual([number, "04010203040506"]);
  });

  test("is read where all cards hold the same key, if the site says so", async () => {
    rig = new Pn532Rig(new SunChecker({ metaReadKey: metaKey, fileReadKey: master }));
    await rig.begin();
    await tap(new SunCard({ uid, metaKey, fileKey: master }));
    expect(rig.reads[0]).toMatchObject({ number, assurance: "counter-mac" });
  });
});

describe("a forged badge", () => {
  test.each([
    ["with the key of another card", { ...genuine, fileKey: master }],
    ["of another system", { uid, metaKey: master, fileKey: metaKey }],
  ])("%s is told as such, once a presence", async (_name, card) => {
    await tap(new SunCard(card), 5_000);
    expect(rig.reads).toEqual([{ number, assurance: "identifier", isForged: true }]);
    expect(rig.reader.symptoms()["bad-credential"]).toBe(1);
  });

  test("that carries the code of another card is told as such", async () => {
    const victim = new SunCard(genuine);
    const copy: VirtualCard = {
      uid: () => {
        victim.uid();
        return [0x04, 9, 9, 9, 9, 9, 9];
      },
      sak: 0x20,
      transceive: (apdu) => victim.transceive(apdu),
    };
    await tap(copy);
    expect(rig.reads).toEqual([
      { number: "04090909090909", assurance: "identifier", isForged: true },
    ]);
  });

  test("is not what one damaged answer with a fitting sum makes of a genuine one", async () => {
    let count = 0;
    rig.chip.spoil = (bytes) => {
      count += 1;
      if (count !== 5) return bytes;
      // The fifth chunk holds the address: two of its digits trade places.
      const at = bytes.length - 9;
      const [one = 0, two = 0] = bytes.slice(at);
      expect(one).not.toBe(two);
      return bytes.with(at, two).with(at + 1, one);
    };
    await tap(new SunCard(genuine));
    expect(rig.reads).toEqual([{ number, assurance: "counter-mac", counter: 1 }]);
    expect(rig.chip.commands.filter((hex) => hex.startsWith("400100A40400"))).toHaveLength(2);
  });

  test("that hides its number is told once, however long it is held", async () => {
    await tap(new SunCard({ ...genuine, fileKey: master, isRandom: true }), 5_000);
    expect(rig.reads.map(({ isForged }) => isForged)).toEqual([true]);
    expect(rig.reader.symptoms()["bad-credential"]).toBe(1);
  });
});

describe("a badge that cannot prove itself", () => {
  test.each([
    ["a plain badge", plainCard(...uid)],
    ["a smart card of another kind", { uid: () => uid, sak: 0x20, transceive: refuses }],
  ])("such as %s is an identifier, not a forgery", async (_name, card) => {
    await tap(card);
    expect(rig.reads).toEqual([{ number, assurance: "identifier" }]);
  });

  test("such as a phone is ignored", async () => {
    await tap(phone(), 5_000);
    expect(rig.reads).toEqual([]);
  });
});

describe("a badge pulled away in the middle of its proof", () => {
  test.each([0, 1, 2, 3])(
    "at step %i is no read and no forgery, and is read later",
    async (steps) => {
      let left = steps;
      const card = new SunCard({ ...genuine, isThere: () => (left -= 1) >= 0 });
      await tap(card, 100);
      expect(rig.reads).toEqual([]);
      left = 1_000;
      await tap(card);
      expect(rig.reads).toMatchObject([{ number, assurance: "counter-mac" }]);
      expect(rig.reader.symptoms()["bad-credential"]).toBeUndefined();
    },
  );

  test("with the cable, at any byte, is no read and no forgery", async () => {
    const card = new SunCard(genuine);
    for (let length = 0; length < 40; length += 1) {
      let count = 0;
      rig.chip.spoil = (bytes) => {
        count += 1;
        // After the list come two selections; then this chunk is cut.
        if (count !== 4) return bytes;
        queueMicrotask(() => rig.socket.unplug());
        return bytes.slice(0, length);
      };
      const before = rig.reads.length;
      rig.chip.card = card;
      await rig.time.advance(1_000);
      rig.replaceChip();
      rig.socket.plug();
      await rig.time.advance(60_000);
      rig.chip.card = card;
      await rig.time.advance(1_000);
      rig.chip.card = undefined;
      await rig.time.advance(1_000);
      expect(rig.reads.length - before).toBeGreaterThanOrEqual(1);
    }
    expect(rig.reads.every(({ assurance }) => assurance === "counter-mac")).toBe(true);
    const counters = rig.reads.map(({ counter }) => counter ?? 0);
    expect(counters).toEqual(counters.toSorted((a, b) => a - b));
  });

  test("under noise on the wire is never a forgery", async () => {
    let count = 0;
    rig.chip.spoil = (bytes) => {
      count += 1;
      const at = (count * 7) % bytes.length;
      return count % 9 === 0 ? bytes.with(at, (bytes[at] ?? 0) ^ 0x10) : bytes;
    };
    for (let turn = 0; turn < 20; turn += 1) await tap(new SunCard(genuine), 2_000);
    expect(rig.reads.length).toBeGreaterThan(5);
    expect(rig.reads.some(({ isForged }) => isForged)).toBe(false);
  });
});

describe("keys of a checker", () => {
  test("have sixteen bytes", () => {
    const short = new Uint8Array(15);
    expect(() => new SunChecker({ metaReadKey: short, fileReadKey: master })).toThrow(RangeError);
  });
});

function refuses(): Uint8Array {
  return Uint8Array.of(0x6a, 0x82);
}
