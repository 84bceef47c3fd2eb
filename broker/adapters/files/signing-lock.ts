// One command of a center at a time gives out versions and numbers: the lock is the kernel's.

import { join } from "node:path";
import SqliteDatabase, { SqliteError, type Database } from "better-sqlite3";
import { Fault } from "@driftbox/proto";

/** A command that signs is done in far less. */
const waitMaxMs = 10_000;

/**
 * Runs what reads a version, signs the next one and writes it, with nobody else in between. The
 * lock ends with the process, however it ends. Fault: documents/io, when it is held for too long.
 */
export function withSigningLock<T>(folder: string, change: () => T, waitMs = waitMaxMs): T {
  const path = join(folder, "signing.lock");
  let lock: Database | undefined;
  try {
    lock = new SqliteDatabase(path, { timeout: waitMs });
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock?.close();
    const isHeld = cause instanceof SqliteError && cause.code.startsWith("SQLITE_BUSY");
    const reason = isHeld
      ? "another command signs for this center; nothing was changed, try again"
      : "cannot be locked; check the owner of the folder";
    throw new Fault("documents/io", `${path}: ${reason}`, { cause });
  }
  try {
    return change();
  } finally {
    lock.close();
  }
}
