// What the style rules count in a file: lines, functions, parameters, casts and suppressions.

import { Visitor, type ESTree } from "vite";
import type { ParsedSource } from "./source-tree.ts";

/** The numbers of the style, each with its unit in the name. */
export const style = {
  lineMaxColumns: 100,
  testNameMaxColumns: 112,
  fileMaxLines: 400,
  fileMedianMaxLines: 140,
  functionMaxLines: 70,
  shortFunctionMaxLines: 25,
  shortFunctionLeastShare: 0.9,
  parametersMaxCount: 4,
} as const;

export interface FunctionSize {
  /** `path:line` */
  readonly where: string;
  readonly lines: number;
  readonly parameters: number;
  /** The callback of `describe` is a chapter of tests, not a function. */
  readonly isChapter: boolean;
}

export interface FileStyle {
  readonly functions: readonly FunctionSize[];
  readonly any: number;
  /** `as` casts other than `as const`. */
  readonly casts: number;
  readonly suppressions: number;
}

type AnyFunction = ESTree.Function | ESTree.ArrowFunctionExpression;

/** Number of the line, from 1, that holds an offset. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (const match of text.matchAll(/\n/g)) starts.push(match.index + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

const suppression =
  /oxlint-disable|eslint-disable|@ts-(?:ignore|expect-error|nocheck)|oxfmt-ignore/;

export function styleOf(file: ParsedSource): FileStyle {
  const functions: FunctionSize[] = [];
  const chapters = new Set<unknown>();
  const count = { any: 0, casts: 0 };
  const lineAt = lineCounter(file.text);
  const size = (node: AnyFunction): void => {
    const first = lineAt(node.start);
    functions.push({
      where: `${file.path}:${first}`,
      lines: lineAt(node.end) - first + 1,
      parameters: node.params.length,
      isChapter: chapters.has(node),
    });
  };
  new Visitor({
    CallExpression(node) {
      const isDescribe = node.callee.type === "Identifier" && node.callee.name === "describe";
      if (isDescribe) for (const argument of node.arguments) chapters.add(argument);
    },
    FunctionDeclaration: size,
    FunctionExpression: size,
    ArrowFunctionExpression: size,
    TSAnyKeyword() {
      count.any += 1;
    },
    TSAsExpression(node) {
      const type = file.text.slice(node.typeAnnotation.start, node.typeAnnotation.end);
      if (type !== "const") count.casts += 1;
    },
  }).visit(file.program);
  const suppressions = file.comments.filter(({ value }) => suppression.test(value)).length;
  return { functions, ...count, suppressions };
}

/** Whether a file opens with a comment that is a sentence; a drawing may follow in it. */
export function opensWithSentence(text: string): boolean {
  const body = text.replace(/^#!.*\n/, "");
  const lines = body.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  const block = lines.slice(0, end).map((line) => line.replace(/^\/\/ ?/, ""));
  const [paragraph = ""] = block.join("\n").split(/\n\s*\n/);
  return /^[\w`].*[.:]$/s.test(paragraph.trim());
}

const forbiddenStem = /^(?:utils?|helpers?|common|misc|shared|manager|data|info)$/;

/** What is wrong with the name of a file or of a folder above it. */
export function nameFaults(path: string): string[] {
  const parts = path.split("/");
  const stems = parts.map((part) => part.replace(/\..*$/, ""));
  const faults = stems.filter((stem) => forbiddenStem.test(stem)).map((stem) => `${path}: ${stem}`);
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|kernel-test|config))?\.tsx?$/;
  return kebab.test(parts.at(-1) ?? "") ? faults : [...faults, `${path}: not kebab-case`];
}

const forbiddenComment: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX|HACK)\b/, "an intention instead of a fact"],
  [/(?:^|\s)#\d+\b|\bissue \d+/i, "an issue number"],
  [/^[\s-=*~#]*[-=*~#]{6,}[\s-=*~#]*$/, "a banner"],
];

/** Comments that say what belongs elsewhere, as `path:line: why`. */
export function commentFaults(file: ParsedSource): string[] {
  const lineAt = lineCounter(file.text);
  return file.comments.flatMap(({ value, start }) =>
    forbiddenComment
      .filter(([pattern]) => pattern.test(value))
      .map(([, why]) => `${file.path}:${lineAt(start)}: ${why}`),
  );
}

/** The first line of a test: its name is a sentence, and a string cannot be broken. */
const testName = /^ *(?:test|it|describe)\b[^"]*"[^"]+", /;

/** Lines over the limit, as `path:line: columns`. */
export function longLines(path: string, text: string): string[] {
  return text.split("\n").flatMap((line, i) => {
    const columns = Array.from(line).length;
    const most = testName.test(line) ? style.testNameMaxColumns : style.lineMaxColumns;
    return columns > most ? [`${path}:${i + 1}: ${columns} columns`] : [];
  });
}
