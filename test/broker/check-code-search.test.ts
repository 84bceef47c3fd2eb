// What staff look up: events by check code, and sensors that wait for a repair.

import { checkCodeOf } from "@driftbox/proto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf } from "./sealed-chain.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

const at = { box: "box-a", compartment: 1 };
const sensor = "presence";

it("an event is found by its check code, and no other is", () => {
  rig.chain.grow(20);
  rig.say("events", batchOf(rig.chain.events));
  const models = new SqliteReadModels(rig.ledger);
  for (const { eventId } of rig.chain.events) {
    const code = checkCodeOf(eventId);
    for (const { rows } of [
      models.eventsAfter(0, 9, { code }),
      models.eventsBefore(99, 9, { code }),
    ]) {
      expect(rows.map((row) => row.eventId)).toEqual([Buffer.from(eventId).toString("hex")]);
    }
  }
  expect(models.eventsAfter(0, 9, { code: "00000000" }).rows).toEqual([]);
});

it("the search for a code reads an index, not the ledger", () => {
  const plan = rig.ledger.database
    .prepare("EXPLAIN QUERY PLAN SELECT cursor FROM entries WHERE substr(event_id, 1, 5) = ?")
    .all(Buffer.alloc(5));
  expect(JSON.stringify(plan)).toContain("entries_code");
});

it("a sensor is on the repair list from its quarantine to its restoration", () => {
  rig.chain.grow(1);
  rig.chain.seal({ kind: "SensorQuarantined", ...at, sensor, reason: "5 dissents within a day" });
  rig.say("events", batchOf(rig.chain.events));
  const quarantined = () =>
    new SqliteReadModels(rig.ledger).boxes().flatMap(({ compartments }) => {
      return compartments.map((each) => each.quarantined);
    });
  expect(quarantined()).toEqual([["presence"]]);
  rig.restart();
  expect(quarantined()).toEqual([["presence"]]);
  const restored = rig.chain.seal({ kind: "SensorRestored", ...at, sensor });
  rig.say("events", batchOf([restored]));
  expect(quarantined()).toEqual([[]]);
});
