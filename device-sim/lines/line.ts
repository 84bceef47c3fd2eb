// The serial line between a simulated device and a gateway: bytes in, bytes out, and a plug.

/** Stops a subscription. */
export type Stop = () => void;

/**
 * The device's end of a serial line.
 *
 * Contract, the same for every kind of line:
 * 1. Bytes arrive in order, any of the 256 values, in chunks of any size.
 * 2. `send` never blocks and never throws; bytes leave at the line's rate, 10 bits a byte. Bytes
 *    that nobody takes are lost, as on a wire: nothing is kept for a far end that comes later.
 * 3. `unplug` makes the port vanish for the far end, which notices; pending bytes are lost.
 *    `replug` brings it back under the same name, or under the one it is given. Both are
 *    idempotent.
 * 4. After `close` nothing happens any more.
 */
export interface Line {
  /** What a gateway's configuration names: a device path or `tcp://host:port`. */
  readonly port: string;
  readonly baudRate: number;
  readonly isPlugged: boolean;
  /** Changes the device's own rate. The far end keeps its own until it is set anew. */
  setBaudRate(baudRate: number): void;
  onBytes(listener: (bytes: Uint8Array) => void): Stop;
  send(bytes: Uint8Array): void;
  unplug(): Promise<void>;
  replug(name?: string): Promise<void>;
  close(): Promise<void>;
}

/** Listeners of a line; shared by the kinds of line so that each only moves bytes. */
export class ByteListeners {
  readonly #listeners = new Set<(bytes: Uint8Array) => void>();

  add(listener: (bytes: Uint8Array) => void): Stop {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener(bytes);
  }

  clear(): void {
    this.#listeners.clear();
  }
}
