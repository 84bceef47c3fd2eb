// The PN532 against the frames of the reference: sleep, acknowledgement, cards, and its clones.

import { fromHex } from "@driftbox/proto";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { Ntag424Card } from "../../device-sim/devices/ntag424-card.ts";
import { phoneCard, type VirtualCard } from "../../device-sim/devices/pn532-card.ts";
import { pn532FrameMaxBytes, pn532Reply, scanPn532 } from "../../device-sim/devices/pn532-frame.ts";
import {
  pn532BaudRate,
  Pn532Reader,
  type Pn532Options,
} from "../../device-sim/devices/pn532-reader.ts";
import { VirtualScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { bytes, hex } from "./bytes.ts";
import { smallWorld } from "./rig.ts";

const ack = "00 00 FF 00 FF 00";
const error = "00 00 FF 01 FF 7F 81 00";
const wake = "55 55 00 00 00 00 00 00 00 00 00 00 00 00 00 00";
const samShort = "00 00 FF 03 FD D4 14 01 17 00";
const samLong = "00 00 FF 05 FB D4 14 01 14 01 02 00";
const samReply = "00 00 FF 02 FE D5 15 16 00";
const version = "00 00 FF 02 FE D4 02 2A 00";
const versionReply = "00 00 FF 06 FA D5 03 32 01 06 07 E8 00";
const bounded = "00 00 FF 06 FA D4 32 05 FF 01 02 F3 00";
const list = "00 00 FF 04 FC D4 4A 01 00 E1 00";
const nobody = "00 00 FF 03 FD D5 4B 00 E0 00";
const selectNdef = "00 00 FF 10 F0 D4 40 01 00 A4 04 00 07 D2 76 00 00 85 01 01 00 6D 00";

class Host {
  readonly scheduler = new VirtualScheduler();
  readonly stage = new Stage(smallWorld(), this.scheduler);
  readonly line = new MemoryLine({
    name: "nfc",
    baudRate: pn532BaudRate,
    scheduler: this.scheduler,
  });
  readonly reader: Pn532Reader;
  #heard: number[] = [];

  constructor(options: Partial<Pn532Options> = {}) {
    const { stage, line, scheduler } = this;
    this.line.far.onBytes((chunk) => this.#heard.push(...chunk));
    this.reader = new Pn532Reader({
      id: "reader-a",
      stage,
      line,
      scheduler,
      startsAwake: true,
      ...options,
    });
    stage.start();
  }

  ask(frame: string | Uint8Array, withinMs = 40): string {
    this.#heard = [];
    this.line.far.write(typeof frame === "string" ? bytes(frame) : frame);
    this.scheduler.advance(withinMs);
    return hex(this.#heard);
  }

  /** The answer without the acknowledgement in front of it. */
  command(...body: number[]): string {
    const answer = this.ask(hostFrame(body));
    expect(answer.slice(0, ack.length)).toBe(ack);
    return answer.slice(ack.length + 1);
  }

  present(number: string, forMs = 1_000): void {
    this.stage.act({ kind: "present", reader: "reader-a", number, forMs });
  }
}

/** A frame of the host: that of the chip with the other direction. */
function hostFrame([code = 0, ...data]: readonly number[]): Uint8Array {
  const wire = pn532Reply(code, data);
  const start = wire[3] === 0xff && wire[4] === 0xff ? 8 : 5;
  const check = wire.length - 2;
  return wire.map((byte, at) => (at === start ? 0xd4 : at === check ? (byte + 1) & 0xff : byte));
}

const walletOf = (card: VirtualCard) => new Map([["badge", card]]);

it("writes the frames of the reference", () => {
  expect(hex(hostFrame([0x02]))).toBe(version);
  expect(hex(pn532Reply(0x03, [0x32, 0x01, 0x06, 0x07]))).toBe(versionReply);
  const head = (dataBytes: number) => hex(pn532Reply(0x41, [...new Uint8Array(dataBytes)]));
  expect(head(253).slice(0, 20)).toBe("00 00 FF FF 01 D5 41");
  expect(head(254).slice(0, 29)).toBe("00 00 FF FF FF 01 00 FF D5 41");
});

it("loses the first command in its sleep and answers once woken", () => {
  const host = new Host({ startsAwake: false });
  expect(host.ask(version)).toBe("");
  expect(host.reader.refusedBytes).toBe(9);
  host.scheduler.advance(100);
  expect(host.ask(version)).toBe(`${ack} ${versionReply}`);
});

it("hears the SAMConfiguration that follows the wake-up at once", () => {
  const host = new Host({ startsAwake: false });
  expect(host.ask(`${wake} ${samShort}`)).toBe(`${ack} ${samReply}`);
  expect(host.reader.isAwake).toBe(true);
});

it("takes both forms of SAMConfiguration; a clone fails the long one", () => {
  expect(new Host().ask(samLong)).toBe(`${ack} ${samReply}`);
  const clone = new Host({ failsLongSam: true });
  expect(clone.ask(samLong)).toBe(`${ack} ${error}`);
  expect(clone.ask(samShort)).toBe(`${ack} ${samReply}`);
});

it("goes back to sleep when ordered and when its power is cut", () => {
  const host = new Host({ startsAwake: false });
  host.ask(`${wake} ${samShort}`);
  expect(host.command(0x16, 0xf0)).toBe("00 00 FF 03 FD D5 17 00 14 00");
  expect(host.reader.isAwake).toBe(false);
  host.ask(`${wake} ${samShort}`);
  host.stage.act({ kind: "powerBoard", board: "reader-a", isOn: false });
  expect(host.ask(`${wake} ${samShort}`)).toBe("");
});

it("finds nobody after its retries, and a 7-byte UID as in the reference", () => {
  const host = new Host();
  expect(host.ask(bounded)).toContain("D5 33");
  expect(host.ask(list)).toBe(`${ack} ${nobody}`);
  host.present("04A1B2C3D4E5F6");
  expect(host.ask(list)).toBe(
    `${ack} 00 00 FF 0F F1 D5 4B 01 01 00 44 00 07 04 A1 B2 C3 D4 E5 F6 CA 00`,
  );
});

it("waits for ever without retries set, until a card comes", () => {
  const host = new Host();
  expect(host.ask(list, 60_000)).toBe(ack);
  host.present("0411223344556677889A");
  expect(host.ask(new Uint8Array(), 40)).toContain("D5 4B 01 01 00 84 00 0A 04 11 22 33");
});

it("an ACK of the host aborts the search", () => {
  const host = new Host();
  host.ask(list);
  host.ask(ack);
  host.present("04A1B2C3D4E5F6");
  expect(host.ask(new Uint8Array(), 1_000)).toBe("");
  expect(host.ask(version)).toBe(`${ack} ${versionReply}`);
});

it("a NACK has the last answer sent again", () => {
  const host = new Host();
  host.ask(version);
  expect(host.ask("00 00 FF FF 00 00")).toBe(versionReply);
});

it("a phone shows another UID each time it is selected", () => {
  const host = new Host({ wallet: walletOf(phoneCard(1)) });
  host.present("badge");
  const first = host.command(0x4a, 1, 0);
  expect(first).toContain("D5 4B 01 01 00 04 20 04 08");
  expect(host.command(0x4a, 1, 0)).not.toBe(first);
});

it("reads an NTAG 424 with the SELECT of the reference, and its counter grows", () => {
  const key = new Uint8Array(16);
  const uid = fromHex("04DE5F1EACC040") ?? key;
  const card = new Ntag424Card({ uid, metaKey: key, fileKey: key, counter: 60 });
  const host = new Host({ wallet: walletOf(card) });
  host.present("badge", 10_000);
  expect(host.command(0x4a, 1, 0)).toContain("03 44 20 07 04 DE 5F 1E AC C0 40 06 77 77 71 02 80");
  expect(host.ask(selectNdef)).toBe(`${ack} 00 00 FF 05 FB D5 41 00 90 00 5A 00`);
  expect(host.command(0x40, 1, ...bytes("00 A4 00 0C 02 E1 04"))).toContain("D5 41 00 90 00");
  const file = host.command(0x40, 1, ...bytes("00 B0 00 00 00"));
  expect(file.slice(0, 23)).toBe("00 00 FF FF FF 01 05 FA");
  expect(Buffer.from(bytes(file)).toString("latin1")).toContain("&cmac=94EED9EE65337086");
  expect(card.counter).toBe(61);
});

it("a card that was away has to be listed again", () => {
  const host = new Host({ wallet: walletOf(phoneCard(1)) });
  host.present("badge", 200);
  host.command(0x4a, 1, 0);
  expect(host.command(0x40, 1, 0x00, 0xa4)).toContain("D5 41 00 6A 82");
  expect(host.command(0x54, 1)).toContain("D5 55 00");
  host.scheduler.advance(300);
  host.present("badge", 200);
  expect(host.command(0x40, 1, 0x30, 0x04)).toContain("D5 41 01");
  expect(host.command(0x54, 1)).toContain("D5 55 01");
  expect(host.command(0x4a, 1, 0)).toContain("D5 4B 01");
  expect(host.command(0x52, 0)).toContain("D5 53 00");
  expect(host.command(0x40, 1, 0x30, 0x04)).toContain("D5 41 27");
});

it("two cards in the field are two targets; the field off loses both", () => {
  const host = new Host();
  host.present("04A1B2C3D4E5F6");
  host.present("01020304");
  const both = host.command(0x4a, 2, 0);
  expect(both).toContain("D5 4B 02 01 00 44 00 07 04 A1 B2 C3 D4 E5 F6 02 00 04 08 04 01 02 03 04");
  expect(host.reader.isRadioOn).toBe(true);
  host.command(0x32, 1, 0);
  expect(host.reader.isRadioOn).toBe(false);
  expect(host.command(0x40, 1, 0x30, 0x04)).toContain("D5 41 27");
});

it("answers an unknown command with the error frame, and a damaged frame not at all", () => {
  const host = new Host();
  expect(host.command(0x99)).toBe(error);
  expect(host.ask("00 00 FF 02 FE D4 02 2B 00")).toBe("");
  expect(host.ask("00 00 FF 02 FD D4 02 2A 00")).toBe("");
  expect(host.ask(versionReply)).toBe("");
  expect(host.ask(version)).toBe(`${ack} ${versionReply}`);
});

it("reads every command, normal or extended, split anywhere", () => {
  const data = fc.array(fc.nat(255), { maxLength: 262 });
  fc.assert(
    fc.property(fc.nat(255), data, fc.nat(), (code, values, at) => {
      const wire = [...hostFrame([code, ...values])];
      const cut = at % (wire.length - 1);
      const first = scanPn532(wire.slice(0, cut));
      const second = scanPn532([...first.rest, ...wire.slice(cut)]);
      expect([...first.heard, ...second.heard]).toEqual([{ kind: "command", code, data: values }]);
    }),
  );
});

it("survives any bytes within bounds, answers afterwards, and is silent once closed", () => {
  const piece = fc.oneof(fc.constantFrom(0x00, 0xff, 0xd4, 0x02, 0x4a), fc.nat(255));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 600 }), (noise) => {
      expect(scanPn532(noise).rest.length).toBeLessThanOrEqual(pn532FrameMaxBytes);
      const host = new Host();
      host.ask(Uint8Array.from(noise), 500);
      expect(host.ask(version)).toBe(`${ack} ${versionReply}`);
      host.reader.close();
      expect(host.ask(version)).toBe("");
    }),
    { numRuns: 60 },
  );
});
