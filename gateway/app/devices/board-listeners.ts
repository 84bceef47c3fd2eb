// Turns what lock boards, door contacts and presence sensors say into inputs of the core.

import type { Input } from "../../custody/inputs.ts";
import type { ChannelInputs, InputLine, LockBoard, Unsubscribe } from "../../ports/devices.ts";
import { reportHealth } from "./device-health.ts";

/** One lock of a board and the compartment behind it. */
export interface ChannelWire {
  readonly channel: number;
  readonly box: string;
  readonly compartment: number;
  /** True: the infrared input of the channel looks into the compartment. */
  readonly hasInfrared: boolean;
  /** True: the door contact is on the board's own input of this channel. */
  readonly hasDoorInput?: boolean;
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

/** A presence sensor or a scale: active while something is in the compartment. */
export interface PresenceWire {
  readonly line: InputLine;
  readonly box: string;
  readonly compartment: number;
}

/** The switch behind the mechanical key of a lock: active while the key is turned. */
export interface KeyWire {
  readonly line: InputLine;
  readonly box: string;
  readonly compartment: number;
}

type Offer = (input: Input) => void;

/** Each input of a channel is told when it changed, and once after each connect. */
export function listenToBoard(
  offer: Offer,
  { board, channels }: BoardWire,
): readonly Unsubscribe[] {
  const health = board.onHealth((said) => reportHealth(offer, board.id, said));
  const last = new Map<number, ChannelInputs>();
  const levels = board.onInputs((channel, inputs) => {
    const before = last.get(channel);
    last.set(channel, inputs);
    for (const wire of channels) {
      if (wire.channel === channel) reportChannel(offer, wire, before, inputs);
    }
  });
  return [health, levels];
}

/** Each sensor of a channel is its own testimony: only the one that changed is reported. */
function reportChannel(
  offer: Offer,
  wire: ChannelWire,
  before: ChannelInputs | undefined,
  inputs: ChannelInputs,
): void {
  const { box, compartment, hasInfrared, hasDoorInput = false } = wire;
  const { isHookClosed, isOccupied, isDoorClosed } = inputs;
  if (before === undefined || before.isHookClosed !== isHookClosed) {
    offer({ kind: "BoltReported", box, compartment, isEngaged: isHookClosed });
  }
  if (hasDoorInput && (before === undefined || before.isDoorClosed !== isDoorClosed)) {
    const isOpen = isDoorClosed === undefined ? undefined : !isDoorClosed;
    offer({ kind: "DoorReported", box, compartment, isOpen });
  }
  if (hasInfrared && (before === undefined || before.isOccupied !== isOccupied)) {
    offer({ kind: "PresenceReported", box, compartment, isOccupied });
  }
}

export function listenToDoor(offer: Offer, { line, box, compartment }: DoorWire): Unsubscribe {
  return line.onLevel((isActive) => {
    const isOpen = isActive === undefined ? undefined : !isActive;
    offer({ kind: "DoorReported", box, compartment, isOpen });
  });
}

export function listenToPresence(
  offer: Offer,
  { line, box, compartment }: PresenceWire,
): Unsubscribe {
  return line.onLevel((isOccupied) => {
    offer({ kind: "PresenceReported", box, compartment, isOccupied });
  });
}

export function listenToKey(offer: Offer, { line, box, compartment }: KeyWire): Unsubscribe {
  return line.onLevel((isTurned) => offer({ kind: "KeyReported", box, compartment, isTurned }));
}

export function listenToScale(offer: Offer, { line, box, compartment }: PresenceWire): Unsubscribe {
  return line.onLevel((isLoaded) => offer({ kind: "WeightReported", box, compartment, isLoaded }));
}
