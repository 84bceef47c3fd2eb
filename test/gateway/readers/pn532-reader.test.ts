// A PN532 reader: identified by protocol, one read a presence, every trouble named.
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { Pn532Rig } from "./pn532-rig.ts";
import { phone, plainCard } from "./sun-card.ts";

const badge = plainCard(0x04, 0xa1, 0xb2, 0xc3, 0xd4, 0xe5, 0xf6);
const badgeNumber = "04A1B2C3D4E5F6";
const other = plainCard(0x12, 0x34, 0x56, 0x78);

let rig: Pn532Rig;

beforeEach(async () => {
  rig = new Pn532Rig();
  await rig.begin();
});

describe("a PN532 reader", () => {
  test("wakes the chip, asks who it is, bounds its retries, then looks for cards", () => {
    expect(rig.chip.commands.slice(0, 6)).toEqual([
      "1401",
      "02",
      "3205FF0102",
      "320100",
      "4A0100",
      "320100",
    ]);
    expect(rig.health.map(({ state }) => state)).toEqual(["opening", "probing", "online"]);
  });

  test("reads the open number as an identifier, once while it is held", async () => {
    rig.chip.card = badge;
    await rig.time.advance(10_000);
    expect(rig.reads).toEqual([{ number: badgeNumber, assurance: "identifier" }]);
  });

  test("reads a badge again after it was away, and not before", async () => {
    rig.chip.card = badge;
    await rig.time.advance(300);
    rig.chip.card = undefined;
    await rig.time.advance(300);
    rig.chip.card = badge;
    await rig.time.advance(300);
    expect(rig.numbers).toEqual([badgeNumber]);
    rig.chip.card = undefined;
    await rig.time.advance(900);
    rig.chip.card = badge;
    await rig.time.advance(300);
    expect(rig.numbers).toEqual([badgeNumber, badgeNumber]);
  });

  test("tells two badges apart that are tapped in turn", async () => {
    for (const card of [badge, other, badge, other]) {
      rig.chip.card = card;
      await rig.time.advance(1_000);
    }
    expect(rig.numbers).toEqual([badgeNumber, "12345678", badgeNumber, "12345678"]);
  });

  test("ignores a phone, says why once, and names no number", async () => {
    rig.chip.card = phone();
    await rig.time.advance(5_000);
    expect(rig.reads).toEqual([]);
    const told = rig.log.lines.filter((line) => line.includes("medium ignored"));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("random");
  });

  test("has its field off whenever it is not looking", async () => {
    rig.chip.card = badge;
    for (let look = 0; look < 40; look += 1) {
      await rig.time.advance(37);
      expect(rig.chip.isFieldOn).toBe(false);
    }
  });

  test("keeps numbers out of log and timer names", async () => {
    rig.chip.card = badge;
    await rig.time.advance(1_000);
    const text = [...rig.log.lines, ...rig.time.keys].join(" ").toUpperCase();
    expect(rig.log.lines.length).toBeGreaterThan(2);
    expect(text).not.toContain(badgeNumber);
  });

  test("goes back to waking when the chip lost its power", async () => {
    rig.replaceChip();
    rig.chip.card = badge;
    await rig.time.advance(10_000);
    expect(rig.chip.commands[0]).toBe("1401");
    expect(rig.numbers).toEqual([badgeNumber]);
    expect(rig.health.at(-1)?.state).toBe("online");
    expect(rig.lastReason).toMatch(/3 polls failed.*power/);
  });

  test("is silent after stop", async () => {
    await rig.reader.stop();
    rig.chip.card = badge;
    const count = rig.chip.commands.length;
    await rig.time.advance(60_000);
    expect(rig.chip.commands).toHaveLength(count);
    expect(rig.reads).toEqual([]);
    expect(rig.time.keys).toEqual([]);
  });

  test("stopped in the middle of a question ends it", async () => {
    rig.chip.isDead = true;
    await rig.time.advance(200);
    await rig.reader.stop();
    await rig.time.advance(60_000);
    expect(rig.time.keys).toEqual([]);
  });
});

describe("trouble at a PN532", () => {
  test("that does not answer is named, counted and tried again", async () => {
    rig.chip.isDead = true;
    await rig.time.advance(4_000);
    expect(rig.reader.symptoms()["no-answer"]).toBeGreaterThan(3);
    await rig.time.advance(10_000);
    expect(rig.lastReason).toMatch(/no answer: check power, swap RX and TX.*HSU/);
    rig.chip.isDead = false;
    await rig.time.advance(60_000);
    expect(rig.health.at(-1)?.state).toBe("online");
  });

  test("that is another chip is named and never read", async () => {
    rig = new Pn532Rig();
    rig.chip.chipType = 0x07;
    rig.chip.card = badge;
    await rig.begin();
    await rig.time.advance(60_000);
    expect(rig.lastReason).toContain("no PN532");
    expect(rig.reads).toEqual([]);
  });

  test("whose wires are bridged is an echo", async () => {
    rig = new Pn532Rig();
    rig.socket.onWrite = (bytes) => rig.socket.send(bytes);
    await rig.begin();
    await rig.time.advance(1_000);
    expect(rig.reader.symptoms().echo).toBeGreaterThan(0);
    expect(rig.lastReason).toContain("our own bytes come back");
  });

  test("at a wrong speed is garbled", async () => {
    rig = new Pn532Rig();
    rig.socket.onWrite = () => rig.socket.send([0x00, 0xfe, 0x80, 0x00, 0x00, 0xf8]);
    await rig.begin();
    await rig.time.advance(1_000);
    expect(rig.reader.symptoms()).toMatchObject({ garbled: 1 });
    expect(rig.lastReason).toContain("115200");
  });

  test("whose answers stop halfway is a half frame, and costs only that answer", async () => {
    let count = 0;
    rig.chip.spoil = (bytes) => ((count += 1) % 4 === 0 ? bytes.slice(0, -3) : bytes);
    rig.chip.card = badge;
    await rig.time.advance(20_000);
    expect(rig.reader.symptoms()["half-frame"]).toBeGreaterThan(3);
    expect(rig.chip.abortCount).toBeGreaterThan(3);
    expect(rig.health.map(({ state }) => state)).toEqual(["opening", "probing", "online"]);
    expect(new Set(rig.numbers)).toEqual(new Set([badgeNumber]));
  });

  test("that refuses a command is no crash and no read", async () => {
    rig.chip.spoil = () => [0, 0, 0xff, 0, 0xff, 0, 0, 0, 0xff, 1, 0xff, 0x7f, 0x81, 0];
    rig.chip.card = badge;
    await rig.time.advance(10_000);
    expect(rig.reads).toEqual([]);
    expect(rig.reader.symptoms()["bad-frame"]).toBeGreaterThan(0);
  });

  test("of random bytes between answers is no read of anything but the badge", async () => {
    const hostile = fc.oneof(fc.constantFrom(0, 0, 0xff, 0xd5, 0x4b, 1), fc.nat(255));
    const bursts = fc.array(fc.array(hostile, { maxLength: 40 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(bursts, async (given) => {
        rig = new Pn532Rig();
        let count = 0;
        rig.chip.spoil = (bytes) => {
          const burst = given[(count += 1) % given.length] ?? [];
          return count % 3 === 0 ? burst : [...burst, ...bytes];
        };
        rig.chip.card = badge;
        await rig.begin();
        await rig.time.advance(5_000);
        expect(rig.numbers.every((number) => number === badgeNumber)).toBe(true);
        rig.chip.spoil = (bytes) => bytes;
        await rig.time.advance(60_000);
        expect(rig.health.at(-1)?.state).toBe("online");
        await rig.reader.stop();
        expect(rig.time.keys).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  test("does not come from a line that is busy for a moment", async () => {
    rig.socket.refuseCount = 2;
    rig.chip.card = badge;
    await rig.time.advance(2_000);
    expect(rig.numbers).toEqual([badgeNumber]);
    expect(rig.health.at(-1)?.state).toBe("online");
  });

  test("does not come from a cable pulled at any byte", async () => {
    rig.chip.card = badge;
    for (let length = 0; length <= 28; length += 1) {
      rig.chip.spoil = (bytes) => {
        rig.socket.send(bytes.slice(0, length));
        queueMicrotask(() => rig.socket.unplug());
        return [];
      };
      // Longer than a badge may be out of sight and still be the same tap.
      await rig.time.advance(1_000);
      expect(rig.health.at(-1)?.state).not.toBe("online");
      const readsBefore = rig.reads.length;
      rig.replaceChip();
      rig.chip.card = badge;
      rig.socket.plug();
      await rig.time.advance(60_000);
      expect(rig.health.at(-1)?.state).toBe("online");
      expect(rig.reads.length).toBe(readsBefore + 1);
    }
    expect(rig.reader.symptoms().unplugged).toBe(29);
  });
});
