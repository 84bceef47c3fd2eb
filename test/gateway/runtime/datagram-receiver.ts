// A Unix datagram socket in a process of its own, as a supervisor would listen.

import { spawn, type ChildProcess } from "node:child_process";
import { until } from "../drivers/until.ts";

/** Binds a datagram socket, an abstract one for `@name`, and prints each datagram as a line. */
const program = `
import socket, sys
name = sys.argv[1]
s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
s.bind("\\0" + name[1:] if name.startswith("@") else name)
print("bound", flush=True)
while True:
    print(s.recv(4096).decode(), flush=True)
`;

export class DatagramReceiver {
  readonly #child: ChildProcess;
  #text = "";

  private constructor(path: string) {
    const child = spawn("python3", ["-c", program, path], { stdio: ["ignore", "pipe", 2] });
    child.stdout?.on("data", (part) => void (this.#text += String(part)));
    this.#child = child;
  }

  /** Listens when the promise resolves. */
  static async at(path: string): Promise<DatagramReceiver> {
    const made = new DatagramReceiver(path);
    await until("the receiver is bound", () => made.#lines()[0] === "bound");
    return made;
  }

  get heard(): readonly string[] {
    return this.#lines().slice(1);
  }

  get isGone(): boolean {
    return this.#child.signalCode !== null;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  #lines(): readonly string[] {
    return this.#text.split("\n").slice(0, -1);
  }
}
