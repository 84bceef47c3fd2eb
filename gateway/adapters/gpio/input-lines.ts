// What every GPIO back end offers: input lines by name.
import type { InputLine } from "../../ports/devices.ts";

export interface InputLineOptions {
  /** Name of the line on the chip, and id of the `InputLine`. */
  readonly name: string;
  /** True: a low electrical level is active. False by default. */
  readonly isActiveLow?: boolean;
  /** 30 by default. */
  readonly debounceMs?: number;
}

/** Hands out input lines; lines of one GPIO share what they need, each is started by itself. */
export interface InputLines {
  input(options: InputLineOptions): InputLine;
}
