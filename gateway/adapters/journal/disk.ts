// The narrow disk the journal writes on: every operation whose failure or loss matters,
// and no other.

/**
 * An open file of fixed length.
 *
 * Contract: `write` overwrites bytes inside the length and may be lost until `flush` returns;
 * `flush` returns only when everything written before is on stable storage. All throw the
 * system's error (with `code`) on failure; after a failed flush nothing written since the last
 * good one may be trusted.
 */
export interface DiskFile {
  readonly sizeBytes: number;
  /** Fills `into` from `offset`; returns the bytes read, fewer only at the end of the file. */
  read(into: Uint8Array, offset: number): number;
  write(bytes: Uint8Array, offset: number): void;
  flush(): void;
  close(): void;
}

/** Held until `release`, or until the process ends in whatever way. */
export interface DiskLock {
  release(): void;
}

/**
 * Files and one folder level.
 *
 * Contract: a name made, moved or removed is durable only after `syncFolder`. `createZeroed`
 * makes a file whose zeros (not its name) are durable, replacing an older one of that name, and
 * leaves none behind when it fails.
 */
export interface JournalDisk {
  /** Makes the folder, durably, if its parent exists. */
  makeFolder(path: string): void;
  list(folder: string): readonly string[];
  /** Bytes this process may still allocate on the file system of `folder`. */
  freeBytes(folder: string): number;
  /** Undefined when another holder has it. */
  lock(path: string): DiskLock | undefined;
  open(path: string): DiskFile;
  createZeroed(path: string, sizeBytes: number): void;
  /** The same as `createZeroed` without blocking the caller. */
  prepareZeroed(path: string, sizeBytes: number): Promise<void>;
  rename(path: string, newPath: string): void;
  /**
   * Afterwards the file is not there, whoever removed it: a journal that was closed a moment ago
   * may still be removing the spare that it was making.
   */
  unlink(path: string): void;
  syncFolder(folder: string): void;
}

/** The `code` of a system error, or "unknown". */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return "unknown";
}

export function isNoSpace(error: unknown): boolean {
  const code = systemErrorCode(error);
  return code === "ENOSPC" || code === "EDQUOT";
}
