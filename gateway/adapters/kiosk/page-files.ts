// The built page of the kiosk, read once: what is not among these files is never served.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

/** By path below the folder, `assets/x.js`. @throws Fault listen/failed when nothing was built */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  try {
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const type = types[/\.([a-z]+)$/.exec(path)?.[1] ?? ""];
      if (type !== undefined) files.set(path, { type, content: readFileSync(join(folder, path)) });
    }
  } catch (cause) {
    throw new Fault("listen/failed", `the page of the kiosk is not in ${folder}`, { cause });
  }
  if (!files.has("index.html")) {
    throw new Fault("listen/failed", `the page of the kiosk is not in ${folder}; build it first`);
  }
  return files;
}
