// The built console: small, for Chrome 90, and whole without any other host.

import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { transformWithOxc } from "vite";
import { beforeAll, describe, expect, test } from "vitest";
import { buildConsole } from "./built-console.ts";

const bundleMaxBytes = 60_000;

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = await buildConsole("bundle");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const textual = names.filter((name) => /\.(js|css|html|svg)$/.test(name));
  files = new Map(textual.map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));
});

function textOf(end: string): string {
  return [...files].flatMap(([name, text]) => (name.endsWith(end) ? [text] : [])).join("\n");
}

/** Whether a compiler for `target` has nothing to rewrite. */
async function isLoweredFor(target: string, code: string): Promise<boolean> {
  const [lowered, kept] = await Promise.all([
    transformWithOxc(code, "bundle.js", { target, sourcemap: false }),
    transformWithOxc(code, "bundle.js", { target: "esnext", sourcemap: false }),
  ]);
  return lowered.code === kept.code;
}

describe("the built console", () => {
  test("is at most 60 kB gzip in total", () => {
    const total = [...files.values()].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(files.size).toBeGreaterThanOrEqual(4);
    expect(total).toBeLessThan(bundleMaxBytes);
  });

  test.each([
    /\.at\(/,
    /structuredClone/,
    /\.toSorted\(/,
    /\.toReversed\(/,
    /\.findLast/,
    /Object\.hasOwn\(/,
    /Object\.groupBy/,
    /\.replaceAll\(/,
  ])("calls nothing younger than Chrome 90: %s", (young) => {
    expect(textOf(".js")).not.toMatch(young);
  });

  test.each([/:has\(/, /oklch\(/, /color-mix\(/, /@layer/, /@container/, /\{[^{}]*&/, /dvh/])(
    "styles nothing younger than Chrome 90: %s",
    (young) => {
      expect(textOf(".css")).not.toMatch(young);
    },
  );

  test("has no syntax younger than ECMAScript 2021", async () => {
    expect(await isLoweredFor("es2021", textOf(".js"))).toBe(true);
    // The check can fail: these came in 2022.
    expect(await isLoweredFor("es2021", "class A { static {} }")).toBe(false);
    expect(await isLoweredFor("es2021", "class A { #a = 1; }")).toBe(false);
  });

  test("says to old browsers why it stays empty, in words they understand", async () => {
    expect(await isLoweredFor("es2015", textOf("old-browser.js"))).toBe(true);
    expect(textOf("old-browser.js")).not.toMatch(/\b(const|let)\b|=>|`/);
  });

  test("names no other host", () => {
    const hosts = [...files.values()].join("\n").match(/https?:\/\/[^/"'\s)]+/g) ?? [];
    expect(hosts.filter((host) => host !== "http://www.w3.org")).toEqual([]);
  });
});
