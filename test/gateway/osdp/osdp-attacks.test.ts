// What an attacker at the wire or in place of the reader can do to a secure reader: nothing opens.
import { describe, expect, test } from "vitest";
import { keyA, keyB, OsdpWire, ReaderRig } from "./osdp-rig.ts";
import { PdFarEnd } from "./pd-far-end.ts";
import { withCheck } from "./pd-far-end-crypto.ts";

const card = [0x00, 0x01, 0x1a, 0x00, 0x09, 0x1a, 0x2b, 0x00];

/** The rig of one secure reader, `ms` after its start. */
async function started(device: PdFarEnd, ms = 400) {
  const wire = new OsdpWire([device]);
  const rig = new ReaderRig(wire);
  rig.reader.start();
  await wire.time.advance(ms);
  return { wire, rig, device };
}

/** A clear reply with any code in answer to the question on the wire. */
function clearReply(command: Uint8Array, code: number, data: readonly number[]): Uint8Array {
  const control = (command[4] ?? 0) & 7;
  const length = 8 + data.length;
  return withCheck([0x53, 0x80, length, 0, control, code, ...data], true);
}

describe("a reader that must be secure", () => {
  test("and does no secure channel stays offline, and its cards are discarded", async () => {
    const device = new PdFarEnd();
    device.hasSecureChannel = false;
    const { wire, rig } = await started(device);
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(30_000);
    expect(rig.health).not.toContain("online");
    expect(rig.reads).toEqual([]);
    expect(rig.lastHealth).toContain("refuses the secure channel (NAK 5)");
    expect(rig.reader.symptoms()["clear-text"]).toBeGreaterThan(1);
  });

  test("and says in clear that it cannot encrypt is not believed", async () => {
    const { wire, rig } = await started(new PdFarEnd(0, keyA), 0);
    wire.onReply = (reply) =>
      reply[5] === 0x46 ? clearReply(wire.sent.at(-1)?.bytes ?? reply, 0x46, [9, 0, 0]) : reply;
    await wire.time.advance(500);
    expect(rig.lastHealth).toBe("online");
  });

  test("and whose card comes in clear is offline at once, without that card", async () => {
    const { wire, rig } = await started(new PdFarEnd(0, keyA));
    wire.onReply = () => clearReply(wire.sent.at(-1)?.bytes ?? new Uint8Array(), 0x50, card);
    await wire.time.advance(300);
    expect(rig.lastHealth).toBe("backing-off: the reader talks in clear");
    await wire.time.advance(30_000);
    expect(rig.reads).toEqual([]);
    expect(rig.reader.symptoms()["clear-text"]).toBeGreaterThan(0);
  });

  test("and whose card comes in clear before the channel is open is not heard", async () => {
    const { wire, rig } = await started(new PdFarEnd(0, keyA), 0);
    wire.onReply = () => clearReply(wire.sent.at(-1)?.bytes ?? new Uint8Array(), 0x50, card);
    await wire.time.advance(30_000);
    expect(rig.reads).toEqual([]);
    expect(rig.health).not.toContain("online");
  });

  test.each([
    [5, "refuses the secure channel (NAK 5)", "clear-text"],
    [6, "demands a secure channel", "wrong-key"],
  ] as const)("and answers NAK %i in its channel is offline", async (reason, words, symptom) => {
    const { wire, rig } = await started(new PdFarEnd(0, keyA));
    wire.onReply = () => clearReply(wire.sent.at(-1)?.bytes ?? new Uint8Array(), 0x41, [reason]);
    await wire.time.advance(300);
    expect(rig.lastHealth).toContain(words);
    expect(rig.reader.symptoms()[symptom]).toBe(1);
    wire.onReply = (reply) => reply;
    await wire.time.advance(2_000);
    expect(rig.lastHealth).toBe("online");
  });

  test("and has another key stays offline", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyB));
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(30_000);
    expect(rig.health).not.toContain("online");
    expect(rig.lastHealth).toContain("does not have the key");
    expect(rig.reader.symptoms()["wrong-key"]).toBeGreaterThan(1);
    expect(rig.reads).toEqual([]);
  });

  test("and is in install mode stays offline: the published key is never used", async () => {
    const device = new PdFarEnd();
    const { wire, rig } = await started(device);
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(30_000);
    expect(rig.health).not.toContain("online");
    expect(rig.lastHealth).toContain("install mode");
    expect(rig.reader.symptoms()["wrong-key"]).toBeGreaterThan(1);
    const challenges = wire.sent.filter(({ bytes }) => bytes[8] === 0x76);
    expect(challenges.length).toBeGreaterThan(1);
    expect(challenges.every(({ bytes }) => bytes[7] === 1)).toBe(true);
  });

  test("and lost its key to a reset is not spoken with under the published one", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA));
    device.scbk = undefined;
    device.restart();
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(30_000);
    expect(rig.lastHealth).not.toBe("online");
    expect(rig.reads).toEqual([]);
  });

  test("takes no packet twice: a recorded card opens nothing later", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA));
    const recorded: Uint8Array[] = [];
    wire.onReply = (reply) => {
      recorded.push(reply);
      return reply;
    };
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(2_000);
    expect(rig.reads).toHaveLength(1);
    const tap = recorded.find((reply) => reply.length > 25 && (reply[6] ?? 0) === 0x18);
    if (tap === undefined) throw new Error("the tap was not recorded");
    // Away long enough that a second read would be reported.
    await wire.time.advance(3_000);
    // Where its number of the sequence is waited for: any other is not even looked at.
    const sequence = (reply: Uint8Array): number => (reply[4] ?? 0) & 3;
    wire.onReply = (reply) => (sequence(reply) === sequence(tap) ? tap : reply);
    await wire.time.advance(5_000);
    expect(rig.reads).toHaveLength(1);
    expect(rig.reader.symptoms()["wrong-key"]).toBeGreaterThan(0);
  });

  test("takes no whole recorded conversation: each handshake is new", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA), 0);
    const recorded: Uint8Array[] = [];
    wire.onReply = (reply) => {
      recorded.push(reply);
      return reply;
    };
    await wire.time.advance(1_000);
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(1_000);
    expect(rig.reads).toHaveLength(1);
    device.isOff = true;
    await wire.time.advance(5_000);
    wire.devices.length = 0;
    let at = 0;
    wire.socket.onWrite = (bytes) => {
      if (bytes[4] === 0x04) at = 0;
      const reply = recorded[at] ?? recorded[0];
      at += 1;
      if (reply !== undefined) wire.time.set("replay", 3, () => wire.socket.send(reply));
    };
    await wire.time.advance(30_000);
    expect(rig.reads).toHaveLength(1);
    expect(rig.lastHealth).not.toBe("online");
  });

  test("takes no packet with a wrong MAC, however right its check is", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA));
    wire.onReply = (reply) => {
      const last = reply.length - 3;
      const body = reply.slice(0, -2).map((byte, at) => (at === last ? byte ^ 1 : byte));
      return withCheck([...body], true);
    };
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(300);
    expect(rig.lastHealth).toContain("not made with the session key");
    expect(rig.reads).toEqual([]);
    expect(rig.reader.symptoms()["wrong-key"]).toBe(1);
  });

  test("must encrypt cards and keys, not only sign them", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA));
    device.queue.push({ code: 0x50, data: card, type: 0x16 });
    await wire.time.advance(300);
    expect(rig.reads).toEqual([]);
    expect(rig.lastHealth).toContain("without encryption");
    expect(rig.reader.symptoms()["clear-text"]).toBe(1);
  });

  test("that answers BUSY in clear for ever is offline, not trusted", async () => {
    const { wire, rig } = await started(new PdFarEnd(0, keyA));
    wire.onReply = () => withCheck([0x53, 0x80, 8, 0, 4, 0x79], true);
    await wire.time.advance(7_000);
    expect(rig.lastHealth).toContain("busy");
  });

  test("swapped with its neighbor is offline, and so is the neighbor", async () => {
    const devices = [new PdFarEnd(0, keyB), new PdFarEnd(1, keyA)];
    const wire = new OsdpWire(devices);
    const rigs = [
      new ReaderRig(wire),
      new ReaderRig(wire, { id: "reader-b", address: 1, keys: [keyB] }),
    ];
    for (const { reader } of rigs) reader.start();
    for (const device of devices) device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(20_000);
    for (const { health, reads, reader } of rigs) {
      expect(health).not.toContain("online");
      expect(reads).toEqual([]);
      expect(reader.symptoms()["wrong-key"]).toBeGreaterThan(0);
    }
  });

  test("under its right key but with another serial number is tamper", async () => {
    const { wire, rig, device } = await started(new PdFarEnd(0, keyA));
    device.serial = 99;
    await wire.time.advance(6_000);
    expect(rig.lastHealth).toBe("online");
    expect(rig.tampers).toEqual(["true another reader answers in its place"]);
  });

  test("with two keys, as after a power cut in commissioning, is found under either", async () => {
    for (const key of [keyA, keyB]) {
      const wire = new OsdpWire([new PdFarEnd(0, key)]);
      const rig = new ReaderRig(wire, { keys: [keyA, keyB] });
      rig.reader.start();
      await wire.time.advance(1_000);
      expect(rig.health.at(-1)).toBe("online");
      expect(rig.reader.symptoms()).toEqual({});
    }
  });
});
