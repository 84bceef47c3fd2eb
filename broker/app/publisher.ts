// Signed documents on their way down: to a gateway that says hello, and to all when they change.

import type { Downlink, Published, PublishedDocument } from "../ports/downlink.ts";
import type { Desk } from "./gateway-desk.ts";

interface Parts {
  readonly published: Published;
  readonly downlink: Downlink;
}

type Word = PublishedDocument["word"];

/** Bytes of one document as a gateway was sent them, and as they were at the last look. */
interface Told {
  sent: Uint8Array | undefined;
  seen: Uint8Array | undefined;
}

/** Remembers what each gateway was sent in this run: three documents at most, of those enrolled. */
export class Publisher {
  readonly #parts: Parts;
  readonly #told = new WeakMap<Desk, Map<Word, Told>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Sends everything: who says hello may have lost it. */
  greet(desk: Desk): void {
    for (const document of this.#parts.published.of(desk.identity)) this.#send(desk, document);
  }

  /**
   * Sends what is another since it was sent, to gateways that are there; all others hear of it at
   * their hello. A file that is still being written is not the same at two looks, and waits.
   */
  look(desks: Iterable<Desk>): void {
    for (const desk of desks) {
      if (!desk.isReady) continue;
      for (const document of this.#parts.published.of(desk.identity)) {
        const told = this.#toldOf(desk, document.word);
        const isWhole = told.seen === document.body;
        told.seen = document.body;
        if (isWhole && !isSame(told.sent, document.body)) this.#send(desk, document);
      }
    }
  }

  #send(desk: Desk, { word, body }: PublishedDocument): void {
    this.#toldOf(desk, word).sent = body;
    this.#parts.downlink.send(desk.identity, word, body);
  }

  #toldOf(desk: Desk, word: Word): Told {
    const words = this.#told.get(desk) ?? new Map<Word, Told>();
    this.#told.set(desk, words);
    const told = words.get(word) ?? { sent: undefined, seen: undefined };
    words.set(word, told);
    return told;
  }
}

function isSame(sent: Uint8Array | undefined, body: Uint8Array): boolean {
  return sent !== undefined && (sent === body || Buffer.compare(sent, body) === 0);
}
