// What a GPIO back end does for one line; supervision of lines is the same for all of them.
import type { Bias } from "./uapi-v2.ts";

export interface OutputChoice {
  /** Name of the line on the chip, or its offset in digits. */
  readonly name: string;
  /** True: a low electrical level is active. */
  readonly isActiveLow: boolean;
}

export interface InputChoice extends OutputChoice {
  readonly bias: Bias;
  readonly debounceMs: number;
}

/** A change the back end saw on an input line it holds. */
export interface Edge {
  readonly isActive: boolean;
  /** CLOCK_MONOTONIC of the kernel; undefined where it does not say. */
  readonly kernelNs: bigint | undefined;
}

/** What happens to a held input line, until it is closed. */
export interface InputWatch {
  onEdge(edge: Edge): void;
  /** The line cannot be read any more; it is closed by whoever holds it. */
  onLost(reason: string): void;
}

/** A line this process holds. All levels are logical. */
export interface HeldLine {
  /** @throws Fault device/absent when the line is gone */
  read(): boolean;
  /** Frees the line; never throws, may be called twice. An output is made inactive first. */
  close(): void;
}

export interface HeldInput extends HeldLine {
  /** False: edges are raw, and debounced by whoever holds the line. */
  readonly isDebounced: boolean;
}

export interface HeldOutput extends HeldLine {
  /** @throws Fault device/absent when the level may not have arrived */
  write(isActive: boolean): void;
}

/**
 * Gives lines to this process.
 *
 * Contract: both calls reject with `Fault` whose message names the line and, where it is taken and
 * the kernel knows it, the holder. An output is inactive when `holdOutput` resolves, and was not
 * active in between.
 */
export interface LineSource {
  holdInput(choice: InputChoice, watch: InputWatch): Promise<HeldInput>;
  holdOutput(choice: OutputChoice): Promise<HeldOutput>;
}
