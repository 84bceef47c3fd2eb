// The OSDP reader on its line: addresses, sequence, retransmission, functions, events.

import * as fc from "fast-check";
import { expect, it } from "vitest";
import { bytes, hex } from "./bytes.ts";
import { Panel } from "./osdp-panel.ts";

const ack = 0x40;
const nak = 0x41;
const poll = 0x60;

const present = (panel: Panel, number: string, forMs = 500) =>
  panel.stage.act({ kind: "present", reader: "reader-a", number, forMs });

it("answers the POLL of the reference with the ACK of the reference", () => {
  const panel = new Panel();
  panel.ask(poll);
  expect(hex(panel.exchange(bytes("FF 53 01 08 00 05 60 8B 33")))).toBe("53 81 08 00 05 40 39 35");
});

it("never talks unasked, nor to another address, nor to a reply", () => {
  const panel = new Panel();
  present(panel, "0A00112233");
  panel.reader.setTamper(true);
  panel.scheduler.advance(20_000);
  expect(panel.exchange(bytes("53 00 08 00 04 60 EB AA"))).toEqual([]);
  expect(panel.exchange(bytes("53 81 08 00 05 40 39 35"))).toEqual([]);
});

it("readers that share a line answer only their own address", () => {
  const panel = new Panel();
  panel.add({ id: "reader-b", address: 2 });
  expect(panel.ask(poll)?.address).toBe(1);
  panel.address = 2;
  panel.sequence = 0;
  expect(panel.ask(poll)?.address).toBe(2);
});

it("answers the broadcast address from the broadcast address", () => {
  const panel = new Panel();
  panel.address = 0x7f;
  expect(panel.ask(poll)).toMatchObject({ code: ack, address: 0x7f });
});

it("repeats the same answer on a repeated sequence and does the order only once", () => {
  const panel = new Panel();
  panel.ask(poll);
  present(panel, "0A123456");
  const first = panel.ask(poll);
  expect(first).toMatchObject({ code: 0x50, data: [...bytes("00 01 1A 00 09 1A 2B 00")] });
  panel.sequence = 1;
  expect(panel.ask(poll)?.wire).toEqual(first?.wire);
  expect(panel.ask(poll)?.code).toBe(ack);
});

it("says NAK 4 to a sequence out of turn and goes on with the right one", () => {
  const panel = new Panel();
  panel.sequence = 2;
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [4] });
  panel.sequence = 0;
  expect(panel.ask(poll)?.code).toBe(ack);
  panel.sequence = 3;
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [4] });
  expect(panel.ask(poll)?.code).toBe(ack);
});

it("says NAK 1 to a damaged frame", () => {
  const panel = new Panel();
  const answer = panel.read(panel.exchange(bytes("53 01 08 00 04 60 BA 01")));
  expect(answer).toMatchObject({ code: nak, data: [1] });
});

it("says NAK 2 to a wrong length and NAK 3 to what it does not know", () => {
  const panel = new Panel();
  expect(panel.ask(poll, [1])).toMatchObject({ code: nak, data: [2] });
  expect(panel.ask(0x69, [0, 0])).toMatchObject({ code: nak, data: [2] });
  expect(panel.ask(0x80, [1, 2, 3])).toMatchObject({ code: nak, data: [3] });
});

it("answers with a checksum when asked with one, and always when told to", () => {
  const panel = new Panel();
  panel.hasCrc = false;
  expect(panel.ask(poll)).toMatchObject({ code: ack, hasCrc: false });
  panel.hasCrc = true;
  expect(panel.ask(poll)?.hasCrc).toBe(true);
  panel.reader.setFlaw("checksum-only", true);
  expect(panel.ask(poll)?.hasCrc).toBe(false);
});

it("tells identity and capabilities, and a swapped serial number", () => {
  const panel = new Panel({ identity: { serial: 0x0403_0201 } });
  expect(hex(panel.ask(0x61, [0])?.data ?? [])).toBe("5C 26 23 01 01 01 02 03 04 01 02 03");
  expect(panel.ask(0x62, [0])?.data.length).toBe(36);
  panel.reader.setFlaw("swaps-serial", true);
  expect(hex(panel.ask(0x61, [0])?.data.slice(5, 9) ?? [])).toBe("54 57 03 04");
});

it("reports tamper, power, inputs and keys with the next polls", () => {
  const panel = new Panel({ inputCount: 2 });
  panel.ask(poll);
  panel.reader.setTamper(true);
  panel.reader.setPowerTrouble(true);
  panel.reader.setInput(1, true);
  panel.reader.pressKeys("12#*");
  const heard = Array.from({ length: 5 }, () => panel.ask(poll));
  expect(heard.map((one) => [one?.code, hex(one?.data ?? [])])).toEqual([
    [0x48, "01 00"],
    [0x48, "01 01"],
    [0x49, "00 01"],
    [0x53, "00 04 31 32 0D 7F"],
    [ack, ""],
  ]);
  expect(panel.ask(0x64)).toMatchObject({ code: 0x48, data: [1, 1] });
  expect(panel.ask(0x65)).toMatchObject({ code: 0x49, data: [0, 1] });
});

it("reports its opened cover as tamper", () => {
  const panel = new Panel({ tamperSwitch: "cover-a" });
  panel.ask(poll);
  panel.stage.act({ kind: "turnSwitch", name: "cover-a", isClosed: false });
  expect(panel.ask(poll)).toMatchObject({ code: 0x48, data: [1, 0] });
  panel.stage.act({ kind: "turnSwitch", name: "cover-a", isClosed: true });
  expect(panel.ask(poll)).toMatchObject({ code: 0x48, data: [0, 0] });
});

it("shows a temporary green and falls back to the permanent red", () => {
  const panel = new Panel();
  let changes = 0;
  panel.reader.signals.onChange(() => (changes += 1));
  panel.ask(0x69, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1]);
  expect(panel.reader.signals.ledColor()).toBe("red");
  panel.ask(0x69, [0, 0, 2, 3, 3, 2, 0, 30, 0, 0, 0, 0, 0, 0]);
  expect(panel.reader.signals.ledColor()).toBe("green");
  panel.scheduler.advance(300);
  expect(panel.reader.signals.ledColor()).toBe("black");
  panel.scheduler.advance(3_000);
  expect(panel.reader.signals.ledColor()).toBe("red");
  expect(changes).toBe(3);
});

it("buzzes as often as ordered, shows text, and switches outputs for a time", () => {
  const panel = new Panel({ outputCount: 1 });
  panel.ask(0x6a, [0, 2, 5, 5, 2]);
  expect(panel.reader.signals.isBuzzing).toBe(true);
  panel.scheduler.advance(2_000);
  expect(panel.reader.signals.isBuzzing).toBe(false);
  panel.ask(0x6b, [0, 1, 0, 1, 1, 2, 0x4f, 0x4b]);
  expect(panel.reader.signals.text).toBe("OK");
  expect(panel.ask(0x68, [0, 5, 10, 0])).toMatchObject({ code: 0x4a, data: [1] });
  panel.scheduler.advance(1_000);
  expect(panel.ask(0x66)).toMatchObject({ code: 0x4a, data: [0] });
});

it("shows its light and its sound in the world, and neither without power", () => {
  const panel = new Panel();
  panel.ask(0x69, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1]);
  panel.ask(0x6a, [0, 2, 9, 0, 0]);
  const shown = () => panel.stage.world.signals.map(({ part, shows }) => `${part} ${shows}`);
  expect(shown().toSorted()).toEqual(["buzzer on", "led red"]);
  panel.stage.act({ kind: "powerBoard", board: "reader-a", isOn: false });
  expect(shown().toSorted()).toEqual(["buzzer off", "led off"]);
});

it("takes a new address with COMSET once the old one has answered", () => {
  const panel = new Panel();
  const answer = panel.ask(0x6e, [5, ...bytes("80 25 00 00")]);
  expect(answer).toMatchObject({ code: 0x54, address: 1 });
  expect(hex(answer?.data ?? [])).toBe("05 80 25 00 00");
  panel.address = 5;
  panel.sequence = 0;
  expect(panel.ask(poll)?.code).toBe(ack);
});

it("takes a new speed with COMSET, and keeps its own where the ordered one is impossible", () => {
  const panel = new Panel();
  expect(hex(panel.ask(0x6e, [1, 1, 2, 3, 4])?.data ?? [])).toBe("01 80 25 00 00");
  expect(hex(panel.ask(0x6e, [0x7f, ...bytes("00 96 00 00")])?.data ?? [])).toBe("01 00 96 00 00");
  expect(panel.reader.address).toBe(1);
  expect(panel.line.baudRate).toBe(38_400);
});

it("a card read while nobody polls is forgotten, unless the reader keeps it", () => {
  for (const keepsOfflineReads of [false, true]) {
    const panel = new Panel({ keepsOfflineReads });
    panel.ask(poll);
    panel.scheduler.advance(9_000);
    present(panel, "0A00112233");
    panel.sequence = 0;
    expect(panel.ask(poll)?.code).toBe(keepsOfflineReads ? 0x50 : ack);
  }
});

it("forgets the link after eight seconds without a question", () => {
  const panel = new Panel();
  panel.ask(poll);
  panel.scheduler.advance(7_000);
  expect(panel.ask(poll)?.code).toBe(ack);
  panel.scheduler.advance(8_000);
  expect(panel.reader.isOnline).toBe(false);
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [4] });
});

it("BUSY comes in clear with sequence 0, and the order is done when asked again", () => {
  const panel = new Panel({ flaws: ["busy"] });
  panel.ask(poll);
  expect(panel.ask(poll)).toMatchObject({ code: 0x79, sequence: 0 });
  panel.reader.setFlaw("busy", false);
  panel.sequence = 0;
  expect(panel.ask(poll)?.code).toBe(ack);
});

it("answers too late when told to", () => {
  const panel = new Panel({ flaws: ["answers-late"] });
  expect(panel.ask(poll)).toBeUndefined();
  panel.scheduler.advance(400);
  expect(panel.reader.replyCount).toBe(1);
});

it("is silent without power and starts anew after it", () => {
  const panel = new Panel();
  panel.ask(poll);
  panel.stage.act({ kind: "powerBoard", board: "reader-a", isOn: false });
  expect(panel.ask(poll)).toBeUndefined();
  panel.stage.act({ kind: "powerBoard", board: "reader-a", isOn: true });
  expect(panel.ask(poll)).toMatchObject({ code: nak, data: [4] });
});

it("survives any bytes, answers afterwards, and is silent once closed", () => {
  const piece = fc.oneof(fc.constantFrom(0x53, 0x01, 0x08, 0x00, 0x04), fc.nat(255));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 300 }), (noise) => {
      const panel = new Panel({ key: new Uint8Array(16) });
      panel.exchange(Uint8Array.from(noise), 600);
      expect(panel.ask(poll)?.code).toBe(ack);
      panel.reader.close();
      expect(panel.ask(poll)).toBeUndefined();
    }),
    { numRuns: 60 },
  );
});
