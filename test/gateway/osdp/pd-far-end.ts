// An OSDP device at the far end of a memory line, written from the specification for the tests.
import { createHash } from "node:crypto";
import {
  cbcDecrypt,
  ecb,
  farKeys,
  farMac,
  sealReply,
  withCheck,
  type FarKeys,
} from "./pd-far-end-crypto.ts";

const publishedKey = Uint8Array.from(Buffer.from("0123456789:;<=>?", "latin1"));

interface Answer {
  readonly code: number;
  readonly data?: readonly number[];
  /** Security block type where it is not the usual one. */
  readonly type?: number;
}

interface Request {
  readonly sequence: number;
  readonly hasCrc: boolean;
  readonly type: number | undefined;
  readonly keyChoice: number | undefined;
  readonly code: number;
  readonly data: Uint8Array;
  readonly covered: Uint8Array;
  readonly mac: Uint8Array;
}

/** One reader. Fields may be changed while it runs. */
export class PdFarEnd {
  address: number;
  /** Its own key; undefined = install mode, the published key. */
  scbk: Uint8Array | undefined;
  hasSecureChannel = true;
  /** Refuses everything but identity and handshake in clear. */
  needsSecureChannel = false;
  #handshakeCount = 0;
  knowsCrc = true;
  isTampered = false;
  isPowerLost = false;
  isOff = false;
  busyCount = 0;
  serial = 0x12345678;
  /** Answers this to the next polls, one each. */
  readonly queue: Answer[] = [];
  /** Codes of all commands heard, in clear; repeated ones with a star. */
  readonly heard: string[] = [];
  /** Data of lamp and buzzer commands. */
  readonly lamps: string[] = [];
  readonly sounds: string[] = [];
  /** Called when a new key was stored, before it is acknowledged. */
  onKeySet: () => void = () => {};
  #lastSequence: number | undefined;
  #lastReply: Uint8Array | undefined;
  #keys: FarKeys | undefined;
  #server: Uint8Array | undefined;
  #isOpen = false;
  #commandMac = new Uint8Array(16);
  #replyMac = new Uint8Array(16);

  constructor(address = 0, scbk?: Uint8Array) {
    this.address = address;
    this.scbk = scbk;
  }

  get isInChannel(): boolean {
    return this.#isOpen;
  }

  /** Loses everything it does not keep without power. */
  restart(): void {
    this.#lastSequence = undefined;
    this.#isOpen = false;
  }

  present(hex: string, bitCount: number, format = 0): void {
    const bits = [...Buffer.from(hex.replaceAll(" ", ""), "hex")];
    this.queue.push({ code: 0x50, data: [0, format, bitCount % 256, bitCount >> 8, ...bits] });
  }

  press(keys: string): void {
    this.queue.push({ code: 0x53, data: [0, keys.length, ...Buffer.from(keys, "latin1")] });
  }

  /** The reply to a whole command; undefined = silence. */
  hear(bytes: Uint8Array): Uint8Array | undefined {
    if (this.isOff || bytes[1] !== this.address) return undefined;
    const request = read(bytes);
    if (request === undefined || (request.hasCrc && !this.knowsCrc)) return undefined;
    if (this.busyCount > 0) {
      this.busyCount -= 1;
      return this.#plain({ ...request, sequence: 0 }, { code: 0x79 });
    }
    const { sequence, code } = request;
    const name = code.toString(16);
    if (sequence !== 0 && sequence === this.#lastSequence) {
      this.heard.push(`${name}*`);
      return this.#lastReply;
    }
    this.heard.push(name);
    if (sequence === 0) this.#isOpen = false;
    else if (this.#lastSequence === undefined || sequence !== (this.#lastSequence % 3) + 1) {
      return this.#plain(request, { code: 0x41, data: [4] });
    }
    this.#lastSequence = sequence;
    this.#lastReply = this.#answer(request);
    return this.#lastReply;
  }

  #answer(request: Request): Uint8Array {
    if (request.type === 0x15 || request.type === 0x17) return this.#answerSealed(request);
    if (request.code === 0x76 || request.code === 0x77) return this.#shake(request);
    const isHarmless = request.code === 0x61 || request.code === 0x62;
    if ((this.#isOpen || this.needsSecureChannel) && !isHarmless) {
      this.#isOpen = false;
      return this.#plain(request, { code: 0x41, data: [6] });
    }
    return this.#plain(request, this.#obey(request.code, request.data));
  }

  #answerSealed(request: Request): Uint8Array {
    const keys = this.#keys;
    if (!this.#isOpen || keys === undefined) {
      return this.#plain(request, { code: 0x41, data: [6] });
    }
    const seed = this.#replyMac;
    this.#commandMac = Uint8Array.from(farMac(keys, seed, request.covered));
    if (this.#commandMac.slice(0, 4).join() !== request.mac.join()) {
      this.#isOpen = false;
      return this.#plain(request, { code: 0x41, data: [6] });
    }
    const isSecret = request.type === 0x17;
    const data = isSecret ? cbcDecrypt(keys.enc, seed, request.data) : request.data;
    const { type, code, data: answer = [] } = this.#obey(request.code, data);
    const { sequence, hasCrc } = request;
    const head = { address: this.address, sequence, hasCrc, code, data: Uint8Array.from(answer) };
    const chain = { keys, commandMac: this.#commandMac };
    const wire = sealReply(chain, type === undefined ? head : { ...head, type });
    const covered = wire.slice(0, hasCrc ? -6 : -5);
    this.#replyMac = Uint8Array.from(farMac(keys, this.#commandMac, covered));
    return wire;
  }

  /** Another one at each handshake, and the same in each run. */
  #nonce(): Uint8Array {
    this.#handshakeCount += 1;
    const digest = createHash("sha256").update(`far end ${this.#handshakeCount}`).digest();
    return Uint8Array.from(digest.subarray(0, 8));
  }

  #shake(request: Request): Uint8Array {
    if (!this.hasSecureChannel) return this.#plain(request, { code: 0x41, data: [5] });
    const choice = this.scbk === undefined ? 0 : 1;
    if (request.code === 0x76) {
      const a = request.data;
      const b = this.#nonce();
      this.#keys = farKeys(this.scbk ?? publishedKey, a);
      this.#server = ecb(this.#keys.enc, [...b, ...a]);
      const client = ecb(this.#keys.enc, [...a, ...b]);
      const data = [1, 2, 3, 4, 5, 6, 7, 8, ...b, ...client];
      return this.#plain(request, { code: 0x76, data }, [3, 0x12, choice]);
    }
    const isRight = this.#server?.join() === request.data.join();
    const keys = this.#keys;
    if (!isRight || keys === undefined) {
      return this.#plain(request, { code: 0x78, data: [] }, [3, 0x14, 0xff]);
    }
    this.#replyMac = Uint8Array.from(ecb(keys.mac2, ecb(keys.mac1, request.data)));
    this.#isOpen = true;
    return this.#plain(request, { code: 0x78, data: [...this.#replyMac] }, [3, 0x14, 1]);
  }

  #obey(code: number, data: Uint8Array): Answer {
    switch (code) {
      case 0x60:
        return this.queue.shift() ?? { code: 0x40 };
      case 0x61: {
        const serial = [0, 8, 16, 24].map((shift) => (this.serial >>> shift) & 0xff);
        return { code: 0x45, data: [0xca, 0xfe, 0x01, 1, 2, ...serial, 1, 0, 0] };
      }
      case 0x62:
        return { code: 0x46, data: [4, 4, 1, 5, 1, 1, 8, 1, 0, 9, 1, 1] };
      case 0x64:
        return { code: 0x48, data: [this.isTampered ? 1 : 0, this.isPowerLost ? 1 : 0] };
      case 0x69:
        this.lamps.push([...data].join(" "));
        return { code: 0x40 };
      case 0x6a:
        this.sounds.push([...data].join(" "));
        return { code: 0x40 };
      case 0x75:
        this.scbk = data.slice(2);
        this.onKeySet();
        return { code: 0x40 };
      default:
        return { code: 0x41, data: [3] };
    }
  }

  #plain(request: Request, answer: Answer, block: readonly number[] = []): Uint8Array {
    const { sequence, hasCrc } = request;
    const { code, data = [] } = answer;
    const length = 5 + block.length + 1 + data.length + (hasCrc ? 2 : 1);
    const control = sequence | (hasCrc ? 4 : 0) | (block.length > 0 ? 8 : 0);
    const head = [0x53, this.address | 0x80, length % 256, length >> 8, control];
    return withCheck([...head, ...block, code, ...data], hasCrc);
  }
}

function read(bytes: Uint8Array): Request | undefined {
  const control = bytes[4] ?? 0;
  const hasCrc = (control & 4) !== 0;
  const body = bytes.slice(0, hasCrc ? -2 : -1);
  if (withCheck([...body], hasCrc).join() !== bytes.join()) return undefined;
  const blockBytes = (control & 8) === 0 ? 0 : (bytes[5] ?? 0);
  const type = blockBytes === 0 ? undefined : bytes[6];
  const isSealed = type === 0x15 || type === 0x17;
  const covered = isSealed ? body.slice(0, -4) : body;
  return {
    sequence: control & 3,
    hasCrc,
    type,
    keyChoice: blockBytes > 2 ? bytes[7] : undefined,
    code: bytes[5 + blockBytes] ?? 0,
    data: covered.slice(6 + blockBytes),
    covered,
    mac: body.slice(covered.length),
  };
}
