// Makes output lines inactive once and lets them go: what the supervisor's stop hook runs.
import { NodeTimers } from "../runtime/node-timers.ts";
import type { DrivenLine } from "./driven-output.ts";
import type { GpioLines, OutputLineOptions } from "./gpio-lines.ts";

/** What became of one line. `off`: it was held inactive by this process. */
export type LineOff =
  | { readonly line: string; readonly outcome: "off" }
  | { readonly line: string; readonly outcome: "failed"; readonly reason: string };

/**
 * All lines at once, each by itself: one that cannot be had does not stop the others. A line that
 * is busy is tried again until `limitMs`. Never rejects.
 */
export async function turnOff(
  lines: GpioLines,
  outputs: readonly OutputLineOptions[],
  limitMs: number,
): Promise<readonly LineOff[]> {
  const timers = new NodeTimers();
  const off = await Promise.all(
    outputs.map((output) => turnOneOff(lines.output(output), timers, limitMs)),
  );
  timers.clearAll();
  return off;
}

async function turnOneOff(
  output: DrivenLine,
  timers: NodeTimers,
  limitMs: number,
): Promise<LineOff> {
  const line = output.id;
  let reason = "no answer in time";
  try {
    const isHeld = await new Promise<boolean>((resolve) => {
      output.onHealth((health) => {
        if (health.state === "online") resolve(true);
        else if (health.state === "absent") ({ reason } = health);
      });
      timers.set(line, limitMs, () => resolve(false));
      output.start();
    });
    await output.stop();
    return isHeld ? { line, outcome: "off" } : failed(line, reason);
  } catch (error) {
    return failed(line, error instanceof Error ? error.message : String(error));
  }
}

function failed(line: string, reason: string): LineOff {
  return { line, outcome: "failed", reason };
}
