// A YRM100 as the host sees it on its serial line, written from the module's protocol manual.

/** A tag in the field: EPC bytes and strength in dBm. */
export interface FieldTag {
  readonly epc: readonly number[];
  readonly rssiDbm: number;
}

function frame(type: number, command: number, parameters: readonly number[]): number[] {
  const content = [type, command, parameters.length >> 8, parameters.length & 0xff, ...parameters];
  const sum = content.reduce((total, byte) => total + byte, 0);
  return [0xbb, ...content, sum & 0xff, 0x7e];
}

/** CRC-16 of a tag, by table-free long division on one number. */
function crcOf(bytes: readonly number[]): number {
  let rest = 0xffff;
  for (const byte of bytes) {
    for (let bit = 7; bit >= 0; bit -= 1) {
      const carry = ((rest >> 15) & 1) ^ ((byte >> bit) & 1);
      rest = ((rest << 1) & 0xffff) ^ (carry === 1 ? 0x1021 : 0);
    }
  }
  return ~rest & 0xffff;
}

/** The notification of one tag heard in a round. */
export function tagFrame({ epc, rssiDbm }: FieldTag): number[] {
  const body = [(epc.length / 2) << 3, 0x00, ...epc];
  const crc = crcOf(body);
  return frame(0x02, 0x22, [rssiDbm & 0xff, ...body, crc >> 8, crc & 0xff]);
}

/** Answers each poll with the tags in its field, or that there is none. */
export class Yrm100FarEnd {
  /** Frames as heard, in hex. */
  readonly heard: string[] = [];
  tags: readonly FieldTag[] = [];
  isDead = false;
  /** Refuses to poll with this error. */
  error: number | undefined;
  spoil: (bytes: number[]) => number[] = (bytes) => bytes;
  readonly #send: (bytes: number[]) => void;
  #kept: number[] = [];

  constructor(send: (bytes: number[]) => void) {
    this.#send = send;
  }

  hear(bytes: Iterable<number>): void {
    if (this.isDead) return;
    this.#kept.push(...bytes);
    for (;;) {
      const start = this.#kept.indexOf(0xbb);
      this.#kept.splice(0, start < 0 ? this.#kept.length : start);
      const [, , command, high = 0, low = 0] = this.#kept;
      const length = 7 + high * 256 + low;
      if (command === undefined || this.#kept.length < Math.max(7, length)) return;
      const whole = this.#kept.splice(0, length);
      this.heard.push(Buffer.from(whole).toString("hex").toUpperCase());
      this.#send(this.spoil(this.#answerTo(command)));
    }
  }

  #answerTo(command: number): number[] {
    if (command === 0x28) return frame(0x01, 0x28, [0x00]);
    if (command !== 0x22 && command !== 0x27) return frame(0x01, 0xff, [0x17]);
    if (this.error !== undefined) return frame(0x01, 0xff, [this.error]);
    return this.tags.length === 0 ? frame(0x01, 0xff, [0x15]) : this.tags.flatMap(tagFrame);
  }
}
