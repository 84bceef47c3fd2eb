// A deposit that was stated and is taken back: the parcel is in no compartment any more.

import { expect, it } from "vitest";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf } from "./sealed-chain.ts";

it("is in no compartment, in nobody's custody, and both facts are in its timeline", () => {
  const rig = new IngestRig();
  const at = { box: "box-a", compartment: 1, grantSeq: 1 };
  const parcel = "dep-00000000-1";
  rig.chain.grow(2);
  const reason = "no-presence-change";
  rig.chain.seal({ kind: "DepositUnverified", ...at, parcel, person: "", reason });
  rig.say("events", batchOf(rig.chain.events));
  const models = new SqliteReadModels(rig.ledger);
  const held = () => models.boxes().flatMap(({ compartments }) => compartments[0]?.parcels);
  expect(held()).toEqual([parcel]);
  expect(models.parcel(parcel)).toMatchObject({ custodian: "box", isUnverified: true });
  const taken = rig.chain.seal({
    kind: "DepositAbandoned",
    ...at,
    reason: "nothing-put-in",
    parcel,
  });
  rig.say("events", batchOf([taken]));
  expect(held()).toEqual([]);
  expect(models.parcel(parcel)).toMatchObject({ custodian: "unknown" });
  const kinds = models
    .timeline(parcel)
    ?.entries.map((one) => one.type === "event" && one.event.kind);
  expect(kinds).toEqual(["DepositUnverified", "DepositAbandoned"]);
  rig.remove();
});
