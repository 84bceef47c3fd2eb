// The ledger's contract on a file: durable mode, uniqueness, bounds, restart, one process.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Fault, type SealedEvent } from "@driftbox/proto";
import { evidenceMaxCounts } from "../../broker/adapters/sqlite-ledger/evidence-store.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import type { Evidence } from "../../broker/ports/ledger.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { idsOf, looseOrigin, SealedChain } from "./sealed-chain.ts";

const origin = looseOrigin();
let folder: ReturnType<typeof temporaryFolder>;
let path: string;
const opened: SqliteLedger[] = [];

function open(): SqliteLedger {
  const ledger = new SqliteLedger(path);
  opened.push(ledger);
  return ledger;
}

function codeOf(step: () => unknown): string {
  try {
    step();
    return "none";
  } catch (error) {
    return error instanceof Fault ? error.code : String(error);
  }
}

function holderOf(file: string): ReturnType<typeof spawn> {
  const script = `
    const Database = require("better-sqlite3");
    const db = new Database(process.argv[1]);
    db.pragma("locking_mode = EXCLUSIVE"); db.pragma("journal_mode = WAL");
    db.exec("BEGIN IMMEDIATE; COMMIT");
    console.log("held"); setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["-e", script, file], { stdio: ["ignore", "pipe", "inherit"] });
}

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, "ledger.sqlite");
});
afterEach(() => {
  for (const ledger of opened.splice(0)) ledger.close();
  folder.remove();
});

describe("opening", () => {
  it("is in synchronous FULL and write-ahead mode at each opening, not only the first", () => {
    for (let time = 0; time < 2; time += 1) {
      const ledger = open();
      expect(ledger.database.pragma("synchronous", { simple: true })).toBe(2);
      expect(ledger.database.pragma("journal_mode", { simple: true })).toBe("wal");
      ledger.close();
    }
  });

  it("refuses a second process with ledger/locked and lets it in when the first is killed", async () => {
    open().close();
    const holder = holderOf(path);
    await once(holder.stdout ?? holder, "data");
    expect(codeOf(open)).toBe("ledger/locked");
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(codeOf(open)).toBe("none");
  });

  it("refuses a database that cannot keep a write-ahead log as not durable", () => {
    path = ":memory:";
    expect(codeOf(open)).toBe("ledger/not-durable");
  });

  it("refuses a database of another program", () => {
    const made = spawnSync(process.execPath, [
      "-e",
      `new (require("better-sqlite3"))(process.argv[1]).pragma("user_version = 9")`,
      path,
    ]);
    expect(made.status).toBe(0);
    expect(codeOf(open)).toBe("ledger/io");
  });
});

describe("appending", () => {
  const sealed = new SealedChain(origin).grow(3);
  const events = sealed.events as [SealedEvent, SealedEvent, SealedEvent];

  it("keeps entries, chain state and numbers over a restart", () => {
    const ledger = open();
    const number = ledger.enroll(identityOf(origin, "boat"));
    const [held] = ledger.gateways();
    if (held === undefined) throw new Error("not enrolled");
    const chain = { ...held.chain, epoch: 1, nextSeq: 2, headEventId: held.chain.headEventId };
    const appends = events.slice(0, 2).map((each) => appendOf(number, each));
    ledger.commit(changeOf({ appends, gateways: [{ gateway: number, chain, lastWordMs: 5 }] }));
    ledger.close();
    const again = open();
    expect(again.enroll(identityOf(origin, "boat"))).toBe(number);
    expect(again.gateways()[0]?.chain).toEqual(chain);
    expect(again.heldEventId(number, 1, 1)).toBe(idsOf(events)[1]);
    expect(again.heldEventId(number, 1, 2)).toBeUndefined();
    expect(new SqliteReadModels(again).newestCursor()).toBe(2);
  });

  it("stores nothing of a change that appends one place twice", () => {
    const ledger = open();
    const number = ledger.enroll(identityOf(origin, "boat"));
    const appends = [events[0], events[1], events[1]].map((each) => appendOf(number, each));
    expect(() => ledger.commit(changeOf({ appends }))).toThrow(/appended twice/);
    expect(new SqliteReadModels(ledger).newestCursor()).toBe(0);
    ledger.commit(changeOf({ appends: appends.slice(0, 2) }));
    expect(new SqliteReadModels(ledger).newestCursor()).toBe(2);
  });

  it("keeps proved evidence apart from rejects, and only counts what is over the bound", () => {
    const ledger = open();
    const number = ledger.enroll(identityOf(origin, "boat"));
    const evidenceOf = (kind: Evidence["kind"]): Evidence => ({
      gateway: number,
      kind,
      epoch: 1,
      seq: 4,
      eventId: undefined,
      heldEventId: undefined,
      bytes: new Uint8Array(3),
      detail: "test",
      receivedMs: 1,
    });
    const flood = Array.from({ length: evidenceMaxCounts.reject + 7 }, () => evidenceOf("reject"));
    ledger.commit(changeOf({ evidence: flood }));
    ledger.commit(changeOf({ evidence: [evidenceOf("fork")] }));
    const rows = ledger.database.prepare("SELECT kind, count(*) AS n FROM evidence GROUP BY 1");
    expect(rows.all()).toEqual([
      { kind: "fork", n: 1 },
      { kind: "reject", n: evidenceMaxCounts.reject },
    ]);
    expect(ledger.counters().get("evidence/dropped")).toBe(7);
  });

  it("finishes covered seals by the key of their epoch", () => {
    const ledger = open();
    const number = ledger.enroll(identityOf(origin, "boat"));
    const chain = ledger.gateways()[0]?.chain;
    if (chain === undefined) throw new Error("not enrolled");
    const appends = events.map((each) => ({
      ...appendOf(number, each),
      sealState: "chain" as const,
    }));
    const after = { ...chain, epoch: 1, nextSeq: 3 };
    ledger.commit(changeOf({ appends, gateways: [{ gateway: number, chain: after }] }));
    const covered = ledger.coveredEntries(2);
    expect(covered.map((each) => [each.seq, each.key])).toEqual([
      [0, chain.key],
      [1, chain.key],
    ]);
    const [first, second] = covered.map((each) => each.cursor) as [number, number];
    ledger.finishSeals({ direct: [first], broken: [second] });
    expect(ledger.coveredEntries(9).map((each) => each.seq)).toEqual([2]);
    const states = new SqliteReadModels(ledger).eventsAfter(0, 9, {}).rows;
    expect(states.map((each) => each.sealState)).toEqual(["direct", "broken", "chain"]);
  });

  it("keeps a hole's beginning while the hole shrinks", () => {
    const ledger = open();
    const gateway = ledger.enroll(identityOf(origin, "boat"));
    ledger.commit(
      changeOf({ atMs: 100, gateways: [{ gateway, openGaps: [{ fromSeq: 2, toSeq: 9 }] }] }),
    );
    ledger.commit(
      changeOf({ atMs: 200, gateways: [{ gateway, openGaps: [{ fromSeq: 5, toSeq: 9 }] }] }),
    );
    const gapsNow = () => new SqliteReadModels(ledger).gateways()[0]?.gaps;
    expect(gapsNow()).toEqual([{ fromSeq: 5, toSeq: 9, sinceMs: 100, state: "open" }]);
    ledger.commit(
      changeOf({
        atMs: 300,
        gateways: [{ gateway, openGaps: [], lostGaps: [{ fromSeq: 5, toSeq: 9 }] }],
      }),
    );
    expect(gapsNow()).toEqual([{ fromSeq: 5, toSeq: 9, sinceMs: 300, state: "lost" }]);
  });
});
