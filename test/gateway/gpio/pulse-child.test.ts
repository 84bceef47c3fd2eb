// Processes that give pulses: one is started ahead of its order, and each pulse has its own.

import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PulseProcesses } from "../../../gateway/adapters/gpio/pulse-child.ts";
import {
  notDrivenExitCode,
  pulseProgram,
  type PulseProgram,
} from "../../../gateway/adapters/gpio/pulse-program.ts";
import { until } from "../drivers/until.ts";

let folder: string;
let starter: PulseProcesses;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pulse-child-"));
  appendFileSync(join(folder, "log"), "");
  starter = new PulseProcesses();
});

afterEach(() => {
  starter.rest();
  rmSync(folder, { recursive: true });
});

const pulse = {
  device: "/dev/gpiochip9",
  offset: 17,
  isActiveLow: false,
  pulseMs: 500,
  deadlineMonoMs: 99_000,
};

/** Writes down that it started, then what it was told: by its arguments, or later by its input. */
const script = `
  echo "started" >>log
  if [ "$1" = --ahead ]; then told=$(cat); else told="arguments $*"; fi
  echo "told $told" >>log
  echo "heard" >&2
  [ -n "$told" ]`;

function scripted(): PulseProgram {
  return pulseProgram(["sh", "-c", `cd ${folder}; ${script}`, "pulse"]);
}

function said(): readonly string[] {
  return readFileSync(join(folder, "log"), "utf8").split("\n").slice(0, -1);
}

const told = (deadlineMonoMs: number): string =>
  '["--device=/dev/gpiochip9","--offset=17","--pulse-ms=500",' +
  `"--deadline-mono-ms=${deadlineMonoMs}"]`;

describe("a process started ahead", () => {
  test("waits, is told the pulse, and says how it ended", async () => {
    starter.prepare(scripted());
    await until("it waits", () => said().length === 1);
    const { ended } = starter.start(scripted(), pulse);
    expect(await ended).toEqual({ kind: "ended", code: 0, words: "heard" });
    expect(said()).toEqual(["started", `told ${told(99_000)}`]);
  });

  test("is one, however often it is asked for", async () => {
    for (let count = 0; count < 3; count += 1) starter.prepare(scripted());
    await starter.start(scripted(), pulse).ended;
    expect(said()).toHaveLength(2);
  });

  test("is told the pulse as well when it has only just been started", async () => {
    starter.prepare(scripted());
    expect(await starter.start(scripted(), pulse).ended).toMatchObject({ code: 0 });
  });

  test("gives one pulse only: the next has a process of its own", async () => {
    starter.prepare(scripted());
    const first = starter.start(scripted(), pulse);
    const second = starter.start(scripted(), { ...pulse, deadlineMonoMs: 100_000 });
    expect(await first.ended).toMatchObject({ code: 0 });
    expect(await second.ended).toMatchObject({ code: 0 });
    const words = "arguments --device=/dev/gpiochip9 --offset=17 --pulse-ms=500";
    expect(said()).toContain(`told ${words} --deadline-mono-ms=100000`);
    expect(said()).toContain(`told ${told(99_000)}`);
  });

  test("ends without a pulse when it is not wanted any more", async () => {
    starter.prepare(scripted());
    starter.rest();
    await until("it has ended", () => said().includes("told "));
  });

  test("that was lost is replaced", async () => {
    const brief: PulseProgram = { ...scripted(), ahead: { command: "true", args: [] } };
    starter.prepare(brief);
    await until("another one waits", () => {
      starter.prepare(scripted());
      return said().length === 1;
    });
    expect(await starter.start(scripted(), pulse).ended).toMatchObject({ code: 0 });
  });
});

test("a program that is not there is not started, ahead or for a pulse", async () => {
  const missing = pulseProgram(["/no/such/program"]);
  starter.prepare(missing);
  expect(await starter.start(missing, pulse).ended).toMatchObject({ kind: "not-started" });
  expect(await starter.start(missing, pulse).ended).toMatchObject({ kind: "not-started" });
});

describe("our own program", () => {
  const source = fileURLToPath(new URL("../../../gateway/pulse-line.ts", import.meta.url));
  const conditions = ["--conditions=driftbox-source", "--import", "tsx"];
  const own = pulseProgram([process.execPath, ...conditions, source]);

  test("that waits is told where the line is, and says that there is none", async () => {
    starter.prepare(own);
    const end = await starter.start(own, pulse).ended;
    expect(end).toMatchObject({ kind: "ended", code: notDrivenExitCode });
    expect(end).toMatchObject({ words: expect.stringContaining("/dev/gpiochip9") });
  });

  test.each(["", "[1]", '["--offset=17"]'])("drives nothing when it is told %j", async (words) => {
    const muttering: PulseProgram = {
      ...own,
      ahead: {
        command: "sh",
        args: [
          "-c",
          'cat >/dev/null; printf %s "$1" | "$2" --conditions="$3" --import tsx "$4" --ahead',
          "-",
          words,
          process.execPath,
          "driftbox-source",
          source,
        ],
      },
    };
    starter.prepare(muttering);
    const end = await starter.start(muttering, pulse).ended;
    expect(end).toMatchObject({ code: notDrivenExitCode });
  });
});
