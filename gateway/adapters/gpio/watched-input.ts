// An input line of a GPIO back end: edges as they come, and a look from time to time.
import type { InputLine, Unsubscribe } from "../../ports/devices.ts";
import { Listeners } from "../serial/listeners.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { Debounce } from "./debounce.ts";
import { LineKeeper } from "./line-keeper.ts";
import type { HeldInput, InputChoice, LineSource } from "./line-source.ts";

/** Never by edges only: every second the level is read, and has the last word. */
export class WatchedInput implements InputLine {
  readonly id: string;
  readonly #keeper: LineKeeper<HeldInput>;
  readonly #debounce: Debounce;
  readonly #listeners = new Listeners<[boolean | undefined]>();
  #reported: { readonly level: boolean | undefined } | undefined;

  constructor(choice: InputChoice, source: LineSource, runtime: LineRuntime) {
    this.id = choice.name;
    this.#debounce = new Debounce({
      timerKey: `gpio/${choice.name}`,
      timers: runtime.timers,
      debounceMs: choice.debounceMs,
      report: (level) => this.#report(level),
    });
    const take = (isActive: boolean): void => this.#take(isActive);
    this.#keeper = new LineKeeper<HeldInput>({
      ...runtime,
      name: choice.name,
      hold: () =>
        source.holdInput(choice, {
          onEdge: ({ isActive }) => take(isActive),
          onLost: (reason) => this.#keeper.fail(reason),
        }),
      onHeld: (held) => take(held.read()),
      onLost: () => {
        this.#debounce.stop();
        this.#report(undefined);
      },
      onCheck: (held) => take(held.read()),
    });
  }

  onLevel(listener: (isActive: boolean | undefined) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  start(): void {
    this.#keeper.start();
  }

  async stop(): Promise<void> {
    this.#debounce.stop();
    this.#reported = undefined;
    await this.#keeper.stop();
  }

  #take(isActive: boolean): void {
    const { held } = this.#keeper;
    if (held === undefined) return;
    if (held.isDebounced) this.#report(isActive);
    else this.#debounce.sample(isActive);
  }

  #report(level: boolean | undefined): void {
    if (this.#reported !== undefined && this.#reported.level === level) return;
    this.#reported = { level };
    this.#listeners.emit(level);
  }
}
