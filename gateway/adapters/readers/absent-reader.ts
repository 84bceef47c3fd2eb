// Stands in for a reader that cannot be used as it is configured, so that all others work.
import type { BadgeReader, DeviceHealth, SymptomCounts, Unsubscribe } from "../../ports/devices.ts";
import type { Log } from "../../ports/runtime.ts";
import { Listeners } from "../serial/listeners.ts";

export interface AbsentReaderOptions {
  readonly id: string;
  /** What is missing and what to do. Never a key. */
  readonly reason: string;
  readonly log: Log;
}

/** Absent from its start until the program is started anew; reads nothing. Its port stays shut. */
export class AbsentReader implements BadgeReader {
  readonly id: string;
  readonly #options: AbsentReaderOptions;
  readonly #healthListeners = new Listeners<[DeviceHealth]>();

  constructor(options: AbsentReaderOptions) {
    this.id = options.id;
    this.#options = options;
  }

  onRead(): Unsubscribe {
    return () => {};
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  symptoms(): SymptomCounts {
    return {};
  }

  start(): void {
    const { id, reason, log } = this.#options;
    log.warn({ reader: id, reason }, "reader cannot be used");
    this.#healthListeners.emit({ state: "absent", reason });
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
