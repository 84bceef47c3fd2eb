// What the ledger keeps in memory of boxes and parcels never differs from what is on disk.

import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact, SealedEvent } from "@driftbox/proto";
import { RecentValues } from "../../broker/adapters/sqlite-ledger/recent-values.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { appendOf, changeOf, everythingOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const origin = looseOrigin("ferry");
let folder: ReturnType<typeof temporaryFolder>;
let path: string;

function moved(kind: "ParcelDeposited" | "ParcelCollected", index: number): Fact {
  return {
    kind,
    box: `box-${index % 3}`,
    compartment: 1 + (index % 2),
    grantSeq: 0,
    parcel: String(1_000 + (index % 7)),
    person: "p-1",
    evidence: "tag-and-presence",
  };
}

/** Parcels that go in and out of three boxes, over and over. */
function traffic(count: number): readonly SealedEvent[] {
  const chain = new SealedChain(origin);
  for (let i = 0; i < count; i += 1) {
    chain.seal(moved(i % 4 < 2 ? "ParcelDeposited" : "ParcelCollected", i));
  }
  return chain.events;
}

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder.path, "ledger.sqlite");
});
afterEach(() => folder.remove());

describe("what memory holds of the projections", () => {
  const events = traffic(100);

  it("is the same as what is on disk and as what is rebuilt, however commits are cut", () => {
    const ledger = new SqliteLedger(path);
    const number = ledger.enroll(identityOf(origin, "ferry"));
    for (let at = 0; at < events.length;) {
      const some = events.slice(at, at + 1 + (at % 40));
      ledger.commit(changeOf({ appends: some.map((each) => appendOf(number, each)) }));
      at += some.length;
    }
    const seen = everythingOf(ledger);
    expect(seen).toMatchObject({ events: { rows: { length: events.length } } });
    ledger.close();
    const again = new SqliteLedger(path);
    expect(everythingOf(again)).toEqual(seen);
    again.rebuildProjections();
    expect(everythingOf(again)).toEqual(seen);
    again.close();
  });

  it("forgets a change that was not stored", () => {
    const ledger = new SqliteLedger(path);
    const number = ledger.enroll(identityOf(origin, "ferry"));
    const appends = events.map((each) => appendOf(number, each));
    ledger.commit(changeOf({ appends: appends.slice(0, 50) }));
    const twice = [...appends.slice(50), ...appends.slice(99)];
    expect(() => ledger.commit(changeOf({ appends: twice }))).toThrow(/appended twice/);
    ledger.commit(changeOf({ appends: appends.slice(50, 51) }));
    const seen = everythingOf(ledger);
    ledger.rebuildProjections();
    expect(everythingOf(ledger)).toEqual(seen);
    ledger.close();
  });
});

describe("values used lately", () => {
  it("stay while they are used, and are never more than twice the number to keep", () => {
    const values = new RecentValues<number>(10);
    values.set("used", 0);
    for (let i = 1; i <= 100; i += 1) {
      values.set(String(i), i);
      expect(values.get("used")).toBe(0);
    }
    const kept = Array.from({ length: 100 }, (_, i) => values.get(String(i + 1)));
    expect(kept.filter((each) => each !== undefined).length).toBeLessThanOrEqual(20);
    expect(values.get("100")).toBe(100);
  });
});
