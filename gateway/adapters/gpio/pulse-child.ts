// Starts a pulse program as a process of its own and says how it ended.
import { execFile, spawn } from "node:child_process";
import { messageOf } from "./line-keeper.ts";
import { gpiosetOf, ownPulseProgram, type PulseProgram } from "./pulse-program.ts";

/** More of what a program says is not kept. */
const wordsMaxChars = 500;
const versionMaxMs = 5_000;

export type ChildEnd =
  | { readonly kind: "not-started"; readonly reason: string }
  /** `code` null = killed; `words` is the beginning of its stderr. */
  | { readonly kind: "ended"; readonly code: number | null; readonly words: string };

export interface PulseChild {
  readonly ended: Promise<ChildEnd>;
  readonly kill: () => void;
}

export type StartChild = (command: string, args: readonly string[]) => PulseChild;

/** In a process group of its own: a signal to this program's group does not end the pulse. */
export const startChild: StartChild = (command, args) => {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  let words = "";
  child.stderr.on("data", (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(0, wordsMaxChars);
  });
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once("error", (error) => {
      if (child.pid === undefined) resolve({ kind: "not-started", reason: messageOf(error) });
    });
    child.once("close", (code) => resolve({ kind: "ended", code, words: words.trim() }));
  });
  return { ended, kill: () => child.kill("SIGKILL") };
};

/**
 * The program of this machine: a `gpioset` that makes the line inactive itself, otherwise our own,
 * started by `ownStart`. The answer is kept.
 */
export function pulseProgramOf(ownStart: readonly string[]): () => Promise<PulseProgram> {
  let found: Promise<PulseProgram> | undefined;
  const find = async (): Promise<PulseProgram> =>
    gpiosetOf(await versionOf("gpioset")) ?? ownPulseProgram(ownStart);
  return () => (found ??= find());
}

/** Empty when there is no such program. */
function versionOf(command: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(command, ["--version"], { timeout: versionMaxMs }, (error, stdout) => {
      resolve(error === null ? stdout : "");
    });
  });
}
