// Turns what readers, lock boards and door contacts say into inputs of the custody core.

import type {
  BadgeRead,
  BadgeReader,
  ChannelInputs,
  DeviceHealth,
  InputLine,
  LockBoard,
  Unsubscribe,
} from "../ports/devices.ts";
import type { ShowSignal, SignalWire } from "./box-signals.ts";
import {
  environmentDevices,
  listenToEnvironment,
  type EnvironmentParts,
  type EnvironmentWiring,
} from "./environment.ts";

/** A reader and the box it is at. */
export interface ReaderWire {
  readonly reader: BadgeReader;
  readonly box: string;
  /** Upper-case hex digits that the number of a parcel's tag begins with. */
  readonly tagPrefixes: readonly string[];
  /** Only of a reader that notices when its own case is opened or torn off. */
  readonly onTamper?: (listener: (isActive: boolean, detail: string) => void) => Unsubscribe;
}

/** One lock of a board and the compartment behind it. */
export interface ChannelWire {
  readonly channel: number;
  readonly box: string;
  readonly compartment: number;
  /** True: the infrared input of the channel looks into the compartment. */
  readonly hasInfrared: boolean;
}

export interface BoardWire {
  readonly board: LockBoard;
  readonly channels: readonly ChannelWire[];
}

/** A door contact in a normally closed loop: active while the door is closed. */
export interface DoorWire {
  readonly line: InputLine;
  readonly box: string;
  readonly compartment: number;
}

export interface Wiring extends EnvironmentWiring {
  readonly readers: readonly ReaderWire[];
  readonly boards: readonly BoardWire[];
  readonly doors: readonly DoorWire[];
  readonly signals?: readonly SignalWire[];
}

interface Parts extends EnvironmentParts {
  readonly wiring: Wiring;
  /** Shown at once on a read: nobody at a box waits for a disk to know that it was heard. */
  readonly show?: ShowSignal;
  /** Keyed reference of a badge number; the number itself goes nowhere else. */
  readonly badgeRefOf: (number: string) => string;
  /** Whether a reference is of a badge, whatever its number begins with. */
  readonly isBadge: (badgeRef: string) => boolean;
}

/**
 * Starts every device; what they say arrives at `offer` until the returned function is called. It
 * stops listening first: a device that this program stops is not a device that was lost.
 */
export function startDevices(parts: Parts): () => Promise<void> {
  const { readers, boards, doors } = parts.wiring;
  const subscriptions = [
    ...readers.flatMap((wire) => listenToReader(parts, wire)),
    ...boards.flatMap((wire) => listenToBoard(parts, wire)),
    ...doors.map((wire) => listenToDoor(parts, wire)),
    ...listenToEnvironment(parts, parts.wiring),
    ...listenToReceiver(parts),
  ];
  const devices = [
    ...readers.map(({ reader }) => reader),
    ...boards.map(({ board }) => board),
    ...doors.map(({ line }) => line),
    ...environmentDevices(parts.wiring),
  ];
  for (const { signals } of parts.wiring.signals ?? []) signals.start?.();
  for (const device of devices) device.start();
  return async () => {
    for (const unsubscribe of subscriptions) unsubscribe();
    const lamps = (parts.wiring.signals ?? []).map(({ signals }) => signals.stop?.());
    await Promise.all([...devices.map((device) => device.stop()), ...lamps]);
  };
}

function listenToReader(parts: Parts, wire: ReaderWire): readonly Unsubscribe[] {
  const { reader, box, tagPrefixes } = wire;
  const health = reader.onHealth((said) => reportHealth(parts, reader.id, said));
  const reads = reader.onRead((read) => {
    parts.show?.(box, "working");
    const { number, isForged = false } = read;
    const badgeRef = parts.badgeRefOf(number);
    const isTag = !isForged && tagPrefixes.some((prefix) => number.startsWith(prefix));
    // A person's number must never leave as that of a parcel, in clear.
    if (isTag && !parts.isBadge(badgeRef)) {
      const parcel = parcelOf(number);
      parts.offer({ kind: "TagPresented", reader: reader.id, box, parcel });
      return;
    }
    const proof = proofOf(read);
    parts.offer({ kind: "BadgePresented", reader: reader.id, box, badgeRef, ...proof });
  });
  const tamper = wire.onTamper?.((isActive, detail) => {
    parts.offer({ kind: "TamperReported", sensor: reader.id, box, isActive, detail });
  });
  return tamper === undefined ? [health, reads] : [health, reads, tamper];
}

/** What the medium proved in this read, or failed to prove. */
function proofOf({ assurance, counter, isForged }: BadgeRead): Omit<BadgeRead, "number"> {
  return {
    assurance,
    ...(counter !== undefined && { counter }),
    ...(isForged !== undefined && { isForged }),
  };
}

function listenToReceiver(parts: Parts): readonly Unsubscribe[] {
  const { position } = parts.wiring;
  if (position === undefined) return [];
  return [position.onHealth((said) => reportHealth(parts, position.id, said))];
}

/**
 * The decimal number printed on a tag: its last four bytes. Two tags that differ only in the byte
 * before them print the same number; whoever buys tags must ask for one version byte.
 */
export function parcelOf(number: string): string {
  return String(Number.parseInt(number.slice(-8), 16));
}

function listenToBoard(parts: Parts, { board, channels }: BoardWire): readonly Unsubscribe[] {
  const health = board.onHealth((said) => reportHealth(parts, board.id, said));
  const last = new Map<number, ChannelInputs>();
  const levels = board.onInputs((channel, inputs) => {
    const before = last.get(channel);
    last.set(channel, inputs);
    for (const wire of channels) {
      if (wire.channel === channel) reportChannel(parts, wire, before, inputs);
    }
  });
  return [health, levels];
}

/** Each sensor of a channel is its own testimony: only the one that changed is reported. */
function reportChannel(
  parts: Parts,
  wire: ChannelWire,
  before: ChannelInputs | undefined,
  inputs: ChannelInputs,
): void {
  const { box, compartment, hasInfrared } = wire;
  const { isHookClosed, isOccupied } = inputs;
  if (before === undefined || before.isHookClosed !== isHookClosed) {
    parts.offer({ kind: "BoltReported", box, compartment, isEngaged: isHookClosed });
  }
  if (hasInfrared && (before === undefined || before.isOccupied !== isOccupied)) {
    parts.offer({ kind: "PresenceReported", box, compartment, isOccupied });
  }
}

function listenToDoor(parts: Parts, { line, box, compartment }: DoorWire): Unsubscribe {
  return line.onLevel((isActive) => {
    const isOpen = isActive === undefined ? undefined : !isActive;
    parts.offer({ kind: "DoorReported", box, compartment, isOpen });
  });
}

/** A device on its way up is neither online nor lost. */
function reportHealth(parts: Parts, device: string, health: DeviceHealth): void {
  switch (health.state) {
    case "online":
      parts.offer({ kind: "DeviceHealthChanged", device, isOnline: true, reason: "" });
      return;
    case "absent":
    case "backing-off": {
      const { reason } = health;
      parts.offer({ kind: "DeviceHealthChanged", device, isOnline: false, reason });
      return;
    }
    case "opening":
    case "probing":
      return;
  }
}
