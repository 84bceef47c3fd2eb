// The configuration in force as rows: each key, its value, and where that value was written.

import type { Located } from "./readers.ts";
import { isSameKey, type ConfigNode, type Scalar } from "./tree.ts";

export interface ConfigRow {
  /** Dotted path; members of lists by number from 0, as `--set` takes it. */
  readonly key: string;
  /** An empty list or map is shown as text. */
  readonly value: Scalar;
  /** `gateway.yaml line 12`, `environment NAME`, `--set key`, or `default`. */
  readonly origin: string;
}

/** Keys that were left out and have no default are not listed. */
export function configRows(values: object, tree: ConfigNode): readonly ConfigRow[] {
  return rowsOf(values, { key: "", node: tree });
}

interface Spot {
  readonly key: string;
  readonly node: ConfigNode | undefined;
}

function rowsOf(value: unknown, spot: Spot): readonly ConfigRow[] {
  if (value === undefined) return [];
  if (isLocated(value)) return rowsOf(value.value, spot);
  const origin = spot.node?.origin ?? "default";
  if (isScalar(value)) return [{ key: spot.key, value, origin }];
  const members = Object.entries(value ?? {});
  if (members.length === 0) return [{ key: spot.key, value: "none", origin }];
  return members.flatMap(([name, member]) => rowsOf(member, childOf(spot, name)));
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** What `located` made: a value with its origin beside it. */
function isLocated(value: unknown): value is Located<unknown> {
  if (value === null || typeof value !== "object") return false;
  const keys = Object.keys(value);
  return keys.length === 2 && "value" in value && "origin" in value;
}

function childOf({ key, node }: Spot, name: string): Spot {
  const path = key === "" ? name : `${key}.${name}`;
  if (node?.kind === "list") return { key: path, node: node.items[Number(name)] };
  if (node?.kind !== "map") return { key: path, node: undefined };
  const found = [...node.entries].find(([known, entry]) =>
    isSameKey(name, known, entry.ignoresCase),
  );
  return { key: path, node: found?.[1] };
}
