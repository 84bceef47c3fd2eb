// The board side of a CU16 line for tests, written by hand from the frames in the reference.
import { hexOf } from "./hex.ts";

const requestLengths: Readonly<Record<number, number>> = { 0x30: 5, 0x31: 5, 0x37: 7 };

/** Answers status requests of board 0 and keeps every request it heard, as hex. */
export class Cu16FarEnd {
  readonly requests: string[] = [];
  /** h1, h2, ir1, ir2 as on the wire; all hooks closed and nothing inside. */
  levels: [number, number, number, number] = [0xff, 0xff, 0, 0];
  /** Leaves this many status requests without an answer. */
  muteCount = 0;
  /** Leaves this many status requests without an answer after each unlock. */
  busyCount = 0;
  /** Holds answers back until the test sends `heldAnswers`. */
  isHolding = false;
  readonly heldAnswers: Uint8Array[] = [];
  readonly #send: (bytes: Uint8Array) => void;
  #kept: number[] = [];

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  get unlocks(): string[] {
    return this.requests.filter((request) => request.slice(6, 8) === "31");
  }

  hear(bytes: Uint8Array): void {
    this.#kept.push(...bytes);
    for (;;) {
      const length = requestLengths[this.#kept[2] ?? -1];
      if (length === undefined || this.#kept.length < length) return;
      this.#answer(this.#kept.splice(0, length));
    }
  }

  /** `02 00 35 h1 h2 ir1 ir2 03 SUM`. */
  statusFrame(): Uint8Array {
    const body = [0x02, 0x00, 0x35, ...this.levels, 0x03];
    return Uint8Array.from([...body, body.reduce((sum, byte) => sum + byte, 0) & 0xff]);
  }

  #answer(request: number[]): void {
    this.requests.push(hexOf(request));
    if (request[2] === 0x31) this.muteCount = this.busyCount;
    if (request[2] !== 0x30 || request[1] !== 0x00) return;
    if (this.muteCount > 0) this.muteCount -= 1;
    else if (this.isHolding) this.heldAnswers.push(this.statusFrame());
    else this.#send(this.statusFrame());
  }
}
