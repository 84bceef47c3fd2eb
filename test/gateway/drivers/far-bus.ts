// The far side of a shared line in tests: boards written from the reference, and what goes wrong.
import { hexOf } from "./hex.ts";

/** One board at the far end. It sees every request on the line. */
export interface FarBoard {
  /** Channels energized, in order. */
  readonly pulses: number[];
  /** Locks (or doors) that are closed, by channel; all closed at first. */
  readonly closed: boolean[];
  /** Its answer on the wire, if it has one. */
  answer(request: readonly number[]): readonly number[] | undefined;
}

/** What a protocol must tell about the requests of a master. */
export interface FarProtocol {
  /** Length of a request; undefined while the bytes do not tell. */
  requestLength(head: readonly number[]): number | undefined;
  /** A request that makes some board energize a coil. */
  isUnlock(request: readonly number[]): boolean;
}

type Disturb = (answer: readonly number[]) => readonly number[];

/** A line with boards. `requests` keeps all that was heard, as hex. */
export class FarBus {
  readonly requests: string[] = [];
  readonly unlocks: string[] = [];
  boards: FarBoard[] = [];
  /** What becomes of each answer on its way. */
  disturb: Disturb = (answer) => answer;
  /** The transceiver of the master hears the master. */
  hasEcho = false;
  /** No board answers from the next unlock on. */
  diesAtUnlock = false;
  isMute = false;
  /** Pulls the cable. */
  cut: () => void = () => {};
  readonly #protocol: FarProtocol;
  readonly #send: (bytes: Uint8Array) => void;
  #kept: number[] = [];
  #room = Infinity;

  constructor(protocol: FarProtocol, send: (bytes: Uint8Array) => void) {
    this.#protocol = protocol;
    this.#send = send;
  }

  get pulseCount(): number {
    return this.boards.reduce((sum, board) => sum + board.pulses.length, 0);
  }

  /** Pulls the cable after this many more bytes, of both directions. */
  cutAfter(byteCount: number): void {
    this.#room = byteCount;
  }

  /** A whole cable again, with nothing left in it. */
  mend(): void {
    this.#room = Infinity;
    this.#kept = [];
  }

  /** Bytes from the master. */
  hear(bytes: Uint8Array): void {
    const passed = this.#pass([...bytes]);
    if (this.hasEcho) this.#send(Uint8Array.from(passed));
    this.#kept.push(...passed);
    for (;;) {
      const length = this.#protocol.requestLength(this.#kept);
      if (length === undefined || this.#kept.length < length) return;
      this.#answer(this.#kept.splice(0, length));
    }
  }

  #answer(request: readonly number[]): void {
    this.requests.push(hexOf(request));
    if (this.#protocol.isUnlock(request)) {
      this.unlocks.push(hexOf(request));
      if (this.diesAtUnlock) this.isMute = true;
    }
    for (const board of this.boards) {
      const answer = board.answer(request);
      if (answer === undefined || this.isMute) continue;
      const passed = this.#pass(this.disturb(answer));
      if (passed.length > 0) this.#send(Uint8Array.from(passed));
    }
  }

  /** The bytes before the cut; pulls the cable at it. */
  #pass(bytes: readonly number[]): readonly number[] {
    const passed = bytes.slice(0, this.#room);
    this.#room -= bytes.length;
    if (this.#room <= 0) queueMicrotask(() => this.cut());
    this.#room = Math.max(0, this.#room);
    return passed;
  }
}
