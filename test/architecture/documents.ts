// Reads the project's documents: headings, tables, package manifests and lint settings.

import { readdirSync, readFileSync } from "node:fs";
import { root } from "./source-tree.ts";

export function readDocument(path: string): string {
  return readFileSync(root + path, "utf8");
}

/** Levels of the headings in order, e.g. [1, 2, 2]; code blocks are skipped. */
export function headingLevels(markdown: string): number[] {
  return withoutCode(markdown).flatMap((line) => {
    const marks = /^(#{1,6}) /.exec(line)?.[1];
    return marks === undefined ? [] : [marks.length];
  });
}

function withoutCode(markdown: string): string[] {
  return markdown.replace(/^ *```[^]*?^ *```$/gm, "").split("\n");
}

/** Cells of every table row below a heading, or of the whole document; separator rows left out. */
export function tableRows(markdown: string, heading?: string): string[][] {
  const from = heading === undefined ? 0 : markdown.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`no heading ${heading}`);
  const rest = markdown.slice(from + (heading?.length ?? 0) + 1);
  const end = heading === undefined ? -1 : rest.search(/\n#{1,6} /);
  const section = end < 0 ? rest : rest.slice(0, end);
  return section
    .split("\n")
    .filter((line) => line.startsWith("|") && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    );
}

/** Texts in backticks. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Package to the workspaces that need or may use it at run time; our own packages left out. */
export function runtimeDependencies(): Map<string, string[]> {
  const users = new Map<string, string[]>();
  for (const workspace of ["proto", "gateway", "broker", "device-sim"]) {
    const manifest = JSON.parse(readDocument(`${workspace}/package.json`)) as Manifest;
    const { dependencies, optionalDependencies } = manifest;
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!name.startsWith("@driftbox/")) users.set(name, [...(users.get(name) ?? []), workspace]);
    }
  }
  return users;
}

/** Paths of links in a document that lead into the project. */
export function localLinks(markdown: string): string[] {
  const links = [...markdown.matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)];
  return links.map((match) => match[1] ?? "");
}

export function markdownFiles(): string[] {
  const below = (folder: string): string[] =>
    readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return below(path);
      return entry.name.endsWith(".md") ? [path] : [];
    });
  const top = readdirSync(root).filter((name) => name.endsWith(".md"));
  return [...top, ...below("docs"), "proto/vectors/README.md", "test/README.md"];
}
