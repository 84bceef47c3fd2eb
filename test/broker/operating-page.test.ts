// Every error code has a line in docs/operating.md that says what the operator does.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { errorCodes } from "@driftbox/proto";

const page = readFileSync(new URL("../../docs/operating.md", import.meta.url), "utf8");
const lines = [...page.matchAll(/^\| `([a-z]+\/[a-z-]+)` \| (.+) \|$/gm)];

it("the page has one line for each code, and none for codes that do not exist", () => {
  expect(lines.map((line) => line[1])).toEqual(Object.keys(errorCodes));
  expect(lines.length).toBeGreaterThan(40);
});

it("each line says something to do", () => {
  for (const [, code, advice] of lines) {
    expect([code, (advice ?? "").length > 10]).toEqual([code, true]);
  }
});

it("the page names every exit code that a fault can end with", () => {
  for (const { exitCode } of Object.values(errorCodes))
    expect(page).toContain(`\n| ${exitCode} | `);
});
