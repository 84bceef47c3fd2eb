// Waits until of every lock board is known whether it is there: before that a gateway is not ready.

import type { LockBoard, Unsubscribe } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";

/** A board of which nothing is known for longer does not keep the others from serving. */
export const hearingMaxMs = 10_000;
const timerKey = "first-hearing";

/**
 * Call before the boards are started. Resolves with the ids of those that are not there: as soon as
 * each was online or lost once, else after `hearingMaxMs`; never after `timers.clearAll`.
 */
export function firstHearing(parts: {
  readonly boards: readonly LockBoard[];
  readonly timers: Timers;
}): Promise<readonly string[]> {
  const { boards, timers } = parts;
  const isThere = new Map<LockBoard, boolean>();
  const subscriptions: Unsubscribe[] = [];
  return new Promise((resolve) => {
    const finish = (): void => {
      timers.clear(timerKey);
      for (const unsubscribe of subscriptions) unsubscribe();
      resolve(boards.filter((board) => isThere.get(board) !== true).map(({ id }) => id));
    };
    for (const board of boards) {
      const hear = board.onHealth(({ state }) => {
        if (state === "opening" || state === "probing") return;
        isThere.set(board, state === "online");
        if (isThere.size === boards.length) finish();
      });
      subscriptions.push(hear);
    }
    if (boards.length === 0) finish();
    else timers.set(timerKey, hearingMaxMs, finish);
  });
}
