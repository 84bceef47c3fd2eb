// The TypeScript files of the project, read and parsed once for the rules that are checked on them.

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync, type ESTree } from "vite";

export const root = fileURLToPath(new URL("../../", import.meta.url));

const programs = ["proto", "gateway", "broker", "device-sim", "test"] as const;
const skippedFolders = new Set(["node_modules", "dist", "generated", "output"]);

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Hand-written TypeScript below a folder; compiled and generated files are left out. */
export function sourceFilesBelow(folder: string): SourceFile[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : sourceFilesBelow(path);
    const isSource = /\.tsx?$/.test(entry.name) && !entry.name.endsWith(".d.ts");
    return isSource ? [{ path, text: readFileSync(root + path, "utf8") }] : [];
  });
}

export function allSourceFiles(): SourceFile[] {
  return programs.flatMap((program) => sourceFilesBelow(program));
}

export interface ParsedSource extends SourceFile {
  readonly program: ESTree.Program;
  readonly comments: ReturnType<typeof parseSync>["comments"];
  /** Specifiers of static imports, re-exports and dynamic imports with a literal. */
  readonly imports: readonly string[];
}

/** Throws when a file does not parse: a rule that cannot read a file must not pass. */
export function parseSource(file: SourceFile): ParsedSource {
  const result = parseSync(file.path, file.text);
  const [error] = result.errors;
  if (error !== undefined) throw new Error(`${file.path}: ${error.message}`);
  const { staticImports, staticExports, dynamicImports } = result.module;
  const reexports = staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : [])),
  );
  const dynamic = dynamicImports.flatMap(({ moduleRequest }) => {
    const text = file.text.slice(moduleRequest.start, moduleRequest.end);
    return /^["'].*["']$/.test(text) ? [text.slice(1, -1)] : [];
  });
  const imports = [...staticImports.map((each) => each.moduleRequest.value), ...reexports];
  return {
    ...file,
    program: result.program,
    comments: result.comments,
    imports: [...new Set([...imports, ...dynamic])],
  };
}
