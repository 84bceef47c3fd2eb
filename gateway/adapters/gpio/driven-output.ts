// An output line of a GPIO back end, inactive from the first moment to the last.
import type { DeviceHealth, OutputLine, PulseResult, Unsubscribe } from "../../ports/devices.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { LineKeeper, messageOf } from "./line-keeper.ts";
import type { HeldOutput, LineSource, OutputChoice } from "./line-source.ts";

/** An output that also says what became of an order, as a lock needs to know it. */
export interface DrivenLine extends OutputLine {
  readonly health: DeviceHealth;
  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe;
  /** `answered`: the line has the level. `unknown`: it may have it; the line is dropped. */
  drive(isActive: boolean): PulseResult;
}

/** After a loss it comes back inactive, whatever was ordered before. */
export class DrivenOutput implements DrivenLine {
  readonly id: string;
  readonly #keeper: LineKeeper<HeldOutput>;

  constructor(choice: OutputChoice, source: LineSource, runtime: LineRuntime) {
    this.id = choice.name;
    this.#keeper = new LineKeeper<HeldOutput>({
      ...runtime,
      name: choice.name,
      hold: () => source.holdOutput(choice),
      onHeld: () => {},
      onLost: () => {},
      onCheck: (held) => {
        held.read();
      },
    });
  }

  get health(): DeviceHealth {
    return this.#keeper.health;
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#keeper.onHealth(listener);
  }

  set(isActive: boolean): void {
    this.drive(isActive);
  }

  drive(isActive: boolean): PulseResult {
    const { held, health } = this.#keeper;
    if (held === undefined) {
      const why = health.state === "online" ? "lost" : health.reason;
      return { outcome: "not-sent", reason: `line ${this.id} is not held: ${why}` };
    }
    try {
      held.write(isActive);
      return { outcome: "answered" };
    } catch (error) {
      const reason = messageOf(error);
      this.#keeper.fail(reason);
      return { outcome: "unknown", reason };
    }
  }

  start(): void {
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    await this.#keeper.stop();
  }
}
