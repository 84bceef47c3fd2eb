// The center's ledger under power cuts: groups of entries, each group one commit.

import { join } from "node:path";
import Database from "better-sqlite3";
import { between } from "./random.ts";
import type { StoreKind } from "./store.ts";

const groupMaxCount = 24;
const slot = "ledger";

export const ledgerStore: StoreKind = {
  name: "ledger",
  inFlightMaxCount: groupMaxCount,

  writer(folder, random, isFlushing) {
    const ledger = openLedger(folder, isFlushing);
    let next = ledger.count();
    const step = () => {
      const count = random() < 0.5 ? 1 : between(random, 2, groupMaxCount);
      const bodies = Array.from({ length: count }, (_, i) =>
        Buffer.alloc(between(random, 1, 600), (next + i) & 255),
      );
      ledger.append(next, bodies);
      next += count;
      return Promise.resolve({ slot, item: next - 1 });
    };
    return Promise.resolve({ step });
  },

  inspect(folder) {
    const ledger = openLedger(folder, true);
    const count = ledger.count();
    const defects = ledger.defects();
    ledger.close();
    return Promise.resolve({ newest: new Map(count > 0 ? [[slot, count - 1]] : []), defects });
  },
};

/** The surface of the ledger that the rig writes on. */
interface CutLedger {
  count(): number;
  append(first: number, bodies: readonly Uint8Array[]): void;
  defects(): string[];
  close(): void;
}

function openLedger(folder: string, isFlushing: boolean): CutLedger {
  return openTable(join(folder, "ledger.sqlite"), isFlushing); // swap: the broker's own ledger
}

/** A table with the settings the ledger must have: WAL and synchronous FULL on every open. */
function openTable(path: string, isFlushing: boolean): CutLedger {
  const database = new Database(path);
  database.pragma("journal_mode = WAL");
  database.pragma(`synchronous = ${isFlushing ? "FULL" : "OFF"}`);
  database.exec("create table if not exists entries (n integer primary key, body blob not null)");
  const insert = database.prepare("insert into entries (n, body) values (?, ?)");
  const numbers = database.prepare("select count(*) as count, max(n) as newest from entries");
  const wrong = database.prepare(
    "select count(*) as count from entries where substr(body, 1, 1) <> substr(body, -1, 1)",
  );
  const insertAll = database.transaction((first: number, bodies: readonly Uint8Array[]) => {
    for (const [i, body] of bodies.entries()) insert.run(first + i, body);
  });
  const count = () => (numbers.get() as { count: number }).count;
  return {
    count,
    append: insertAll,
    defects: () => {
      const defects: string[] = [];
      const newest = (numbers.get() as { newest: number | null }).newest ?? -1;
      if (newest !== count() - 1) defects.push(`${count()} entries up to ${newest}`);
      if ((wrong.get() as { count: number }).count > 0) defects.push("an entry is torn");
      const check = database.pragma("quick_check", { simple: true });
      if (check !== "ok") defects.push(`quick_check: ${String(check)}`);
      return defects;
    },
    close: () => void database.close(),
  };
}
