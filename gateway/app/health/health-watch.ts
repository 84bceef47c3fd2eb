// Writes the health page when it changed, and now and then while it did not.

import type { Timers } from "../../ports/runtime.ts";
import { isChanged, type HealthPage } from "./health-page.ts";

const timerKey = "health-watch";
/** A page is written at most this often. */
export const healthEveryMs = 2_000;
/** A page that does not change is written this often, so that its age tells a dead gateway. */
export const healthAliveMs = 60_000;

/** Keeps the page where `doctor` finds it. Never throws: a page that cannot be kept is lost. */
export type KeepHealthPage = (page: HealthPage) => void;

interface Parts {
  readonly timers: Timers;
  readonly page: () => HealthPage;
  readonly keep: KeepHealthPage;
}

/** Writes at once, then until `timers.clearAll`. */
export function watchHealth({ timers, page, keep }: Parts): void {
  let written: HealthPage | undefined;
  const look = (): void => {
    const now = page();
    const ageMs = written === undefined ? Infinity : now.writtenMonoMs - written.writtenMonoMs;
    if (written === undefined || ageMs >= healthAliveMs || isChanged(written, now)) {
      written = now;
      keep(now);
    }
    timers.set(timerKey, healthEveryMs, look);
  };
  look();
}
