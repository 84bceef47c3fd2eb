// The import rules of docs/architecture.md as data, and what breaks them.

import { posix } from "node:path";
import { builtinModules } from "node:module";

/** A file with what it imports. */
export interface Importer {
  readonly path: string;
  readonly imports: readonly string[];
}

const workspaces: Readonly<Record<string, string>> = {
  "@driftbox/proto": "proto/src/index.ts",
  "@driftbox/proto/node": "proto/node/index.ts",
  "@driftbox/gateway": "gateway/main.ts",
  "@driftbox/broker": "broker/main.ts",
  "@driftbox/device-sim": "device-sim/main.ts",
  "#generated": "proto/generated/driftbox.js",
};
const builtin = new Set(builtinModules);

/** A path of ours, `node:<module>`, or `npm:<package>`. */
export function targetOf(importer: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(importer), specifier);
  const own = workspaces[specifier];
  if (own !== undefined) return own;
  const bare = specifier.replace(/^node:/, "");
  if (builtin.has(bare)) return `node:${bare}`;
  if (specifier.startsWith("@driftbox/")) return `${specifier.replace("@driftbox/", "")}/index.ts`;
  const levels = specifier.startsWith("@") ? 2 : 1;
  return `npm:${specifier.split("/").slice(0, levels).join("/")}`;
}

interface Wall {
  readonly name: string;
  /** Which files it binds. */
  readonly from: RegExp;
  /** The only targets they may import, or those they may not. */
  readonly only?: RegExp;
  readonly never?: RegExp;
  /** Named files that may. */
  readonly except?: RegExp;
}

const core = "(?:gateway/custody|broker/core|device-sim/world)";

export const walls: readonly Wall[] = [
  {
    name: "proto imports nothing of ours and nothing of Node",
    from: /^proto\/src\//,
    only: /^proto\/(?:src|generated)\//,
  },
  {
    name: "proto/node adds Node's cryptography and files to proto",
    from: /^proto\/node\//,
    only: /^(?:proto\/(?:src\/index\.ts|node\/)|node:)/,
  },
  {
    name: "the gateway never imports the center or the simulator",
    from: /^gateway\//,
    never: /^(?:broker|device-sim|test)\//,
  },
  {
    name: "the center never imports the gateway or the simulator",
    from: /^broker\//,
    never: /^(?:gateway|device-sim|test)\//,
  },
  {
    name: "the simulator never imports the gateway or the center",
    from: /^device-sim\//,
    never: /^(?:gateway|broker|test)\//,
  },
  {
    name: "proto is reached through its two entries",
    from: /^(?:gateway|broker|device-sim)\//,
    never: /^proto\/(?!src\/index\.ts$|node\/index\.ts$)/,
  },
  {
    name: "the custody core is pure",
    from: /^gateway\/custody\//,
    only: coreOnly("gateway/custody"),
  },
  { name: "the center's core is pure", from: /^broker\/core\//, only: coreOnly("broker/core") },
  { name: "the world is pure", from: /^device-sim\/world\//, only: coreOnly("device-sim/world") },
  {
    name: "ports import cores and ports, never what implements or uses them",
    from: /^(?:gateway|broker)\/ports\//,
    only: new RegExp(`^(?:${core}|gateway/ports|broker/ports|proto/src/index\\.ts)`),
  },
  {
    name: "the application knows ports, not adapters",
    from: /^(?:gateway|broker)\/app\//,
    never: /\/(?:adapters|api|console)\/|\/(?:compose(?:\/[a-z-]+|-[a-z]+)?|main)\.ts$/,
  },
  {
    name: "adapters do not know who composes them",
    from: /^(?:gateway|broker)\/adapters\//,
    never: /\/(?:api|console)\/|\/(?:compose(?:\/[a-z-]+|-[a-z]+)?|main)\.ts$/,
  },
  {
    name: "the API knows ports, not adapters",
    from: /^broker\/api\//,
    never: /\/(?:adapters|console)\/|\/(?:compose(?:\/[a-z-]+|-[a-z]+)?|main)\.ts$/,
  },
  {
    name: "the console runs in a browser and shares only the shapes of the views",
    from: /^broker\/console\/(?!vite\.config\.ts$)/,
    only: /^(?:broker\/console\/|broker\/ports\/(?:custody-)?views\.ts|proto\/src\/index\.ts|npm:)/,
  },
  {
    name: "the kiosk page runs in a browser and shares only shapes of the panel and signal texts",
    from: /^gateway\/kiosk\/(?!vite\.config\.ts$)/,
    only: /^(?:gateway\/(?:kiosk|adapters\/signals)\/|gateway\/ports\/panel\.ts|proto\/src\/|npm:)/,
  },
  {
    name: "the devices of the simulator are written from the specifications alone",
    from: /^device-sim\/devices\//,
    never: /^(?:gateway|broker)\/|\/(?:demo|run|scenario)\//,
  },
];

function coreOnly(folder: string): RegExp {
  return new RegExp(`^(?:${folder}/|proto/src/index\\.ts$)`);
}

/** One line a violation: rule, file, what it imports. */
export function breaches(files: readonly Importer[], rules: readonly Wall[] = walls): string[] {
  return files.flatMap(({ path, imports }) =>
    rules
      .filter((wall) => wall.from.test(path) && wall.except?.test(path) !== true)
      .flatMap((wall) =>
        imports
          .map((specifier) => targetOf(path, specifier))
          .filter((target) => isForbidden(wall, target))
          .map((target) => `${wall.name}: ${path} imports ${target}`),
      ),
  );
}

function isForbidden(wall: Wall, target: string): boolean {
  return wall.only?.test(target) === false || wall.never?.test(target) === true;
}

/** Files that import both ports and adapters of a program; only its compose files may. */
export function composers(files: readonly Importer[]): string[] {
  return files
    .filter(({ path }) => /^(?:gateway|broker|device-sim)\/(?!adapters\/)/.test(path))
    .filter(({ path, imports }) => {
      const targets = imports.map((specifier) => targetOf(path, specifier));
      const has = (folder: RegExp) => targets.some((target) => folder.test(target));
      return has(/^[a-z-]+\/ports\//) && has(/^[a-z-]+\/adapters\//);
    })
    .map(({ path }) => path);
}

/** Relative imports that do not name a file with its ending. */
export function vagueImports(files: readonly Importer[]): string[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter((specifier) => specifier.startsWith("."))
      .filter((specifier) => !/\.(?:tsx?|js|json|css)$/.test(specifier))
      .map((specifier) => `${path} imports ${specifier}`),
  );
}
