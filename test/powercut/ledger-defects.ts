// What is wrong with a ledger after a power cut, against everything its gateways ever sent.

import { equalBytes } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { assertDurable } from "../../broker/adapters/sqlite-ledger/database.ts";
import { projectionTables } from "../../broker/adapters/sqlite-ledger/schema.ts";
import type { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { hexOf } from "../../broker/app/examine.ts";
import type { HeldGateway } from "../../broker/ports/ledger.ts";
import type { SentChain } from "./sent-chain.ts";

interface Row {
  readonly seq: number;
  readonly epoch: number;
  readonly header: Uint8Array;
  readonly seal: Uint8Array;
  readonly event_id: Uint8Array;
  readonly bytes: Uint8Array | null;
}

/** Counters that a run without bad input may have. */
const expectedCounters: ReadonlySet<string> = new Set(["verdict/append", "verdict/duplicate"]);

/** In words; empty when all is right. Rebuilds the projections of the ledger. */
export function defectsOf(ledger: SqliteLedger, chains: readonly SentChain[]): string[] {
  assertDurable(ledger.database);
  const defects = ledger
    .gateways()
    .flatMap((held) => entryDefects(ledger, held, chains).map((text) => nameOf(held, text)));
  const check = ledger.database.pragma("quick_check", { simple: true });
  if (check !== "ok") defects.push(`quick_check: ${String(check)}`);
  return [...defects, ...counterDefects(ledger), ...projectionDefects(ledger)];
}

function nameOf(held: HeldGateway, text: string): string {
  return `${held.identity.gateway}: ${text}`;
}

/** Each entry is the record that was sent, exactly once and in order, up to the head. */
function entryDefects(
  ledger: SqliteLedger,
  { number, identity, chain }: HeldGateway,
  chains: readonly SentChain[],
): string[] {
  const sent = chains.find(({ name }) => name === identity.gateway)?.records ?? [];
  const rows = ledger.database
    .prepare<[number], Row>(
      `SELECT e.seq, e.epoch, e.header, e.seal, e.event_id, p.bytes
       FROM entries e LEFT JOIN payloads p USING (cursor) WHERE e.gateway = ? ORDER BY e.cursor`,
    )
    .all(number);
  const defects: string[] = [];
  for (const [place, row] of rows.entries()) {
    const record = sent[place];
    const isRight =
      row.seq === place &&
      row.epoch === 1 &&
      row.bytes !== null &&
      record !== undefined &&
      equalBytes(row.header, record.header) &&
      equalBytes(row.seal, record.seal) &&
      equalBytes(row.bytes, record.payload) &&
      equalBytes(row.event_id, sha256(record.header));
    if (!isRight) defects.push(`entry ${place} is seq ${row.seq}, or not what was sent`);
  }
  if (chain.nextSeq !== rows.length) {
    defects.push(`${rows.length} entries, but the chain goes on at ${chain.nextSeq}`);
  }
  const last = rows.at(-1);
  const head = last === undefined ? identity.enrollmentHash : hexOf(last.event_id);
  if (chain.headEventId !== head) defects.push(`the chain's head is not the last entry`);
  if (chain.standing !== "accepted") defects.push(chain.standing);
  return defects;
}

/** Counters are committed with the entries they count. */
function counterDefects(ledger: SqliteLedger): string[] {
  const counters = ledger.counters();
  const defects = [...counters.keys()]
    .filter((name) => !expectedCounters.has(name))
    .map((name) => `counter ${name}: ${counters.get(name)}`);
  const entries = ledger.database.prepare<[], number>("SELECT count(*) FROM entries").pluck().get();
  const appended = counters.get("verdict/append") ?? 0;
  if (appended !== entries) defects.push(`${entries} entries, ${appended} counted as appended`);
  return defects;
}

function projectionDefects(ledger: SqliteLedger): string[] {
  const before = projectionsOf(ledger);
  ledger.rebuildProjections();
  const after = projectionsOf(ledger);
  return projectionTables
    .filter((_, place) => before[place] !== after[place])
    .map((table) => `${table} is not what its entries fold to`);
}

function projectionsOf(ledger: SqliteLedger): string[] {
  return projectionTables.map((table) =>
    JSON.stringify(ledger.database.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).raw().all()),
  );
}
