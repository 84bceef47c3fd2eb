// Commands and replies of OSDP, and the number of a card.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardNumberOf } from "../../../gateway/adapters/osdp/card-number.ts";
import { encodeCommand, type OsdpCommand } from "../../../gateway/adapters/osdp/osdp-command.ts";
import { decodeReply } from "../../../gateway/adapters/osdp/osdp-reply.ts";
import { buzzerOf, ledOf } from "../../../gateway/adapters/osdp/reader-signals.ts";
import { signalTable } from "../../../gateway/adapters/signals/signal-table.ts";
import type { Signal } from "../../../gateway/ports/devices.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";

const blink = { on: "red", onSteps: 3, off: "off", offSteps: 4 } as const;

const commands: readonly [OsdpCommand, string][] = [
  [{ kind: "poll" }, "60"],
  [{ kind: "id" }, "61 00"],
  [{ kind: "capabilities" }, "62 00"],
  [{ kind: "local-status" }, "64"],
  [{ kind: "input-status" }, "65"],
  [{ kind: "output-status" }, "66"],
  [{ kind: "output", number: 1, control: 2 }, "68 01 02 00 00"],
  [{ kind: "led", rhythm: blink }, "69 00 00 01 00 00 00 00 00 00 01 03 04 01 00"],
  [
    { kind: "led", rhythm: blink, temporarySteps: 300 },
    "69 00 00 02 03 04 01 00 2C 01 00 00 00 00 00",
  ],
  [{ kind: "buzzer", rhythm: { onSteps: 1, offSteps: 2, count: 3 } }, "6A 00 02 01 02 03"],
  [{ kind: "buzzer", rhythm: undefined }, "6A 00 01 00 00 00"],
  [{ kind: "text", text: "Öh" }, "6B 00 01 00 01 01 02 3F 68"],
  [{ kind: "communication", address: 3, baudRate: 9_600 }, "6E 03 80 25 00 00"],
  [{ kind: "key-set", scbk: new Uint8Array(16).fill(9) }, `75 01 10${" 09".repeat(16)}`],
  [{ kind: "challenge", randomA: bytesOf("0102030405060708") }, "76 01 02 03 04 05 06 07 08"],
  [{ kind: "server-cryptogram", cryptogram: bytesOf("0A 0B") }, "77 0A 0B"],
  [{ kind: "manufacturer", vendor: bytesOf("01 02 03"), data: bytesOf("04") }, "80 01 02 03 04"],
  [{ kind: "abort" }, "A2"],
];

function numberOf(hex: string): string | undefined {
  const reply = decodeReply(0x50, bytesOf(hex));
  return reply?.kind === "card" ? cardNumberOf(reply.card) : undefined;
}

const isSignal = (word: string): word is Signal => word in signalTable;
const signals: readonly Signal[] = Object.keys(signalTable).filter(isSignal);

describe("a command", () => {
  test.each(commands)("%o has the bytes of the standard", (command, wire) => {
    const { code, data } = encodeCommand(command);
    expect(hexOf([code, ...data])).toBe(wire);
  });

  test("for a lamp has 14 bytes of data for every signal", () => {
    for (const signal of signals) {
      expect(encodeCommand({ kind: "led", rhythm: ledOf(signal) }).data).toHaveLength(14);
    }
    expect(signals).toHaveLength(12);
  });

  test("for a lamp has the color of the signal table, and no two signals look the same", () => {
    for (const signal of signals) {
      const { color } = signalTable[signal];
      expect(ledOf(signal).on).toBe(color === "none" ? "off" : color);
    }
    const looks = signals.map((signal) => JSON.stringify(ledOf(signal)));
    expect(new Set(looks).size).toBe(signals.length);
  });

  test("for a buzzer sounds as often as the table says, in steps a byte can hold", () => {
    for (const signal of signals) {
      const { sound } = signalTable[signal];
      const buzzer = buzzerOf(signal);
      expect(buzzer?.count ?? 0).toBe(sound.times);
      if (buzzer === undefined) continue;
      const { onSteps, offSteps, count } = buzzer;
      expect(Math.abs(onSteps * 100 - (sound.stepsMs[0] ?? 0))).toBeLessThanOrEqual(50);
      expect([onSteps, offSteps, count].every((byte) => byte >= 1 && byte <= 255)).toBe(true);
    }
  });
});

describe("a reply", () => {
  test("says who the device is", () => {
    expect(decodeReply(0x45, bytesOf("CA FE 01 07 02 78 56 34 12 01 02 03"))).toEqual({
      kind: "id",
      identity: { vendor: "CAFE01", model: 7, version: 2, serial: "12345678", firmware: "1.2.3" },
    });
  });

  test("says what the device can do", () => {
    expect(decodeReply(0x46, bytesOf("08 01 00 09 01 01"))).toEqual({
      kind: "capabilities",
      capabilities: [
        { id: 8, level: 1, count: 0 },
        { id: 9, level: 1, count: 1 },
      ],
    });
  });

  test("says whether the case is open and the power lost", () => {
    const status = (hex: string) => decodeReply(0x48, bytesOf(hex));
    expect(status("01 00")).toEqual({ kind: "local-status", isTampered: true, isPowerLost: false });
    expect(status("00 01")).toEqual({ kind: "local-status", isTampered: false, isPowerLost: true });
  });

  test.each([
    [0x49, "00 01", { kind: "input-status", levels: [false, true] }],
    [0x4a, "01", { kind: "output-status", levels: [true] }],
    [0x54, "03 00 4B 00 00", { kind: "communication", address: 3, baudRate: 19_200 }],
    [0x40, "", { kind: "ack" }],
    [0x41, "06", { kind: "nak", reason: 6 }],
    [0x79, "", { kind: "busy" }],
    [0x90, "01 02", { kind: "other" }],
  ])("%i with %s is read", (code, hex, reply) => {
    expect(decodeReply(code, bytesOf(hex))).toEqual(reply);
  });

  test("tells the keys pressed, star and hash too", () => {
    expect(decodeReply(0x53, bytesOf("00 04 31 39 7F 0D"))).toEqual({ kind: "keys", keys: "19*#" });
    expect(decodeReply(0x53, bytesOf("00 01 41"))).toBeUndefined();
  });

  test("of a form that is not the one of its code is nothing", () => {
    expect(decodeReply(0x41, bytesOf(""))).toBeUndefined();
    const codes = [0x45, 0x46, 0x48, 0x50, 0x53, 0x54, 0x76, 0x78];
    for (const code of codes) expect(decodeReply(code, bytesOf("01"))).toBeUndefined();
  });

  test("never throws, whatever code and data are", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.uint8Array({ maxLength: 200 }), (code, data) => {
        const reply = decodeReply(code, data);
        if (reply?.kind === "card") expect(cardNumberOf(reply.card)).toMatch(/^([0-9A-F]{2})+$/);
      }),
    );
  });
});

describe("the number of a card", () => {
  test("of 26 Wiegand bits is facility and card without parity", () => {
    expect(numberOf("00 01 1A 00 09 1A 2B 00")).toBe("123456");
  });

  test("of 26 Wiegand bits with a wrong parity, or raw, is all 26 bits", () => {
    expect(numberOf("00 01 1A 00 89 1A 2B 00")).toBe("022468AC");
    expect(numberOf("00 00 1A 00 09 1A 2B 00")).toBe("002468AC");
  });

  test("of 34 Wiegand bits is all bits, right-aligned", () => {
    expect(numberOf("00 01 22 00 FF FF FF FF C0")).toBe("03FFFFFFFF");
  });

  test("of whole bytes is those bytes", () => {
    expect(numberOf("00 00 38 00 04 DE 5F 1E AC C0 40")).toBe("04DE5F1EACC040");
  });

  test("of one bit is one byte", () => {
    expect(numberOf("00 00 01 00 80")).toBe("01");
  });

  test("is not there when bits are missing, too many or none", () => {
    expect(numberOf("00 00 00 00")).toBeUndefined();
    expect(numberOf("00 00 1A 00 09 1A 2B")).toBeUndefined();
    expect(numberOf(`00 00 01 04${" 00".repeat(129)}`)).toBeUndefined();
  });

  test("of Wiegand 26 follows from facility and card for all of them", () => {
    fc.assert(
      fc.property(fc.nat(0xffffff), (value) => {
        const bits = value.toString(2).padStart(24, "0");
        const ones = (text: string) => text.replaceAll("0", "").length;
        const even = ones(bits.slice(0, 12)) % 2 === 0 ? "0" : "1";
        const odd = ones(bits.slice(12)) % 2 === 0 ? "1" : "0";
        const all = `${even}${bits}${odd}`.padEnd(32, "0");
        const hex = Number.parseInt(all, 2).toString(16).padStart(8, "0");
        expect(numberOf(`00 01 1A 00 ${hex}`)).toBe(
          value.toString(16).toUpperCase().padStart(6, "0"),
        );
      }),
    );
  });
});
