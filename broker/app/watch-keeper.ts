// Tells the supervisor that the center makes progress: its loop turns and its ledger answers.

import type { Log } from "../ports/downlink.ts";
import type { Ledger } from "../ports/ledger.ts";
import type { Supervisor } from "../ports/supervisor.ts";

/** Two signs of life may be late before the supervisor acts. */
const signsPerLimit = 3;

export interface WatchKeeperOptions {
  readonly supervisor: Supervisor;
  readonly ledger: Pick<Ledger, "counters">;
  readonly log: Log;
}

/** Does nothing where nobody watches. */
export class WatchKeeper {
  readonly #options: WatchKeeperOptions;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: WatchKeeperOptions) {
    this.#options = options;
  }

  /** Says that the center is ready, in the log too, and from now on that it is alive. */
  start(status: string): void {
    const { supervisor, log } = this.#options;
    log.info({}, `ready: ${status}`);
    supervisor.ready(status);
    if (supervisor.watchdogMs === undefined) return;
    this.#timer = setInterval(() => this.look(), supervisor.watchdogMs / signsPerLimit);
    this.#timer.unref();
  }

  /** One look: a ledger that cannot be read is no progress, and the supervisor is not told. */
  look(): void {
    const { supervisor, ledger, log } = this.#options;
    try {
      ledger.counters();
    } catch (error) {
      log.error({ error }, "the ledger does not answer; the supervisor is not told of progress");
      return;
    }
    supervisor.alive();
  }

  close(): void {
    clearInterval(this.#timer);
    this.#options.supervisor.stopping();
  }
}
