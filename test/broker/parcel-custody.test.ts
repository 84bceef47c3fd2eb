// Custody between gateways: moves decide, mentions and clocks in the future do not.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import {
  claimUs,
  currentWord,
  foldParcel,
  unseenParcel,
  type ParcelEvent,
} from "../../broker/core/projections/parcels.ts";

const noonMs = 1_790_000_000_000;
const noonUs = noonMs * 1_000;
const hourUs = 3_600_000_000;
const parcel = "1001";

function deposited(box: string): Fact {
  const place = { box, compartment: 1, grantSeq: 0 };
  return { kind: "ParcelDeposited", ...place, parcel, person: "p-1", evidence: "tag-and-presence" };
}
const collected: Fact = {
  kind: "ParcelCollected",
  box: "box-b",
  compartment: 1,
  grantSeq: 0,
  parcel,
  person: "p-7",
  evidence: "tag-and-presence",
};
const mentioned: Fact = {
  kind: "HandoverReleased",
  handover: "h-1",
  giver: "p-1",
  receiver: "p-2",
  parcels: [parcel],
  sealTags: [],
};

type Told = readonly [gateway: number, fact: Fact, claimUs: number];

/** The custody after the events, told in this order of arrival and the other way round. */
function custodyAfter(...told: readonly Told[]): unknown {
  const events = told.map(([gateway, fact, at], index): ParcelEvent => {
    return { parcel, gateway, seq: index, cursor: index + 1, claimUs: at, fact };
  });
  const other = events.toSorted((a, b) => b.gateway - a.gateway || a.seq - b.seq);
  const [one, two] = [events, other].map((each) => {
    const word = currentWord(each.reduce(foldParcel, unseenParcel));
    return { custodian: word?.custodian, at: word?.box ?? word?.person };
  });
  expect(two).toEqual(one);
  return one;
}

describe("custody of a parcel", () => {
  it("stays where a move put it when another gateway mentions it later", () => {
    expect(custodyAfter([1, deposited("box-a"), noonUs], [2, mentioned, noonUs + hourUs])).toEqual({
      custodian: "box",
      at: "box-a",
    });
    expect(custodyAfter([1, deposited("box-a"), 0], [2, mentioned, noonUs])).toMatchObject({
      at: "box-a",
    });
  });

  it("does not come back when the gateway it left mentions it later", () => {
    const put: Told = [1, deposited("box-a"), noonUs];
    const took: Told = [2, collected, noonUs + hourUs];
    expect(custodyAfter(put, took, [1, mentioned, noonUs + 2 * hourUs])).toEqual({
      custodian: "person",
      at: "p-7",
    });
  });
});

describe("the claimed time of an event", () => {
  const wallUs = noonUs + 70 * 365 * 24 * hourUs;

  it("is not after it was received", () => {
    expect(claimUs({ wallUs }, noonMs)).toBe(noonUs);
    expect(claimUs({ wallUs: noonUs }, noonMs + 1)).toBe(noonUs);
  });

  it("loses by itself when the clock was never set", () => {
    expect(claimUs({ wallUs: 5_000_000 }, 1_800_000_000_000)).toBe(5_000_000);
  });
});
