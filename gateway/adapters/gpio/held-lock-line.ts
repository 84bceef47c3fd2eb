// A lock line held by this process, for locks whose hardware ends the pulse by itself.
import type { DeviceHealth, PulseResult, Unsubscribe } from "../../ports/devices.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import type { DrivenLine } from "./driven-output.ts";
import { notSent, refusalOf, type LinePulse, type LockLine } from "./lock-line.ts";

/**
 * Only for `oneShot: hardware`: a monostable or RC stage in front of the coil bounds the pulse. The
 * timer here ends it in time; it is not what protects the coil. If this process is killed, the line
 * stays on until the kernel frees it, and on some systems for ever (see process-lock-line.ts).
 */
export class HeldLockLine implements LockLine {
  readonly name: string;
  readonly #output: DrivenLine;
  readonly #runtime: LineRuntime;
  readonly #timerKey: string;
  #endPulse: ((result: PulseResult) => void) | undefined;

  constructor(output: DrivenLine, runtime: LineRuntime) {
    this.name = output.id;
    this.#output = output;
    this.#runtime = runtime;
    this.#timerKey = `gpio/${output.id}/pulse`;
    output.onHealth((health) => {
      if (health.state !== "online") this.#end("the line was lost during the pulse");
    });
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#output.onHealth(listener);
  }

  start(): void {
    this.#output.start();
  }

  async stop(): Promise<void> {
    this.#end("the program stopped during the pulse");
    await this.#output.stop();
  }

  pulse(order: LinePulse): Promise<PulseResult> {
    const { timers, monoMs } = this.#runtime;
    const refusal = refusalOf(order);
    if (refusal !== undefined) return Promise.resolve(notSent(refusal));
    if (this.#endPulse !== undefined) return Promise.resolve(notSent("a pulse is being given"));
    if (monoMs() >= order.deadlineMonoMs) {
      return Promise.resolve(notSent("the deadline has passed"));
    }
    const driven = this.#output.drive(true);
    if (driven.outcome === "not-sent") return Promise.resolve(driven);
    if (driven.outcome === "unknown") return Promise.resolve({ ...driven, isReleased: false });
    return new Promise((resolve) => {
      this.#endPulse = resolve;
      timers.set(this.#timerKey, order.pulseMs, () => this.#release());
    });
  }

  #release(): void {
    const released = this.#output.drive(false);
    if (released.outcome === "answered") return this.#end(undefined);
    this.#end(`the line could not be released: ${released.reason}`);
  }

  /** `reason` undefined = the pulse ended as it should. */
  #end(reason: string | undefined): void {
    const end = this.#endPulse;
    this.#endPulse = undefined;
    this.#runtime.timers.clear(this.#timerKey);
    if (reason === undefined) end?.({ outcome: "answered" });
    else end?.({ outcome: "unknown", isReleased: false, reason });
  }
}
