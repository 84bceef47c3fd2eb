// Changed settings as a small document beside the journal, so that `config show` can tell them.

import type { Settings } from "../custody/orders/settings.ts";
import type { State } from "../custody/state.ts";
import type { Log } from "../ports/runtime.ts";
import type { Documents } from "../ports/storage.ts";

export const settingsDocument = "settings";

/** Follows the journal, which alone counts: what is lost here is written anew at the next start. */
export class SettingsKeeper {
  readonly #documents: Documents;
  readonly #log: Log;
  #noted: Settings | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(documents: Documents, log: Log) {
    this.#documents = documents;
    this.#log = log;
  }

  /** Call at the start and after each durable group. */
  note({ durable: { settings } }: State): void {
    if (settings === this.#noted) return;
    this.#noted = settings;
    this.#writing = this.#writing.then(() => this.#write(settings));
  }

  /** Resolves when what was noted is written, as far as it can be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(settings: Settings): Promise<void> {
    try {
      await this.#documents.write(settingsDocument, settings);
    } catch (error) {
      this.#log.error({ error }, "the changed settings could not be stored; they are in force");
    }
  }
}
