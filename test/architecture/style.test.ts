// The numbers and habits of the style hold for every hand-written TypeScript file.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { allSourceFiles, parseSource, root } from "./source-tree.ts";
import {
  commentFaults,
  longLines,
  nameFaults,
  opensWithSentence,
  style,
  styleOf,
  type FileStyle,
} from "./style.ts";

const files = allSourceFiles().map(parseSource);
const styles = new Map(files.map((file) => [file.path, styleOf(file)]));
const functions = [...styles.values()].flatMap((each) => each.functions);
const sized = functions.filter(({ isChapter }) => !isChapter);

function lineCount(text: string): number {
  return text.replace(/\n$/, "").split("\n").length;
}

test("enough was read for the rules to mean something", () => {
  expect(files.length).toBeGreaterThanOrEqual(120);
  expect(sized.length).toBeGreaterThanOrEqual(800);
});

test("no line is longer than 100 columns, the name of a test aside", () => {
  // A sentence of the console stays on one line, so that both languages can be compared.
  const code = files.filter(({ path }) => !path.includes("/console/src/words/"));
  expect(code.flatMap(({ path, text }) => longLines(path, text))).toEqual([]);
});

test("no file is longer than 400 lines, and most are short", () => {
  const lines = files.map(({ path, text }) => ({ path, count: lineCount(text) }));
  expect(lines.filter(({ count }) => count > style.fileMaxLines)).toEqual([]);
  const counts = lines.map(({ count }) => count).toSorted((a, b) => a - b);
  expect(counts[counts.length >> 1]).toBeLessThanOrEqual(style.fileMedianMaxLines);
});

test("no function is longer than 70 lines, and nine of ten are under 25", () => {
  expect(sized.filter(({ lines }) => lines > style.functionMaxLines)).toEqual([]);
  const short = sized.filter(({ lines }) => lines < style.shortFunctionMaxLines);
  expect(short.length / sized.length).toBeGreaterThanOrEqual(style.shortFunctionLeastShare);
});

test("no function has more than 4 positional parameters", () => {
  const many = functions.filter(({ parameters }) => parameters > style.parametersMaxCount);
  expect(many).toEqual([]);
});

test("every file opens with one sentence that says what it is for", () => {
  expect(files.filter(({ text }) => !opensWithSentence(text)).map(({ path }) => path)).toEqual([]);
});

test("names are kebab-case and say what is inside", () => {
  expect(files.flatMap(({ path }) => nameFaults(path))).toEqual([]);
});

test("comments hold no intentions, issue numbers or banners", () => {
  expect(files.flatMap(commentFaults)).toEqual([]);
});

type Counted = "any" | "casts" | "suppressions";
type Ratchet = Record<"product" | "test", Record<Counted, number>>;

function total(part: "product" | "test", what: Counted): number {
  const isOfPart = (path: string) => path.startsWith("test/") === (part === "test");
  const own = [...styles].filter(([path]) => isOfPart(path));
  return own.reduce((sum, [, each]) => sum + each[what], 0);
}

test("casts, any and suppressions only ever get fewer", () => {
  const path = `${root}test/architecture/ratchet.json`;
  const recorded = JSON.parse(readFileSync(path, "utf8")) as Ratchet;
  for (const part of ["product", "test"] as const) {
    for (const what of ["any", "casts", "suppressions"] as const) {
      const [now, most] = [total(part, what), recorded[part][what]];
      expect(now, `${part} ${what}: more than recorded`).toBeLessThanOrEqual(most);
      expect(now, `${part} ${what}: lower the number in ratchet.json`).toBeGreaterThan(most - 15);
    }
  }
});

function styleOfText(text: string): FileStyle {
  return styleOf(parseSource({ path: "gateway/x.ts", text }));
}

test("the counts see what they are for", () => {
  const body = "\n".repeat(80);
  const seen = styleOfText(`// eslint-disable-next-line x
    const a = b as any; const c = d as const;
    function long(e, f, g, h, i) {${body}}
    class K { method(j) { return () => 1; } }
    describe("chapter", () => {${body}});`);
  expect(seen).toMatchObject({ any: 1, casts: 1, suppressions: 1 });
  const parameters = seen.functions.map((each) => each.parameters);
  expect(parameters.toSorted((a, b) => a - b)).toEqual([0, 0, 1, 5]);
  expect(seen.functions.filter(({ lines }) => lines > 70).map((each) => each.isChapter)).toEqual([
    false,
    true,
  ]);
});

test("the rules for names, comments and first sentences see what they are for", () => {
  expect(nameFaults("gateway/app/utils.ts")).toHaveLength(1);
  expect(nameFaults("gateway/common/Loop.ts")).toHaveLength(2);
  expect(nameFaults("gateway/app/input-queue.test.ts")).toEqual([]);
  expect(opensWithSentence("// A queue of inputs.\n\nimport")).toBe(true);
  expect(opensWithSentence("#!/usr/bin/env node\n// Starts the\n// program.\nimport")).toBe(true);
  expect(opensWithSentence("import x")).toBe(false);
  expect(opensWithSentence("// queue of inputs\nimport")).toBe(false);
  const text = "// TODO later\n// see issue 12\n// ------------\nexport {};";
  expect(commentFaults(parseSource({ path: "gateway/x.ts", text }))).toHaveLength(3);
  expect(longLines("x", `${"x".repeat(100)}\n${"漂".repeat(101)}`)).toEqual(["x:2: 101 columns"]);
});
