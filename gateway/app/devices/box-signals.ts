// Lamps, buzzers and screens of the boxes: one order reaches everything at a box, and what passes,
// ends.

import type { Sign } from "../../custody/inputs.ts";
import type { Signal, Signals } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";

/** Something that shows signals, and the box it is at. A reader with a lamp starts by itself. */
export interface SignalWire {
  readonly signals: Signals & { start?(): void; stop?(): Promise<void> };
  readonly box: string;
}

/** What an order says beyond its signal; `rest` = what lasts when a signal that passes is over. */
export interface SignalWords extends Partial<Sign> {
  readonly rest?: Sign;
  /** A tag was read, which says nothing of who is there. */
  readonly isOfTag?: boolean;
}

/** Shows a signal at a box; a box without lamp and buzzer stays silent. Never throws. */
export type ShowSignal = (box: string, signal: Signal, words?: SignalWords) => void;

interface Parts {
  readonly wires: readonly SignalWire[];
  readonly timers: Timers;
  /** Whether buzzers sound for alarms alone now; absent = never. */
  readonly isForAlarms?: () => boolean;
  /** Hears every order, also of a box without lamp and buzzer. */
  readonly onOrder?: ShowSignal;
}

/** Signals that end by themselves, in ms; all others last until the next order. */
export const passesAfterMs: { readonly [S in Signal]?: number } = {
  working: 6_000,
  granted: 10_000,
  refused: 3_000,
  secured: 1_500,
};

/** After a signal that passes, the one that lasts at the box is shown again. */
export function boxSignals({ wires, timers, onOrder, isForAlarms }: Parts): ShowSignal {
  const lasting = new Map<string, Signal>();
  const order = (box: string, signal: Signal): void => {
    const isSilent = signal !== "alarm" && isForAlarms?.() === true;
    for (const wire of wires) if (wire.box === box) wire.signals.show(signal, isSilent);
  };
  return (box, signal, words) => {
    onOrder?.(box, signal, words);
    if (!wires.some((wire) => wire.box === box)) return;
    order(box, signal);
    const afterMs = passesAfterMs[signal];
    const timerKey = `signal ${box}`;
    timers.clear(timerKey);
    const rest = afterMs === undefined ? signal : words?.rest?.signal;
    if (rest !== undefined) lasting.set(box, rest);
    if (afterMs !== undefined)
      timers.set(timerKey, afterMs, () => order(box, lasting.get(box) ?? "idle"));
  };
}
