// Debounces the inputs of a CU16 over its polls: a level counts when two polls in a row agree.
import type { ChannelInputs } from "../../ports/devices.ts";
import type { Cu16Status } from "./cu16-frame.ts";

type Levels = Pick<Cu16Status, "hooks" | "infrared">;

export interface DebouncedInputs {
  /** The last poll; undefined after the board was silent. */
  readonly last: Levels | undefined;
  readonly channels: readonly ChannelInputs[];
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
    const bit = 1 << channel;
    const isHookSettled = ((last.hooks ^ levels.hooks) & bit) === 0;
    const isBeamSettled = ((last.infrared ^ levels.infrared) & bit) === 0;
    const now: ChannelInputs = {
      isHookClosed: isHookSettled ? (levels.hooks & bit) !== 0 : was.isHookClosed,
      isOccupied: isBeamSettled ? (levels.infrared & bit) !== 0 : was.isOccupied,
    };
    const isSame = now.isHookClosed === was.isHookClosed && now.isOccupied === was.isOccupied;
    if (isSame) return was;
    changes.push({ channel, inputs: now });
    return now;
  });
  return { inputs: { last: levels, channels }, changes };
}
