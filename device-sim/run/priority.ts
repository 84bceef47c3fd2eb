// Hardware has processors of its own. On a busy machine the simulator therefore goes before the
// programs that it starts, where it may (Linux: root); a device that answers late would be a fault.

import { getPriority, setPriority } from "node:os";

const usual = getPriority();
/** Steps of niceness before the programs: about ten times their share of a processor. */
const ahead = 10;

function take(priority: number, pid = process.pid): boolean {
  try {
    setPriority(pid, priority);
    return true;
  } catch {
    return false;
  }
}

/** False: this user may not; everything shares the processor as it comes. */
export function devicesGoFirst(): boolean {
  return take(usual - ahead);
}

/**
 * A child inherits the priority. It is set back once the child runs, not before it is made: until a
 * child runs, the simulator stands still, and its devices with it.
 */
export function atUsualPriority<T extends { readonly pid?: number | undefined }>(child: T): T {
  if (child.pid !== undefined) take(usual, child.pid);
  return child;
}
