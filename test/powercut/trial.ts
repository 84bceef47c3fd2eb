// One power cut: start the writer, cut at a random moment, restore,
// and compare with what it promised.

import { setTimeout as sleep } from "node:timers/promises";
import type { Cut, CutDisk } from "./cut-disk.ts";
import { between, type Random } from "./random.ts";
import type { StoreKind, StoreState } from "./store.ts";
import { follow, type Writers } from "./writers.ts";

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
  /** Everything known of the trial, for the account of a failure. */
  readonly account: string;
}

interface Plan {
  readonly seed: number;
  readonly cut: Cut;
  readonly items: number;
  readonly afterMs: number;
}

export async function runTrial(input: TrialInput): Promise<TrialResult> {
  const { disk, store, acknowledged } = input;
  const plan = planned(input);
  const before = [...acknowledged];
  const writer = input.writers.take();
  const log = follow(writer, acknowledged, plan.items);
  writer.stdin.write(`${plan.seed}\n`);
  await log.reached;
  await sleep(plan.afterMs);
  const hasFailed = writer.exitCode !== null || writer.signalCode !== null;
  disk.cut(plan.cut);
  writer.kill("SIGKILL");
  await log.ended;
  const powerText = disk.counters();
  await disk.restore();
  const state = await inspected(store, disk.mountpoint);
  // Once the power is gone every error of the writer is right; before, none is.
  const failures = hasFailed ? ["the writer failed before the cut"] : [];
  const { lost, defects } = compared(input, state);
  const account = [
    `${store.name}, seed ${plan.seed}, ${JSON.stringify(plan)}`,
    `promised before ${JSON.stringify(before)}, lost [${lost.join("; ")}]`,
    `found ${JSON.stringify([...state.newest])}, acknowledged now ${log.count()}`,
    `recovery: ${state.report}`,
    `disk at the cut: ${powerText}`,
    `writer: exit ${writer.exitCode}, signal ${writer.signalCode}, stderr: ${log.errorText()}`,
  ].join("\n  ");
  return {
    acknowledgedCount: log.count(),
    lostCount: lost.reduce((total, { count }) => total + count, 0),
    defects: [...state.defects, ...failures, ...defects],
    account,
  };
}

function planned({ random, isTorn }: TrialInput): Plan {
  const seed = between(random, 1, 2_000_000_000);
  const isEarly = between(random, 1, earlyCutEvery) === 1;
  return {
    seed,
    cut: isTorn ? { kind: "torn", seed } : { kind: "off" },
    items: isEarly ? 0 : between(random, 1, itemsMaxCount),
    afterMs: between(random, 0, isEarly ? openingMaxMs : lateMaxMs),
  };
}

/** A store that does not open has lost everything. */
async function inspected(store: StoreKind, folder: string): Promise<StoreState> {
  try {
    return await store.inspect(folder);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { newest: new Map(), defects: [`cannot be read: ${text}`], report: "none" };
  }
}

class Loss {
  readonly slot: string;
  readonly promised: number;
  readonly found: number;

  constructor(slot: string, promised: number, found: number) {
    this.slot = slot;
    this.promised = promised;
    this.found = found;
  }

  get count(): number {
    return this.promised - this.found;
  }

  toString(): string {
    return `${this.slot}: ${this.found + 1} to ${this.promised}`;
  }
}

/** What was promised and is not there; from now on, what is there counts as promised. */
function compared({ acknowledged, store }: TrialInput, { newest }: StoreState) {
  const lost: Loss[] = [];
  const defects: string[] = [];
  for (const slot of new Set([...acknowledged.keys(), ...newest.keys()])) {
    const promised = acknowledged.get(slot) ?? -1;
    const found = newest.get(slot) ?? -1;
    if (found < promised) lost.push(new Loss(slot, promised, found));
    if (found > promised + store.inFlightMaxCount) {
      defects.push(`${slot}: item ${found}, but only ${promised} was acknowledged`);
    }
    acknowledged.set(slot, found);
  }
  return { lost, defects };
}
