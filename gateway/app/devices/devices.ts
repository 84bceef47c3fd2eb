// Starts the devices of a gateway and hands what they say to the custody core.

import type { Unsubscribe } from "../../ports/devices.ts";
import {
  listenToBoard,
  listenToDoor,
  listenToKey,
  listenToPresence,
  listenToScale,
  type BoardWire,
  type DoorWire,
  type KeyWire,
  type PresenceWire,
} from "./board-listeners.ts";
import type { SignalWire } from "./box-signals.ts";
import { reportHealth } from "./device-health.ts";
import {
  environmentDevices,
  listenToEnvironment,
  type EnvironmentParts,
  type EnvironmentWiring,
} from "./environment.ts";
import {
  listenToReader,
  listenToScanner,
  type ReaderParts,
  type ReaderWire,
  type ScannerWire,
} from "./reader-listeners.ts";

export interface Wiring extends EnvironmentWiring {
  readonly readers: readonly ReaderWire[];
  readonly scanners?: readonly ScannerWire[];
  readonly boards: readonly BoardWire[];
  readonly doors: readonly DoorWire[];
  readonly presences?: readonly PresenceWire[];
  readonly keys?: readonly KeyWire[];
  readonly scales?: readonly PresenceWire[];
  readonly signals?: readonly SignalWire[];
}

interface Parts extends EnvironmentParts, ReaderParts {
  readonly wiring: Wiring;
}

/**
 * Starts every device; what they say arrives at `offer` until the returned function is called. It
 * stops listening first: a device that this program stops is not a device that was lost.
 */
export function startDevices(parts: Parts): () => Promise<void> {
  const { offer, wiring } = parts;
  const { readers, scanners = [], boards, signals = [] } = wiring;
  const { doors, presences = [], keys = [], scales = [] } = wiring;
  const subscriptions = [
    ...readers.flatMap((wire) => listenToReader(parts, wire)),
    ...scanners.flatMap((wire) => listenToScanner(parts, wire)),
    ...boards.flatMap((wire) => listenToBoard(offer, wire)),
    ...doors.map((wire) => listenToDoor(offer, wire)),
    ...presences.map((wire) => listenToPresence(offer, wire)),
    ...keys.map((wire) => listenToKey(offer, wire)),
    ...scales.map((wire) => listenToScale(offer, wire)),
    ...listenToEnvironment(parts, wiring),
    ...listenToReceiver(parts),
  ];
  const devices = [
    ...readers.map(({ reader }) => reader),
    ...scanners.map(({ scanner }) => scanner),
    ...boards.map(({ board }) => board),
    ...[...doors, ...presences, ...keys, ...scales].map(({ line }) => line),
    ...environmentDevices(wiring),
  ];
  for (const { signals: lamps } of signals) lamps.start?.();
  for (const device of devices) device.start();
  return async () => {
    for (const unsubscribe of subscriptions) unsubscribe();
    const lamps = signals.map((wire) => wire.signals.stop?.());
    await Promise.all([...devices.map((device) => device.stop()), ...lamps]);
  };
}

function listenToReceiver(parts: Parts): readonly Unsubscribe[] {
  const { position } = parts.wiring;
  if (position === undefined) return [];
  return [position.onHealth((said) => reportHealth(parts.offer, position.id, said))];
}
