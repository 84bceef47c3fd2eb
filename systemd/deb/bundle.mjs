// Writes one bundled file for each program of the command `driftbox`, and the pages they serve, into a
// folder that has the layout of the checkout, and the licenses of the packages in them into a file.
// Usage: node bundle.mjs FOLDER LICENSES

import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { build } from "esbuild";
import { build as buildPage, resolveConfig } from "vite";
import { nativePackages } from "./native-packages.mjs";

const checkout = resolve(import.meta.dirname, "../..");

/** Programs that no command names: started by the supervisor or by another program. */
const helpers = {
  "gateway/dist/outputs-off.js": "gateway/outputs-off.ts",
  "gateway/dist/pulse-line.js": "gateway/pulse-line.ts",
  "device-sim/dist/clock-preload.js": "device-sim/run/clock-preload.ts",
  "device-sim/dist/demo/clock-preload.js": "device-sim/run/clock-preload.ts",
  "device-sim/dist/boot-preload.js": "device-sim/run/boot-preload.ts",
  "device-sim/dist/demo/boot-preload.js": "device-sim/run/boot-preload.ts",
};

/** CommonJS packages inside a bundle call `require` for Node's own modules and `__dirname`. */
const banner = `import { createRequire as bundledCreateRequire } from "node:module";
import { fileURLToPath as bundledFileURLToPath } from "node:url";
const require = bundledCreateRequire(import.meta.url);
const __filename = bundledFileURLToPath(import.meta.url);
const __dirname = bundledFileURLToPath(new URL(".", import.meta.url));`;

/**
 * The gateway loads two files of mqtt.js through `createRequire`, which a bundler does not see.
 * @type {import("esbuild").Plugin}
 */
const visibleRequires = {
  name: "visible-requires",
  setup(bundler) {
    bundler.onLoad({ filter: /gateway\/adapters\/mqtt\/mqtt-client\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8")
        .replace(/createRequire\(load\.resolve\("mqtt\/lib\/client"\)\)/, "require")
        .replaceAll(/\bload\("/g, 'require("')
        .replace(/^const load = createRequire.*$/m, "");
      if (/load[(.]|createRequire\(/.test(contents)) {
        return { errors: [{ text: `${path} loads a module in a way that is not bundled` }] };
      }
      return { contents, loader: "ts" };
    });
  },
};

/** Compiled file of each program and its source, from the table in bin/driftbox.js. */
function programs() {
  const table = readFileSync(join(checkout, "bin/driftbox.js"), "utf8");
  const files = new Set(table.match(/[a-z-]+\/dist\/[a-z/-]+\.js/g));
  if (files.size < 5) throw new Error(`only ${files.size} programs found in bin/driftbox.js`);
  const sources = [...files].map((file) => [
    file,
    file.replace("/dist/", "/").replace(/\.js$/, ".ts"),
  ]);
  return [...sources, ...Object.entries(helpers)].filter(([, source]) =>
    existsSync(join(checkout, source)),
  );
}

/** Builds every page that `npm run build` makes, to the same place below `folder`. */
async function buildPages(folder) {
  const { scripts } = JSON.parse(readFileSync(join(checkout, "package.json"), "utf8"));
  const configs = Array.from(
    scripts.build.matchAll(/vite build --config (\S+)/g),
    ([, path]) => path,
  );
  if (configs.length === 0) throw new Error("package.json builds no page with Vite");
  for (const path of configs) {
    const configFile = join(checkout, path);
    const usual = await resolveConfig({ configFile }, "build", "production");
    const place = relative(checkout, resolve(usual.root, usual.build.outDir));
    const output = { outDir: join(folder, place), emptyOutDir: true };
    await buildPage({ configFile, mode: "production", logLevel: "warn", build: output });
    process.stdout.write(`built ${place}\n`);
  }
}

/** Folders of the packages whose files are in a bundle. */
function packagesOf(inputs) {
  const found = new Set();
  for (const path of Object.keys(inputs)) {
    const [match] = path.match(/^(.*\/)?node_modules\/(@[^/]+\/)?[^/]+/) ?? [];
    if (match !== undefined) found.add(match);
  }
  return found;
}

/** Name, version and license text of one package. */
function licenseOf(path) {
  const folder = join(checkout, path);
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
  const text = file === undefined ? "" : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version}: ${license}\n\n${text}\n`;
}

const [folder, licenses] = process.argv.slice(2);
if (folder === undefined || licenses === undefined) throw new Error("see the usage in this file");
const bundled = new Set(nativePackages.map((name) => join("node_modules", name)));
for (const [file, source] of programs()) {
  const { metafile } = await build({
    absWorkingDir: checkout,
    entryPoints: [source],
    outfile: join(resolve(folder), file),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["driftbox-source"],
    external: nativePackages,
    plugins: [visibleRequires],
    banner: { js: banner },
    legalComments: "none",
    logLevel: "error",
    metafile: true,
  });
  for (const path of packagesOf(metafile.inputs)) bundled.add(path);
  process.stdout.write(`bundled ${file}\n`);
}
await buildPages(resolve(folder));
const texts = [...bundled].map(licenseOf).toSorted((one, other) => (one < other ? -1 : 1));
writeFileSync(licenses, texts.join(`\n${"-".repeat(72)}\n\n`));
