// Debounces the inputs of a lock board over its polls: a level counts when two in a row agree.
import type { ChannelInputs } from "../../ports/devices.ts";

/** Levels of all channels of a board, in order. */
export type Levels = readonly ChannelInputs[];

export interface DebouncedInputs {
  /** The last poll; undefined after the board was silent. */
  readonly last: Levels | undefined;
  readonly channels: Levels;
}

export interface InputsChange {
  readonly channel: number;
  readonly inputs: ChannelInputs;
}

const unknownInputs: ChannelInputs = { isHookClosed: undefined, isOccupied: undefined };

/** No level known: at start, and again after the board was silent. */
export function noInputs(channelCount: number): DebouncedInputs {
  return { last: undefined, channels: Array.from({ length: channelCount }, () => unknownInputs) };
}

/** Takes one poll; `changes` are the channels whose debounced inputs are now others. */
export function debounceInputs(
  before: DebouncedInputs,
  levels: Levels,
): { readonly inputs: DebouncedInputs; readonly changes: readonly InputsChange[] } {
  const { last } = before;
  if (last === undefined) return { inputs: { ...before, last: levels }, changes: [] };
  const changes: InputsChange[] = [];
  const channels = before.channels.map((was, channel) => {
    const now = settled(was, last[channel] ?? unknownInputs, levels[channel] ?? unknownInputs);
    if (isSame(was, now)) return was;
    changes.push({ channel, inputs: now });
    return now;
  });
  return { inputs: { last: levels, channels }, changes };
}

/** Whether any input of a channel is known. */
export function isKnown(inputs: ChannelInputs): boolean {
  return !isSame(inputs, unknownInputs);
}

/** Each input is its own testimony: one that bounces does not hold back the others. */
function settled(was: ChannelInputs, last: ChannelInputs, now: ChannelInputs): ChannelInputs {
  const settledOf = (name: keyof ChannelInputs): boolean | undefined =>
    last[name] === now[name] ? now[name] : was[name];
  const isDoorClosed = settledOf("isDoorClosed");
  return {
    isHookClosed: settledOf("isHookClosed"),
    isOccupied: settledOf("isOccupied"),
    ...(isDoorClosed !== undefined && { isDoorClosed }),
  };
}

function isSame(a: ChannelInputs, b: ChannelInputs): boolean {
  return (
    a.isHookClosed === b.isHookClosed &&
    a.isOccupied === b.isOccupied &&
    a.isDoorClosed === b.isDoorClosed
  );
}
