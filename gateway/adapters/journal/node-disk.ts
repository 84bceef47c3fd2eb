// The journal's disk on the file system of this machine, through Node's synchronous calls.

import * as fs from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { tryLockFile } from "../runtime/libc.ts";
import { systemErrorCode, type DiskFile, type DiskLock, type JournalDisk } from "./disk.ts";

const zeros = new Uint8Array(262_144);
const privateFile = 0o600;
const privateFolder = 0o700;

/** Synchronous on purpose: the single-writer loop waits for the disk before it does anything. */
export class NodeDisk implements JournalDisk {
  makeFolder(path: string): void {
    try {
      fs.mkdirSync(path, privateFolder);
      this.syncFolder(dirname(path));
    } catch (error) {
      if (systemErrorCode(error) !== "EEXIST") throw error;
    }
  }

  list(folder: string): readonly string[] {
    return fs.readdirSync(folder);
  }

  freeBytes(folder: string): number {
    const stat = fs.statfsSync(folder);
    return stat.bavail * stat.bsize;
  }

  lock(path: string): DiskLock | undefined {
    const fd = fs.openSync(path, fs.constants.O_CREAT | fs.constants.O_RDWR, privateFile);
    try {
      if (tryLockFile(fd)) return { release: () => fs.closeSync(fd) };
    } catch (error) {
      fs.closeSync(fd);
      throw error;
    }
    fs.closeSync(fd);
    return undefined;
  }

  open(path: string): DiskFile {
    return new NodeDiskFile(fs.openSync(path, "r+"));
  }

  createZeroed(path: string, sizeBytes: number): void {
    const fd = fs.openSync(path, "w", privateFile);
    try {
      for (let at = 0; at < sizeBytes; at += zeros.length) {
        writeAll(fd, zeros.subarray(0, Math.min(zeros.length, sizeBytes - at)), at);
      }
      fs.fsyncSync(fd);
    } catch (error) {
      fs.rmSync(path, { force: true });
      throw error;
    } finally {
      fs.closeSync(fd);
    }
  }

  async prepareZeroed(path: string, sizeBytes: number): Promise<void> {
    const file = await open(path, "w", privateFile);
    try {
      for (let at = 0; at < sizeBytes; at += zeros.length) {
        const part = zeros.subarray(0, Math.min(zeros.length, sizeBytes - at));
        await file.writeFile(part);
      }
      await file.sync();
    } catch (error) {
      fs.rmSync(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  rename(path: string, newPath: string): void {
    fs.renameSync(path, newPath);
  }

  unlink(path: string): void {
    try {
      fs.unlinkSync(path);
    } catch (error) {
      if (systemErrorCode(error) !== "ENOENT") throw error;
    }
  }

  syncFolder(folder: string): void {
    const fd = fs.openSync(folder, "r");
    try {
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  }
}

class NodeDiskFile implements DiskFile {
  readonly sizeBytes: number;
  readonly #fd: number;

  constructor(fd: number) {
    this.#fd = fd;
    this.sizeBytes = fs.fstatSync(fd).size;
  }

  read(into: Uint8Array, offset: number): number {
    let done = 0;
    while (done < into.length) {
      const count = fs.readSync(this.#fd, into, done, into.length - done, offset + done);
      if (count === 0) break;
      done += count;
    }
    return done;
  }

  write(bytes: Uint8Array, offset: number): void {
    writeAll(this.#fd, bytes, offset);
  }

  flush(): void {
    fs.fdatasyncSync(this.#fd);
  }

  close(): void {
    fs.closeSync(this.#fd);
  }
}

function writeAll(fd: number, bytes: Uint8Array, offset: number): void {
  let done = 0;
  while (done < bytes.length) {
    done += fs.writeSync(fd, bytes, done, bytes.length - done, offset + done);
  }
}
