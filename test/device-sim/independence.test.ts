// The simulator is written from the specifications: no file of it imports a gateway or a broker.

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";

const folder = resolve(import.meta.dirname, "../../device-sim");

function sources(): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("dist"))
    .map((file) => join(folder, file));
}

/** Every module a source names: static, dynamic, type imports and re-exports. */
function imports(text: string): readonly string[] {
  const named = /(?<![-\w])(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;
  return Array.from(text.matchAll(named), (match) => match[1] ?? "");
}

it("names only its own files, Node, proto and its two packages", () => {
  const files = sources();
  expect(files.length).toBeGreaterThanOrEqual(40);
  const allowed = new Set(["@driftbox/proto", "@driftbox/proto/node", "koffi", "yaml"]);
  let count = 0;
  for (const file of files) {
    for (const name of imports(readFileSync(file, "utf8"))) {
      count += 1;
      const isOwn = name.startsWith(".") && resolve(join(file, ".."), name).startsWith(folder);
      expect(isOwn || name.startsWith("node:") || allowed.has(name), `${file}: ${name}`).toBe(true);
    }
  }
  expect(count).toBeGreaterThanOrEqual(100);
});

it("its world names only the world", () => {
  const files = sources().filter((file) => file.startsWith(join(folder, "world")));
  expect(files.length).toBeGreaterThanOrEqual(8);
  for (const file of files) {
    for (const name of imports(readFileSync(file, "utf8")))
      expect(name).toMatch(/^\.\/[a-z-]+\.ts$/);
  }
});

it("would notice a forbidden import", () => {
  expect(imports('import type { A } from "../../gateway/ports/devices.ts";')).toEqual([
    "../../gateway/ports/devices.ts",
  ]);
  expect(imports("const a = await import('@driftbox/gateway');")).toEqual(["@driftbox/gateway"]);
});
