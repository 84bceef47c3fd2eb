// Waits for the wish to hear the story again: Enter, or some minutes of silence.

import { createInterface } from "node:readline";

/** Resolves to whether to play again; false when the signal aborts. */
export async function awaitEncore(afterMs: number, signal: AbortSignal): Promise<boolean> {
  const input = process.stdin.isTTY ? createInterface({ input: process.stdin }) : undefined;
  const wish = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), afterMs);
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    // A line read from a terminal takes SIGINT for itself.
    input?.once("SIGINT", () => process.kill(process.pid, "SIGINT"));
    input?.once("line", () => {
      clearTimeout(timer);
      resolve(true);
    });
  });
  try {
    return await wish;
  } finally {
    input?.close();
  }
}
