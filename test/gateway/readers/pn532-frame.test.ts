// PN532 frames out of any byte stream and into one: published frames, any split, noise.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  boundedRetries,
  cardOf,
  dataExchange,
  exchangeAnswerOf,
  firmwareOf,
  firmwareQuestion,
  listCard,
  samConfiguration,
} from "../../../gateway/adapters/readers/pn532-command.ts";
import {
  ackFrame,
  commandFrame,
  pn532ContentMaxBytes,
  pn532Rule,
  wakeUp,
  type Pn532Frame,
} from "../../../gateway/adapters/readers/pn532-frame.ts";
import { FrameReader } from "../../../gateway/adapters/serial/frame-reader.ts";
import { bytesOf, hexOf } from "../drivers/hex.ts";
import { answerFrame } from "./pn532-far-end.ts";
import { pushSplit } from "./split.ts";

const selectNdef = bytesOf("00 A4 04 00 07 D2 76 00 00 85 01 01 00");

/** The one frame in these bytes. */
function frameIn(hex: string): Pn532Frame | undefined {
  return new FrameReader(pn532Rule).push(bytesOf(hex))[0];
}

function bodyIn(hex: string): Uint8Array {
  const frame = frameIn(hex);
  return frame !== undefined && "body" in frame ? frame.body : new Uint8Array(0);
}

describe("a command to a PN532", () => {
  test.each([
    ["SAMConfiguration", samConfiguration, "00 00 FF 03 FD D4 14 01 17 00"],
    ["GetFirmwareVersion", firmwareQuestion, "00 00 FF 02 FE D4 02 2A 00"],
    ["RFConfiguration of the retries", boundedRetries, "00 00 FF 06 FA D4 32 05 FF 01 02 F3 00"],
    ["InListPassiveTarget", listCard, "00 00 FF 04 FC D4 4A 01 00 E1 00"],
    [
      "InDataExchange",
      dataExchange(1, selectNdef),
      "00 00 FF 10 F0 D4 40 01 00 A4 04 00 07 D2 76 00 00 85 01 01 00 6D 00",
    ],
  ])("%s is the published frame", (_name, { code, body }, expected) => {
    expect(hexOf(commandFrame(code, body))).toBe(expected);
  });

  test("is woken by the published bytes and aborted by an acknowledgment", () => {
    expect(hexOf(wakeUp)).toBe("55 55 00 00 00 00 00 00 00 00 00 00 00 00 00 00");
    expect(hexOf(ackFrame)).toBe("00 00 FF 00 FF 00");
  });

  test("of the longest APDU is an extended frame, and a longer one is refused", () => {
    const { code, body } = dataExchange(1, new Uint8Array(262));
    expect(hexOf(commandFrame(code, body).subarray(0, 8))).toBe("00 00 FF FF FF 01 09 F6");
    expect(() => dataExchange(1, new Uint8Array(263))).toThrow(RangeError);
    expect(() => commandFrame(0x40, new Uint8Array(pn532ContentMaxBytes - 1))).toThrow(RangeError);
  });
});

describe("a frame of a PN532", () => {
  test.each([
    ["00 00 FF 00 FF 00", "ack"],
    ["00 00 FF FF 00 00", "nack"],
    ["00 00 FF 01 FF 7F 81 00", "error"],
    ["00 00 FF 02 FE D4 02 2A 00", "command"],
    ["00 00 FF 02 FE D5 15 16 00", "answer"],
  ])("%s is read as %s", (hex, kind) => {
    expect(frameIn(hex)?.kind).toBe(kind);
  });

  test("with the firmware names version 1.6, and another chip none", () => {
    expect(firmwareOf(bodyIn("00 00 FF 06 FA D5 03 32 01 06 07 E8 00"))).toBe("1.6");
    expect(firmwareOf(bytesOf("07 01 06 07"))).toBeUndefined();
    expect(firmwareOf(bytesOf("32"))).toBeUndefined();
  });

  test("with a list names no card, or a card of seven bytes", () => {
    expect(cardOf(bodyIn("00 00 FF 03 FD D5 4B 00 E0 00"))).toBe("none");
    const one = "00 00 FF 0F F1 D5 4B 01 01 00 44 00 07 04 A1 B2 C3 D4 E5 F6 CA 00";
    const uid = bytesOf("04 A1 B2 C3 D4 E5 F6");
    expect(cardOf(bodyIn(one))).toEqual({ target: 1, uid, hasApdus: false });
    expect(cardOf(bytesOf("01 01 03 44 20 04 08 01 02 03 05 75 77"))).toMatchObject({
      hasApdus: true,
      uid: bytesOf("08 01 02 03"),
    });
  });

  test.each([
    "",
    "01",
    "02 01 00 04 08 04 01 02 03 04",
    "01 01 00 04 08 05 01 02 03 04 05",
    "01 01 00 04 08 07 01",
  ])("with the list %s names nothing", (hex) => {
    expect(cardOf(bytesOf(hex))).toBeUndefined();
  });

  test("with the answer of a card tells errors and further parts", () => {
    expect(exchangeAnswerOf(bytesOf("00 90 00"))).toMatchObject({ error: 0, hasMore: false });
    expect(exchangeAnswerOf(bytesOf("40 01"))).toMatchObject({ error: 0, hasMore: true });
    expect(exchangeAnswerOf(bytesOf("13"))).toMatchObject({ error: 0x13 });
    expect(exchangeAnswerOf(new Uint8Array(0))).toBeUndefined();
  });
});

const anyBody = fc.uint8Array({ maxLength: pn532ContentMaxBytes - 2 });
const anyAnswer = fc.tuple(fc.nat(255), anyBody);

describe("a stream of a PN532", () => {
  test("is found however it is split, normal and extended frames alike", () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { maxLength: 4 }), fc.array(fc.nat(2_000)), (all, cuts) => {
        const stream = all.flatMap(([code, body]) => [...ackFrame, ...answerFrame(code, body)]);
        const found = pushSplit(new FrameReader(pn532Rule), stream, cuts);
        expect(found.filter(({ kind }) => kind === "ack")).toHaveLength(all.length);
        const answers = found.filter(({ kind }) => kind === "answer");
        expect(answers).toEqual(all.map(([code, body]) => ({ kind: "answer", code, body })));
      }),
    );
  });

  test("of our own frames comes back as commands", () => {
    fc.assert(
      fc.property(anyAnswer, ([code, body]) => {
        const found = new FrameReader(pn532Rule).push(commandFrame(code, body));
        expect(found).toEqual([{ kind: "command", code, body }]);
      }),
    );
  });

  test("with noise in front is found again after one longest frame", () => {
    const noise = fc.array(fc.oneof(fc.constantFrom(0, 0xff), fc.nat(255)), { maxLength: 60 });
    fc.assert(
      fc.property(noise, anyAnswer, (bytes, [code, body]) => {
        const reader = new FrameReader(pn532Rule);
        const filler = Array.from({ length: pn532Rule.maxBytes }, () => 0x11);
        const found = reader.push(
          Uint8Array.from([...bytes, ...filler, ...answerFrame(code, body)]),
        );
        expect(found.at(-1)).toEqual({ kind: "answer", code, body });
      }),
    );
  });

  test("with one bit changed gives no other frame", () => {
    fc.assert(
      fc.property(anyAnswer, fc.nat(10_000), fc.nat(7), ([code, body], place, bit) => {
        const frame = Uint8Array.from(answerFrame(code, body));
        const at = place % frame.length;
        frame[at] = (frame[at] ?? 0) ^ (1 << bit);
        const found = new FrameReader(pn532Rule).push(frame);
        expect(found.filter((one) => one.kind === "answer" && one.code === code)).toEqual([]);
      }),
    );
  });

  test("of random bytes never throws and is never kept longer than a frame", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(0, 0xff, 0xd5, 1), fc.nat(255)), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 10 }), (chunks) => {
        const reader = new FrameReader(pn532Rule);
        for (const chunk of chunks) {
          reader.push(Uint8Array.from(chunk));
          expect(reader.keptCount).toBeLessThan(pn532Rule.maxBytes);
        }
      }),
    );
  });
});
