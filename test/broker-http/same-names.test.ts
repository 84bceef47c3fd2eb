// Two gateways with a box of the same name: neither hides the other, in the API and on the page.

import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Fact } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { ChangedViews } from "../../broker/api/changed-views.ts";
import { applyChange, boxes, boxKey } from "../../broker/console/src/fleet.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "../broker/ledger-rig.ts";
import { looseOrigin, SealedChain } from "../broker/sealed-chain.ts";
import { runServer, type Running } from "./running-server.ts";

let folder: ReturnType<typeof temporaryFolder>;
let ledger: SqliteLedger;
let models: SqliteReadModels;
let running: Running;

const forced: Fact = { kind: "DoorForced", box: "box-a", compartment: 1 };
const opened: Fact = { kind: "DoorAjar", box: "box-a", compartment: 2, grantSeq: 1 };

function say(gateway: string, fact: Fact): void {
  const chain = new SealedChain(looseOrigin(gateway));
  const number = ledger.enroll(identityOf(chain.origin, gateway));
  ledger.commit(changeOf({ appends: [appendOf(number, chain.seal(fact))] }));
}

beforeEach(async () => {
  folder = temporaryFolder();
  ledger = new SqliteLedger(join(folder.path, "ledger.sqlite"));
  models = new SqliteReadModels(ledger);
  say("ferry-1", forced);
  say("ferry-2", opened);
  running = await runServer({ readModels: models });
});
afterEach(async () => {
  await running.server.close();
  ledger.close();
  folder.remove();
});

test("each box is asked for under its own gateway, and so are its events", async () => {
  const told = async (gateway: string): Promise<unknown> => {
    const at = `${running.origin}/api/v1`;
    const box = await fetch(`${at}/boxes/site-of-${gateway}/${gateway}/box-a`);
    const query = `site=site-of-${gateway}&gateway=${gateway}&box=box-a`;
    const events = (await (await fetch(`${at}/events?${query}`)).json()) as {
      rows: { kind: string }[];
    };
    const { troubles } = (await box.json()) as { troubles: string[] };
    return [troubles, events.rows.map((row) => row.kind)];
  };
  expect(await told("ferry-1")).toEqual([["DoorForced"], ["DoorForced"]]);
  expect(await told("ferry-2")).toEqual([["DoorAjar"], ["DoorAjar"]]);
  const crossed = await fetch(`${running.origin}/api/v1/boxes/site-of-ferry-2/ferry-1/box-a`);
  expect(crossed.status).toBe(404);
});

test("the page keeps the forced one when the quiet one changes", () => {
  const changes = new ChangedViews(models);
  applyChange(changes.takeAll());
  expect(changes.take()).toEqual({ gateways: [], boxes: [] });
  const quiet = models.boxes().find((view) => view.gateway === "ferry-2");
  if (quiet === undefined) throw new Error("the second box is there");
  applyChange({ gateways: [], boxes: [{ ...quiet, troubles: [] }] });
  expect((boxes.value ?? []).map((view) => [boxKey(view), view.troubles])).toEqual([
    ["site-of-ferry-1/ferry-1/box-a", ["DoorForced"]],
    ["site-of-ferry-2/ferry-2/box-a", []],
  ]);
});

test("a look at changes reads only the gateways that were noted", () => {
  const changes = new ChangedViews(models);
  const told: string[][] = [];
  for (const number of [1, 2]) {
    changes.note([number]);
    const { gateways, boxes: noted } = changes.take();
    told.push([...gateways, ...noted].map((view) => view.gateway));
  }
  expect(told).toEqual([
    ["ferry-1", "ferry-1"],
    ["ferry-2", "ferry-2"],
  ]);
  changes.note([1, 2, 3]);
  expect(changes.take()).toEqual({ gateways: [], boxes: [] });
});
