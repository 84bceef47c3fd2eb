// The small documents under power cuts: two of them rewritten in turn, of changing size.

import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { LowdbDocuments } from "../../gateway/adapters/documents/lowdb-documents.ts";
import { between } from "./random.ts";
import type { StoreKind } from "./store.ts";

const names = ["custody", "receipt"] as const;

interface Stored {
  readonly item: number;
  readonly filler: string;
}

interface Slots {
  read(name: string): Promise<unknown>;
  write(name: string, value: Stored): Promise<void>;
}

export const documentsStore: StoreKind = {
  name: "documents",
  inFlightMaxCount: 1,

  async writer(folder, random, isFlushing) {
    const slots = isFlushing
      ? await LowdbDocuments.open(join(folder, "d"))
      : await careless(folder);
    const items = new Map<string, number>();
    for (const name of names) items.set(name, itemOf(await slots.read(name)) ?? -1);
    const step = async () => {
      const slot = names[between(random, 0, 1)] ?? names[0];
      const item = (items.get(slot) ?? -1) + 1;
      await slots.write(slot, { item, filler: `${item} `.repeat(between(random, 1, 3_000)) });
      items.set(slot, item);
      return { slot, item };
    };
    return { step };
  },

  async inspect(folder) {
    const documents = await LowdbDocuments.open(join(folder, "d"));
    const newest = new Map<string, number>();
    const defects: string[] = [];
    for (const name of names) {
      try {
        const item = itemOf(await documents.read(name));
        if (item !== undefined) newest.set(name, item);
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        defects.push(`${name}: ${error.code}`);
      }
    }
    return { newest, defects, report: (await readdir(join(folder, "d"))).join(" ") };
  },
};

function itemOf(value: unknown): number | undefined {
  if (typeof value !== "object" || value === null || !("item" in value)) return undefined;
  return typeof value.item === "number" ? value.item : undefined;
}

/** The negative control: write and rename without any flush, in the same file format. */
async function careless(folder: string): Promise<Slots> {
  await mkdir(join(folder, "d"), { recursive: true });
  const scratch = await LowdbDocuments.open(join(folder, "..", "scratch"));
  const durable = await LowdbDocuments.open(join(folder, "d"));
  return {
    read: (name) => durable.read(name),
    write: async (name, value) => {
      await scratch.write(name, value);
      const text = await readFile(join(folder, "..", "scratch", `${name}.json`));
      await writeFile(join(folder, "d", `${name}.new`), text);
      await rename(join(folder, "d", `${name}.new`), join(folder, "d", `${name}.json`));
    },
  };
}
