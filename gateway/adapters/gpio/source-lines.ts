// Lines of a GPIO of this machine: any back end that can hold lines, each line supervised.
import type { InputLine } from "../../ports/devices.ts";
import type { LineRuntime } from "../serial/supervised-line.ts";
import { DrivenOutput, type DrivenLine } from "./driven-output.ts";
import {
  defaultDebounceMs,
  type GpioLines,
  type InputLineOptions,
  type OutputLineOptions,
} from "./gpio-lines.ts";
import type { LineSource } from "./line-source.ts";
import { WatchedInput } from "./watched-input.ts";

export class SourceLines implements GpioLines {
  readonly #source: LineSource;
  readonly #runtime: LineRuntime;

  constructor(source: LineSource, runtime: LineRuntime) {
    this.#source = source;
    this.#runtime = runtime;
  }

  input(options: InputLineOptions): InputLine {
    const { name, isActiveLow = false, debounceMs = defaultDebounceMs, bias = "as-is" } = options;
    const choice = { name, isActiveLow, debounceMs, bias };
    return new WatchedInput(choice, this.#source, this.#runtime);
  }

  output({ name, isActiveLow = false }: OutputLineOptions): DrivenLine {
    return new DrivenOutput({ name, isActiveLow }, this.#source, this.#runtime);
  }
}
