// A disk in memory that fails on order and loses power: what is not flushed,
// and what is not named, is gone.

import { basename } from "node:path";
import type { DiskFile, DiskLock, JournalDisk } from "../../../gateway/adapters/journal/disk.ts";

const sectorBytes = 512;

/** What happens at one operation. After `torn` and `lost` the power is off until `restart`. */
export type FaultKind = "fails" | "fails-but-stored" | "power-lost";

interface StoredFile {
  /** What a process sees, and what is on stable storage. */
  seen: Uint8Array;
  stable: Uint8Array;
  readonly dirty: Set<number>;
}

type Names = Map<string, StoredFile>;
type Random = () => number;

export class FaultyDisk implements JournalDisk {
  /** Operations since the start; the plan counts on it. */
  opCount = 0;
  /** Bytes the file system still has; undefined = no limit. */
  freeLimitBytes: number | undefined;
  plan: { readonly at: number; readonly kind: FaultKind } | undefined;
  #seen: Names = new Map();
  #stable: Names = new Map();
  #pendingNames: ((names: Names) => void)[] = [];
  #locked = new Set<string>();
  #hasPower = true;

  makeFolder(): void {
    this.#op("makeFolder", () => undefined);
  }

  list(): readonly string[] {
    return [...this.#seen.keys()];
  }

  freeBytes(): number {
    return this.freeLimitBytes ?? 1e12;
  }

  lock(path: string): DiskLock | undefined {
    if (this.#locked.has(path)) return undefined;
    this.#locked.add(path);
    return { release: () => void this.#locked.delete(path) };
  }

  open(path: string): DiskFile {
    const file = this.#seen.get(basename(path));
    if (file === undefined) throw systemError("ENOENT");
    return {
      sizeBytes: file.seen.length,
      read: (into, offset) => {
        const part = file.seen.subarray(offset, offset + into.length);
        into.set(part);
        return part.length;
      },
      write: (bytes, offset) => this.#op("write", () => writeInto(file, bytes, offset)),
      flush: () => this.#op("flush", () => flush(file), forgetsDirt(file)),
      close: () => undefined,
    };
  }

  createZeroed(path: string, sizeBytes: number): void {
    if (this.freeBytes() < sizeBytes) throw systemError("ENOSPC");
    this.#op("createZeroed", () => {
      const zeros = new Uint8Array(sizeBytes);
      const file = { seen: zeros, stable: zeros.slice(), dirty: new Set<number>() };
      if (this.freeLimitBytes !== undefined) this.freeLimitBytes -= sizeBytes;
      this.#rename((names) => names.set(basename(path), file));
    });
  }

  prepareZeroed(path: string, sizeBytes: number): Promise<void> {
    return new Promise((resolve) => {
      this.createZeroed(path, sizeBytes);
      resolve();
    });
  }

  rename(path: string, newPath: string): void {
    this.#op("rename", () =>
      this.#rename((names) => {
        const file = names.get(basename(path));
        names.delete(basename(path));
        if (file !== undefined) names.set(basename(newPath), file);
      }),
    );
  }

  unlink(path: string): void {
    this.#op("unlink", () => this.#rename((names) => names.delete(basename(path))));
  }

  syncFolder(): void {
    this.#op("syncFolder", () => {
      for (const change of this.#pendingNames.splice(0)) change(this.#stable);
    });
  }

  /**
   * The power returns: of what was not flushed each sector and each change of a name survives with
   * the given chance (0 none, 1 all), in no order: stricter than the file systems we run on.
   */
  restart(random: Random, chance: number): void {
    for (const change of this.#pendingNames.splice(0)) if (random() < chance) change(this.#stable);
    for (const file of new Set(this.#stable.values())) {
      for (const sector of file.dirty) if (random() < chance) keepSector(file, sector);
      file.dirty.clear();
      file.seen = file.stable.slice();
    }
    this.#seen = new Map(this.#stable);
    this.endProcess();
    this.#hasPower = true;
    this.plan = undefined;
  }

  /** The process ends; the machine and its page cache live on. */
  endProcess(): void {
    this.#locked.clear();
    this.opCount = 0;
  }

  /** The bytes of a file, to damage them. */
  bytesOf(name: string): Uint8Array {
    const file = this.#seen.get(name);
    if (file === undefined) throw new Error(`no file ${name}`);
    return file.seen;
  }

  /** Replaces or makes a file, at once and durably. */
  put(name: string, bytes: Uint8Array): void {
    const file = { seen: bytes.slice(), stable: bytes.slice(), dirty: new Set<number>() };
    this.#seen.set(name, file);
    this.#stable.set(name, file);
  }

  remove(name: string): void {
    this.#seen.delete(name);
    this.#stable.delete(name);
  }

  #op(name: string, effect: () => void, onFailure: () => void = () => undefined): void {
    if (!this.#hasPower) throw systemError("EIO", name);
    this.opCount += 1;
    if (this.plan?.at !== this.opCount) return effect();
    const { kind } = this.plan;
    // A write is in flight when the power goes: some of its sectors may still arrive.
    if (kind === "fails-but-stored" || (kind === "power-lost" && name === "write")) effect();
    if (kind === "fails") onFailure();
    if (kind === "power-lost") this.#hasPower = false;
    throw systemError("EIO", name);
  }

  #rename(change: (names: Names) => void): void {
    change(this.#seen);
    this.#pendingNames.push(change);
  }
}

function writeInto(file: StoredFile, bytes: Uint8Array, offset: number): void {
  if (offset + bytes.length > file.seen.length) {
    const longer = new Uint8Array(offset + bytes.length);
    longer.set(file.seen);
    file.seen = longer;
  }
  file.seen.set(bytes, offset);
  const last = Math.floor((offset + bytes.length - 1) / sectorBytes);
  for (let sector = Math.floor(offset / sectorBytes); sector <= last; sector += 1) {
    file.dirty.add(sector);
  }
}

function flush(file: StoredFile): void {
  for (const sector of file.dirty) keepSector(file, sector);
  file.dirty.clear();
}

/** Linux after a failed flush: the pages count as clean, but are not on the disk. */
function forgetsDirt(file: StoredFile): () => void {
  return () => file.dirty.clear();
}

function keepSector(file: StoredFile, sector: number): void {
  const at = sector * sectorBytes;
  if (file.stable.length < file.seen.length) {
    const longer = new Uint8Array(file.seen.length);
    longer.set(file.stable);
    file.stable = longer;
  }
  file.stable.set(file.seen.subarray(at, at + sectorBytes), at);
}

function systemError(code: string, doing = "disk"): Error {
  return Object.assign(new Error(`${code}: ${doing}`), { code });
}
