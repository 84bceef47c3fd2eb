// Where a gateway is: as its newest state document says, and nowhere when that says nothing.

import { afterEach, beforeEach, expect, it } from "vitest";
import { batchOf } from "./sealed-chain.ts";
import { IngestRig } from "./ingest-rig.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
  rig.chain.grow(3);
  rig.say("events", batchOf(rig.chain.events));
});
afterEach(() => rig.remove());

const here = { latitude: 29.9854, longitude: 122.2072, quality: 2 };

function sayState(nextSeq: number, fields: Partial<typeof here> = {}): void {
  const { origin, head } = rig.chain;
  const { keyEpoch: epoch, prev: headEventId } = head;
  const chain = { gatewayId: origin.gatewayId, epoch, nextSeq, headEventId };
  rig.say("state", rig.chain.document("state", { ...chain, ...fields }));
}

it("a gateway is where its newest state document says, also after a restart of the center", () => {
  expect(rig.view()?.position).toBeNull();
  sayState(9, here);
  expect(rig.view()?.position).toEqual(here);
  rig.restart();
  expect(rig.view()?.position).toEqual(here);
  sayState(10, { ...here, latitude: 0, longitude: -0.5 });
  expect(rig.view()?.position).toEqual({ ...here, latitude: 0, longitude: -0.5 });
});

it("a gateway that lost its fix is nowhere, and one that only says hello stays where it was", () => {
  sayState(9, here);
  rig.say("events", batchOf(rig.chain.grow(1).events));
  expect(rig.view()?.position).toEqual(here);
  sayState(10);
  expect(rig.view()?.position).toBeNull();
});

it("a place that is not on Earth is none", () => {
  for (const wrong of [{ latitude: 91 }, { longitude: -181 }, { latitude: NaN }]) {
    sayState(9, { ...here, ...wrong });
    expect(rig.view()?.position).toBeNull();
  }
  sayState(9, { latitude: 1, longitude: 1 });
  expect(rig.view()?.position).toBeNull();
});

it("a quarantined gateway is nowhere", () => {
  sayState(9, here);
  rig.say("events", batchOf(rig.chain.branchAfter(0).grow(1).events));
  expect(rig.view()).toMatchObject({ standing: "quarantined", position: null });
});
