// Keeps the listeners of one device signal, so that each driver need not.
import type { Unsubscribe } from "../../ports/devices.ts";

/** Listeners of one signal; a listener added twice is called twice, each with its own end. */
export class Listeners<T extends readonly unknown[]> {
  readonly #entries = new Set<{ readonly call: (...values: T) => void }>();

  add(listener: (...values: T) => void): Unsubscribe {
    const entry = { call: listener };
    this.#entries.add(entry);
    return () => {
      this.#entries.delete(entry);
    };
  }

  emit(...values: T): void {
    for (const entry of this.#entries) entry.call(...values);
  }
}
