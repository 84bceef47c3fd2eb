// Every statement that the ledger and its views prepare, asked how SQLite would run it.

import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterEach, expect, it, vi } from "vitest";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import type { EventFilter } from "../../broker/ports/views.ts";
import { everythingOf, temporaryFolder } from "./ledger-rig.ts";

interface Step {
  readonly detail: string;
}

afterEach(() => vi.restoreAllMocks());

const filters: readonly EventFilter[] = [
  {},
  { site: "zhoushan" },
  { site: "zhoushan", gateway: "ferry" },
  { site: "zhoushan", gateway: "ferry", box: "box-a" },
  { site: "zhoushan", gateway: "ferry", kind: "CommandRefused" },
  { box: "box-a" },
  { kind: "DoorForced" },
  { parcel: "1001" },
  { code: "K7MF3Q2T" },
];

/** What may be read whole: it is as long as there are gateways, or boxes, or things amiss. */
const short = [
  "boxes",
  "covered_ranges r",
  "entries USING INDEX entries_broken",
  "epoch_keys",
  "evidence USING COVERING INDEX evidence_place",
  "gaps",
  "gateway_folds f",
  "gateways",
  "l USING INDEX manifests_open",
  "travel_times",
];

it("no statement costs as much as the ledger is long", () => {
  const folder = temporaryFolder();
  const prepared = vi.spyOn(SqliteDatabase.prototype, "prepare");
  const ledger = new SqliteLedger(join(folder.path, "ledger.sqlite"));
  everythingOf(ledger);
  const models = new SqliteReadModels(ledger);
  for (const filter of filters) {
    models.eventsAfter(0, 10, filter);
    models.eventsBefore(Number.MAX_SAFE_INTEGER, 10, filter);
  }
  const texts = new Set(prepared.mock.calls.map(([text]) => text));
  const asked = [...texts].filter((text) => /^\s*(SELECT|UPDATE|DELETE|WITH)/.test(text));
  const all = asked.map((text) => {
    const unnamed = text.replaceAll(/@\w+/g, "?");
    const steps = ledger.database.prepare<unknown[], Step>(`EXPLAIN QUERY PLAN ${unnamed}`);
    const marks = unnamed.replaceAll(/'[^']*'/g, "").match(/\?/g) ?? [];
    return { text, plan: steps.all(marks.map(() => null)).map(({ detail }) => detail) };
  });
  console.log(`${texts.size} statements, ${asked.length} of them search`);
  expect(asked.length).toBeGreaterThan(30);
  const long = all.filter(({ text, plan }) => plan.some((step) => isLong(text, step)));
  expect(long).toEqual([]);
  ledger.close();
  folder.remove();
});

/** An index made for the moment, or a table read from end to end that grows with the ledger. */
function isLong(text: string, step: string): boolean {
  if (step.includes("AUTOMATIC")) return true;
  const [, name] = /^SCAN (.*)$/.exec(step) ?? [];
  if (name === undefined || name === "CONSTANT ROW") return false;
  return !short.some((each) => each === name || isAlias(text, each, name));
}

/** A plan names a table by the alias that the statement gives it. */
function isAlias(text: string, named: string, name: string): boolean {
  return named.endsWith(` ${name}`) && text.includes(`FROM ${named}`);
}
