// Manifests that nobody closed: however many newer ones there are, and whatever the clock said.

import { afterEach, beforeEach, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf } from "./sealed-chain.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

const hourMs = 3_600_000;
const opened = (manifest: string): Fact => {
  return { kind: "ManifestOpened", manifest, voyage: "v-1", expected: ["1"], onBoard: true };
};
const closed = (manifest: string): Fact => {
  const lists = { expected: ["1"], found: ["1"], missing: [], extra: [] };
  return { kind: "ManifestClosed", manifest, ...lists, persons: ["p-1", "p-2"] };
};

/** Manifests that should be closed, so long after the gateway spoke. */
function overdueAfter(hours: number): readonly string[] {
  const models = new SqliteReadModels(rig.ledger, { now: () => rig.nowMs + hours * hourMs });
  const troubles = models.troubles().filter(({ kind }) => kind === "ManifestOverdue");
  return troubles.map(({ about }) => about);
}

it("one that was never closed stays overdue behind five hundred that were", () => {
  const rounds = Array.from({ length: 501 }, (_, n) => `m-${n}`);
  const facts = [opened("lost"), ...rounds.flatMap((name) => [opened(name), closed(name)])];
  for (let at = 0; at < facts.length; at += 100) {
    const events = facts.slice(at, at + 100).map((fact) => rig.chain.seal(fact, rig.nowMs));
    rig.say("events", batchOf(events));
  }
  expect(overdueAfter(25)).toEqual(["lost"]);
  expect(overdueAfter(23)).toEqual([]);
});

it("one of a clock that was never set has its day from when it was heard", () => {
  rig.say("events", batchOf([rig.chain.seal(opened("m-1"), 1_000)]));
  expect(overdueAfter(23)).toEqual([]);
  expect(overdueAfter(25)).toEqual(["m-1"]);
});
