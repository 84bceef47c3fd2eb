// A mounted file system on a disk that loses power on order: FUSE, a loop device and ext4.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";

const keeper = join(import.meta.dirname, "cut-disk.sh");
const imageBytes = 134_217_728;

/** `off` loses every unflushed sector, `torn` keeps a random half of them. */
export type Cut = { readonly kind: "off" } | { readonly kind: "torn"; readonly seed: number };

export class CutDisk {
  static readonly #standing = new Set<CutDisk>();
  /** Where the file system is mounted while there is power. */
  readonly mountpoint: string;
  readonly #power: string;
  readonly #keeper: ChildProcessWithoutNullStreams;
  readonly #answers: AsyncIterator<string>;
  readonly #ended: Promise<unknown>;
  #errorText = "";

  private constructor(program: string, folder: string) {
    this.mountpoint = join(folder, "mnt");
    this.#power = join(folder, "front", "power");
    // A group of its own: it cleans up when the group of the test is stopped.
    this.#keeper = spawn("bash", [keeper, program, folder, String(imageBytes)], { detached: true });
    this.#keeper.stdin.on("error", () => undefined);
    this.#keeper.stderr.on("data", (text: Buffer) => (this.#errorText += text.toString()));
    this.#answers = createInterface({ input: this.#keeper.stdout })[Symbol.asyncIterator]();
    this.#ended = once(this.#keeper, "close");
    CutDisk.#standing.add(this);
  }

  /**
   * Makes and mounts a fresh ext4. `program` is the built volatile disk; `folder` is the disk's own
   * and goes with it.
   */
  static async make(program: string, folder: string): Promise<CutDisk> {
    const disk = new CutDisk(program, folder);
    await disk.#mounted();
    return disk;
  }

  /** Takes down every disk that still stands, such as those of a test that ran out of time. */
  static async removeAll(): Promise<void> {
    await Promise.all([...CutDisk.#standing].map((disk) => disk.remove()));
  }

  /** Power goes away now. Everything on the disk fails until `restore`. */
  cut(cut: Cut): void {
    writeFileSync(this.#power, cut.kind === "off" ? "off\n" : `torn ${cut.seed}\n`);
  }

  /** Power returns: the file system replays its journal. The processes on it must have ended. */
  async restore(): Promise<void> {
    this.#keeper.stdin.write("restore\n");
    await this.#mounted();
  }

  /** Counters since it was made: flushes, writes, sectors lost and kept. */
  counters(): string {
    return readFileSync(this.#power, "latin1").trim();
  }

  /** Takes everything down; detaches what is still in use, so that a failed test leaves nothing. */
  async remove(): Promise<void> {
    this.#keeper.stdin.end();
    await this.#ended;
    CutDisk.#standing.delete(this);
  }

  async #mounted(): Promise<void> {
    const { value, done } = await this.#answers.next();
    if (done !== true && value === "mounted") return;
    await this.#ended;
    throw new Error(`the cut disk could not be mounted: ${this.#errorText}`);
  }
}
