// Reads values out of a YAML document and names the line of whatever is wrong with them.

import { Fault } from "@driftbox/proto";
import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLMap,
} from "yaml";

/** A scenario is a page of text; more is a mistake. */
export const scenarioMaxBytes = 262_144;

/** One value of the document and where it stands. */
export interface Located {
  readonly node: Node | null;
  readonly source: YamlSource;
}

/** A parsed YAML text that can name the line of each of its nodes. */
export class YamlSource {
  readonly #origin: string;
  readonly #lines = new LineCounter();
  readonly root: Located;
  readonly document: Document.Parsed;

  /** @throws Fault scenario/invalid when the text is too large or not YAML */
  constructor(text: string, origin: string) {
    this.#origin = origin;
    if (text.length > scenarioMaxBytes) {
      throw new Fault("scenario/invalid", `${origin}: larger than ${scenarioMaxBytes} bytes`);
    }
    const document = parseDocument(text, { lineCounter: this.#lines, uniqueKeys: true });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = this.#lines.linePos(error.pos[0]).line;
      throw new Fault("scenario/invalid", `${origin}:${line}: ${error.message.split("\n")[0]}`);
    }
    this.document = document;
    this.root = { node: document.contents, source: this };
  }

  lineOf(node: Node | null): number {
    return node?.range === undefined || node.range === null
      ? 1
      : this.#lines.linePos(node.range[0]).line;
  }

  fault(node: Node | null, what: string): Fault {
    return new Fault("scenario/invalid", `${this.#origin}:${this.lineOf(node)}: ${what}`);
  }
}

export function wrong(located: Located, what: string): Fault {
  return located.source.fault(located.node, what);
}

export function lineOf(located: Located): number {
  return located.source.lineOf(located.node);
}

function asMap(located: Located, what: string): YAMLMap<Node, Node | null> {
  if (isMap<Node, Node | null>(located.node)) return located.node;
  throw wrong(located, `${what}: expected keys and values`);
}

/** Reads a mapping whose keys must all be known; `read` gets the value or undefined. */
export function readFields<K extends string>(
  located: Located,
  what: string,
  known: readonly K[],
): Readonly<Partial<Record<K, Located>>> {
  const fields: Partial<Record<K, Located>> = {};
  for (const { key, value } of asMap(located, what).items) {
    const name = isScalar(key) ? String(key.value) : "";
    const match = known.find((one) => one === name);
    if (match === undefined) {
      const at = { node: key, source: located.source };
      throw wrong(at, `${what}: unknown key "${name}"; known are ${known.join(", ")}`);
    }
    fields[match] = { node: value, source: located.source };
  }
  return fields;
}

/** Keys of a mapping in their order, for steps that are named by one of them. */
export function keysOf(located: Located, what: string): readonly string[] {
  return asMap(located, what).items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
}

export function readList(located: Located | undefined, what: string): readonly Located[] {
  if (located === undefined) return [];
  if (!isSeq<Node>(located.node)) throw wrong(located, `${what}: expected a list`);
  return located.node.items.map((node) => ({ node, source: located.source }));
}

export function readText(located: Located, what: string): string {
  const value: unknown = isScalar(located.node) ? located.node.value : undefined;
  if (typeof value === "string" && value.length > 0) return value;
  throw wrong(located, `${what}: expected a text${typeof value === "number" ? "; quote it" : ""}`);
}

export function readNumber(located: Located, what: string, bounds: readonly [number, number]) {
  const value: unknown = isScalar(located.node) ? located.node.value : undefined;
  const [low, high] = bounds;
  if (typeof value === "number" && value >= low && value <= high) return value;
  throw wrong(located, `${what}: expected a number from ${low} to ${high}`);
}

export function readFlag(located: Located, what: string): boolean {
  const value: unknown = isScalar(located.node) ? located.node.value : undefined;
  if (typeof value === "boolean") return value;
  throw wrong(located, `${what}: expected true or false`);
}

export function readWord<T extends string>(located: Located, what: string, words: readonly T[]): T {
  const text = readText(located, what);
  const match = words.find((word) => word === text);
  if (match !== undefined) return match;
  throw wrong(located, `${what}: "${text}" is none of ${words.join(", ")}`);
}

/** Plain values for what is compared, not interpreted: texts, numbers and flags by name. */
export function readPlain(located: Located, what: string): Readonly<Record<string, Plain>> {
  const plain: Record<string, Plain> = {};
  for (const { key, value } of asMap(located, what).items) {
    const name = isScalar(key) ? String(key.value) : "";
    const scalar: unknown = isScalar(value) ? value.value : undefined;
    if (typeof scalar !== "string" && typeof scalar !== "number" && typeof scalar !== "boolean") {
      throw wrong({ node: value, source: located.source }, `${what}.${name}: expected one value`);
    }
    plain[name] = scalar;
  }
  return plain;
}

/** A mapping as it is written, for whoever interprets it; its names only are looked at here. */
export function readMapping(
  located: Located,
  what: string,
  refused: readonly string[],
): Readonly<Record<string, unknown>> {
  const own = keysOf(located, what).find((key) => refused.includes(key));
  if (own !== undefined) throw wrong(located, `${what}.${own}: the scenario itself says that`);
  return Object.fromEntries(
    asMap(located, what).items.map(({ key, value }) => [
      isScalar(key) ? String(key.value) : "",
      value?.toJS(located.source.document) as unknown,
    ]),
  );
}

export type Plain = string | number | boolean;
