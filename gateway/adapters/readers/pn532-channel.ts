// A smart card in the field of a PN532 as a channel for APDUs.
import { concatBytes } from "@driftbox/proto";
import { apduMaxBytes, ExchangeFailed, type ApduChannel } from "../nfc/apdu.ts";
import { dataExchange, exchangeAnswerOf } from "./pn532-command.ts";
import type { Pn532Link } from "./pn532-link.ts";

/** The chip hands over a longer answer in parts; more parts than this are a broken chip. */
const partMaxCount = 4;

/** Answers over this size are refused. */
const answerMaxBytes = partMaxCount * apduMaxBytes;

/**
 * The chip cuts APDUs into blocks of ISO/IEC 14443-4 by itself and repeats lost blocks. An APDU is
 * sent once: after any failure the card must be listed again.
 */
export class Pn532Channel implements ApduChannel {
  readonly #link: Pn532Link;
  readonly #target: number;
  #failure: string | undefined;

  constructor(link: Pn532Link, target: number) {
    this.#link = link;
    this.#target = target;
  }

  async transmit(apdu: Uint8Array): Promise<Uint8Array> {
    if (this.#failure !== undefined) throw new ExchangeFailed(this.#failure);
    if (apdu.length < 1 || apdu.length > apduMaxBytes) {
      return this.#fail(`an APDU of ${apdu.length} bytes is not within 1..${apduMaxBytes}`);
    }
    const parts: Uint8Array[] = [];
    for (let part = apdu; parts.length < partMaxCount; part = new Uint8Array(0)) {
      const body = await this.#link.ask(dataExchange(this.#target, part), { isOnce: true });
      const answer = body === undefined ? undefined : exchangeAnswerOf(body);
      if (answer === undefined) return this.#fail("the reader did not answer");
      if (answer.error !== 0) return this.#fail(`the card left or broke off (${answer.error})`);
      parts.push(answer.bytes);
      if (!answer.hasMore) return concatBytes(parts);
    }
    return this.#fail(`the card answers with more than ${answerMaxBytes} bytes`);
  }

  #fail(reason: string): never {
    this.#failure = reason;
    throw new ExchangeFailed(reason);
  }
}
