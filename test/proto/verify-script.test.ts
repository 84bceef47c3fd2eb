// The second verifier, which shares no code with the product, agrees with it on every vector.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, onTestFinished } from "vitest";
import { vectorFolder } from "./vectors/read.ts";

function run(...args: string[]) {
  return spawnSync("bash", [join(vectorFolder, "verify.sh"), ...args], { encoding: "utf8" });
}

function copyOfVectors(): string {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-vectors-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(vectorFolder, folder, { recursive: true });
  return folder;
}

/** Replaces one hex digit in the n-th line that starts with `word`. */
function edit(path: string, word: string, nth: number, at: number): void {
  const lines = readFileSync(path, "utf8").split("\n");
  const index = lines.flatMap((line, i) => (line.startsWith(word) ? [i] : []))[nth];
  const line = index === undefined ? undefined : lines[index];
  if (index === undefined || line === undefined) throw new Error(`no line ${nth} of ${word}`);
  lines[index] = line.slice(0, at) + (line[at] === "0" ? "1" : "0") + line.slice(at + 1);
  writeFileSync(path, lines.join("\n"));
}

test("openssl and sha256sum alone verify every vector and refuse every wrong one", () => {
  const { status, stdout, stderr } = run();
  expect(stderr).toBe("");
  const lines = stdout.trimEnd().split("\n");
  expect(lines.at(-1)).toBe(
    "84 events and 19 signatures hold, 21 wrong ones refused, 0 out of place",
  );
  expect(lines.filter((line) => line.startsWith("refused seal/chain: "))).toHaveLength(8);
  expect(lines.filter((line) => line.startsWith("refused "))).toHaveLength(21);
  expect(status).toBe(0);
}, 120_000);

test("the second verifier names the event of a chain whose payload was edited", () => {
  const path = join(copyOfVectors(), "chain_valid.txt");
  edit(path, "event ", 6, "event ".length + 2 * (144 + 64) + 2 + 12);
  const { status, stdout } = run("--chain", path);
  expect(stdout).toContain("WRONG event after seq 5: seal/payload-hash");
  expect(status).toBe(1);
});

test("the second verifier fails when a vector it must refuse is in order", () => {
  const folder = copyOfVectors();
  const valid = readFileSync(join(folder, "chain_valid.txt"), "utf8");
  const firstEvent = valid.split("\n").find((line) => line.startsWith("event ")) ?? "";
  const path = join(folder, "chain_invalid.txt");
  writeFileSync(path, `${readFileSync(path, "utf8")}case seal/invalid in order\n${firstEvent}\n`);
  const { status, stdout } = run(folder);
  expect(stdout).toContain("WRONG in order: expected seal/invalid, found nothing");
  expect(status).toBe(1);
}, 120_000);

test("the second verifier fails on a folder without vectors", () => {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-empty-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect(run(folder).status).not.toBe(0);
});
