// The timeline of papers in a red box that crosses by ferry, from the ledger's own tables.

import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const noonMs = 1_789_970_000_000;
const hourMs = 3_600_000;
const village = looseOrigin("village");
const center = looseOrigin("center");
let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const sealed: Fact = {
  kind: "ContainerSealed",
  container: "red",
  parcels: ["1001"],
  sealTag: "s-1",
  person: "p-runner",
};
const place = { box: "cabinet", compartment: 2, grantSeq: 0 };
const deposited: Fact = {
  kind: "ParcelDeposited",
  ...place,
  parcel: "red",
  person: "p-runner",
  evidence: "tag-only",
};
const opened: Fact = {
  kind: "ContainerOpened",
  container: "red",
  person: "p-clerk",
  enRoute: false,
};

it("shows where the box was while they were in it, whichever gateway is heard first", () => {
  for (const isCenterFirst of [false, true]) {
    const ledger = new SqliteLedger(join(folder.path, `${isCenterFirst}.sqlite`));
    const atVillage = new SealedChain(village);
    atVillage.seal(sealed, noonMs);
    const atCenter = new SealedChain(center);
    atCenter.seal(deposited, noonMs + hourMs);
    const numbers = [
      ledger.enroll(identityOf(village, "village")),
      ledger.enroll(identityOf(center, "center")),
    ] as const;
    const tell = (number: number, chain: SealedChain): void => {
      const appends = chain.events.map((event) => appendOf(number, event));
      ledger.commit(changeOf({ appends }));
    };
    if (isCenterFirst) tell(numbers[1], atCenter);
    tell(numbers[0], atVillage);
    if (!isCenterFirst) tell(numbers[1], atCenter);
    const models = new SqliteReadModels(ledger);
    expect(models.parcel("1001")).toMatchObject({
      custodian: "box",
      box: "cabinet",
      compartment: 2,
      containers: ["red"],
    });
    const last = atCenter.events.length;
    atCenter.seal(opened, noonMs + 2 * hourMs);
    for (const event of atCenter.events.slice(last)) {
      ledger.commit(changeOf({ appends: [appendOf(numbers[1], event)] }));
    }
    expect(models.parcel("1001")).toMatchObject({ person: "p-clerk", containers: [] });
    const entries = models.timeline("1001")?.entries ?? [];
    expect(entries.map((each) => each.type === "event" && each.event.kind)).toEqual([
      "ContainerSealed",
      "ParcelDeposited",
      "ContainerOpened",
    ]);
  }
});
