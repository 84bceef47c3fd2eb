// The last receipt on disk: written at most once a second and at stop, however fast receipts come.

import { toHex } from "@driftbox/proto";
import type { Log, Timers } from "../../ports/runtime.ts";
import type { Documents } from "../../ports/storage.ts";
import type { HeldReceipt } from "./receipt-judge.ts";
import { bytesOf, countOf, fieldsOf } from "../stored.ts";

const documentName = "receipt";
const timerKey = "receipt-store";
/** Receipts of this long are stored together; losing one costs a resend, nothing more. */
const coalesceMs = 1_000;

interface Parts {
  readonly documents: Documents;
  readonly timers: Timers;
  readonly log: Log;
}

/** Keeps the newest receipt in memory and follows on disk. */
export class ReceiptStore {
  readonly #parts: Parts;
  #held: HeldReceipt | undefined;
  #stored: HeldReceipt | undefined;
  #isWaiting = false;
  #writing: Promise<void> = Promise.resolve();
  readonly #listeners: ((stored: HeldReceipt) => void)[] = [];

  private constructor(parts: Parts, held: HeldReceipt | undefined) {
    this.#parts = parts;
    this.#held = held;
    this.#stored = held;
  }

  /** @throws Fault documents/damaged, documents/io */
  static async open(parts: Parts): Promise<ReceiptStore> {
    const stored = await parts.documents.read(documentName);
    return new ReceiptStore(parts, stored === undefined ? undefined : parseHeld(stored));
  }

  get held(): HeldReceipt | undefined {
    return this.#held;
  }

  /** What is surely on disk; only this may let the journal forget records. */
  get stored(): HeldReceipt | undefined {
    return this.#stored;
  }

  onStored(listener: (stored: HeldReceipt) => void): void {
    this.#listeners.push(listener);
  }

  hold(held: HeldReceipt): void {
    this.#held = held;
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#parts.timers.set(timerKey, coalesceMs, () => void this.flush());
  }

  /** Stores what is held. A failure is logged: the next receipt tries again. */
  async flush(): Promise<void> {
    this.#isWaiting = false;
    this.#parts.timers.clear(timerKey);
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const held = this.#held;
    if (held === undefined || held === this.#stored) return;
    try {
      await this.#parts.documents.write(documentName, {
        nextSeq: held.nextSeq,
        eventId: toHex(held.eventId),
        epoch: held.epoch,
        issuedUs: held.issuedUs,
      });
    } catch (error) {
      this.#parts.log.error({ error }, "the last receipt could not be stored");
      return;
    }
    this.#stored = held;
    for (const listener of this.#listeners) listener(held);
  }
}

function parseHeld(stored: unknown): HeldReceipt {
  const fields = fieldsOf(documentName, stored);
  return {
    nextSeq: countOf(documentName, fields, "nextSeq"),
    eventId: bytesOf(documentName, fields, "eventId"),
    epoch: countOf(documentName, fields, "epoch"),
    issuedUs: countOf(documentName, fields, "issuedUs"),
  };
}
