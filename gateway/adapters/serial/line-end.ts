// The receiving half every byte line has alike: bytes until the end, and the end exactly once.
import type { Unsubscribe } from "../../ports/devices.ts";
import { Listeners } from "./listeners.ts";

/** Delivers bytes and the end of one connection as the `ByteLine` contract asks. */
export class LineEnd {
  readonly #bytes = new Listeners<[Uint8Array]>();
  readonly #closed = new Listeners<[string]>();
  #reason: string | undefined;

  get isClosed(): boolean {
    return this.#reason !== undefined;
  }

  onBytes(listener: (bytes: Uint8Array) => void): Unsubscribe {
    return this.#bytes.add(listener);
  }

  onClosed(listener: (reason: string) => void): Unsubscribe {
    const reason = this.#reason;
    if (reason === undefined) return this.#closed.add(listener);
    let isWanted = true;
    queueMicrotask(() => {
      if (isWanted) listener(reason);
    });
    return () => {
      isWanted = false;
    };
  }

  receive(bytes: Uint8Array): void {
    if (this.#reason === undefined) this.#bytes.emit(bytes);
  }

  /** The first reason counts; later ones are ignored. */
  end(reason: string): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#closed.emit(reason);
  }
}
