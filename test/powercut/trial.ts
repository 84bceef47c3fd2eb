// One power cut: start the writer, cut at a random moment, restore, and compare with what it promised.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cut, CutDisk } from "./cut-disk.ts";
import { between, type Random } from "./random.ts";
import type { StoreKind } from "./store.ts";

const runMinMs = 5;
const runMaxMs = 150;
const startMaxMs = 300;
/** One in so many cuts does not wait for the first write: it may hit the opening. */
const earlyCutEvery = 6;

export interface TrialInput {
  readonly disk: CutDisk;
  readonly store: StoreKind;
  /** The writer program, bundled. */
  readonly program: string;
  readonly random: Random;
  readonly isTorn: boolean;
  readonly isFlushing: boolean;
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
  const afterMs = between(random, runMinMs, isEarly ? startMaxMs : runMaxMs);
  const mode = input.isFlushing ? "careful" : "careless";
  const args = [input.program, store.name, disk.mountpoint, String(seed), mode];
  const writer = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const log = follow(writer, acknowledged);
  if (!isEarly) await log.begun;
  await sleep(afterMs);
  disk.cut(cut);
  writer.kill("SIGKILL");
  await log.ended;
  await disk.restore();
  const state = await store.inspect(disk.mountpoint);
  return compare(input, state.newest, [...state.defects, ...log.surprises()], log.count());
}

/** Reads the acknowledgements; a line counts when it is whole. */
function follow(writer: ChildProcess, acknowledged: Map<string, number>) {
  const { stdout, stderr } = writer;
  if (stdout === null || stderr === null) throw new Error("the writer has no pipes");
  let count = 0;
  let errorText = "";
  stderr.on("data", (text: Buffer) => (errorText = (errorText + text.toString()).slice(-4_000)));
  const lines = createInterface({ input: stdout });
  const begun = new Promise<void>((resolve) => {
    lines.on("line", (line) => {
      const [slot = "", item = ""] = line.split(" ");
      acknowledged.set(slot, Number(item));
      count += 1;
      resolve();
    });
    writer.once("exit", () => resolve());
  });
  const ended = Promise.all([once(writer, "close"), once(lines, "close")]);
  /** A writer may only fail because the disk did. */
  const surprises = () =>
    errorText === "" || /EIO|EROFS|_io|\/io|IOERR/.test(errorText) ? [] : [errorText];
  return { begun, ended, count: () => count, surprises };
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
