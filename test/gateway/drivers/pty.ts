// Makes pseudo terminals: a device path for the real serial driver, and the far end in the test.
import { closeSync, writeSync } from "node:fs";
import { ReadStream } from "node:tty";
import koffi from "koffi";

const openpty = koffi
  .load("libc.so.6")
  .func("int openpty(_Out_ int *amaster, _Out_ int *aslave, void *name, void *termp, void *winp)");

/** One pseudo terminal. The slave is held open here, so that the path survives close and reopen. */
export class Pty {
  readonly path: string;
  readonly received: number[] = [];
  /** Called with each chunk the near end wrote, after it was recorded. */
  onWrite: (bytes: Uint8Array) => void = () => {};
  readonly #masterFd: number;
  readonly #slaveFd: number;
  readonly #master: ReadStream;
  #isPlugged = true;

  constructor() {
    const master = [0];
    const slave = [0];
    const name = Buffer.alloc(128);
    if (openpty(master, slave, name, null, null) !== 0) throw new Error("openpty failed");
    this.#masterFd = master[0] ?? -1;
    this.#slaveFd = slave[0] ?? -1;
    this.path = name.toString("latin1").split("\0")[0] ?? "";
    this.#master = new ReadStream(this.#masterFd);
    this.#master.setRawMode(true);
    this.#master.on("error", () => {});
    this.#master.on("data", (bytes: Buffer) => {
      this.received.push(...bytes);
      this.onWrite(bytes);
    });
  }

  /** Bytes from the device to the program. */
  send(bytes: Uint8Array | readonly number[]): void {
    if (this.#isPlugged) writeSync(this.#masterFd, Uint8Array.from(bytes));
  }

  /** Pulls the cable: the path vanishes and whoever has it open sees it end. */
  unplug(): void {
    if (!this.#isPlugged) return;
    this.#isPlugged = false;
    this.#master.destroy();
    closeSync(this.#slaveFd);
  }
}
