// A disk of its own for the data folder of one gateway, so small that it can really be filled.

import { spawnSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";

const fillerName = "filler";
const fillStepBytes = 65_536;
const smallestStepBytes = 512;

/** A file system in memory; only root may make one. */
export class SmallDisk {
  readonly #folder: string;
  readonly #maxBytes: number;
  #isFull = false;

  private constructor(folder: string, maxBytes: number) {
    this.#folder = folder;
    this.#maxBytes = maxBytes;
  }

  /** @throws Fault config/value where this user may not mount */
  static mount(folder: string, sizeMiB: number): SmallDisk {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const options = `size=${sizeMiB}m,mode=0700`;
    const said = command("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]);
    if (said === undefined) return new SmallDisk(folder, sizeMiB * 1_048_576);
    throw new Fault("config/value", `${folder}: only root may make a disk for a gateway: ${said}`);
  }

  /** Also of a run that was killed; nothing happens where no disk is. */
  static unmount(folder: string): void {
    command("umount", ["--lazy", folder]);
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** Takes every free byte. @throws the error of the disk when it is not that it is full */
  fill(): void {
    this.#isFull = true;
    const fd = openSync(join(this.#folder, fillerName), "a", 0o600);
    try {
      for (let step = fillStepBytes; step >= smallestStepBytes; step /= 2) this.#fillBy(fd, step);
    } finally {
      closeSync(fd);
    }
  }

  /** Gives back what `fill` took. */
  free(): void {
    this.#isFull = false;
    rmSync(join(this.#folder, fillerName), { force: true });
  }

  #fillBy(fd: number, stepBytes: number): void {
    const zeros = new Uint8Array(stepBytes);
    try {
      for (let bytes = 0; bytes <= this.#maxBytes; bytes += stepBytes) writeSync(fd, zeros);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
    }
  }
}

/** What a command said when it failed; undefined = it did not. */
function command(name: string, args: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(name, args, { encoding: "utf8" });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim();
}
