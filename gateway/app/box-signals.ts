// Lamps and buzzers of the boxes: one order reaches everything that is mounted at a box.

import type { Signal, Signals } from "../ports/devices.ts";

/** Something that shows signals, and the box it is at. A reader with a lamp starts by itself. */
export interface SignalWire {
  readonly signals: Signals & { start?(): void; stop?(): Promise<void> };
  readonly box: string;
}

/** Shows a signal at a box; a box without lamp and buzzer stays silent. Never throws. */
export type ShowSignal = (box: string, signal: Signal) => void;

export function boxSignals(wires: readonly SignalWire[]): ShowSignal {
  return (box, signal) => {
    for (const wire of wires) if (wire.box === box) wire.signals.show(signal);
  };
}
