// An output line of the simulated GPIO: inactive after each connect and before the last goodbye.
import type { DeviceHealth, PulseResult, Unsubscribe } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import { Listeners } from "../serial/listeners.ts";
import type { DrivenLine } from "./driven-output.ts";
import type { OutputLineOptions } from "./gpio-lines.ts";
import { isSameHealth } from "./lock-line.ts";
import type { SimConnection, SimMember } from "./sim-lines.ts";

/** How long `stop` waits until the server said that the output is inactive. */
const farewellMs = 300;

export class SimOutput implements DrivenLine {
  readonly id: string;
  readonly #isActiveLow: boolean;
  readonly #timers: Timers;
  readonly #connection: SimConnection;
  readonly #member: SimMember;
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  /** What the server said last on this connection. */
  #isActive: boolean | undefined;
  /** The last order that left; what the server said may be older. */
  #isOrdered = false;
  #onInactive: (() => void) | undefined;

  constructor(options: OutputLineOptions, timers: Timers, connection: SimConnection) {
    this.id = options.name;
    this.#isActiveLow = options.isActiveLow ?? false;
    this.#timers = timers;
    this.#connection = connection;
    this.#member = {
      name: options.name,
      sample: (isHigh) => this.#sample(isHigh !== this.#isActiveLow),
      look: () => {
        this.drive(false);
        this.#tell({ state: "online" });
      },
      lose: (reason) => {
        this.#isActive = undefined;
        this.#tell({ state: "absent", reason });
      },
    };
  }

  get health(): DeviceHealth {
    return this.#health;
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  set(isActive: boolean): void {
    this.drive(isActive);
  }

  drive(isActive: boolean): PulseResult {
    const isHigh = isActive !== this.#isActiveLow;
    const sent = this.#connection.send({ name: this.id, isHigh });
    if (sent.outcome === "not-sent") return sent;
    this.#isOrdered = isActive;
    return { outcome: "answered" };
  }

  start(): void {
    this.#connection.attach(this.#member);
  }

  async stop(): Promise<void> {
    const isOff = this.#isActive === false && !this.#isOrdered;
    if (this.#health.state === "online" && !isOff) await this.#sayGoodbye();
    this.#isActive = undefined;
    this.#tell({ state: "absent", reason: "not started" });
    await this.#connection.detach(this.#member);
  }

  /** The last word must arrive: closing the connection throws away what was not sent. */
  async #sayGoodbye(): Promise<void> {
    const key = `gpio/${this.id}/farewell`;
    await new Promise<void>((resolve) => {
      this.#onInactive = resolve;
      this.#timers.set(key, farewellMs, resolve);
      this.drive(false);
    });
    this.#onInactive = undefined;
    this.#timers.clear(key);
  }

  #sample(isActive: boolean): void {
    this.#isActive = isActive;
    if (!isActive) this.#onInactive?.();
  }

  #tell(health: DeviceHealth): void {
    if (isSameHealth(this.#health, health)) return;
    this.#health = health;
    this.#healthListeners.emit(health);
  }
}
