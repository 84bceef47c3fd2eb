// Random bytes from the operating system.

import { randomBytes } from "node:crypto";
import type { Entropy } from "../../ports/runtime.ts";

export class NodeEntropy implements Entropy {
  bytes(count: number): Uint8Array {
    return randomBytes(count);
  }
}
