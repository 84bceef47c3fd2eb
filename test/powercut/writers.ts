// Writer processes of one cut disk, and what they acknowledge.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

const errorMaxChars = 4_000;

/** The next one loads while the last one works. */
export class Writers {
  readonly #args: readonly string[];
  #standby: ChildProcessWithoutNullStreams;

  /** `program` is the bundled writer, `folder` the mounted disk. */
  constructor(program: string, storeName: string, folder: string, isFlushing: boolean) {
    this.#args = [program, storeName, folder, isFlushing ? "careful" : "careless"];
    this.#standby = this.#spawn();
  }

  take(): ChildProcessWithoutNullStreams {
    const taken = this.#standby;
    this.#standby = this.#spawn();
    return taken;
  }

  stop(): void {
    this.#standby.kill("SIGKILL");
  }

  #spawn(): ChildProcessWithoutNullStreams {
    const child = spawn(process.execPath, this.#args);
    // It is killed with orders unread; that is not an error of the rig.
    child.stdin.on("error", () => undefined);
    return child;
  }
}

/** Reads the acknowledgements; a line counts when it is whole. */
export function follow(
  writer: ChildProcessWithoutNullStreams,
  acknowledged: Map<string, number>,
  wantedCount: number,
) {
  const { stdout, stderr } = writer;
  let count = 0;
  let errorText = "";
  stderr.on("data", (text: Buffer) => {
    errorText = (errorText + text.toString()).slice(-errorMaxChars);
  });
  const lines = createInterface({ input: stdout });
  const reached = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      const [slot = "", item = ""] = line.split(" ");
      acknowledged.set(slot, Number(item));
      count += 1;
      if (count >= wantedCount) resolve();
    });
    writer.once("exit", () => resolve());
    if (wantedCount === 0) resolve();
  });
  const ended = Promise.all([once(writer, "close"), once(lines, "close")]);
  return { reached, ended, count: () => count, errorText: () => errorText };
}
