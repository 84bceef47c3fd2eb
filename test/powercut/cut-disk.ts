// A mounted file system on a disk that loses power on order: FUSE, a loop device and ext4.

import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const imageBytes = 134_217_728;
const tries = 200;
const tryEveryMs = 20;

/** `off` loses every unflushed sector, `torn` keeps a random half of them. */
export type Cut = { readonly kind: "off" } | { readonly kind: "torn"; readonly seed: number };

export class CutDisk {
  /** Where the file system is mounted while there is power. */
  readonly mountpoint: string;
  readonly #front: string;
  readonly #process: ChildProcess;
  readonly #loop: string;

  private constructor(parts: {
    readonly mountpoint: string;
    readonly front: string;
    readonly process: ChildProcess;
    readonly loop: string;
  }) {
    this.mountpoint = parts.mountpoint;
    this.#front = parts.front;
    this.#process = parts.process;
    this.#loop = parts.loop;
  }

  /** Makes and mounts a fresh ext4. `program` is the built volatile disk. */
  static async make(program: string, folder: string): Promise<CutDisk> {
    const [image, front, mountpoint] = ["image", "front", "mnt"].map((name) => join(folder, name));
    if (image === undefined || front === undefined || mountpoint === undefined) throw new Error();
    for (const path of [front, mountpoint]) mkdirSync(path, { recursive: true });
    writeFileSync(image, "");
    truncateSync(image, imageBytes);
    const ext4 = ["-q", "-F", "-b", "4096", "-E", "lazy_itable_init=0,lazy_journal_init=0"];
    await run("mkfs.ext4", [...ext4, image]);
    const child = spawn(program, [image, front, "-f", "-s"], { stdio: "ignore" });
    await until(`${front}/disk appears`, () => existsSync(join(front, "disk")));
    const setUp = ["--show", "-f", "--direct-io=on", join(front, "disk")];
    const { stdout } = await run("losetup", setUp);
    const disk = new CutDisk({ mountpoint, front, process: child, loop: stdout.trim() });
    await disk.#mount();
    return disk;
  }

  /** Power goes away now. Everything on the disk fails until `restore`. */
  cut(cut: Cut): void {
    this.#order(cut.kind === "off" ? "off" : `torn ${cut.seed}`);
  }

  /** Power returns: the file system replays its journal. The processes on it must have ended. */
  async restore(): Promise<void> {
    await this.#unmount();
    this.#order("on");
    await this.#mount();
  }

  /** Counters since it was made, for the closing line of a test. */
  counters(): string {
    return readFileSync(join(this.#front, "power"), "latin1").trim();
  }

  /** Takes everything down; detaches what is still in use, so that a failed test leaves nothing. */
  async remove(): Promise<void> {
    await this.#unmount().catch(() => run("umount", ["-l", this.mountpoint]));
    await run("losetup", ["-d", this.#loop]);
    await retried("fusermount3", ["-u", this.#front]).catch(() =>
      run("fusermount3", ["-u", "-z", this.#front]),
    );
    if (this.#process.exitCode === null) this.#process.kill();
  }

  #order(text: string): void {
    writeFileSync(join(this.#front, "power"), `${text}\n`);
  }

  async #mount(): Promise<void> {
    await run("mount", ["-t", "ext4", "-o", "noatime", this.#loop, this.mountpoint]);
  }

  #unmount(): Promise<void> {
    return retried("umount", [this.mountpoint]);
  }
}

/** A mount stays busy for a moment after its last process ended. */
async function retried(command: string, args: readonly string[]): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await run(command, args);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(tryEveryMs);
    }
  }
}

async function until(what: string, isTrue: () => boolean): Promise<void> {
  for (let left = tries; !isTrue(); left -= 1) {
    if (left === 0) throw new Error(`waited too long until ${what}`);
    await sleep(tryEveryMs);
  }
}
