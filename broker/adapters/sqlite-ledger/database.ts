// Opens the ledger's database: one process, WAL, synchronous FULL, a known schema; or a Fault.

import { closeSync, fsyncSync, openSync } from "node:fs";
import { dirname } from "node:path";
import SqliteDatabase, { SqliteError, type Database } from "better-sqlite3";
import { Fault } from "@driftbox/proto";
import { applicationId, schemaSteps } from "./schema.ts";

const synchronousFull = 2;
/** Pages of the write-ahead log before SQLite copies it back: 4 KiB each. */
const checkpointPages = 4_000;

/**
 * Opens or creates the database file. The lock is the kernel's and ends with the process.
 * Faults: ledger/locked, ledger/not-durable, ledger/io.
 */
export function openDatabase(path: string): Database {
  let database: Database | undefined;
  try {
    database = new SqliteDatabase(path, { timeout: 0 });
    database.pragma("locking_mode = EXCLUSIVE");
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    database.pragma("trusted_schema = OFF");
    database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    database.exec("BEGIN IMMEDIATE; COMMIT");
    assertDurable(database);
    migrate(database, path);
    flushFolder(dirname(path));
    return database;
  } catch (error) {
    database?.close();
    throw faultOf(error, path);
  }
}

/** Reads the mode back: what a pragma was asked for is not always what it became. */
export function assertDurable(database: Database): void {
  const journal = database.pragma("journal_mode", { simple: true });
  const synchronous = database.pragma("synchronous", { simple: true });
  if (journal === "wal" && synchronous === synchronousFull) return;
  throw new Fault(
    "ledger/not-durable",
    `journal_mode ${String(journal)}, synchronous ${String(synchronous)}: wanted wal and 2; ` +
      "put the data folder on a local disk",
  );
}

/** Takes the database from its version of the schema to the newest one, in one transaction. */
function migrate(database: Database, path: string): void {
  const version = Number(database.pragma("user_version", { simple: true }));
  const id = database.pragma("application_id", { simple: true });
  const isOurs = version === 0 ? id === 0 : id === applicationId;
  if (!isOurs || version > schemaSteps.length) {
    throw new Fault(
      "ledger/io",
      `${path}: schema ${version} of application ${String(id)}, not ${schemaSteps.length}; ` +
        "it was made by another program or a newer version",
    );
  }
  if (version === schemaSteps.length) return;
  database.transaction(() => {
    for (const step of schemaSteps.slice(version)) database.exec(step);
    database.pragma(`application_id = ${applicationId}`);
    database.pragma(`user_version = ${schemaSteps.length}`);
  })();
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SQLite's errors as Faults that say what to do; a Fault passes unchanged. */
export function faultOf(error: unknown, what: string): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
    return new Fault("ledger/locked", `${what}: another process holds it; stop that one first`, {
      cause: error,
    });
  }
  const reason = error instanceof Error ? error.message : String(error);
  return new Fault("ledger/io", `${what}: ${reason}; check space and health of the disk`, {
    cause: error,
  });
}
