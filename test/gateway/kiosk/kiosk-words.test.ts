// The words of the page: every one of them is on some screen, and says the same in both languages.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { en } from "../../../gateway/kiosk/src/words/en.ts";
import { zh } from "../../../gateway/kiosk/src/words/zh.ts";

const root = join(import.meta.dirname, "../../../gateway");

function textOf(folder: string, isMeant: (path: string) => boolean): string {
  const paths = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  const meant = paths.filter((path) => /\.tsx?$/.test(path) && isMeant(path));
  return meant.map((path) => readFileSync(join(root, folder, path), "utf8")).join("\n");
}

/** The page, and where the words are from with which it makes keys. */
const page = textOf("kiosk/src", (path) => !path.startsWith("words/"));
const shapes = `${textOf("ports", (path) => path === "panel.ts")}
${textOf("custody", (path) => path === "inputs.ts" || path.startsWith("visits/"))}`;

/** Written out, or made of a word that a screen may have: t(`code.${what}`). */
function isUsed(key: string): boolean {
  if (page.includes(`"${key}"`) || page.includes(`${key}:`)) return true;
  const [prefix = "", ...rest] = key.split(".");
  return page.includes(`t(\`${prefix}.\${`) && shapes.includes(`"${rest.join(".")}"`);
}

it("every word is used by the page", () => {
  expect(Object.keys(zh).filter((key) => !isUsed(key))).toEqual([]);
  expect(isUsed("code.nobody-tells-it")).toBe(false);
  expect(isUsed("nowhere")).toBe(false);
});

it("both languages leave the same gaps to fill", () => {
  const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const [key, text] of Object.entries(zh)) {
    const other = Object.entries(en).find(([name]) => name === key)?.[1] ?? "";
    expect([key, gaps(other)]).toEqual([key, gaps(text)]);
  }
});
