// The signal table in the terms of an OSDP reader: rhythms of its lamp and of its buzzer.
import type { Signal } from "../../ports/devices.ts";
import { signalTable, type SignalColor } from "../signals/signal-table.ts";
import type { BuzzerRhythm, LedColor, LedRhythm } from "./osdp-command.ts";

/** OSDP counts times in these steps, one at least. */
const stepMs = 100;
/** Every reader with a lamp has these colors. */
const ledColors: Readonly<Record<SignalColor, LedColor>> = {
  none: "off",
  amber: "amber",
  green: "green",
  red: "red",
};

/**
 * Lasts until the next order, also where the table counts its rounds. A lamp of a reader knows two
 * times: of a longer rhythm it shows the first step, and then the rest dark.
 */
export function ledOf(signal: Signal): LedRhythm {
  const { color, light } = signalTable[signal];
  const [onMs, ...restMs] = light.stepsMs;
  const on = ledColors[color];
  if (onMs === undefined) return { on, onSteps: 1, off: on, offSteps: 0 };
  return { on, onSteps: stepsOf(onMs), off: "off", offSteps: stepsOf(sumOf(restMs)) };
}

/** Sounds once when the signal begins; undefined = silence. */
export function buzzerOf(signal: Signal): BuzzerRhythm | undefined {
  const { stepsMs, times } = signalTable[signal].sound;
  const [onMs, ...restMs] = stepsMs;
  if (onMs === undefined) return undefined;
  return { onSteps: stepsOf(onMs), offSteps: stepsOf(sumOf(restMs)), count: times };
}

function stepsOf(ms: number): number {
  return Math.max(1, Math.round(ms / stepMs));
}

function sumOf(times: readonly number[]): number {
  return times.reduce((sum, ms) => sum + ms, 0);
}
