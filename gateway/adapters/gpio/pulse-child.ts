// Starts a pulse program as a process of its own and says how it ended; keeps one started ahead.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { messageOf } from "./line-keeper.ts";
import {
  pulseArguments,
  type ProgramPulse,
  type PulseCommand,
  type PulseProgram,
} from "./pulse-program.ts";

/** More of what a program says is not kept. */
const wordsMaxChars = 500;

export type ChildEnd =
  | { readonly kind: "not-started"; readonly reason: string }
  /** `code` null = killed; `words` is the beginning of its stderr. */
  | { readonly kind: "ended"; readonly code: number | null; readonly words: string };

export interface PulseChild {
  readonly ended: Promise<ChildEnd>;
  readonly kill: () => void;
}

/** Gives pulses by processes; shared by the locks of a gateway. */
export interface PulseStarter {
  /** Starts a process for the next pulse, if none waits. */
  prepare(program: PulseProgram): void;
  start(program: PulseProgram, pulse: ProgramPulse): PulseChild;
  /** Ends the process that waits. The next `prepare` starts one anew. */
  rest(): void;
}

interface Started extends PulseChild {
  readonly input: Writable;
}

/**
 * A process that waits ends by itself when its input closes, so also when this program dies.
 * A pulse while none waits is given by a process that is started for it.
 */
export class PulseProcesses implements PulseStarter {
  #waiting: Started | undefined;

  prepare({ ahead }: PulseProgram): void {
    if (this.#waiting !== undefined) return;
    const started = startProcess(ahead);
    this.#waiting = started;
    void started.ended.finally(() => {
      if (this.#waiting === started) this.#waiting = undefined;
    });
  }

  start(program: PulseProgram, pulse: ProgramPulse): PulseChild {
    const waiting = this.#waiting;
    if (waiting === undefined) {
      const started = startProcess(program.commandOf(pulse));
      started.input.end();
      return started;
    }
    this.#waiting = undefined;
    waiting.input.end(JSON.stringify(pulseArguments(pulse)));
    return waiting;
  }

  rest(): void {
    this.#waiting?.input.end();
    this.#waiting = undefined;
  }
}

/** In a process group of its own: a signal to this program's group does not end the pulse. */
function startProcess({ command, args }: PulseCommand): Started {
  const child: ChildProcessByStdio<Writable, null, Readable> = spawn(command, args, {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
  });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(0, wordsMaxChars);
  });
  // Whoever cannot be told its pulse has ended, which is told below.
  child.stdin.on("error", () => {});
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once("error", (error) => {
      if (child.pid === undefined) resolve({ kind: "not-started", reason: messageOf(error) });
    });
    child.once("close", (code) => resolve({ kind: "ended", code, words: words.trim() }));
  });
  return { ended, kill: () => child.kill("SIGKILL"), input: child.stdin };
}
