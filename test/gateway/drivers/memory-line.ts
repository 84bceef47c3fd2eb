// A cable in memory with a socket to plug it into: a real byte line whose far end the test holds.
import { Fault } from "@driftbox/proto";
import type {
  ByteLine,
  OpenLine,
  WriteResult,
} from "../../../gateway/adapters/serial/byte-line.ts";
import { LineEnd } from "../../../gateway/adapters/serial/line-end.ts";

/** The far end of every connection through one socket. `received` keeps each byte that left. */
export class MemorySocket {
  readonly received: number[] = [];
  /** Called with each write of the near end, after it was recorded. */
  onWrite: (bytes: Uint8Array) => void = () => {};
  isPlugged = true;
  /** Refuses this many writes, as a line does whose earlier bytes have not left yet. */
  refuseCount = 0;
  openCount = 0;
  #near: LineEnd | undefined;

  readonly open: OpenLine = () => {
    if (!this.isPlugged) return Promise.reject(new Fault("device/absent", "nothing is plugged in"));
    this.openCount += 1;
    const end = new LineEnd();
    this.#near = end;
    return Promise.resolve(this.#lineOver(end));
  };

  /** Bytes from the device to the program. */
  send(bytes: Uint8Array | readonly number[]): void {
    this.#near?.receive(Uint8Array.from(bytes));
  }

  unplug(): void {
    this.isPlugged = false;
    this.#near?.end("unplugged");
    this.#near = undefined;
  }

  plug(): void {
    this.isPlugged = true;
  }

  #lineOver(end: LineEnd): ByteLine {
    return {
      write: (bytes) => this.#write(end, bytes),
      onBytes: (listener) => end.onBytes(listener),
      onClosed: (listener) => end.onClosed(listener),
      close: () => {
        end.end("closed here");
        return Promise.resolve();
      },
    };
  }

  #write(end: LineEnd, bytes: Uint8Array): WriteResult {
    if (end.isClosed) return { outcome: "not-sent", reason: "the cable is closed" };
    if (this.refuseCount > 0) {
      this.refuseCount -= 1;
      return { outcome: "not-sent", reason: "earlier bytes have not left yet" };
    }
    this.received.push(...bytes);
    this.onWrite(bytes);
    return { outcome: "sent" };
  }
}
