// A reader over its bus in virtual time: cards, keys, tamper, lamp, lost packets, many readers.
import { describe, expect, test } from "vitest";
import { OsdpReader } from "../../../gateway/adapters/osdp/osdp-reader.ts";
import { defaultScbk } from "../../../gateway/adapters/osdp/secure-channel.ts";
import { entropy, keyA, keyB, OsdpWire, ReaderRig } from "./osdp-rig.ts";
import { PdFarEnd } from "./pd-far-end.ts";

async function online(device = new PdFarEnd(0, keyA), isSecure = true) {
  const wire = new OsdpWire([device]);
  const rig = new ReaderRig(wire, { isSecure });
  rig.reader.start();
  await wire.time.advance(400);
  expect(rig.lastHealth).toBe("online");
  return { wire, device, rig };
}

describe("a secure reader", () => {
  test("is online only after the handshake, and polls from then on in the channel", async () => {
    const { device, wire } = await online();
    expect(device.heard.slice(0, 6)).toEqual(["61", "76", "77", "61", "62", "64"]);
    expect(new Set(device.heard.slice(6))).toEqual(new Set(["60"]));
    expect(device.isInChannel).toBe(true);
    expect(wire.bus.symptoms()).toEqual({});
  });

  test("reports a card with assurance identifier, and a held card once", async () => {
    const { device, wire, rig } = await online();
    for (let second = 0; second < 4; second += 1) {
      device.present("09 1A 2B 00", 26, 1);
      await wire.time.advance(1_000);
    }
    expect(rig.reads).toEqual(["123456 identifier"]);
    await wire.time.advance(1_600);
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(200);
    expect(rig.reads).toHaveLength(2);
  });

  test("reports keys in order", async () => {
    const { device, wire, rig } = await online();
    device.press("12");
    device.press("34\r");
    await wire.time.advance(500);
    expect(rig.keys).toEqual(["12", "34#"]);
  });

  test("reports an opened case and lost power, each change once", async () => {
    const { device, wire, rig } = await online();
    device.isTampered = true;
    device.isPowerLost = true;
    await wire.time.advance(11_000);
    expect(rig.tampers).toEqual(["true the case of the reader is open"]);
    expect(rig.powers).toEqual([false, true]);
    device.isTampered = false;
    device.isPowerLost = false;
    await wire.time.advance(5_500);
    expect(rig.tampers.at(-1)).toBe("false ");
    expect(rig.powers).toEqual([false, true, false]);
    const told = wire.log.lines.filter((line) => line.startsWith("supply of the reader"));
    expect(told).toHaveLength(2);
    wire.socket.unplug();
    await wire.time.advance(100);
    expect(rig.powers.at(-1)).toBeUndefined();
  });

  test("shows the last signal, and shows it again without sound when it comes back", async () => {
    const { device, wire, rig } = await online();
    rig.reader.show("working");
    rig.reader.show("refused");
    await wire.time.advance(200);
    expect(device.lamps).toEqual(["0 0 1 0 0 0 0 0 0 1 2 2 1 0"]);
    expect(device.sounds).toEqual(["0 2 2 2 3"]);
    device.restart();
    await wire.time.advance(2_000);
    expect(rig.lastHealth).toBe("online");
    expect(device.lamps).toHaveLength(2);
    expect(device.sounds).toHaveLength(1);
  });

  test("loses a signal while it is offline, and never throws", async () => {
    const wire = new OsdpWire([]);
    const rig = new ReaderRig(wire);
    rig.reader.show("alarm");
    rig.reader.start();
    rig.reader.show("granted");
    await wire.time.advance(2_000);
    expect(rig.lastHealth).toMatch(/backing-off|probing/);
  });

  test("that was without power makes a new channel by itself", async () => {
    const { device, wire, rig } = await online();
    device.restart();
    await wire.time.advance(2_000);
    expect(rig.lastHealth).toBe("online");
    device.present("01 02 03 04", 32);
    await wire.time.advance(200);
    expect(rig.reads).toEqual(["01020304 identifier"]);
  });

  test("drops what the reader kept while nobody asked: an old tap opens nothing", async () => {
    const device = new PdFarEnd(0, keyA);
    device.present("01 02 03 04", 32);
    device.press("99");
    device.present("05 06 07 08", 32);
    const { wire, rig } = await online(device);
    await wire.time.advance(1_000);
    expect(device.queue).toEqual([]);
    expect(rig.reads).toEqual([]);
    expect(rig.keys).toEqual([]);
    device.present("05 06 07 08", 32);
    await wire.time.advance(200);
    expect(rig.reads).toEqual(["05060708 identifier"]);
  });

  test("that always has something to report is believed after three seconds", async () => {
    const device = new PdFarEnd(0, keyA);
    for (let tap = 0; tap < 1_000; tap += 1) device.present("01 02 03 04", 32);
    const { wire, rig } = await online(device);
    expect(rig.reads).toEqual([]);
    await wire.time.advance(3_000);
    expect(rig.reads).toEqual(["01020304 identifier"]);
  });

  test("keeps card numbers and keys out of the log", async () => {
    const { device, wire, rig } = await online();
    device.present("DE AD BE EF", 32);
    device.press("4711");
    await wire.time.advance(1_000);
    device.isOff = true;
    await wire.time.advance(60_000);
    expect(rig.reads).toHaveLength(1);
    expect(wire.log.lines.length).toBeGreaterThan(3);
    expect(wire.log.lines.join(" ").toUpperCase()).not.toMatch(/DEADBEEF|4711|A0A1A2/);
  });

  test("cannot be made without a key, with the published key or at the broadcast address", () => {
    const { time, bus, log } = new OsdpWire([]);
    const make = (keys: readonly Uint8Array[], address = 0) =>
      new OsdpReader({
        id: "reader-a",
        bus,
        monoMs: time.monoMs,
        entropy,
        log,
        address,
        isSecure: true,
        keys,
      });
    expect(() => make([])).toThrow(/driftbox commission/);
    expect(() => make([defaultScbk])).toThrow(/default key/);
    expect(() => make([keyA, new Uint8Array(15)])).toThrow(/15 bytes/);
    expect(() => make([keyA], 127)).toThrow(RangeError);
  });
});

describe("a reader without secure channel", () => {
  test("is read in clear where the configuration says so", async () => {
    const device = new PdFarEnd();
    device.hasSecureChannel = false;
    const { wire, rig } = await online(device, false);
    device.present("09 1A 2B 00", 26, 1);
    await wire.time.advance(200);
    expect(rig.reads).toEqual(["123456 identifier"]);
  });

  test("that knows only the checksum is found by trying it", async () => {
    const device = new PdFarEnd();
    device.knowsCrc = false;
    const wire = new OsdpWire([device]);
    const rig = new ReaderRig(wire, { isSecure: false });
    rig.reader.start();
    await wire.time.advance(3_000);
    expect(rig.lastHealth).toBe("online");
    expect(wire.sent.at(-1)?.bytes[4]).toBeLessThan(4);
  });

  test("that is exchanged for another is tamper, and so is its return", async () => {
    const { wire, rig, device } = await online(new PdFarEnd(), false);
    device.serial = 7;
    device.restart();
    await wire.time.advance(3_000);
    expect(rig.tampers).toEqual(["true another reader answers in its place"]);
    device.serial = 0x12345678;
    device.restart();
    await wire.time.advance(3_000);
    expect(rig.tampers.at(-1)).toBe("false ");
  });

  test("that is not the recorded one is tamper from the first answer on", async () => {
    const device = new PdFarEnd();
    const wire = new OsdpWire([device]);
    const identity = { vendor: "CAFE01", serial: "00000001" };
    const rig = new ReaderRig(wire, { isSecure: false, identity });
    rig.reader.start();
    await wire.time.advance(500);
    expect(rig.tampers).toEqual(["true another reader answers in its place"]);
  });
});

describe("the line", () => {
  test("repeats a lost question as it was, and loses no card by it", async () => {
    const { device, wire, rig } = await online();
    device.present("01 02 03 04", 32);
    let dropCount = 2;
    wire.onReply = (reply) => {
      dropCount -= 1;
      return dropCount >= 0 ? undefined : reply;
    };
    await wire.time.advance(1_000);
    expect(rig.reads).toEqual(["01020304 identifier"]);
    expect(device.heard.filter((code) => code.endsWith("*"))).toHaveLength(2);
    expect(rig.reader.symptoms()).toEqual({ "no-answer": 2 });
    expect(rig.lastHealth).toBe("online");
  });

  test("waits for a busy reader, but not for ever", async () => {
    const { device, wire, rig } = await online();
    device.busyCount = 5;
    device.present("01 02 03 04", 32);
    await wire.time.advance(1_000);
    expect(rig.reads).toHaveLength(1);
    device.busyCount = 1_000_000;
    await wire.time.advance(6_000);
    expect(rig.lastHealth).toBe("backing-off: the reader stays busy");
  });

  test("survives noise and marks before answers, and answers in pieces", async () => {
    const { device, wire, rig } = await online();
    wire.onReply = (reply) => Uint8Array.of(0x53, 0x12, 0x10, 0x05, 0xff, ...reply);
    device.present("01 02 03 04", 32);
    await wire.time.advance(1_000);
    expect(rig.reads).toEqual(["01020304 identifier"]);
    wire.onReply = (reply) => {
      wire.time.set("rest", wire.answerMs + 15, () => wire.socket.send(reply.subarray(9)));
      return reply.subarray(0, 9);
    };
    device.present("05 06 07 08", 32);
    await wire.time.advance(1_000);
    expect(rig.reads).toHaveLength(2);
    expect(rig.lastHealth).toBe("online");
  });

  test("hears an answer out that began in time, however slowly it comes", async () => {
    const { device, wire, rig } = await online();
    wire.onReply = (reply) => {
      for (const [at, byte] of reply.entries()) {
        wire.time.set(`byte ${at}`, 190 + at * 15, () => wire.socket.send([byte]));
      }
      return undefined;
    };
    device.present("01 02 03 04", 32);
    await wire.time.advance(2_000);
    expect(rig.reads).toEqual(["01020304 identifier"]);
    expect(rig.reader.symptoms()).toEqual({});
  });

  test("ignores its own echo and counts it", async () => {
    const { device, wire, rig } = await online();
    wire.onCommand = (command) => {
      wire.socket.send(command);
      return command;
    };
    device.present("01 02 03 04", 32);
    await wire.time.advance(1_000);
    expect(rig.reads).toHaveLength(1);
    expect(rig.reader.symptoms().echo).toBeGreaterThan(3);
  });

  test("names a second device with the same address", async () => {
    const device = new PdFarEnd();
    const { wire, rig } = await online(device, false);
    wire.onReply = (reply) => Uint8Array.of(...reply, ...reply);
    await wire.time.advance(1_000);
    expect(rig.reader.symptoms()["duplicate-address"]).toBeGreaterThan(3);
  });

  test("is opened anew when nobody answers, and everybody comes back after replug", async () => {
    const { wire, rig } = await online();
    wire.socket.unplug();
    await wire.time.advance(100);
    expect(rig.lastHealth).toMatch(/^(backing-off|opening|absent)/);
    wire.socket.plug();
    await wire.time.advance(3_000);
    expect(rig.lastHealth).toBe("online");
    for (const device of wire.devices) device.isOff = true;
    await wire.time.advance(60_000);
    expect(wire.socket.openCount).toBeGreaterThan(2);
    expect(rig.lastHealth).not.toBe("online");
  });

  test("at a wrong speed is garbled, and nothing comes of it", async () => {
    const wire = new OsdpWire([new PdFarEnd(0, keyA)]);
    wire.onReply = (reply) => reply.map((byte) => byte ^ 0x5a);
    const rig = new ReaderRig(wire);
    rig.reader.start();
    await wire.time.advance(20_000);
    expect(rig.health).not.toContain("online");
    expect(rig.reader.symptoms().garbled).toBe(1);
  });

  test("is silent after stop", async () => {
    const { wire, rig } = await online();
    await rig.reader.stop();
    const { length } = wire.sent;
    await wire.time.advance(60_000);
    expect(wire.sent).toHaveLength(length);
    expect(wire.time.keys).toEqual([]);
    expect(rig.lastHealth).toMatch(/^absent/);
  });
});

describe("several readers on one line", () => {
  test("are served in turn, and a dead one takes no more than its time-outs", async () => {
    const keys = [keyA, keyB, keyA, keyB];
    const devices = keys.map((key, address) => new PdFarEnd(address, key));
    const wire = new OsdpWire(devices);
    const rigs = keys.map((key, address) => {
      return new ReaderRig(wire, { id: `reader-${address}`, address, keys: [key] });
    });
    for (const { reader } of rigs) reader.start();
    await wire.time.advance(2_000);
    expect(rigs.map((rig) => rig.lastHealth)).toEqual(["online", "online", "online", "online"]);
    const dead = devices[2];
    if (dead !== undefined) dead.isOff = true;
    const before = wire.sent.length;
    for (const device of devices) device.present("01 02 03 04", 32);
    await wire.time.advance(10_000);
    expect(rigs.map((rig) => rig.reads.length)).toEqual([1, 1, 0, 1]);
    expect(rigs[2]?.lastHealth).toBe("backing-off: no answer to its address");
    const shares = [0, 1, 2, 3].map(
      (address) => wire.sent.slice(before).filter(({ bytes }) => bytes[1] === address).length,
    );
    expect(shares[2]).toBeLessThanOrEqual(12);
    expect(Math.min(shares[0] ?? 0, shares[1] ?? 0, shares[3] ?? 0)).toBeGreaterThan(50);
    expect(Math.abs((shares[0] ?? 0) - (shares[3] ?? 0))).toBeLessThanOrEqual(2);
  });

  test("never speak at once: a question is asked only when the last one is over", async () => {
    const devices = [new PdFarEnd(0, keyA), new PdFarEnd(1, keyB)];
    const wire = new OsdpWire(devices);
    wire.answerMs = 150;
    new ReaderRig(wire).reader.start();
    new ReaderRig(wire, { id: "reader-b", address: 1, keys: [keyB] }).reader.start();
    await wire.time.advance(10_000);
    const times = wire.sent.map(({ atMs }) => atMs);
    expect(times.length).toBeGreaterThan(40);
    expect(times.every((at, i) => i === 0 || at - (times[i - 1] ?? 0) >= 150)).toBe(true);
  });

  test("cannot have the same address", () => {
    const wire = new OsdpWire([]);
    expect(new ReaderRig(wire).health).toEqual([]);
    expect(() => new ReaderRig(wire)).toThrow(/address 0/);
  });
});
