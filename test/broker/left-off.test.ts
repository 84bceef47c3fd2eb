// More troubles than a list holds: what ended gives way first, and what is left off is told.

import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkCodeOf, fromHex, type Fact, type SealedEvent } from "@driftbox/proto";
import { generateKey, signerFromPem } from "@driftbox/proto/node";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { sealSettlement, settle } from "../../broker/app/settlement.ts";
import type { TroubleView } from "../../broker/ports/custody-views.ts";
import { appendOf, changeOf, everythingOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const startMs = 1_790_000_000_000;
const now = () => startMs;
const listMaxCount = 128;
const at = { box: "box-a", compartment: 1 };
const there = { ...at, grantSeq: 5, person: "p-1" };

function unverified(parcel: string): Fact {
  return { kind: "DepositUnverified", ...there, parcel, reason: "no-tag" };
}
function deposited(parcel: string): Fact {
  return { kind: "ParcelDeposited", ...there, parcel, evidence: "tag-only" };
}
function lockout(reader: string): Fact {
  const who = { box: "box-a", person: "", reader };
  return { kind: "LockoutStarted", ...who, wrongTries: 5, durationS: 60 };
}

const origins = ["pier", "isle"].map((name) => ({ name, origin: looseOrigin(name) }));
let folder: ReturnType<typeof temporaryFolder>;
let ledger: SqliteLedger;
let models: SqliteReadModels;
let numbers: readonly number[];
let chains: readonly SealedChain[];

beforeEach(() => {
  folder = temporaryFolder();
  ledger = new SqliteLedger(join(folder.path, "ledger.sqlite"));
  models = new SqliteReadModels(ledger, { now });
  numbers = origins.map(({ name, origin }) => ledger.enroll(identityOf(origin, name)));
  chains = origins.map(({ origin }) => new SealedChain(origin));
});
afterEach(() => {
  ledger.close();
  folder.remove();
});

/** Tells of facts at the pier, or at the isle. */
function tell(facts: readonly Fact[], wallMs = startMs, index = 0): readonly SealedEvent[] {
  const events = facts
    .map((fact) => chains[index]?.seal(fact, wallMs))
    .filter((one) => one !== undefined);
  const appends = events.map((event) => appendOf(numbers[index] ?? 0, event));
  ledger.commit(changeOf({ appends }));
  return events;
}

function many(count: number, name: string): readonly Fact[] {
  return Array.from({ length: count }, (_, n) => unverified(`${name}-${n}`));
}

function leftOff(): readonly TroubleView[] {
  return models.troubles().filter(({ kind }) => kind === "TroublesLeftOff");
}

function isListed(parcel: string): boolean {
  return models.troubles().some(({ parcels }) => parcels.includes(parcel));
}

const signer = signerFromPem(generateKey().privatePem);

/** Staff decides that the trouble of an event at the pier is over; answers why it is not. */
function settleAt(eventId: string): string | undefined {
  const who = { decidedBy: "officer-3", reason: "looked", decidedMs: startMs };
  const code = checkCodeOf(fromHex(eventId) ?? new Uint8Array());
  const settlement = { site: "site-of-pier", gateway: "pier", code, ...who };
  return settle({ ledger, models, now }, settlement, sealSettlement(settlement, signer));
}

it("what was found at the same gateway keeps no place", () => {
  tell([
    unverified("open"),
    ...many(2 * listMaxCount, "p").flatMap((fact, n) => [fact, deposited(`p-${n}`)]),
  ]);
  expect(isListed("open")).toBe(true);
  expect(leftOff()).toEqual([]);
  const seen = everythingOf(ledger);
  ledger.rebuildProjections();
  expect(everythingOf(ledger)).toEqual(seen);
});

it("what was found at another gateway keeps no place", () => {
  tell([unverified("open"), ...many(listMaxCount - 1, "p")]);
  const found = Array.from({ length: listMaxCount - 1 }, (_, n) => deposited(`p-${n}`));
  tell(found, startMs + 60_000, 1);
  tell(many(listMaxCount - 1, "q"));
  expect(isListed("open")).toBe(true);
  expect(leftOff()).toEqual([]);
});

it("what staff settled keeps no place", () => {
  tell([unverified("open")]);
  for (const { eventId } of tell(many(listMaxCount - 1, "p"))) {
    expect(settleAt(Buffer.from(eventId).toString("hex"))).toBeUndefined();
  }
  tell(many(listMaxCount - 1, "q"));
  expect(isListed("open")).toBe(true);
  expect(leftOff()).toEqual([]);
});

it("what ended by its time is not missed", () => {
  const lockouts = Array.from({ length: listMaxCount }, (_, n) => lockout(`r-${n}`));
  tell(lockouts, startMs - 3_600_000);
  tell([lockout("late")]);
  expect(leftOff()).toEqual([]);
});

it("what is left off is told, and ends by a decision of staff until another is", () => {
  const events = tell(many(listMaxCount + 3, "p"));
  const told = leftOff();
  expect(told).toMatchObject([{ about: "DepositUnverified", event: { parcels: ["p-2"] } }]);
  expect(isListed("p-3")).toBe(true);
  expect(settleAt(told[0]?.event?.eventId ?? "")).toBeUndefined();
  expect(leftOff()).toEqual([]);
  tell([unverified("more")]);
  expect(leftOff()).toMatchObject([
    { event: { eventId: Buffer.from(events[3]?.eventId ?? []).toString("hex") } },
  ]);
});
