// Waits for a board that may be silent while its coil is on to answer a status again.
import type { Talk } from "./bus-talk.ts";
import type { ReadInputs } from "./polled-board.ts";

/** Polls until one poll is answered; false at `endMs`, or when the connection ended before. */
export async function isAnsweredBefore(parts: {
  readonly talk: Pick<Talk<unknown>, "isOpen">;
  readonly read: ReadInputs;
  readonly monoMs: () => number;
  readonly endMs: number;
}): Promise<boolean> {
  while (parts.talk.isOpen) {
    if (await parts.read()) return true;
    if (parts.monoMs() >= parts.endMs) return false;
  }
  return false;
}
