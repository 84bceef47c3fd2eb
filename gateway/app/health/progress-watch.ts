// Tells the supervisor that work goes on, and only then: a gateway that stands still is restarted.

import type { Log, Supervisor, Timers } from "../../ports/runtime.ts";
import { firstProgress, judgeProgress, type Signs } from "./progress.ts";

/** Cleared at a stop: what ends in order makes no progress and must not be called stuck. */
export const progressTimer = "progress-watch";
/** Everything must have moved within this share of the watchdog's time, and is looked at twice. */
const windowShare = 3;

interface Parts {
  readonly supervisor: Supervisor;
  readonly timers: Timers;
  readonly log: Log;
  readonly signs: () => Signs;
}

/**
 * Looks until `timers.clearAll`; the result tells what stood still at the last look. Without a
 * watchdog there is nothing to feed.
 */
export function watchProgress(parts: Parts): () => readonly string[] {
  const { supervisor, timers, log, signs } = parts;
  const { watchdogMs } = supervisor;
  if (watchdogMs === undefined) return () => [];
  const windowMs = watchdogMs / windowShare;
  let progress = firstProgress(signs());
  let stuck: readonly string[] = [];
  let said = "";
  const look = (): void => {
    const verdict = judgeProgress(progress, signs(), windowMs);
    ({ progress, stuck } = verdict);
    const words = stuck.join("; ");
    if (words === "") supervisor.progress();
    if (words !== said) {
      if (words !== "") log.error({ stuck }, "no progress; the watchdog is not fed");
      supervisor.status(words === "" ? "working" : words);
    }
    said = words;
    timers.set(progressTimer, windowMs / 2, look);
  };
  supervisor.progress();
  timers.set(progressTimer, windowMs / 2, look);
  return () => stuck;
}
