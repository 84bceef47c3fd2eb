// Cuts the power of a disk under journal, documents and ledger: nothing acknowledged may be lost.

import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CutDisk } from "./cut-disk.ts";
import { prepareKey } from "./journal-store.ts";
import { between, seededRandom } from "./random.ts";
import { loadStore, storeNames, type StoreName } from "./stores.ts";
import { runTrial, type TrialResult } from "./trial.ts";
import { Writers } from "./writers.ts";

const here = import.meta.dirname;
const outputs = join(here, "..", "output");
/** Of this run alone: another one in the same tree must not swap the programs under it. */
const output = join(outputs, `powercut-${process.pid}`);
const program = join(output, "writer.js");
const seed = Number(process.env["DRIFTBOX_SEED"] ?? Math.floor(Math.random() * 1e9));
/** Cuts of each of the two kinds for each store. */
const cutCount = Number(process.env["DRIFTBOX_CUTS"] ?? 100);
const controlCount = 8;
const diskCount = 2;
const testTimeoutMs = 600_000;
const setUpTimeoutMs = 300_000;
const printedMaxCount = 5;
const mayRun = process.env["DRIFTBOX_ALLOW_SKIP"] !== "powercut";

/** Those of runs that were killed. */
function removeStaleOutputs(): void {
  mkdirSync(outputs, { recursive: true });
  for (const name of readdirSync(outputs)) {
    const pid = /^powercut-(\d+)$/.exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    rmSync(join(outputs, name), { recursive: true, force: true });
  }
}

async function bundleWriter(): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    resolve: { conditions: ["driftbox-source"] },
    ssr: {
      noExternal: true,
      external: ["better-sqlite3"],
      resolve: { conditions: ["driftbox-source", "node", "import", "default"] },
    },
    build: {
      minify: true,
      ssr: join(here, "writer.ts"),
      outDir: output,
      emptyOutDir: false,
      target: "node20",
      rollupOptions: {
        output: { entryFileNames: "writer.js", chunkFileNames: "[name].js", format: "es" },
      },
    },
  });
}

/** Runs trials on both disks at once and adds up what they saw. */
async function runTrials(name: StoreName, isTorn: boolean, isFlushing: boolean) {
  const store = await loadStore(name);
  if (store === undefined) throw new Error(name);
  const trials = isFlushing ? cutCount : controlCount;
  const results: TrialResult[] = [];
  const lanes = Array.from({ length: diskCount }, async (_, lane) => {
    const folder = mkdtempSync(join(tmpdir(), `driftbox-powercut-${name}-`));
    const random = seededRandom(seed + lane * 7919 + (isTorn ? 1 : 0));
    const disk = await CutDisk.make(join(output, "volatile-disk"), folder);
    const acknowledged = new Map<string, number>();
    prepareKey(disk.mountpoint);
    const writers = new Writers(program, name, disk.mountpoint, isFlushing);
    try {
      for (let trial = lane; trial < trials; trial += diskCount) {
        const fixed = { disk, store, writers, random, isTorn };
        results.push(await runTrial({ ...fixed, acknowledged }));
      }
    } finally {
      writers.stop();
      await disk.remove();
    }
  });
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}

function sum(results: readonly TrialResult[], pick: (result: TrialResult) => number): number {
  return results.reduce((total, result) => total + pick(result), 0);
}

function printed(what: string, results: readonly TrialResult[], isControl: boolean) {
  const acknowledged = sum(results, (result) => result.acknowledgedCount);
  const lost = sum(results, (result) => result.lostCount);
  const withLoss = results.filter(({ lostCount, defects }) => lostCount + defects.length > 0);
  const counts = `${results.length} cuts, ${acknowledged} acknowledged, ${lost} lost`;
  console.log(`power cut: ${what}: ${counts}, in ${withLoss.length} cuts; seed ${seed}`);
  for (const { defects, account } of withLoss.slice(0, isControl ? 0 : printedMaxCount)) {
    console.log([`power cut failed: ${account}`, ...defects].join("\n  "));
  }
  return withLoss;
}

describe.runIf(mayRun)("a power cut", () => {
  beforeAll(async () => {
    removeStaleOutputs();
    mkdirSync(output, { recursive: true });
    await promisify(execFile)("bash", [join(here, "setup.sh"), output]);
    await bundleWriter();
  }, setUpTimeoutMs);

  afterAll(async () => {
    await CutDisk.removeAll();
    rmSync(output, { recursive: true, force: true });
  });

  for (const store of storeNames) {
    for (const isTorn of [false, true]) {
      const kind = isTorn ? "torn cut" : "cut";
      it(
        `loses nothing acknowledged of the ${store} (${kind})`,
        async () => {
          const results = await runTrials(store, isTorn, true);
          const failed = printed(`${store}, ${kind}`, results, false);
          expect(failed).toEqual([]);
          expect(results).toHaveLength(cutCount);
          expect(sum(results, (result) => result.acknowledgedCount)).toBeGreaterThan(cutCount * 5);
        },
        testTimeoutMs,
      );
    }

    it(
      `is seen when the writer of the ${store} does not flush`,
      async () => {
        const results = await runTrials(store, between(seededRandom(seed), 0, 1) === 1, false);
        const failed = printed(`${store}, without flush`, results, true);
        expect(failed.length).toBeGreaterThan(0);
      },
      testTimeoutMs,
    );
  }
});
