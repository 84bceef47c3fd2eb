// Nobody imports across the walls that docs/architecture.md draws.

import { expect, test } from "vitest";
import { allSourceFiles, parseSource, type ParsedSource } from "./source-tree.ts";
import { breaches, composers, targetOf, vagueImports, walls } from "./walls.ts";

const files: readonly ParsedSource[] = allSourceFiles().map(parseSource);

/** Least number of files a folder must have, so that a scan of nothing does not pass. */
const leastFiles = {
  "proto/": 18,
  "gateway/custody/": 15,
  "gateway/ports/": 4,
  "gateway/app/": 15,
  "gateway/adapters/": 20,
  "broker/core/": 5,
  "broker/ports/": 2,
  "broker/api/": 8,
  "device-sim/world/": 6,
  "device-sim/devices/": 4,
  "test/": 30,
};

test("enough files were read for the rules to mean something", () => {
  for (const [folder, least] of Object.entries(leastFiles)) {
    const count = files.filter(({ path }) => path.startsWith(folder)).length;
    expect(count, folder).toBeGreaterThanOrEqual(least);
  }
  expect(files.flatMap(({ imports }) => imports).length).toBeGreaterThanOrEqual(500);
});

test("every wall binds files that exist", () => {
  for (const wall of walls) {
    const bound = files.filter(({ path }) => wall.from.test(path));
    expect(bound.length, wall.name).toBeGreaterThan(0);
  }
});

test("no file imports across a wall", () => {
  expect(breaches(files)).toEqual([]);
});

test("only the compose files of a program know both its ports and its adapters", () => {
  expect(
    composers(files).filter((path) => !/^[a-z-]+\/compose(?:\/[a-z]+|-[a-z]+)?\.ts$/.test(path)),
  ).toEqual([]);
});

test("relative imports name the file with its ending", () => {
  expect(vagueImports(files)).toEqual([]);
});

const planted: readonly (readonly [path: string, specifier: string])[] = [
  ["proto/src/header.ts", "node:crypto"],
  ["proto/src/header.ts", "../../gateway/ports/storage.ts"],
  ["proto/node/index.ts", "@driftbox/gateway"],
  ["gateway/app/loop/loop.ts", "../../../broker/core/judge.ts"],
  ["gateway/main.ts", "../device-sim/world/index.ts"],
  ["gateway/main.ts", "../proto/src/header.ts"],
  ["gateway/custody/decide.ts", "fs/promises"],
  ["gateway/custody/decide.ts", "node:fs/promises"],
  ["gateway/custody/decide.ts", "@driftbox/proto/node"],
  ["gateway/custody/decide.ts", "../ports/storage.ts"],
  ["gateway/custody/decide.ts", "pino"],
  ["gateway/ports/storage.ts", "../adapters/journal/segment.ts"],
  ["gateway/app/loop/loop.ts", "../../adapters/journal/segment.ts"],
  ["gateway/app/loop/loop.ts", "../../compose.ts"],
  ["gateway/adapters/journal/segment.ts", "../../compose.ts"],
  ["broker/core/judge.ts", "better-sqlite3"],
  ["broker/app/examine.ts", "../../gateway/custody/state.ts"],
  ["broker/api/server.ts", "../adapters/sqlite-ledger/schema.ts"],
  ["broker/console/main.tsx", "../api/server.ts"],
  ["broker/console/main.tsx", "node:fs"],
  ["device-sim/devices/cu16.ts", "../../gateway/adapters/boards/cu16-frame.ts"],
  ["device-sim/world/step.ts", "node:crypto"],
  ["device-sim/world/step.ts", "../devices/cu16.ts"],
];

test.each(planted)("%s must not import %s", (path, specifier) => {
  expect(breaches([{ path, imports: [specifier] }])).not.toEqual([]);
});

test("what is composed outside compose.ts is noticed", () => {
  const imports = ["./ports/storage.ts", "./adapters/journal/segment.ts"];
  expect(composers([{ path: "gateway/start.ts", imports }])).toEqual(["gateway/start.ts"]);
  expect(vagueImports([{ path: "gateway/start.ts", imports: ["./app/loop"] }])).toHaveLength(1);
});

test("imports of every form are seen by the parser", () => {
  const text = `import "./a.ts"; import type { B } from "./b.ts"; export * from "./c.ts";
    export type { D } from "./d.ts"; const e = () => import("./e.ts");`;
  const { imports } = parseSource({ path: "gateway/x.ts", text });
  expect(imports.toSorted()).toEqual(["./a.ts", "./b.ts", "./c.ts", "./d.ts", "./e.ts"]);
  expect(() => parseSource({ path: "gateway/x.ts", text: "import {" })).toThrow(/gateway\/x\.ts/);
});

test("a specifier is resolved to a file of ours, a Node module or a package", () => {
  expect(targetOf("gateway/app/loop/loop.ts", "../../ports/storage.ts")).toBe(
    "gateway/ports/storage.ts",
  );
  expect(targetOf("gateway/app/loop/loop.ts", "fs")).toBe("node:fs");
  expect(targetOf("gateway/app/loop/loop.ts", "@fastify/static/x")).toBe("npm:@fastify/static");
});
