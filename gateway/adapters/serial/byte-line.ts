// The narrow view of one open byte connection: a serial port, a socket to a serial server,
// or a fake.
import type { Unsubscribe } from "../../ports/devices.ts";

/** What became of one write. `not-sent` is a promise: no byte of it left, and none will. */
export type WriteResult =
  | { readonly outcome: "sent" }
  | { readonly outcome: "not-sent"; readonly reason: string };

/**
 * One connection, used once: after it closed it stays closed, and a new one is opened.
 *
 * Contract:
 * - `write` hands the bytes to the operating system now or refuses. It never keeps them for later:
 *   it refuses while the line is closed and while an earlier write has not left yet.
 * - `onClosed` fires once, also for a listener added after the end (in a microtask),
 * with the reason.
 *   No bytes are delivered after it.
 * - `close` discards bytes the operating system has not sent yet, so that none leaves later.
 *   It resolves when the port is free again, never rejects, and may be called twice.
 */
export interface ByteLine {
  write(bytes: Uint8Array): WriteResult;
  onBytes(listener: (bytes: Uint8Array) => void): Unsubscribe;
  onClosed(listener: (reason: string) => void): Unsubscribe;
  close(): Promise<void>;
}

/**
 * Opens a new connection. Rejects with `Fault` `device/absent` or
 * `device/busy` when it cannot, also after `signal` aborted,
 * but not before whatever it had opened is closed again.
 */
export type OpenLine = (signal: AbortSignal) => Promise<ByteLine>;
