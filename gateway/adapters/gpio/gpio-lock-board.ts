// A lock on a GPIO line as a lock board of one channel without inputs.
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
import { notSent, type LockLine } from "./lock-line.ts";

const noInputs: ChannelInputs = { isHookClosed: undefined, isOccupied: undefined };

/** Its health is that of its line: a lock that is lost is not chosen, and closes no other. */
export class GpioLockBoard implements LockBoard {
  readonly id: string;
  readonly channelCount = 1;
  readonly #line: LockLine;
  readonly #inputListeners = new Listeners<[number, ChannelInputs]>();

  constructor(id: string, line: LockLine) {
    this.id = id;
    this.#line = line;
    line.onHealth(({ state }) => {
      if (state === "online") this.#inputListeners.emit(0, noInputs);
    });
  }

  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe {
    return this.#inputListeners.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#line.onHealth(listener);
  }

  /** There are no bytes to judge. */
  symptoms(): SymptomCounts {
    return {};
  }

  start(): void {
    this.#line.start();
  }

  stop(): Promise<void> {
    return this.#line.stop();
  }

  pulse({ channel, ...order }: PulseOrder): Promise<PulseResult> {
    if (channel === 0) return this.#line.pulse(order);
    return Promise.resolve(notSent(`there is no channel ${channel} on this board`));
  }
}
