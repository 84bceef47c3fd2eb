// Takes our own bytes out of a line whose adapter hears what it sends (two-wire RS-485).
import type { ByteLine, OpenLine, WriteResult } from "./byte-line.ts";
import { Listeners } from "./listeners.ts";

/** More of our own bytes than this are never waited for: longer than any two requests. */
const pendingMaxBytes = 512;

/**
 * Opens lines that echo. After each write exactly those bytes are taken out of what arrives. Bytes
 * that differ mean that the echo was damaged or that there is none: all of them are delivered, and
 * nothing more is taken out until the next write. For adapters that do not echo this is wrong: a
 * device whose answer repeats the request would seem silent.
 */
export function withoutEcho(open: OpenLine): OpenLine {
  return async (signal) => stripped(await open(signal));
}

function stripped(line: ByteLine): ByteLine {
  const listeners = new Listeners<[Uint8Array]>();
  const echo = new PendingEcho();
  line.onBytes((bytes) => {
    const foreign = echo.takenFrom(bytes);
    if (foreign.length > 0) listeners.emit(foreign);
  });
  return {
    write: (bytes): WriteResult => {
      const result = line.write(bytes);
      if (result.outcome === "sent") echo.expect(bytes);
      return result;
    },
    onBytes: (listener) => listeners.add(listener),
    onClosed: (listener) => line.onClosed(listener),
    close: () => line.close(),
  };
}

/** Our own bytes on their way back, of which the first `#matchedCount` have come. */
class PendingEcho {
  #pending: readonly number[] = [];
  #matchedCount = 0;

  expect(bytes: Uint8Array): void {
    if (this.#pending.length + bytes.length > pendingMaxBytes) this.#forget();
    this.#pending = [...this.#pending, ...bytes];
  }

  /** What is not ours; bytes that matched before a difference are given back. */
  takenFrom(bytes: Uint8Array): Uint8Array {
    for (const [at, byte] of bytes.entries()) {
      const expected = this.#pending[this.#matchedCount];
      if (byte !== expected) {
        const held = expected === undefined ? [] : this.#pending.slice(0, this.#matchedCount);
        this.#forget();
        return Uint8Array.from([...held, ...bytes.subarray(at)]);
      }
      this.#matchedCount += 1;
    }
    if (this.#matchedCount === this.#pending.length) this.#forget();
    return new Uint8Array(0);
  }

  #forget(): void {
    this.#pending = [];
    this.#matchedCount = 0;
  }
}
