// Locks on GPIO lines as one lock board: a channel per line, no inputs.
import type {
  ChannelInputs,
  DeviceHealth,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import { Listeners } from "../serial/listeners.ts";
import { isSameHealth, notSent, type LockLine } from "./lock-line.ts";

const noInputs: ChannelInputs = { isHookClosed: undefined, isOccupied: undefined };

export interface GpioLockBoardOptions {
  readonly id: string;
  /** Channel n is line n. */
  readonly lines: readonly LockLine[];
}

/**
 * Online while at least one line can be had: a broken lock must not close the others. Each line
 * that is lost is in the log, and its pulses are `not-sent`.
 */
export class GpioLockBoard implements LockBoard {
  readonly id: string;
  readonly channelCount: number;
  readonly #lines: readonly LockLine[];
  readonly #healths: DeviceHealth[];
  readonly #inputListeners = new Listeners<[number, ChannelInputs]>();
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  #isStarted = false;

  constructor({ id, lines }: GpioLockBoardOptions) {
    this.id = id;
    this.#lines = lines;
    this.channelCount = lines.length;
    this.#healths = lines.map(() => this.#health);
    for (const [channel, line] of lines.entries()) {
      line.onHealth((health) => {
        this.#healths[channel] = health;
        this.#tell();
      });
    }
  }

  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe {
    return this.#inputListeners.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  /** There are no bytes to judge. */
  symptoms(): SymptomCounts {
    return {};
  }

  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    for (const line of this.#lines) line.start();
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    await Promise.all(this.#lines.map((line) => line.stop()));
  }

  pulse({ channel, ...order }: PulseOrder): Promise<PulseResult> {
    const line = this.#lines[channel];
    if (line !== undefined) return line.pulse(order);
    return Promise.resolve(notSent(`there is no channel ${channel} on this board`));
  }

  #tell(): void {
    const health = this.#ofAll();
    if (isSameHealth(health, this.#health)) return;
    this.#health = health;
    this.#healthListeners.emit(health);
    if (health.state !== "online") return;
    for (const channel of this.#lines.keys()) this.#inputListeners.emit(channel, noInputs);
  }

  #ofAll(): DeviceHealth {
    const online = this.#healths.find(({ state }) => state === "online");
    return online ?? this.#healths[0] ?? { state: "absent", reason: "no line is configured" };
  }
}
