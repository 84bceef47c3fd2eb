// Containers that several gateways speak of: which sealing counts, and what ends a doubt about one.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { holderOf } from "../../broker/core/projections/containers.ts";
import {
  currentWord,
  foldParcel,
  unseenParcel,
  type ParcelFold,
} from "../../broker/core/projections/parcels.ts";
import { subjectOf } from "../../broker/core/projections/subject.ts";
import { foldTroubles, stillStands } from "../../broker/core/projections/troubles.ts";

const startUs = 1_790_000_000_000_000;
const secondUs = 1_000_000;

interface Told {
  readonly gateway: number;
  readonly fact: Fact;
  /** After the start. */
  readonly atS: number;
  /** Bound of the error of the clock; null = nothing vouches for it. */
  readonly errMs?: number | null;
}

function sealed(...parcels: readonly string[]): Fact {
  return { kind: "ContainerSealed", container: "red", parcels, sealTag: "s", person: "runner" };
}
function opened(person: string, enRoute = false): Fact {
  return { kind: "ContainerOpened", container: "red", person, enRoute };
}
function collected(person: string): Fact {
  const at = { box: "b", compartment: 1, grantSeq: 0 };
  return { kind: "ParcelCollected", ...at, parcel: "red", person, evidence: "tag-only" };
}
const broken: Fact = {
  kind: "SealTagChecked",
  parcel: "red",
  sealTag: "s",
  state: "broken",
  person: "clerk",
};

/** Events as the ledger gives them to the folds: each gateway counts its own. */
function eventsOf(told: readonly Told[]) {
  const next = new Map<number, number>();
  return told.map(({ gateway, fact, atS, errMs = 50 }, n) => {
    const seq = next.get(gateway) ?? 0;
    next.set(gateway, seq + 1);
    const trusted = errMs === null ? undefined : { errMs };
    return { gateway, seq, cursor: n + 1, claimUs: startUs + atS * secondUs, trusted, fact };
  });
}

function foldsOf(events: ReturnType<typeof eventsOf>): ReadonlyMap<string, ParcelFold> {
  const all = new Map<string, ParcelFold>();
  for (const event of events) {
    for (const parcel of subjectOf(event.fact).parcels) {
      const before = all.get(parcel) ?? unseenParcel;
      all.set(parcel, foldParcel(before, { ...event, parcel }));
    }
  }
  return all;
}

function holder(parcel: string, ...told: readonly Told[]): string {
  const folds = foldsOf(eventsOf(told));
  const word = currentWord(folds.get(parcel) ?? unseenParcel);
  if (word === undefined) return "nobody has heard of it";
  const { person, custodian, containers, unvouched } = holderOf(word, (one) => folds.get(one));
  const inside = containers.length === 0 ? "" : ` in ${containers.join(" in ")}`;
  return `${unvouched ?? person ?? custodian}${inside}`;
}

describe("a container that goes round", () => {
  const back: Told = { gateway: 1, fact: collected("runner"), atS: 200 };
  const firstRound: readonly Told[] = [
    { gateway: 1, fact: sealed("1"), atS: 0 },
    { gateway: 2, fact: opened("clerk"), atS: 100 },
  ];

  it("holds what was put in when it was filled again where it was filled before", () => {
    const again = { gateway: 1, fact: sealed("2"), atS: 210 };
    expect(holder("2", ...firstRound, back, again)).toBe("runner in red");
    expect(holder("1", ...firstRound, back, again)).toBe("not-listed");
  });

  it("is sealed once by a list that takes two facts", () => {
    const long = [
      { gateway: 1, fact: sealed("2"), atS: 210 },
      { gateway: 1, fact: sealed("3"), atS: 211 },
    ];
    expect(holder("2", ...firstRound, back, ...long)).toBe("runner in red");
    expect(holder("3", ...firstRound, back, ...long)).toBe("runner in red");
  });

  it("says that nobody vouches for it where its seal is found broken at another gateway", () => {
    const found = { gateway: 2, fact: broken, atS: 100 };
    expect(holder("1", { gateway: 1, fact: sealed("1"), atS: 0 }, found)).toBe("seal-broken");
  });
});

describe("a doubt about a container", () => {
  /** Whether the trouble that the second event raised at gateway 2 stands after all of them. */
  function stands(doubt: Fact, ...later: readonly Told[]): boolean {
    const round = [
      { gateway: 1, fact: sealed("1"), atS: 0 },
      { gateway: 2, fact: doubt, atS: 100 },
      { gateway: 1, fact: collected("runner"), atS: 98 },
    ];
    const events = eventsOf([...round, ...later]);
    const folds = foldsOf(events);
    const [, raising] = events;
    const [trouble] = raising === undefined ? [] : foldTroubles([], raising);
    if (trouble === undefined) throw new Error("no trouble");
    return stillStands(trouble, 2, (parcel) => folds.get(parcel));
  }

  it("stands at the gateway that found the seal broken, wherever it was sealed", () => {
    expect(stands(broken)).toBe(true);
  });

  it.each([
    ["ends when it is surely sealed later at another", { fact: sealed("1"), atS: 101 }, false],
    ["ends when it is surely opened at its end later", { fact: opened("p"), atS: 101 }, false],
    ["stands when it is opened on the way again", { fact: opened("p", true), atS: 101 }, true],
    ["stands when it was sealed before", { fact: sealed("1"), atS: 99 }, true],
    [
      "stands when a clock may be wrong by more than lies between",
      { fact: sealed("1"), atS: 101, errMs: 2_000 },
      true,
    ],
    [
      "stands when nothing vouches for a clock",
      { fact: opened("p"), atS: 9_000, errMs: null },
      true,
    ],
  ] as const)("%s", (_name, later, isStanding) => {
    for (const doubt of [opened("clerk", true), broken]) {
      expect(stands(doubt, { gateway: 1, ...later })).toBe(isStanding);
    }
  });
});
