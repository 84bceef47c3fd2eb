// Boxes, parcels and timelines: folded by sequence, independent of arrival, the same when rebuilt.

import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { limits, type Fact, type FactOf, type SealedEvent } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { foldBox, unseenBox } from "../../broker/core/projections/boxes.ts";
import { appendOf, changeOf, everythingOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const ferry = looseOrigin("ferry");
const branch = looseOrigin("branch");
const hour = 3_600_000;
const noon = 1_789_970_000_000;
let folder: ReturnType<typeof temporaryFolder>;

function at(box: string): { box: string; compartment: number; grantSeq: number } {
  return { box, compartment: 1, grantSeq: 0 };
}

function deposited(box: string, parcel: string): Fact {
  const evidence = "tag-and-presence";
  return { kind: "ParcelDeposited", ...at(box), parcel, person: "p-1", evidence };
}

function collected(box: string, parcel: string): Fact {
  const evidence = "tag-and-presence";
  return { kind: "ParcelCollected", ...at(box), parcel, person: "p-7", evidence };
}

const closed: Fact = {
  kind: "DoorClosed",
  ...at("box-a"),
  openMs: 900,
  presenceBefore: "empty",
  presenceAfter: "occupied",
  result: "deposited",
};

/** A parcel that crosses by ferry and is put into the branch cabinet, then forced. */
function story(): { readonly onFerry: SealedEvent[]; readonly atBranch: SealedEvent[] } {
  const boat = new SealedChain(ferry);
  boat.seal({ kind: "DoorOpened", ...at("box-a"), person: "p-1" }, noon);
  boat.seal(deposited("box-a", "1001"), noon);
  boat.seal(closed, noon);
  boat.seal(collected("box-a", "1001"), noon + hour);
  const bank = new SealedChain(branch);
  bank.seal(deposited("cabinet", "1001"), noon + 2 * hour);
  bank.seal({ kind: "DoorForced", box: "cabinet", compartment: 2 }, noon + 3 * hour);
  return { onFerry: boat.events, atBranch: bank.events };
}

function ledgerOf(name: string, order: readonly ("ferry" | "branch")[]): SqliteLedger {
  const ledger = new SqliteLedger(join(folder.path, name));
  const numbers = {
    ferry: ledger.enroll(identityOf(ferry, "ferry")),
    branch: ledger.enroll(identityOf(branch, "branch")),
  };
  const { onFerry, atBranch } = told;
  for (const who of order) {
    const events = who === "ferry" ? onFerry : atBranch;
    for (const event of events) {
      ledger.commit(changeOf({ appends: [appendOf(numbers[who], event)] }));
    }
  }
  return ledger;
}

const told = story();
const onFerry = { site: "site-of-ferry", gateway: "ferry", box: "box-a" };

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe("projections", () => {
  it("give the same custody whichever gateway's events arrive first", () => {
    const early = new SqliteReadModels(ledgerOf("a.sqlite", ["ferry", "branch"]));
    const late = new SqliteReadModels(ledgerOf("b.sqlite", ["branch", "ferry"]));
    for (const models of [early, late]) {
      expect(models.parcel("1001")).toMatchObject({ custodian: "box", box: "cabinet" });
      const kinds = models
        .timeline("1001")
        ?.entries.map((each) =>
          each.type === "event" ? `${each.event.gateway} ${each.event.kind}` : "gap",
        );
      expect(kinds).toEqual([
        "ferry ParcelDeposited",
        "ferry ParcelCollected",
        "branch ParcelDeposited",
      ]);
    }
    expect(late.boxes()).toEqual(early.boxes());
  });

  it("are the same after they are rebuilt from the ledger", () => {
    const ledger = ledgerOf("a.sqlite", ["branch", "ferry"]);
    const before = everythingOf(ledger);
    ledger.database.exec("DELETE FROM parcels; UPDATE boxes SET fold = '{}'");
    ledger.rebuildProjections();
    expect(everythingOf(ledger)).toEqual(before);
    expect(JSON.stringify(before)).toContain("1001");
  });

  it("show a hole after the last event before it", () => {
    const ledger = ledgerOf("a.sqlite", ["ferry", "branch"]);
    const lostGaps = [{ fromSeq: 2, toSeq: 2 }];
    ledger.commit(changeOf({ gateways: [{ gateway: 1, lostGaps }] }));
    const entries = new SqliteReadModels(ledger).timeline("1001")?.entries ?? [];
    expect(entries.map((each) => each.type)).toEqual(["event", "gap", "event", "event"]);
  });

  it("page events both ways and by gateway, box, parcel and kind", () => {
    const models = new SqliteReadModels(ledgerOf("a.sqlite", ["ferry", "branch"]));
    const cursors = (filter: object) =>
      models.eventsAfter(0, 100, filter).rows.map((each) => each.cursor);
    expect(cursors({ gateway: "branch" })).toEqual([5, 6]);
    expect(cursors({ box: "box-a", kind: "DoorClosed" })).toEqual([3]);
    expect(cursors({ parcel: "1001" })).toEqual([2, 4, 5]);
    const first = models.eventsAfter(0, 4, {});
    expect([first.rows.length, first.next]).toEqual([4, 4]);
    expect(models.eventsAfter(4, 4, {}).next).toBeNull();
    const newest = models.eventsBefore(99, 2, {});
    expect(newest.rows.map((each) => each.cursor)).toEqual([6, 5]);
    expect(newest.next).toBe(5);
  });

  it("prefer a signed snapshot while it is newer than the ledger", () => {
    const ledger = ledgerOf("a.sqlite", ["ferry"]);
    const compartment = {
      compartment: 1,
      lock: "secured",
      door: "closed",
      presence: "occupied",
      isEnabled: true,
      parcels: ["2002"],
      quarantined: [],
    };
    const boxes = [{ box: "box-a", compartments: [compartment] }];
    const boxNow = () => new SqliteReadModels(ledger).box(onFerry);
    expect(boxNow()).toMatchObject({ basis: "ledger", compartments: [{ parcels: [] }] });
    ledger.commit(
      changeOf({ gateways: [{ gateway: 1, snapshot: { epoch: 1, nextSeq: 9, boxes } }] }),
    );
    expect(boxNow()).toMatchObject({ basis: "snapshot", compartments: [compartment] });
  });

  it("show compartments that no event has touched as the gateway reported them", () => {
    const ledger = ledgerOf("a.sqlite", ["ferry"]);
    const untouched = {
      compartment: 3,
      lock: "secured",
      door: "closed",
      presence: "empty",
      isEnabled: true,
      parcels: [],
      quarantined: [],
    };
    const lied = { ...untouched, compartment: 1, parcels: ["9999"] };
    const boxes = [{ box: "box-a", compartments: [lied, untouched] }];
    ledger.commit(
      changeOf({ gateways: [{ gateway: 1, snapshot: { epoch: 1, nextSeq: 0, boxes } }] }),
    );
    expect(new SqliteReadModels(ledger).box(onFerry)).toMatchObject({
      basis: "ledger",
      compartments: [{ compartment: 1, parcels: [] }, untouched],
    });
  });
});

const forced: Fact = { kind: "DoorForced", box: "box-a", compartment: 1 };
const held: Fact = { kind: "DoorHeldOpen", ...at("box-a"), openMs: 31_000, stage: 1 };

describe("a door", () => {
  const doorAfter = (...facts: readonly Fact[]) =>
    facts.reduce(foldBox, unseenBox).compartments[1]?.door;

  it("is forced until it is closed or a session opens it, however long it stands open", () => {
    expect(doorAfter(forced)).toBe("forced");
    expect(doorAfter(forced, held)).toBe("forced");
    expect(doorAfter(forced, closed)).toBe("closed");
    expect(doorAfter(forced, { kind: "DoorOpened", ...at("box-a"), person: "p-1" })).toBe("open");
  });
});

describe("a lock", () => {
  const attempts = 1;
  const lockAfter = (fact: Fact) => foldBox(unseenBox, fact).compartments[1]?.lock;

  it("is told in the words that a gateway's own state uses", () => {
    const faulted = (fault: FactOf<"LockFaulted">["fault"]): Fact => {
      return { kind: "LockFaulted", box: "box-a", compartment: 1, fault, attempts };
    };
    expect(lockAfter(forced)).toBe("released");
    expect(lockAfter(faulted("not-latched"))).toBe("released");
    expect(lockAfter(faulted("opened-unasked"))).toBe("released");
    expect(lockAfter(faulted("board-offline"))).toBe("offline");
    expect(lockAfter(faulted("jammed"))).toBe("jammed");
    expect(lockAfter(closed)).toBe("secured");
  });
});

describe("what is in a compartment", () => {
  const put = (parcel: string, compartment = 1): Fact => {
    const place = { box: "box-a", compartment, grantSeq: 0, person: "p-1" };
    return { kind: "ParcelDeposited", ...place, parcel, evidence: "tag-only" };
  };
  const parcelsAt = (facts: readonly Fact[], compartment = 1) =>
    facts.reduce(foldBox, unseenBox).compartments[compartment]?.parcels;
  const full = Array.from({ length: limits.parcelsMaxCount }, (_, n) => put(`full-${n}`));

  it("is listed up to what a gateway lists: the 65th is not, as long as there are 64", () => {
    const reason = "sensor-unknown" as const;
    const place = { ...at("box-a"), parcel: "65th", person: "p-1" };
    const over: Fact = { kind: "DepositUnverified", ...place, reason };
    expect(parcelsAt([...full, over])).toHaveLength(64);
    expect(parcelsAt([...full, over])).not.toContain("65th");
    expect(parcelsAt([...full, collected("box-a", "full-7"), over])).toContain("65th");
  });

  it("is in one compartment of the box at a time", () => {
    const facts = [put("1001"), put("1001", 2)];
    expect([parcelsAt(facts), parcelsAt(facts, 2)]).toEqual([[], ["1001"]]);
  });
});
