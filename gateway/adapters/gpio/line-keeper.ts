// Keeps one line held: asks for it, watches it, and asks again after it went away.
import type { DeviceHealth, Unsubscribe } from "../../ports/devices.ts";
import { backoffMs, defaultPacing, type LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import type { HeldLine } from "./line-source.ts";

/** Time between two looks at a line that says nothing. */
const checkEveryMs = 1_000;

export interface LineKeeperOptions<H extends HeldLine> extends LineRuntime {
  /** Name of the line, for the log and its timer. */
  readonly name: string;
  readonly hold: () => Promise<H>;
  /** The line was taken or taken again. A throw counts as its loss. */
  readonly onHeld: (held: H) => void;
  /** The line was lost, or could not be taken at the first attempt after it was there. */
  readonly onLost: (reason: string) => void;
  /** Every second while the line is held. A throw counts as its loss. */
  readonly onCheck: (held: H) => void;
  readonly pacing?: Partial<LinePacing>;
}

/**
 * All failures end in `onLost`, never in a throw. A chip that went away (USB) is found again by the
 * next attempt; attempts are spread like those of serial lines.
 */
export class LineKeeper<H extends HeldLine> {
  readonly #options: LineKeeperOptions<H>;
  readonly #pacing: LinePacing;
  readonly #timerKey: string;
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  #held: H | undefined;
  #attempt: Promise<void> = Promise.resolve();
  #isWanted = false;
  #failures = 0;
  /** Why the line was lost last; said once, not at each attempt. */
  #reason = "";

  constructor(options: LineKeeperOptions<H>) {
    this.#options = options;
    this.#pacing = { ...defaultPacing, ...options.pacing };
    this.#timerKey = `gpio/${options.name}/hold`;
  }

  /** Undefined while the line is not held. */
  get held(): H | undefined {
    return this.#held;
  }

  get health(): DeviceHealth {
    return this.#health;
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#failures = 0;
    this.#try();
  }

  /** Resolves when the line is free. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#options.timers.clear(this.#timerKey);
    this.#close();
    this.#tell({ state: "absent", reason: "not started" });
    await this.#attempt;
  }

  /** The verdict of whoever uses the line that it is gone. */
  fail(reason: string): void {
    if (!this.#isWanted || this.#health.state === "absent") return;
    this.#close();
    this.#failures += 1;
    const { timers, random, onLost } = this.#options;
    timers.set(this.#timerKey, backoffMs(this.#failures, random(), this.#pacing), () =>
      this.#try(),
    );
    this.#tell({ state: "absent", reason });
    onLost(reason);
  }

  #close(): void {
    const held = this.#held;
    this.#held = undefined;
    held?.close();
  }

  #try(): void {
    this.#tell({ state: "opening", reason: `attempt ${this.#failures + 1}` });
    const before = this.#attempt;
    this.#attempt = before.then(() => this.#hold());
  }

  async #hold(): Promise<void> {
    if (!this.#isWanted) return;
    try {
      const held = await this.#options.hold();
      // A stop and a start may have passed while the line was asked for.
      if (!this.#isWanted || this.#held !== undefined) return held.close();
      this.#adopt(held);
    } catch (error) {
      this.fail(messageOf(error));
    }
  }

  #adopt(held: H): void {
    this.#held = held;
    this.#options.onHeld(held);
    this.#failures = 0;
    this.#tell({ state: "online" });
    this.#checkLater();
  }

  #checkLater(): void {
    this.#options.timers.set(this.#timerKey, checkEveryMs, () => {
      const held = this.#held;
      if (held === undefined) return;
      try {
        this.#options.onCheck(held);
      } catch (error) {
        return this.fail(messageOf(error));
      }
      this.#checkLater();
    });
  }

  #tell(health: DeviceHealth): void {
    const before = this.#health;
    this.#health = health;
    if (before.state === health.state) return;
    this.#options.log[this.#levelOf(health)](
      { line: this.#options.name, ...health },
      "GPIO line changed",
    );
    this.#healthListeners.emit(health);
  }

  #levelOf(health: DeviceHealth): "debug" | "info" | "warn" {
    if (health.state === "online") this.#reason = "";
    if (health.state === "online") return "info";
    if (health.state !== "absent" || !this.#isWanted || health.reason === this.#reason) {
      return "debug";
    }
    this.#reason = health.reason;
    return "warn";
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
