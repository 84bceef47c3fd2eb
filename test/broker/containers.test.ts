// Parcels in containers at the center: who answers for them, and whose moves their timeline shows.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { holderOf, withinContainers } from "../../broker/core/projections/containers.ts";
import {
  currentWord,
  foldParcel,
  unseenParcel,
  type ParcelFold,
} from "../../broker/core/projections/parcels.ts";
import { subjectOf } from "../../broker/core/projections/subject.ts";

const place = { box: "red-1", compartment: 1, grantSeq: 0, evidence: "tag-only" } as const;

function sealed(container: string, parcels: readonly string[]): Fact {
  return { kind: "ContainerSealed", container, parcels, sealTag: "s", person: "p-1" };
}
function opened(container: string, person: string, enRoute = false): Fact {
  return { kind: "ContainerOpened", container, person, enRoute };
}
function accepted(parcel: string, receiver: string): Fact {
  return { kind: "HandoverAccepted", handover: "h", giver: "p-1", receiver, parcels: [parcel] };
}
function deposited(parcel: string): Fact {
  return { kind: "ParcelDeposited", ...place, parcel, person: "p-1" };
}
const broken: Fact = {
  kind: "SealTagChecked",
  parcel: "red",
  sealTag: "s",
  state: "broken",
  person: "p-2",
};

/** Folds of all parcels after facts of one gateway, a second apart. */
function folds(facts: readonly Fact[]): ReadonlyMap<string, ParcelFold> {
  const all = new Map<string, ParcelFold>();
  for (const [seq, fact] of facts.entries()) {
    for (const parcel of subjectOf(fact).parcels) {
      const event = { parcel, gateway: 1, seq, cursor: seq + 1, claimUs: seq * 1_000_000, fact };
      all.set(parcel, foldParcel(all.get(parcel) ?? unseenParcel, event));
    }
  }
  return all;
}

function holder(facts: readonly Fact[], parcel = "1"): string {
  const all = folds(facts);
  const word = currentWord(all.get(parcel) ?? unseenParcel);
  if (word === undefined) return "none";
  const { custodian, box, person, containers } = holderOf(word, (one) => all.get(one));
  const inside = containers.length === 0 ? "" : ` in ${containers.join(" in ")}`;
  return `${person ?? box ?? custodian}${inside}`;
}

describe("a parcel in a container", () => {
  const inRed = sealed("red", ["1", "2"]);

  it.each([
    ["is with who sealed it", [inRed], "p-1 in red"],
    ["goes with it to another person", [inRed, accepted("red", "p-2")], "p-2 in red"],
    ["goes with it into a compartment", [inRed, deposited("red")], "red-1 in red"],
    ["is with who opens it at an end", [inRed, opened("red", "p-2")], "p-2"],
    [
      "stays with them when the empty box goes on",
      [inRed, opened("red", "p-2"), accepted("red", "p-3")],
      "p-2",
    ],
    [
      "is with nobody known after an opening on the way",
      [inRed, opened("red", "p-2", true)],
      "unknown",
    ],
    ["is with nobody known after a bad seal tag", [inRed, broken], "unknown"],
    [
      "is in it again once it is listed again",
      [inRed, opened("red", "p-2", true), inRed],
      "p-1 in red",
    ],
    [
      "is with nobody known if it is not listed again",
      [inRed, opened("red", "p-2", true), sealed("red", ["2"])],
      "unknown",
    ],
    ["is in it also when a long list took two facts", [inRed, sealed("red", ["3"])], "p-1 in red"],
    ["is where it was seen by itself", [inRed, deposited("1")], "red-1"],
    [
      "goes along two deep",
      [inRed, sealed("van", ["red"]), accepted("van", "p-4")],
      "p-4 in red in van",
    ],
  ] as const)("%s", (_name, facts, expected) => {
    expect(holder(facts)).toBe(expected);
  });

  it.each([
    [[inRed], undefined, 1],
    [[inRed, accepted("red", "p-2")], undefined, 2],
    [[inRed, opened("red", "p-2", true)], "opened-on-the-way", 2],
    [[inRed, opened("red", "p-2", true), opened("red", "p-3")], "opened-on-the-way", 2],
    [[inRed, broken, opened("red", "p-3")], "seal-broken", 2],
    [[inRed, opened("red", "p-2", true), sealed("red", ["2"])], "not-listed", 1],
    [[sealed("van", ["red"]), inRed, opened("van", "p-2", true)], "opened-on-the-way", 3],
  ] as const)("after %j is known, or unknown for a reason and since an event", (facts, why, at) => {
    const all = folds(facts);
    const word = currentWord(all.get("1") ?? unseenParcel);
    if (word === undefined) throw new Error("no word");
    const { unvouched, sinceCursor, custodian } = holderOf(word, (one) => all.get(one));
    expect({ unvouched, sinceCursor }).toEqual({ unvouched: why, sinceCursor: at });
    expect(custodian === "unknown").toBe(why !== undefined);
  });

  /** Why nobody has parcel 1 after facts of several gateways, a second apart, in this order. */
  function unvouchedAfter(
    told: readonly (readonly [gateway: number, fact: Fact])[],
    order = told,
  ): string {
    const all = new Map<string, ParcelFold>();
    for (const [gateway, fact] of order) {
      const seq = told.findIndex((one) => one[0] === gateway && one[1] === fact);
      const event = { gateway, seq, cursor: seq + 1, claimUs: (seq + 1) * 1_000_000, fact };
      for (const parcel of subjectOf(fact).parcels) {
        const before = all.get(parcel) ?? unseenParcel;
        all.set(parcel, foldParcel(before, { ...event, parcel }));
      }
    }
    const word = currentWord(all.get("1") ?? unseenParcel);
    if (word === undefined) throw new Error("no word");
    return holderOf(word, (one) => all.get(one)).unvouched ?? "vouched for";
  }

  const onTheWay = opened("red", "p-2", true);
  it.each([
    [
      "opened on the way at one gateway and at its end at another",
      [[2, opened("red", "p-3")]],
      "opened-on-the-way",
    ],
    ["sealed again with it at another gateway", [[2, sealed("red", ["1"])]], "vouched for"],
    ["sealed again without it at another gateway", [[2, sealed("red", ["2"])]], "not-listed"],
  ] as const)("in a container %s is %s", (_name, later, expected) => {
    const told = [[1, inRed], [1, onTheWay], ...later] as const;
    expect(unvouchedAfter(told)).toBe(expected);
    expect(unvouchedAfter(told, [...later, [1, inRed], [1, onTheWay]])).toBe(expected);
  });

  it("deeper than any gateway allows is with nobody known", () => {
    const chain = ["1", "a", "b", "c", "d", "e"];
    const facts = chain.slice(1).map((outer, at) => sealed(outer, [chain[at] ?? ""]));
    expect(holder(facts.slice(0, 4))).toBe("p-1 in a in b in c in d");
    expect(holder(facts)).toBe("unknown in a in b in c in d in e");
  });

  it("has in its timeline the moves of its container while it is inside, and no others", () => {
    const facts = [
      accepted("red", "p-0"),
      inRed,
      accepted("red", "p-2"),
      sealed("van", ["red"]),
      accepted("van", "p-3"),
      opened("van", "p-3"),
      accepted("van", "p-9"),
      opened("red", "p-3"),
      accepted("red", "p-9"),
      accepted("1", "p-4"),
    ];
    const points = facts.map((fact) => ({ fact, parcels: subjectOf(fact).parcels }));
    const shown = withinContainers("1", points).map(({ fact }) => facts.indexOf(fact));
    expect(shown).toEqual([1, 2, 3, 4, 5, 7, 9]);
  });
});
