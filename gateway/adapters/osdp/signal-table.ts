// What a person sees and hears at an OSDP reader: one row per signal, as data.
import type { Signal } from "../../ports/devices.ts";
import type { BuzzerRhythm, LedColor, LedRhythm } from "./osdp-command.ts";

export interface SignalRow {
  readonly led: LedRhythm;
  /** Sounds once when the signal begins; undefined = silence. */
  readonly buzzer: BuzzerRhythm | undefined;
}

/** Only colors that every reader with a lamp has. Times in steps of 100 ms. */
export const signalTable: Readonly<Record<Signal, SignalRow>> = {
  idle: { led: steady("red"), buzzer: undefined },
  working: { led: blinking("amber", 2), buzzer: undefined },
  granted: { led: steady("green"), buzzer: { onSteps: 2, offSteps: 0, count: 1 } },
  refused: { led: blinking("red", 1), buzzer: { onSteps: 1, offSteps: 1, count: 3 } },
  "door-open": { led: blinking("green", 5), buzzer: undefined },
  alarm: { led: blinking("red", 3), buzzer: { onSteps: 5, offSteps: 5, count: 20 } },
};

function steady(color: LedColor): LedRhythm {
  return { on: color, onSteps: 1, off: color, offSteps: 0 };
}

function blinking(color: LedColor, steps: number): LedRhythm {
  return { on: color, onSteps: steps, off: "off", offSteps: steps };
}
