// Every command says how it is used when it is asked, and does nothing else.

import { expect, it } from "vitest";
import { runCommand } from "../../device-sim/run/child-program.ts";
import { driftboxProgram } from "../../device-sim/project.ts";

const program = driftboxProgram();

interface Said {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Words in the first column of `driftbox help`, apart from those that bin answers itself. */
async function words(): Promise<readonly string[]> {
  const { stdout } = await runCommand([program, "help"]);
  const first = stdout.split("\n").flatMap((line) => /^ {2}(\S+) /.exec(line)?.[1] ?? []);
  return first.filter((word) => word !== "help" && word !== "version");
}

function notHelped(word: string, { exitCode, stdout, stderr }: Said): readonly string[] {
  const isHelp = stdout.startsWith(`usage: driftbox ${word} `);
  return exitCode === 0 && isHelp && stderr === ""
    ? []
    : [`${word}: ${exitCode} ${stdout}${stderr}`];
}

it("every command answers --help, -h and `driftbox help COMMAND`", async () => {
  const all = await words();
  console.log(`${all.length} commands: ${all.join(", ")}`);
  expect(all.length).toBeGreaterThan(15);
  const problems: string[] = [];
  for (const word of all) {
    for (const args of [
      [word, "--help"],
      [word, "--json", "-h"],
      ["help", word],
    ]) {
      problems.push(...notHelped(word, await runCommand([program, ...args])));
    }
  }
  expect(problems).toEqual([]);
}, 120_000);

it("help for a word that is no command is refused like the word itself", async () => {
  for (const args of [["nosuch"], ["help", "nosuch"]]) {
    const { exitCode, stdout, stderr } = await runCommand([program, ...args]);
    expect([args, exitCode, stdout]).toEqual([args, 2, ""]);
    expect(stderr).toMatch(/^driftbox: usage\/invalid: unknown command "nosuch"\nusage: /);
  }
  expect(await runCommand([program, "help", "version"])).toMatchObject({ exitCode: 0, stderr: "" });
}, 30_000);

it("a simulation that is asked for wrongly ends before it tells anything", async () => {
  for (const args of [[], ["--scenario", "story", "--speed", "abc"]]) {
    const { exitCode, stdout, stderr } = await runCommand([program, "sim", ...args]);
    expect([args, exitCode, stdout]).toEqual([args, 2, ""]);
    expect(stderr).toMatch(/^driftbox sim: usage\/invalid: --/);
  }
}, 30_000);
