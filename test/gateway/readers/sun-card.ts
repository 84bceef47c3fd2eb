// Virtual cards for a reader under test: an NTAG 424 DNA that proves itself, and plainer ones.
// Written from NXP AN12196 and the data sheet, with its own cryptography.
import { createCipheriv } from "node:crypto";

/** A card as the antenna sees it. */
export interface VirtualCard {
  /** Called at each activation; a card that changes its number does so here. */
  uid(): readonly number[];
  readonly sak: number;
  /** The answer to an APDU; undefined = the card is gone. Absent: it speaks no APDUs. */
  transceive?(apdu: Uint8Array): Uint8Array | undefined;
}

/** A card with a number and nothing else, such as MIFARE Classic or NTAG 21x. */
export function plainCard(...uid: readonly number[]): VirtualCard {
  return { uid: () => uid, sak: 0x08 };
}

/** A phone: speaks APDUs, knows none of ours, and makes up a number at each activation. */
export function phone(): VirtualCard {
  let count = 0;
  return {
    uid: () => [0x08, 0x11, 0x22, (count += 1) & 0xff],
    sak: 0x20,
    transceive: () => Uint8Array.of(0x6a, 0x82),
  };
}

function block(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const cipher = createCipheriv("aes-128-ecb", key, null).setAutoPadding(false);
  return Uint8Array.from(cipher.update(bytes));
}

/** AES-CMAC by numbers instead of bytes, so that it shares nothing with the code under test. */
export function cardCmac(key: Uint8Array, text: Uint8Array): Uint8Array {
  const wide = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
  const narrow = (value: bigint): Uint8Array =>
    Uint8Array.from(Buffer.from(value.toString(16).padStart(32, "0"), "hex"));
  const twice = (value: bigint): bigint =>
    ((value << 1n) & ((1n << 128n) - 1n)) ^ (value >> 127n === 1n ? 0x87n : 0n);
  const whole = text.length > 0 && text.length % 16 === 0;
  const mask = twice(wide(block(key, new Uint8Array(16))));
  const padded = whole ? [...text] : [...text, 0x80];
  while (padded.length % 16 !== 0) padded.push(0);
  let state = 0n;
  for (let at = 0; at < padded.length; at += 16) {
    const isLast = at + 16 === padded.length;
    const masked = isLast ? (whole ? mask : twice(mask)) : 0n;
    state = wide(
      block(key, narrow(state ^ wide(Uint8Array.from(padded.slice(at, at + 16))) ^ masked)),
    );
  }
  return narrow(state);
}

export interface SunCardOptions {
  readonly uid: readonly number[];
  readonly metaKey: Uint8Array;
  readonly fileKey: Uint8Array;
  readonly counter?: number;
  /** Presents a number of four bytes made up at each activation. */
  readonly isRandom?: boolean;
  /** Asked before each APDU; false = the card has just left. */
  readonly isThere?: () => boolean;
}

/** An NTAG 424 DNA whose web address mirrors encrypted UID, counter and code. */
export class SunCard implements VirtualCard {
  readonly sak = 0x20;
  counter: number;
  readonly #options: SunCardOptions;
  #activations = 0;
  #file: Uint8Array | undefined;

  constructor(options: SunCardOptions) {
    this.#options = options;
    this.counter = options.counter ?? 0;
  }

  uid(): readonly number[] {
    this.#activations += 1;
    this.#file = undefined;
    const { isRandom, uid } = this.#options;
    return isRandom === true ? [0x08, 0xa0, 0xb0, this.#activations & 0xff] : uid;
  }

  transceive(apdu: Uint8Array): Uint8Array | undefined {
    if (this.#options.isThere?.() === false) return undefined;
    const [, instruction, p1 = 0, p2 = 0] = apdu;
    if (instruction === 0xa4) return Uint8Array.of(0x90, 0x00);
    if (instruction !== 0xb0) return Uint8Array.of(0x6d, 0x00);
    this.#file ??= this.#freshFile();
    const offset = p1 * 256 + p2;
    const length = apdu.at(-1) === 0 ? 256 : (apdu.at(-1) ?? 0);
    return Uint8Array.of(...this.#file.subarray(offset, offset + length), 0x90, 0x00);
  }

  /** The counter grows once for each time the file is opened. */
  #freshFile(): Uint8Array {
    this.counter += 1;
    const uri = sunUri({ ...this.#options, counter: this.counter });
    const record = Uint8Array.of(0xd1, 1, uri.length + 1, 0x55, 4, ...Buffer.from(uri, "latin1"));
    const file = new Uint8Array(256);
    file.set([0, record.length, ...record]);
    return file;
  }
}

/** The address without its `https://`, as a card with this counter writes it. */
export function sunUri(card: {
  readonly uid: readonly number[];
  readonly metaKey: Uint8Array;
  readonly fileKey: Uint8Array;
  readonly counter: number;
  readonly enc?: string;
}): string {
  const { uid, counter, enc } = card;
  const count = [counter & 0xff, (counter >> 8) & 0xff, (counter >> 16) & 0xff];
  const plain = Uint8Array.of(0xc7, ...uid, ...count, 1, 2, 3, 4, 5);
  const picc = Buffer.from(block(card.metaKey, plain)).toString("hex").toUpperCase();
  const head = [0x3c, 0xc3, 0x00, 0x01, 0x00, 0x80];
  const session = cardCmac(card.fileKey, Uint8Array.of(...head, ...uid, ...count));
  const input = enc === undefined ? "" : `${enc}&cmac=`;
  const whole = cardCmac(session, Uint8Array.from(Buffer.from(input, "latin1")));
  const code = Buffer.from(whole.filter((_, at) => at % 2 === 1)).toString("hex");
  const middle = enc === undefined ? "" : `&enc=${enc}`;
  return `box.example/t?picc_data=${picc}${middle}&cmac=${code.toUpperCase()}`;
}
