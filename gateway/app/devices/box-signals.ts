// Lamps and buzzers of the boxes: one order reaches everything at a box, and what passes, ends.

import type { Signal, Signals } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";

/** Something that shows signals, and the box it is at. A reader with a lamp starts by itself. */
export interface SignalWire {
  readonly signals: Signals & { start?(): void; stop?(): Promise<void> };
  readonly box: string;
}

/** Shows a signal at a box; a box without lamp and buzzer stays silent. Never throws. */
export type ShowSignal = (box: string, signal: Signal) => void;

interface Parts {
  readonly wires: readonly SignalWire[];
  readonly timers: Timers;
}

/** Signals that end by themselves, in ms; all others last until the next order. */
export const passesAfterMs: { readonly [S in Signal]?: number } = {
  working: 6_000,
  granted: 10_000,
  refused: 3_000,
};

/** After a signal that passes, the one that lasts at the box is shown again. */
export function boxSignals({ wires, timers }: Parts): ShowSignal {
  const lasting = new Map<string, Signal>();
  const order = (box: string, signal: Signal): void => {
    for (const wire of wires) if (wire.box === box) wire.signals.show(signal);
  };
  return (box, signal) => {
    if (!wires.some((wire) => wire.box === box)) return;
    order(box, signal);
    const afterMs = passesAfterMs[signal];
    const timerKey = `signal ${box}`;
    timers.clear(timerKey);
    if (afterMs === undefined) lasting.set(box, signal);
    else timers.set(timerKey, afterMs, () => order(box, lasting.get(box) ?? "idle"));
  };
}
