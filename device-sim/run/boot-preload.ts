// Gives a gateway another boot than that of this machine, as if its power had failed: loaded before
// its own code.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

/** Names the boot, as the kernel writes it. */
const variable = "DRIFTBOX_SIM_BOOT_ID";
const bootIdPath = "/proc/sys/kernel/random/boot_id";

const bootId = process.env[variable];
if (bootId !== undefined) {
  const read: unknown = Reflect.get(fs, "readFileSync");
  Reflect.set(fs, "readFileSync", (...args: readonly unknown[]): unknown => {
    if (args[0] === bootIdPath) return `${bootId}\n`;
    return typeof read === "function" ? Reflect.apply(read, fs, args) : undefined;
  });
  syncBuiltinESMExports();
}
