// Programs of a run: no child outlives its parent, even one that was killed.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, it } from "vitest";
import { until } from "./until.ts";

const closers: (() => void)[] = [];

afterEach(() => {
  for (const close of closers.splice(0).toReversed()) close();
});

/** What has ended and nobody has asked about is not alive. */
function isAlive(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/stat`, "latin1").includes(") Z ");
  } catch {
    return false;
  }
}

it("a child ends with a parent that was killed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-child-"));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const program = join(folder, "child.mjs");
  writeFileSync(
    program,
    `process.stdout.write(JSON.stringify({ event: "ready" }) + "\\n");
setInterval(() => undefined, 1_000);
`,
  );
  const built = resolve(import.meta.dirname, "../../device-sim/dist/run/child-program.js");
  const options = { name: "child", args: [program], logFile: join(folder, "log") };
  const parent = join(folder, "parent.mjs");
  writeFileSync(
    parent,
    `import { ChildProgram } from ${JSON.stringify(built)};
const child = await ChildProgram.start(${JSON.stringify(options)});
process.stdout.write(child.pid + "\\n");
`,
  );
  const started = spawn(process.execPath, [parent], { stdio: ["ignore", "pipe", "inherit"] });
  closers.push(() => void started.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: started.stdout }), "line");
  const pid = Number(line);
  closers.push(() => isAlive(pid) && process.kill(pid, "SIGKILL"));
  expect(isAlive(pid)).toBe(true);
  started.kill("SIGKILL");
  await until(() => !isAlive(pid));
});
