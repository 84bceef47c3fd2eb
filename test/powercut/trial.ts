// One power cut: start the writer, cut at a random moment, restore,
// and compare with what it promised.

import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cut, CutDisk } from "./cut-disk.ts";
import { between, type Random } from "./random.ts";
import type { StoreKind } from "./store.ts";

/** The cut comes so many acknowledgements after the start, and then up to so many ms later. */
const itemsMaxCount = 30;
const lateMaxMs = 12;
/** One in so many cuts does not wait for acknowledgements: it may hit the opening. */
const earlyCutEvery = 6;
const openingMaxMs = 60;

export interface TrialInput {
  readonly disk: CutDisk;
  readonly store: StoreKind;
  readonly writers: Writers;
  readonly random: Random;
  readonly isTorn: boolean;
  /** Newest acknowledged item of each slot, kept across trials. */
  readonly acknowledged: Map<string, number>;
}

export interface TrialResult {
  readonly acknowledgedCount: number;
  /** Acknowledged items that are not there, and what else is wrong, in words. */
  readonly lostCount: number;
  readonly defects: readonly string[];
}

export async function runTrial(input: TrialInput): Promise<TrialResult> {
  const { disk, store, random, acknowledged } = input;
  const seed = between(random, 1, 2_000_000_000);
  const cut: Cut = input.isTorn ? { kind: "torn", seed } : { kind: "off" };
  const isEarly = between(random, 1, earlyCutEvery) === 1;
  const items = isEarly ? 0 : between(random, 1, itemsMaxCount);
  const afterMs = between(random, 0, isEarly ? openingMaxMs : lateMaxMs);
  const writer = input.writers.take();
  const log = follow(writer, acknowledged, items);
  writer.stdin.write(`${seed}\n`);
  await log.reached;
  await sleep(afterMs);
  const hasFailed = writer.exitCode !== null;
  disk.cut(cut);
  writer.kill("SIGKILL");
  await log.ended;
  await disk.restore();
  const state = await store.inspect(disk.mountpoint);
  // Once the power is gone every error of the writer is right; before, none is.
  const failures = hasFailed ? [`the writer failed: ${log.errorText()}`] : [];
  return compare(input, state.newest, [...state.defects, ...failures], log.count());
}

/** Writer processes of one disk, the next one loading while the last one works. */
export class Writers {
  readonly #args: readonly string[];
  #standby: ChildProcessWithoutNullStreams;

  /** `program` is the bundled writer. */
  constructor(program: string, store: StoreKind, folder: string, isFlushing: boolean) {
    this.#args = [program, store.name, folder, isFlushing ? "careful" : "careless"];
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
function follow(
  writer: ChildProcessWithoutNullStreams,
  acknowledged: Map<string, number>,
  wantedCount: number,
) {
  const { stdout, stderr } = writer;
  let count = 0;
  let errorText = "";
  stderr.on("data", (text: Buffer) => (errorText = (errorText + text.toString()).slice(-4_000)));
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

function compare(
  input: TrialInput,
  newest: ReadonlyMap<string, number>,
  defects: string[],
  acknowledgedCount: number,
): TrialResult {
  let lostCount = 0;
  for (const [slot, promised] of input.acknowledged) {
    const found = newest.get(slot) ?? -1;
    lostCount += Math.max(0, promised - found);
    if (found > promised + input.store.inFlightMaxCount) {
      defects.push(`${slot}: item ${found}, but only ${promised} was acknowledged`);
    }
    input.acknowledged.set(slot, found);
  }
  return { acknowledgedCount, lostCount, defects };
}
