// Reads only the announced length of MQTT frames, so that none is buffered that is too large.

import type { Socket } from "node:net";
import { limits } from "@driftbox/proto";

/** The largest frame that may come: a policy, its topic and the fixed header. */
export const frameMaxBytes = limits.policyMaxBytes + 1_024;

const continues = 0x80;
const lengthMaxBytes = 4;

/** Follows the frames of one connection (MQTT 3.1.1, section 2.2.3), however they are cut. */
export class FrameGuard {
  /** Bytes of the frame under way that are still to come. */
  #restBytes = 0;
  #isInHead = false;
  #headLength = 0;
  #length = 0;

  /** The announced length of the first frame that is too large or malformed, else undefined. */
  take(chunk: Uint8Array): number | undefined {
    for (let at = 0; at < chunk.length;) {
      if (this.#restBytes > 0) {
        const skipped = Math.min(this.#restBytes, chunk.length - at);
        this.#restBytes -= skipped;
        at += skipped;
        continue;
      }
      const length = this.#takeHeadByte(chunk[at] ?? 0);
      if (length !== undefined && length > frameMaxBytes) return length;
      at += 1;
    }
    return undefined;
  }

  /** The announced length once the head is whole; infinite for a length that never ends. */
  #takeHeadByte(byte: number): number | undefined {
    if (!this.#isInHead) {
      this.#isInHead = true;
      this.#headLength = 0;
      this.#length = 0;
      return undefined;
    }
    this.#length += (byte % continues) * continues ** this.#headLength;
    this.#headLength += 1;
    if (byte >= continues) return this.#headLength < lengthMaxBytes ? undefined : Infinity;
    this.#isInHead = false;
    this.#restBytes = this.#length;
    return this.#length;
  }
}

/** Watches a connection; `refuse` must end it when a frame is announced that is too large. */
export function guarded(socket: Socket, refuse: (reason: string) => void): Socket {
  const guard = new FrameGuard();
  socket.on("data", (chunk: Uint8Array) => {
    const length = guard.take(chunk);
    if (length !== undefined) refuse(`the server announced a frame of ${length} bytes`);
  });
  return socket;
}
