// The disk of a simulated gateway: really full, and free again.

import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SmallDisk } from "../../device-sim/run/small-disk.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "driftbox-disk-"));
});
afterEach(() => {
  SmallDisk.unmount(folder);
  rmSync(folder, { recursive: true });
});

it.skipIf(process.getuid?.() !== 0)(
  "is full to the last byte, keeps what it has, and is freed",
  () => {
    const disk = SmallDisk.mount(folder, 4);
    const kept = join(folder, "kept");
    writeFileSync(kept, "before");
    disk.fill();
    expect(disk.isFull).toBe(true);
    expect(statfsSync(folder).bavail).toBe(0);
    expect(() => writeFileSync(join(folder, "more"), "x".repeat(10_000))).toThrow(/ENOSPC/);
    disk.free();
    expect(disk.isFull).toBe(false);
    writeFileSync(join(folder, "more"), "x".repeat(10_000));
    expect(readFileSync(kept, "utf8")).toBe("before");
  },
);

it("that cannot be mounted says who may", () => {
  expect(() => SmallDisk.mount(folder, -1)).toThrow(/only root may make a disk/);
});
