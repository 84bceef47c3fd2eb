// A PN532 as the host sees it on its serial line, written from NXP UM0701-02.
import type { VirtualCard } from "./sun-card.ts";

/** The frame of an answer; extended when it is longer than a normal one can be. */
export function answerFrame(code: number, body: Iterable<number>): number[] {
  const content = [0xd5, code, ...body];
  const sum = content.reduce((total, byte) => total + byte, 0);
  const n = content.length;
  const head =
    n < 256 ? [n, -n & 0xff] : [0xff, 0xff, n >> 8, n & 0xff, -((n >> 8) + (n & 0xff)) & 0xff];
  return [0x00, 0x00, 0xff, ...head, ...content, -sum & 0xff, 0x00];
}

const ack = [0x00, 0x00, 0xff, 0x00, 0xff, 0x00];

/** Most bytes of an answer of a card in one InDataExchange. */
const partBytes = 262;

/**
 * Asleep until it hears 55 55. Every good command is acknowledged, then answered. `spoil` sees each
 * chunk and returns what leaves instead.
 */
export class Pn532FarEnd {
  /** Command codes with their parameters, as heard, in hex. */
  readonly commands: string[] = [];
  card: VirtualCard | undefined;
  isFieldOn = false;
  isAwake = false;
  /** Stays silent as a chip without power does. */
  isDead = false;
  chipType = 0x32;
  abortCount = 0;
  spoil: (bytes: number[]) => number[] = (bytes) => bytes;
  readonly #send: (bytes: number[]) => void;
  #kept: number[] = [];
  #isCardActive = false;
  #rest: number[] = [];

  constructor(send: (bytes: number[]) => void) {
    this.#send = send;
  }

  hear(bytes: Iterable<number>): void {
    if (this.isDead) return;
    this.#kept.push(...bytes);
    if (this.#kept.some((byte, at) => byte === 0x55 && this.#kept[at + 1] === 0x55)) {
      this.isAwake = true;
    }
    while (this.#takeFrame());
  }

  #takeFrame(): boolean {
    const start = this.#kept.findIndex((byte, at) => byte === 0x00 && this.#kept[at + 1] === 0xff);
    if (start < 0) return false;
    const at = start + 2;
    const [first, second] = this.#kept.slice(at);
    if (first === undefined || second === undefined) return false;
    if (first === 0x00 && second === 0xff) {
      this.abortCount += 1;
      this.#kept.splice(0, at + 2);
      return true;
    }
    const isLong = first === 0xff && second === 0xff;
    const [high = 0, low = 0] = this.#kept.slice(at + 2);
    const length = isLong ? high * 256 + low : first;
    const from = at + (isLong ? 5 : 2);
    if (this.#kept.length < from + length + 2) return false;
    const content = this.#kept.slice(from, from + length);
    this.#kept.splice(0, from + length + 2);
    if (this.isAwake && content[0] === 0xd4) this.#obey(content.slice(1));
    return true;
  }

  #obey([code = 0, ...parameters]: number[]): void {
    this.commands.push(
      Buffer.from([code, ...parameters])
        .toString("hex")
        .toUpperCase(),
    );
    const answer = this.#answerTo(code, parameters);
    const bytes =
      answer === undefined ? [0, 0, 0xff, 1, 0xff, 0x7f, 0x81, 0] : answerFrame(code + 1, answer);
    this.#send(this.spoil([...ack, ...bytes]));
  }

  #answerTo(code: number, parameters: readonly number[]): number[] | undefined {
    if (code === 0x14) return [];
    if (code === 0x02) return [this.chipType, 1, 6, 7];
    if (code === 0x32) {
      if (parameters[0] === 0x01) {
        this.isFieldOn = parameters[1] !== 0x00;
        this.#isCardActive = false;
      }
      return [];
    }
    if (code === 0x4a) return this.#list();
    return code === 0x40 ? this.#exchange(parameters.slice(1)) : undefined;
  }

  #list(): number[] {
    this.isFieldOn = true;
    const { card } = this;
    this.#isCardActive = card !== undefined;
    if (card === undefined) return [0];
    const uid = card.uid();
    const ats = card.transceive === undefined ? [] : [0x06, 0x75, 0x77, 0x81, 0x02, 0x80];
    return [1, 1, 0x03, 0x44, card.sak, uid.length, ...uid, ...ats];
  }

  /** Error 27: the card is not where the command wants it; 01: it did not answer in time. */
  #exchange(apdu: readonly number[]): number[] {
    if (!this.#isCardActive || this.card?.transceive === undefined) return [0x27];
    if (apdu.length > 0) {
      const answer = this.card.transceive(Uint8Array.from(apdu));
      if (answer === undefined) return [0x01];
      this.#rest = [...answer];
    }
    const part = this.#rest.splice(0, partBytes);
    return [this.#rest.length > 0 ? 0x40 : 0x00, ...part];
  }
}
