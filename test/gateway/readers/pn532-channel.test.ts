// A card behind a PN532 as a channel for APDUs: long answers, errors, and limits.
import { beforeEach, describe, expect, test } from "vitest";
import { ExchangeFailed } from "../../../gateway/adapters/nfc/apdu.ts";
import { Pn532Channel } from "../../../gateway/adapters/readers/pn532-channel.ts";
import { listCard, samConfiguration } from "../../../gateway/adapters/readers/pn532-command.ts";
import { Pn532Link } from "../../../gateway/adapters/readers/pn532-link.ts";
import { ManualTime } from "../drivers/manual-time.ts";
import { answerFrame, Pn532FarEnd } from "./pn532-far-end.ts";

let time: ManualTime;
let link: Pn532Link;
let chip: Pn532FarEnd;
let heard: number[];
let answer: Uint8Array | undefined;

beforeEach(async () => {
  time = new ManualTime();
  link = new Pn532Link({ id: "reader/a", timers: time });
  chip = new Pn532FarEnd((bytes) => link.take(Uint8Array.from(bytes)));
  heard = [];
  answer = Uint8Array.of(0x90, 0x00);
  chip.card = {
    uid: () => [4, 1, 2, 3, 4, 5, 6],
    sak: 0x20,
    transceive: (apdu) => {
      heard.push(apdu.length);
      return answer;
    },
  };
  link.begin({
    isOpen: true,
    send: (bytes) => {
      chip.hear(bytes);
      return { outcome: "sent" };
    },
  });
  await link.ask(samConfiguration, { isWaking: true });
  await link.ask(listCard);
});

describe("a channel to a card", () => {
  test("carries an APDU of 262 bytes in an extended frame, and none longer", async () => {
    const channel = new Pn532Channel(link, 1);
    await expect(channel.transmit(new Uint8Array(262))).resolves.toEqual(answer);
    expect(heard).toEqual([262]);
    await expect(new Pn532Channel(link, 1).transmit(new Uint8Array(263))).rejects.toThrow(
      ExchangeFailed,
    );
    await expect(new Pn532Channel(link, 1).transmit(new Uint8Array(0))).rejects.toThrow(
      ExchangeFailed,
    );
    expect(heard).toEqual([262]);
  });

  test.each([1, 252, 253, 262, 263, 600, 1_048])("joins an answer of %i bytes", async (length) => {
    answer = new Uint8Array(length).map((_, at) => at);
    await expect(new Pn532Channel(link, 1).transmit(Uint8Array.of(0))).resolves.toEqual(answer);
  });

  test("refuses an answer without an end", async () => {
    answer = new Uint8Array(1_049);
    await expect(new Pn532Channel(link, 1).transmit(Uint8Array.of(0))).rejects.toThrow(
      "more than 1048 bytes",
    );
  });

  test("is dead after the card left, also when another card is there", async () => {
    const channel = new Pn532Channel(link, 1);
    answer = undefined;
    await expect(channel.transmit(Uint8Array.of(0))).rejects.toThrow("left or broke off (1)");
    answer = Uint8Array.of(0x90, 0x00);
    await expect(channel.transmit(Uint8Array.of(0))).rejects.toThrow(ExchangeFailed);
    expect(heard).toHaveLength(1);
  });

  test("never sends an APDU twice, even if its acknowledgment is lost", async () => {
    chip.spoil = () => [];
    const outcome = new Pn532Channel(link, 1).transmit(Uint8Array.of(1, 2, 3));
    const settled = expect(outcome).rejects.toThrow("the reader did not answer");
    await time.advance(10_000);
    await settled;
    expect(heard).toEqual([3]);
    expect(chip.abortCount).toBe(1);
  });

  test("takes no late answer of another command for its own", async () => {
    chip.spoil = (bytes) => [...bytes.slice(0, 6), ...answerFrame(0x4b, [0]), ...bytes.slice(6)];
    await expect(new Pn532Channel(link, 1).transmit(Uint8Array.of(0))).resolves.toEqual(answer);
  });

  test("ends with the connection", async () => {
    chip.isDead = true;
    const outcome = new Pn532Channel(link, 1).transmit(Uint8Array.of(1));
    const settled = expect(outcome).rejects.toThrow(ExchangeFailed);
    link.end();
    await settled;
    expect(time.keys).toEqual([]);
  });
});
