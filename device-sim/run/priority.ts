// Hardware has processors of its own. On a busy machine the simulator therefore goes before the
// programs that it starts, where it may (Linux: root); a device that answers late would be a fault.

import { getPriority, setPriority } from "node:os";

const usual = getPriority();
/** Steps of niceness before the programs: about three times their share of a processor. */
const ahead = 5;

function take(priority: number): boolean {
  try {
    setPriority(priority);
    return true;
  } catch {
    return false;
  }
}

/** False: this user may not; everything shares the processor as it comes. */
export function devicesGoFirst(): boolean {
  return take(usual - ahead);
}

/** A child inherits the priority of the moment in which it is made. */
export function atUsualPriority<T>(make: () => T): T {
  const before = getPriority();
  if (before === usual) return make();
  take(usual);
  try {
    return make();
  } finally {
    take(before);
  }
}
