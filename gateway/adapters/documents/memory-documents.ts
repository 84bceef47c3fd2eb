// Small documents in memory with the contract of the durable ones,
// except that they end with the process.

import type { Documents } from "../../ports/storage.ts";
import { assertDocumentName } from "./document-name.ts";

/** `texts` is the memory that stands for the disk: pass the same one to reopen. */
export class MemoryDocuments implements Documents {
  readonly #texts: Map<string, string>;

  constructor(texts = new Map<string, string>()) {
    this.#texts = texts;
  }

  read(name: string): Promise<unknown> {
    assertDocumentName(name);
    const text = this.#texts.get(name);
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    return Promise.resolve(value);
  }

  write(name: string, value: unknown): Promise<void> {
    assertDocumentName(name);
    this.#texts.set(name, JSON.stringify(value));
    return Promise.resolve();
  }
}
