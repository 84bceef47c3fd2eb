// Reads a policy that somebody put on the gateway's own disk.

import { closeSync, openSync, readSync } from "node:fs";
import { limits } from "@driftbox/proto";

/**
 * Bytes of the file, or as many of a larger one as show that it is too large: `openDocument`
 * refuses those. @throws errors of node:fs
 */
export function readPolicyFile(path: string): Uint8Array {
  const bytes = Buffer.alloc(limits.policyMaxBytes + 1);
  const file = openSync(path, "r");
  try {
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(file, bytes, length, bytes.length - length, null);
    }
    return Uint8Array.from(bytes.subarray(0, length));
  } finally {
    closeSync(file);
  }
}
