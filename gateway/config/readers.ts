// Readers of configuration values: each checks one kind of value and says where a wrong one stands.

import { Fault } from "@driftbox/proto";
import { isSameKey, type ConfigNode } from "./tree.ts";

/** Where a value is missing or stands; `node` undefined = not given anywhere. */
export interface Spot {
  readonly node: ConfigNode | undefined;
  /** Dotted path for messages. */
  readonly path: string;
  /** Origin of the enclosing map. */
  readonly within: string;
}

/** Turns a spot into a value. @throws Fault config/value, config/unknown-key */
export type Reader<T> = (spot: Spot) => T;

type ValueOf<R> = R extends Reader<infer T> ? T : never;

export function badValue(spot: Spot, expected: string): Fault {
  const { node, path, within } = spot;
  if (node === undefined)
    return new Fault("config/value", `${within}: ${path} is missing: ${expected}`);
  const seen = node.kind === "scalar" ? withoutSecret(node.value) : `a ${node.kind}`;
  return new Fault("config/value", `${node.origin}: ${path} is ${seen}: ${expected}`);
}

/** What stands before the `@` of an address may be a password, and messages are kept. */
function withoutSecret(value: unknown): string {
  return JSON.stringify(value).replace(/\/\/[^/@"]*@/g, "//…@");
}

export function text(pattern: RegExp, expected: string): Reader<string> {
  return (spot) => {
    const { node } = spot;
    const value = node?.kind === "scalar" ? node.value : undefined;
    // A name made of digits is a number to YAML.
    const read = typeof value === "number" ? String(value) : value;
    if (typeof read !== "string" || !pattern.test(read)) throw badValue(spot, expected);
    return read;
  };
}

export function integer(min: number, max: number): Reader<number> {
  return (spot) => {
    const value = spot.node?.kind === "scalar" ? spot.node.value : undefined;
    const isGood = typeof value === "number" && Number.isInteger(value);
    if (!isGood || value < min || value > max) {
      throw badValue(spot, `expected a whole number from ${min} to ${max}`);
    }
    return value;
  };
}

export const flag: Reader<boolean> = (spot) => {
  const value = spot.node?.kind === "scalar" ? spot.node.value : undefined;
  if (typeof value !== "boolean") throw badValue(spot, "expected true or false");
  return value;
};

export function choice<const T extends string>(words: readonly T[]): Reader<T> {
  return (spot) => {
    const value = spot.node?.kind === "scalar" ? spot.node.value : undefined;
    const found = words.find((word) => word === value);
    if (found === undefined) throw badValue(spot, `expected one of ${words.join(", ")}`);
    return found;
  };
}

/** A value that may be left out, and what it is then. */
export function optional<T, D>(reader: Reader<T>, fallback: D): Reader<T | D> {
  return (spot) => (spot.node === undefined ? fallback : reader(spot));
}

export function list<T>(reader: Reader<T>, maxCount: number): Reader<readonly T[]> {
  return (spot) => {
    const { node, path } = spot;
    if (node?.kind !== "list" || node.items.length > maxCount) {
      throw badValue(spot, `expected a list of at most ${maxCount}`);
    }
    return node.items.map((item, at) =>
      reader({ node: item, path: `${path}[${at}]`, within: node.origin }),
    );
  };
}

/** A value with the place it was read from, for checks that need more than the value. */
export interface Located<T> {
  readonly value: T;
  readonly origin: string;
}

export function located<T>(reader: Reader<T>): Reader<Located<T>> {
  return (spot) => ({ value: reader(spot), origin: spot.node?.origin ?? spot.within });
}

type Fields = Readonly<Record<string, Reader<unknown>>>;
type ObjectOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** A map of exactly these keys; an unknown one is refused by naming the nearest known one. */
export function object<F extends Fields>(fields: F): Reader<ObjectOf<F>> {
  return (spot) => {
    const { node, path } = spot;
    if (node?.kind !== "map") {
      throw badValue(spot, `expected keys: ${Object.keys(fields).join(", ")}`);
    }
    const known = knownEntries(node.entries, Object.keys(fields), path);
    const values = Object.entries(fields).map(([key, reader]): [string, unknown] => {
      const inner = path === "" ? key : `${path}.${key}`;
      return [key, reader({ node: known.get(key), path: inner, within: node.origin })];
    });
    return Object.fromEntries(values) as ObjectOf<F>;
  };
}

/** A map in which the value of `key` says which keys the others are. */
export function variant<V extends Readonly<Record<string, Reader<object>>>>(
  key: string,
  variants: V,
): Reader<ValueOf<V[keyof V]>> {
  const word = choice(Object.keys(variants));
  return (spot) => {
    const { node, path } = spot;
    if (node?.kind !== "map") throw badValue(spot, `expected a map with ${key}`);
    const given = [...node.entries].find(([name]) => isSameKey(key, name, node.ignoresCase));
    const inner = { node: given?.[1], path: `${path}.${key}`, within: node.origin };
    const reader = variants[word(inner)] as Reader<ValueOf<V[keyof V]>>;
    return reader(spot);
  };
}

function knownEntries(
  entries: ReadonlyMap<string, ConfigNode>,
  keys: readonly string[],
  path: string,
): ReadonlyMap<string, ConfigNode> {
  const known = new Map<string, ConfigNode>();
  for (const [name, node] of entries) {
    const key = keys.find((one) => isSameKey(one, name, node.ignoresCase));
    if (key === undefined) {
      const where = path === "" ? "" : ` in ${path}`;
      const nearest = nearestOf(name, keys);
      throw new Fault(
        "config/unknown-key",
        `${node.origin}: unknown key ${JSON.stringify(name)}${where}; did you mean ${nearest}?`,
      );
    }
    known.set(key, node);
  }
  return known;
}

/** The known word with the smallest edit distance. */
export function nearestOf(word: string, known: readonly string[]): string {
  const scored = known.map((one) => ({ one, distance: editDistance(word, one) }));
  scored.sort((a, b) => a.distance - b.distance);
  return scored[0]?.one ?? "nothing";
}

/** Levenshtein distance of two short words, ignoring case. */
function editDistance(from: string, to: string): number {
  const a = from.slice(0, 64).toLowerCase();
  const b = to.toLowerCase();
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const replaced = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
