// Every scenario that comes with the simulator holds on the real programs, faults and all.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { loadScenario } from "../../device-sim/compose.ts";
import { scenarioNames } from "../../device-sim/project.ts";

const program = resolve(import.meta.dirname, "../../bin/driftbox.js");
const maxMs = 170_000;

/** The story has its own test, on the demo. */
const names = scenarioNames().filter((name) => name !== "story");

/** Disks of their own are mounted. */
const rootsOnly = names.filter((name) =>
  loadScenario(name).gateways.some(({ diskMiB }) => diskMiB !== undefined),
);
const isRoot = process.getuid?.() === 0;

async function play(name: string, serial: string): Promise<{ exitCode: unknown; said: string }> {
  const args = ["sim", "--scenario", name, "--seed", "1", "--speed", "4", "--serial", serial];
  const child = spawn(process.execPath, [program, ...args, "--lang", "en"], {
    stdio: ["ignore", "pipe", "pipe"],
    timeout: maxMs,
  });
  let said = "";
  child.stdout.on("data", (chunk) => (said += String(chunk)));
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const [exitCode] = (await once(child, "close")) as unknown[];
  return { exitCode, said };
}

it("there are scenarios for every kind of fault", () => {
  expect(names.length).toBeGreaterThanOrEqual(40);
});

// Runs are mostly waiting, so they wait together.
describe.concurrent("a scenario holds on pseudo-terminals", () => {
  it.for(names)("%s", { timeout: maxMs }, async (name, { skip }) => {
    if (!isRoot && rootsOnly.includes(name)) skip("needs root");
    const { exitCode, said } = await play(name, "pty");
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
