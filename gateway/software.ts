// Name and version of this program, as events and messages state them.

import { createRequire } from "node:module";

interface Manifest {
  readonly version: string;
}

// The compiled file is one folder deeper than the source.
const folder = import.meta.url.endsWith(".ts") ? "." : "..";
const manifest = createRequire(import.meta.url)(`${folder}/package.json`) as Manifest;

export const software = `driftbox ${manifest.version}`;
