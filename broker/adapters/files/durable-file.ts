// Writes one small file so that it is there after a power cut, as a whole: another name, fsync,
// link or rename, folder fsync.

import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { Fault } from "@driftbox/proto";

export const ownerOnlyFile = 0o600;
export const ownerOnlyFolder = 0o700;

/** Creates a folder and its parents with mode 0700. Fault: journal/unreadable. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: ownerOnlyFolder });
  } catch (cause) {
    throw new Fault("journal/unreadable", `${path}: cannot be made; check the owner`, { cause });
  }
}

/**
 * A new file, there as a whole or not at all; an existing one is never overwritten.
 * Faults: config/value (it exists), journal/unreadable.
 */
export function writeNew(path: string, content: string | Uint8Array): void {
  const next = `${path}.${process.pid}.next`;
  try {
    writeFlushed(next, content);
    linkSync(next, path);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    if (hasCode(cause, "EEXIST")) {
      throw new Fault("config/value", `${path} exists and is not overwritten`, { cause });
    }
    throw new Fault("journal/unreadable", `${path}: cannot be written; check the owner`, { cause });
  } finally {
    rmSync(next, { force: true });
  }
  flushFolder(dirname(path));
}

/** Replaces a file as a whole, or leaves the old one. Fault: journal/unreadable. */
export function replaceFile(path: string, content: Uint8Array): void {
  const next = `${path}.${process.pid}.next`;
  writeFlushed(next, content);
  renameSync(next, path);
  flushFolder(dirname(path));
}

function writeFlushed(path: string, content: string | Uint8Array): void {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "w", ownerOnlyFile);
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } catch (cause) {
    throw new Fault("journal/unreadable", `${path}: cannot be written; check the owner`, { cause });
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function flushFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
