// The file that says which lines have locks on them, for `outputs-off` when nothing else says it.

import { join } from "node:path";
import { limits } from "@driftbox/proto";
import { readDocumentText, writeDocumentText } from "./adapters/documents/document-file.ts";
import { lineKey } from "./config/claims.ts";
import { gpio, lineName } from "./config/devices.ts";
import { flag, list, object } from "./config/readers.ts";
import { parseTree } from "./config/tree.ts";
import type { GatewayConfig, GpioConfig } from "./config/config.ts";

interface LockLine {
  readonly name: string;
  readonly isActiveLow: boolean;
}

/** Lines of one GPIO that drive locks. */
export interface LockOutputs {
  readonly gpio: GpioConfig;
  readonly lines: readonly LockLine[];
}

const linesMaxCount = limits.boxesMaxCount * limits.compartmentsMaxCount;
const outputsMaxCount = 8;
const storedFile = object({
  outputs: list(
    object({ gpio, lines: list(object({ name: lineName, isActiveLow: flag }), linesMaxCount) }),
    outputsMaxCount,
  ),
});

/** `<data>/lock-lines.json`. */
export function lockLinesPath(folder: string): string {
  return join(folder, "lock-lines.json");
}

/** What the configuration says: none, or one. */
export function lockOutputsOf(config: Pick<GatewayConfig, "boxes" | "gpio">): LockOutputs[] {
  const lines = config.boxes.flatMap(({ compartments }) =>
    compartments.flatMap(({ lock }) => {
      const { line, activeLow } = lock.value;
      return line === undefined ? [] : [{ name: line, isActiveLow: activeLow }];
    }),
  );
  return config.gpio === undefined || lines.length === 0 ? [] : [{ gpio: config.gpio, lines }];
}

/**
 * When it returns, the lines are on disk; before the first pulse can be ordered. A file that says
 * the same is left alone, so that a full disk stops no gateway whose locks are where they were.
 * @throws Fault documents/io
 */
export async function keepLockLines(
  folder: string,
  outputs: readonly LockOutputs[],
): Promise<void> {
  const path = lockLinesPath(folder);
  const text = JSON.stringify({ outputs });
  const before = await readDocumentText(path).catch(() => undefined);
  const isKept = before === undefined ? outputs.length === 0 : before === text;
  if (!isKept) await writeDocumentText(path, text);
}

/** Undefined: there is no file. @throws Fault documents/io, documents/damaged, config/value */
export async function readLockLines(folder: string): Promise<readonly LockOutputs[] | undefined> {
  const path = lockLinesPath(folder);
  const text = await readDocumentText(path);
  if (text === undefined) return undefined;
  const node = parseTree(text, path);
  return storedFile({ node, path: "", within: node.origin }).outputs;
}

/** Each line of each GPIO once; of two polarities the later one counts. */
export function unionOf(all: readonly LockOutputs[]): readonly LockOutputs[] {
  const byGpio = new Map<string, { gpio: GpioConfig; lines: Map<string, LockLine> }>();
  for (const { gpio: place, lines } of all) {
    const key = JSON.stringify(place);
    const found = byGpio.get(key) ?? { gpio: place, lines: new Map() };
    for (const line of lines) found.lines.set(lineKey(line.name), line);
    byGpio.set(key, found);
  }
  return [...byGpio.values()].map(({ gpio: place, lines }) => ({
    gpio: place,
    lines: [...lines.values()],
  }));
}
