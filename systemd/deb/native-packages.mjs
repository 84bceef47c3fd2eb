// The packages with compiled parts: not bundled, but shipped beside the programs with what they need
// to run. Usage: node native-packages.mjs ARCHITECTURE COMPILED-FOLDER KOFFI-FOLDER TARGET

import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What a bundle leaves out and looks up at run time. */
export const nativePackages = ["koffi", "@serialport/bindings-cpp", "better-sqlite3", "epoll"];

/** Needed to install or to compile a native package, never to run it. */
const buildOnly = new Set(["node-addon-api", "prebuild-install", "nan"]);
const unusedFolders = new Set([
  "build",
  "deps",
  "doc",
  "example",
  "node_modules",
  "prebuilds",
  "test",
  "vendor",
]);
const usedExtensions = new Set([".js", ".cjs", ".mjs", ".json"]);

/** Debian's architectures as the folders of the packages name them. */
const architectures = {
  amd64: { koffi: "linux-x64", koffiFile: "linux_x64", serialport: "linux-x64" },
  arm64: { koffi: "linux-arm64", koffiFile: "linux_arm64", serialport: "linux-arm64" },
  armhf: { koffi: "linux-arm", koffiFile: "linux_armhf", serialport: "linux-arm" },
};

const checkout = resolve(import.meta.dirname, "../..");

/** The folder of a package as Node finds it from another folder. */
function packageFolder(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, "node_modules", name);
    if (existsSync(join(found, "package.json"))) return found;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed; run npm install`);
  }
}

function dependenciesOf(folder) {
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return Object.keys(dependencies).filter((name) => !buildOnly.has(name));
}

/** Folders of the named packages and of all they need to run. */
function closure(names, from, found = new Set()) {
  for (const name of names) {
    const folder = packageFolder(name, from);
    if (found.has(folder)) continue;
    found.add(folder);
    closure(dependenciesOf(folder), folder, found);
  }
  return found;
}

/** JavaScript, description and license of a package. */
function copyScripts(from, to) {
  cpSync(from, to, {
    recursive: true,
    filter: (path) => {
      const name = basename(path);
      if (path === from) return true;
      if (unusedFolders.has(name)) return false;
      const extension = extname(name);
      return extension === "" || usedExtensions.has(extension) || /^licen[cs]e/i.test(name);
    },
  });
}

function copyFile(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** Prebuilt serial bindings for the C library of Debian; its armv6 build runs on every 32-bit Pi. */
function copySerialBindings(folder, target) {
  const from = join(checkout, "node_modules/@serialport/bindings-cpp/prebuilds", folder);
  const files = readdirSync(from).filter((file) => file.includes("glibc"));
  for (const file of files) {
    copyFile(join(from, file), join(target, "@serialport/bindings-cpp/prebuilds", folder, file));
  }
}

function main([architecture, compiled, koffi, target]) {
  const names = architectures[architecture];
  if (names === undefined || target === undefined) throw new Error("see the usage in this file");
  const nodeModules = join(checkout, "node_modules");
  for (const folder of closure(nativePackages, checkout)) {
    copyScripts(folder, join(target, relative(nodeModules, folder)));
  }
  copySerialBindings(names.serialport, target);
  const koffiPackage = join(target, "@koromix", `koffi-${names.koffi}`);
  for (const file of ["index.js", "package.json", `${names.koffiFile}/koffi.node`]) {
    copyFile(join(koffi, file), join(koffiPackage, file));
  }
  for (const [name, file] of [
    ["better-sqlite3", "better_sqlite3.node"],
    ["epoll", "epoll.node"],
  ]) {
    copyFile(join(compiled, file), join(target, name, "build/Release", file));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
