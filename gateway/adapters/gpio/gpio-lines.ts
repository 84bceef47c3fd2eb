// What every GPIO offers: input and output lines by name.
import type { InputLine } from "../../ports/devices.ts";
import type { DrivenLine } from "./driven-output.ts";
import type { Bias } from "./uapi-v2.ts";

export interface OutputLineOptions {
  /** Name of the line on the chip, and id of the line. With digits only: its offset. */
  readonly name: string;
  /** True: a low electrical level is active. False by default. */
  readonly isActiveLow?: boolean;
}

export interface InputLineOptions extends OutputLineOptions {
  /** 30 by default; 0 = off. */
  readonly debounceMs?: number;
  /** Resistor inside the chip; `as-is` by default, and where the back end has none. */
  readonly bias?: Bias;
}

/** Hands out lines; lines of one GPIO share what they need, each is started by itself. */
export interface GpioLines {
  input(options: InputLineOptions): InputLine;
  output(options: OutputLineOptions): DrivenLine;
}

export const defaultDebounceMs = 30;
