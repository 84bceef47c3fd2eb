// The configuration as a tree of values that remember where they were written:
// file line, environment, flag.

import { readFileSync } from "node:fs";
import { Fault } from "@driftbox/proto";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";

export type Scalar = string | number | boolean | null;

export type ConfigNode = {
  /** For messages: `gateway.yaml line 12`, `environment DRIFTBOX__SITE`, `--set site`. */
  readonly origin: string;
  /** Keys from the environment match whatever their case. */
  readonly ignoresCase: boolean;
} & (
  | { readonly kind: "scalar"; readonly value: Scalar }
  | { readonly kind: "map"; readonly entries: Map<string, ConfigNode> }
  | { readonly kind: "list"; readonly items: ConfigNode[] }
);

/** A configuration file is small; anything larger is a mistake. */
const fileMaxBytes = 1_048_576;
const environmentPrefix = "DRIFTBOX__";
const depthMax = 8;

/** Reads a YAML file. @throws Fault config/unreadable */
export function readTree(path: string): ConfigNode {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw new Fault("config/unreadable", `${path} cannot be read; check path and owner`, { cause });
  }
  if (text.length > fileMaxBytes) throw new Fault("config/unreadable", `${path} is too large`);
  return parseTree(text, path);
}

/** Parses YAML text; `name` is what messages call it. @throws Fault config/unreadable */
export function parseTree(text: string, name: string): ConfigNode {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const error = document.errors[0];
  if (error !== undefined) {
    const reason = error.message.split("\n")[0] ?? "not YAML";
    throw new Fault("config/unreadable", `${name}: ${reason}`);
  }
  const originAt = (offset: number): string => `${name} line ${lines.linePos(offset).line}`;
  const root = document.contents === null ? undefined : nodeOf(document.contents, originAt, 0);
  if (root?.kind === "map") return root;
  throw new Fault("config/unreadable", `${name}: expected keys and values`);
}

function nodeOf(node: Node, originAt: (offset: number) => string, depth: number): ConfigNode {
  const origin = originAt(node.range?.[0] ?? 0);
  const at = { origin, ignoresCase: false } as const;
  if (depth > depthMax) throw new Fault("config/unreadable", `${origin}: nested too deeply`);
  if (isMap<Node, Node | null>(node)) {
    const entries = node.items.map((pair): [string, ConfigNode] => {
      const key = isScalar(pair.key) ? String(pair.key.value) : "";
      const keyAt = { ...at, origin: originAt(pair.key.range?.[0] ?? 0) };
      if (pair.value === null) return [key, { ...keyAt, kind: "scalar", value: null }];
      return [key, { ...nodeOf(pair.value, originAt, depth + 1), ...keyAt }];
    });
    return { ...at, kind: "map", entries: new Map(entries) };
  }
  if (isSeq<Node>(node)) {
    const items = node.items.map((item) => nodeOf(item, originAt, depth + 1));
    return { ...at, kind: "list", items };
  }
  if (isScalar(node)) return { ...at, kind: "scalar", value: scalarOf(node.value) };
  throw new Fault("config/unreadable", `${origin}: aliases are not supported`);
}

function scalarOf(value: unknown): Scalar {
  const isPlain = typeof value === "string" || typeof value === "number";
  return isPlain || typeof value === "boolean" ? value : null;
}

/** Puts `DRIFTBOX__A__B=value` over `a.b`, whatever the case; list members by number from 0. */
export function overlayEnvironment(
  root: ConfigNode,
  environment: Readonly<Record<string, string | undefined>>,
): void {
  for (const [name, text] of Object.entries(environment)) {
    if (!name.startsWith(environmentPrefix) || text === undefined) continue;
    const path = name.slice(environmentPrefix.length).split("__");
    place(root, path, { text, origin: `environment ${name}`, ignoresCase: true });
  }
}

/** Puts `a.b=value` given on the command line over everything else. @throws Fault usage/invalid */
export function overlayFlags(root: ConfigNode, settings: readonly string[]): void {
  for (const setting of settings) {
    const at = setting.indexOf("=");
    if (at < 1) throw new Fault("usage/invalid", `--set ${setting}: expected key.key=value`);
    const path = setting.slice(0, at).split(".");
    const text = setting.slice(at + 1);
    place(root, path, { text, origin: `--set ${path.join(".")}`, ignoresCase: false });
  }
}

interface Overlay {
  readonly text: string;
  readonly origin: string;
  readonly ignoresCase: boolean;
}

function place(node: ConfigNode, path: readonly string[], overlay: Overlay): void {
  const [key = "", ...rest] = path;
  const { origin, ignoresCase } = overlay;
  const leaf = rest.length === 0;
  const empty: ConfigNode = { origin, ignoresCase, kind: "map", entries: new Map() };
  const value: ConfigNode = {
    origin,
    ignoresCase,
    kind: "scalar",
    value: plainValue(overlay.text),
  };
  if (node.kind === "list") {
    const at = Number(key);
    const item = node.items[at];
    if (!Number.isInteger(at) || item === undefined) {
      throw new Fault("config/value", `${origin}: the list has ${node.items.length} members`);
    }
    if (leaf) node.items[at] = value;
    else place(item, rest, overlay);
    return;
  }
  if (node.kind === "scalar") {
    throw new Fault("config/unknown-key", `${origin}: ${node.origin} is one value, it has no keys`);
  }
  const known = [...node.entries.keys()].find((name) => isSameKey(name, key, ignoresCase)) ?? key;
  const child = node.entries.get(known);
  if (leaf) node.entries.set(known, value);
  else if (child === undefined) {
    node.entries.set(known, empty);
    place(empty, rest, overlay);
  } else place(child, rest, overlay);
}

/** Keys of the environment are upper-case by custom. */
export function isSameKey(name: string, key: string, ignoresCase: boolean): boolean {
  return ignoresCase ? name.toLowerCase() === key.toLowerCase() : name === key;
}

function plainValue(text: string): Scalar {
  if (text === "true") return true;
  if (text === "false") return false;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}
