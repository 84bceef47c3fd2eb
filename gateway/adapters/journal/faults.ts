// What a failed disk operation means for the operator:
// one place that turns system errors into faults.

import { Fault } from "@driftbox/proto";
import { isNoSpace, systemErrorCode } from "./disk.ts";

const unreachable = new Set(["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "ELOOP"]);

/** Runs the steps of opening; a system error becomes journal/unreadable, /full or /io. */
export function whileOpening<T>(folder: string, steps: () => T): T {
  try {
    return steps();
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const code = systemErrorCode(cause);
    if (code === "unknown") throw cause;
    if (unreachable.has(code)) {
      const text = `${folder}: ${code}; make the folder readable and writable for this user`;
      throw new Fault("journal/unreadable", text, { cause });
    }
    if (isNoSpace(cause)) throw fullFault(`${folder}: the disk is full (${code})`, cause);
    throw ioFault(`${folder}: opening failed`, cause);
  }
}

export function ioFault(doing: string, cause: unknown): Fault {
  const text = `${doing} (${systemErrorCode(cause)}); check the disk, then open the journal again`;
  return new Fault("journal/io", text, { cause });
}

export function fullFault(seen: string, cause?: unknown): Fault {
  return new Fault("journal/full", `${seen}; free space or raise the limit`, { cause });
}
