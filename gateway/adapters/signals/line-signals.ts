// A lamp and a buzzer on output lines, driven in the rhythms of the signal table.

import type { OutputLine, Signal, Signals } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import { signalTable, type Rhythm } from "./signal-table.ts";

export interface LineSignalsOptions {
  /** Names the timers. */
  readonly id: string;
  readonly timers: Timers;
  readonly lamp?: OutputLine;
  readonly buzzer?: OutputLine;
}

const silence: Rhythm = { stepsMs: [], times: 0, endsOn: false };

/** Where a rhythm stands. */
interface Play {
  readonly rhythm: Rhythm;
  readonly step: number;
  readonly round: number;
}

/**
 * The same signal again does not start its rhythm anew while it lasts, so that a person who holds a
 * badge does not keep a buzzer at its first beep.
 */
export class LineSignals implements Signals {
  readonly #options: LineSignalsOptions;
  #shown: Signal | undefined;

  constructor(options: LineSignalsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#options.lamp?.start();
    this.#options.buzzer?.start();
  }

  async stop(): Promise<void> {
    const { lamp, buzzer, timers } = this.#options;
    for (const part of ["lamp", "buzzer"]) timers.clear(this.#key(part));
    this.#shown = undefined;
    await Promise.all([lamp?.stop(), buzzer?.stop()]);
  }

  show(signal: Signal, isSilent = false): void {
    if (signal === this.#shown) return;
    this.#shown = signal;
    const { light, sound } = signalTable[signal];
    const heard = isSilent ? silence : sound;
    const { lamp, buzzer } = this.#options;
    if (lamp !== undefined) this.#play("lamp", lamp, { rhythm: light, step: 0, round: 0 });
    if (buzzer !== undefined) this.#play("buzzer", buzzer, { rhythm: heard, step: 0, round: 0 });
  }

  #play(part: string, line: OutputLine, { rhythm, step, round }: Play): void {
    const { stepsMs, times, endsOn } = rhythm;
    const ms = stepsMs[step];
    if (ms === undefined || (times !== "without-end" && round >= times)) {
      this.#options.timers.clear(this.#key(part));
      line.set(endsOn);
      return;
    }
    line.set(step % 2 === 0);
    const isLast = step + 1 >= stepsMs.length;
    const next = isLast ? { rhythm, step: 0, round: round + 1 } : { rhythm, step: step + 1, round };
    this.#options.timers.set(this.#key(part), ms, () => this.#play(part, line, next));
  }

  #key(part: string): string {
    return `signals/${this.#options.id}/${part}`;
  }
}
