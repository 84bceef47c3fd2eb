// Every scenario that comes with the simulator holds on the real programs, faults and all, and
// together they reach whatever the core can say.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";
import { clockDiscipline } from "../../gateway/adapters/runtime/libc.ts";
import { reachables, reachedIn, type Reached } from "./reach.ts";
import { lacksOf, readReachTable, writeReachTable } from "./reach-table.ts";

const program = resolve(import.meta.dirname, "../../bin/driftbox.js");
/** The longest takes 80 s alone; three at once beside other long files take thrice as long. */
const maxMs = 240_000;

/** The story has its own test, on the demo. */
const names = scenarioNames().filter((name) => name !== "story");

/** Disks of their own are mounted. */
const rootsOnly = names.filter((name) =>
  loadScenario(name).gateways.some(({ diskMiB }) => diskMiB !== undefined),
);
const isRoot = process.getuid?.() === 0;
/** What this machine cannot play: a clock that the kernel disciplines is believed. */
const clockless = clockDiscipline().isSynchronized ? ["clock-nobody-vouches"] : [];
const unplayable: readonly string[] = [...(isRoot ? [] : rootsOnly), ...clockless];

/** What each played scenario left at its center. */
const reached = new Map<string, Reached>();
const runs = mkdtempSync(join(tmpdir(), "driftbox-scenarios-"));
afterAll(() => rmSync(runs, { recursive: true, force: true }));

async function play(name: string, serial: string): Promise<{ exitCode: unknown; said: string }> {
  const args = ["sim", "--scenario", name, "--seed", "1", "--speed", "4", "--serial", serial];
  const more = ["--lang", "en", "--data", join(runs, `${name}-${serial}`)];
  const child = spawn(process.execPath, [program, ...args, ...more], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: maxMs,
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const [exitCode] = (await once(child, "close")) as unknown[];
  return { exitCode, said };
}

// Runs are mostly waiting, so they wait together.
describe.concurrent("a scenario holds on pseudo-terminals", () => {
  it.for(names)("%s", { timeout: maxMs }, async (name, { skip }) => {
    if (unplayable.includes(name)) skip("not on this machine, or not by this user");
    const { exitCode, said } = await play(name, "pty");
    const folder = join(runs, `${name}-pty`);
    reached.set(name, reachedIn(folder));
    rmSync(folder, { recursive: true, force: true });
    expect(exitCode, said).toBe(0);
  });

  it.each(["jammed-latch", "cloned-card", "osdp-downgrade", "supply-group"])(
    "%s, on serial servers over TCP",
    async (name) => {
      const { exitCode, said } = await play(name, "tcp");
      expect(exitCode, said).toBe(0);
    },
    maxMs,
  );
});

it("every state, refusal and word of the core is reached by the scenario that the table names", () => {
  const events = [...reached.values()].reduce((sum, { eventCount }) => sum + eventCount, 0);
  process.stdout.write(
    `reach: ${reachables.length} rows, ${events} events of ${reached.size} scenarios\n`,
  );
  if (process.env["DRIFTBOX_WRITE_DOCS"] === "1") writeReachTable(reached);
  expect(lacksOf(readReachTable(), reached, unplayable)).toEqual([]);
});
