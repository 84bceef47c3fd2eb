// What played scenarios reached of the custody core: changes, refusals and words, by the center's
// ledger of each run.

import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import {
  decodePayload,
  factKinds,
  isDisciplined,
  parseHeader,
  toHex,
  type Fact,
} from "@driftbox/proto";
import { layoutOf } from "../../gateway/compose.ts";
import { loadConfig } from "../../gateway/config/config.ts";
import { evolve, type FactMeta } from "../../gateway/custody/evolve.ts";
import { orderRefusals } from "../../gateway/custody/orders/order.ts";
import { initialState, recordAt, type State } from "../../gateway/custody/state.ts";
import { doorFactWord, doorTransitions } from "../../gateway/custody/tables/door-transitions.ts";
import {
  doubts,
  evidences,
  faults,
  outcomes,
  results,
} from "../../gateway/custody/tables/outcome-words.ts";
import { refusals } from "../../gateway/custody/tables/refusal-words.ts";
import {
  sessionTransitions,
  sessionWord,
} from "../../gateway/custody/tables/session-transitions.ts";
import type { Transition } from "../../gateway/custody/tables/transition.ts";

/** `<table>: <word>`, as `docs/custody.md` and `reached.json` name it. */
export type Reachable = string;

export interface Reached {
  readonly words: ReadonlySet<Reachable>;
  readonly eventCount: number;
}

/** All there is to reach, in the order of the tables. What a table leaves undefined is not used. */
export const reachables: readonly Reachable[] = [
  ...sessionTransitions.map((row) => `session: ${changeOf(row)}`),
  ...doorTransitions.map((row) => `door: ${changeOf(row)}`),
  ...wordsOf("refusal", refusals),
  ...wordsOf("order refusal", orderRefusals),
  ...wordsOf("outcome", outcomes),
  ...wordsOf("result", results),
  ...wordsOf("evidence", evidences),
  ...wordsOf("doubt", doubts),
  ...wordsOf("lock fault", faults),
  ...factKinds().map((kind) => `fact: ${kind}`),
];

function wordsOf(table: string, meanings: Readonly<Record<string, string | undefined>>): string[] {
  const used = Object.entries(meanings).filter(([, meaning]) => meaning !== undefined);
  return used.map(([word]) => `${table}: ${word}`);
}

function changeOf({ from, fact, outcome, to }: Transition<string>): string {
  return `${from} -> ${outcome === undefined ? fact : `${fact} ${outcome}`} -> ${to}`;
}

/** Folds what the center holds of each gateway of a kept run, with the core's own `evolve`. */
export function reachedIn(folder: string): Reached {
  const words = new Set<Reachable>();
  const path = join(folder, "center", "ledger.sqlite");
  if (!existsSync(path)) return { words, eventCount: 0 };
  const ledger = new Database(path, { readonly: true });
  try {
    const rows = ledger.prepare<[], Held>(heldSql).all();
    const gateways = [...new Set(rows.map(({ gateway }) => gateway))];
    for (const gateway of gateways) {
      const held = rows.filter((row) => row.gateway === gateway);
      follow(initialState(layoutIn(folder, gateway)), held, words);
    }
    return { words, eventCount: rows.length };
  } finally {
    ledger.close();
  }
}

interface Held {
  readonly gateway: string;
  readonly header: Uint8Array;
  readonly payload: Uint8Array;
}

const heldSql = `
SELECT gateways.gateway AS gateway, entries.header AS header, payloads.bytes AS payload
FROM entries JOIN payloads USING (cursor) JOIN gateways ON gateways.number = entries.gateway
ORDER BY entries.gateway, entries.epoch, entries.seq`;

function layoutIn(folder: string, gateway: string): State["layout"] {
  const path = join(folder, "gateways", gateway, "gateway.yaml");
  return layoutOf(loadConfig({ path, environment: {}, settings: [] }));
}

function follow(first: State, held: readonly Held[], words: Set<Reachable>): void {
  let state = first;
  for (const one of held) {
    const payload = decodePayload(one.payload);
    if (!payload.ok || !payload.value.isKnown) continue;
    const { fact } = payload.value;
    const after = evolve(state, fact, metaOf(one.header));
    for (const word of [...changesOf(state, after, fact), ...wordsIn(fact)]) words.add(word);
    state = after;
  }
}

function metaOf(bytes: Uint8Array): FactMeta {
  const header = parseHeader(bytes);
  if (!header.ok) throw new Error(header.detail);
  const { seq, monoUs, wallUs, clockSource, bootId } = header.value;
  return {
    seq,
    monoMs: Math.floor(monoUs / 1_000),
    wallMs: Math.floor(wallUs / 1_000),
    isWallDisciplined: isDisciplined(clockSource),
    bootId: toHex(bootId),
  };
}

function changesOf(before: State, after: State, fact: Fact): Reachable[] {
  const label = fact.kind === "UnlockConcluded" ? `${fact.kind} ${fact.outcome}` : fact.kind;
  return Object.keys(after.durable.compartments).flatMap((key) => {
    const [was, is] = [recordAt(before, key), recordAt(after, key)];
    const sides = [
      ["session", sessionWord(was), sessionWord(is)],
      ["door", doorFactWord(was), doorFactWord(is)],
    ] as const;
    return sides.flatMap(([table, from, to]) =>
      from === to ? [] : [`${table}: ${from} -> ${label} -> ${to}`],
    );
  });
}

function wordsIn(fact: Fact): Reachable[] {
  const words = [`fact: ${fact.kind}`];
  if ("evidence" in fact) words.push(`evidence: ${fact.evidence}`);
  if (fact.kind === "AccessRefused") words.push(`refusal: ${fact.reason}`);
  if (fact.kind === "CommandRefused") words.push(`order refusal: ${fact.reason}`);
  if (fact.kind === "UnlockConcluded") words.push(`outcome: ${fact.outcome}`);
  if (fact.kind === "DoorClosed") words.push(`result: ${fact.result}`);
  if (fact.kind === "DepositUnverified") words.push(`doubt: ${fact.reason}`);
  if (fact.kind === "LockFaulted") words.push(`lock fault: ${fact.fault}`);
  return words;
}
