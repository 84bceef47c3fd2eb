// What needs a person, and what ends it: each fact that raises something, and each that settles it.

import { describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { raisedBy, type OpenTrouble } from "../../broker/core/projections/trouble-rules.ts";
import { foldTroubles, stillStands } from "../../broker/core/projections/troubles.ts";
import {
  foldParcel,
  unseenParcel,
  type ParcelFold,
} from "../../broker/core/projections/parcels.ts";
import { subjectOf } from "../../broker/core/projections/subject.ts";
import { laterFacts, sampleFacts } from "../proto/vectors/samples.ts";

const at = { box: "box-a", compartment: 1 };
const there = { ...at, grantSeq: 5, person: "p-1" };
const secondUs = 1_000_000;
const startUs = 1_790_000_000 * secondUs;

interface Clock {
  readonly claimUs: number;
  readonly trusted: { readonly errMs: number } | undefined;
}
const clockAt = (claimUs: number): Clock => ({ claimUs, trusted: { errMs: 50 } });

interface Told {
  readonly troubles: readonly OpenTrouble[];
  readonly parcels: ReadonlyMap<string, ParcelFold>;
}

/** Folds facts of one gateway, a second apart; the first has sequence 0. */
function tell(...facts: readonly Fact[]): Told {
  const parcels = new Map<string, ParcelFold>();
  let troubles: readonly OpenTrouble[] = [];
  for (const [seq, fact] of facts.entries()) {
    const event = { seq, cursor: seq + 1, claimUs: startUs + seq * secondUs, fact };
    troubles = foldTroubles(troubles, event);
    for (const parcel of subjectOf(fact).parcels) {
      const before = parcels.get(parcel) ?? unseenParcel;
      parcels.set(parcel, foldParcel(before, { ...event, parcel, gateway: 1 }));
    }
  }
  return { troubles, parcels };
}

/** Kinds that stand after facts of gateway 1. */
function standing(...facts: readonly Fact[]): readonly string[] {
  const { troubles, parcels } = tell(...facts);
  const stand = troubles.filter((each) => stillStands(each, 1, (parcel) => parcels.get(parcel)));
  return stand.map(({ kind }) => kind);
}

const deposited = (parcel: string): Fact => {
  return { kind: "ParcelDeposited", ...there, parcel, evidence: "tag-only" };
};
const collected = (parcel: string): Fact => {
  return { kind: "ParcelCollected", ...there, parcel, evidence: "tag-only" };
};
const closed = (grantSeq: number, result: "deposited" | "unverified" | "no-session"): Fact => {
  const presence = { presenceBefore: "empty", presenceAfter: "occupied" } as const;
  return { kind: "DoorClosed", ...at, grantSeq, openMs: 900, ...presence, result };
};
const forced: Fact = { kind: "DoorForced", ...at };
const override: Fact = { kind: "OverrideUsed", ...at };
const explained = (overrideSeq: number, compartment = 1): Fact => {
  const said = { overrideSeq, person: "p-1", explanation: "the battery was flat" };
  return { kind: "OverrideClosed", box: "box-a", compartment, ...said };
};
const emergency: Fact = { kind: "EmergencyDeclared", ...there, reason: "fire" };
const signed = (emergencySeq: number): Fact => {
  return { kind: "SignatureGiven", box: "box-a", emergencySeq, person: "p-2" };
};
const unverified = (parcel: string): Fact => {
  return { kind: "DepositUnverified", ...there, parcel, reason: "no-tag" };
};
const abandoned = (grantSeq: number, parcel?: string): Fact => {
  const what = parcel === undefined ? {} : { parcel };
  return { kind: "DepositAbandoned", ...at, grantSeq, reason: "nothing-put-in", ...what };
};
const unaccounted = (...parcels: readonly string[]): Fact => {
  const presence = { presenceBefore: "occupied", presenceAfter: "empty" } as const;
  return { kind: "ParcelUnaccounted", ...at, parcels, ...presence, lastPerson: "p-9" };
};
const emptied = (confirmed: boolean): Fact => {
  const who = { box: "box-a", person: "p-1", grantSeq: 7, parcelCount: 0 };
  return { kind: "BoxEmptied", ...who, confirmed, ...(!confirmed && { doubt: "sensor" }) };
};
const disputed: Fact = {
  kind: "HandoverDisputed",
  handover: "h-1",
  giver: "p-1",
  receiver: "p-2",
  giverSays: ["1", "2"],
  receiverSays: ["1"],
};
const sealed: Fact = {
  kind: "ContainerSealed",
  container: "red",
  parcels: ["1"],
  sealTag: "s",
  person: "p-1",
};
const opened = (enRoute: boolean): Fact => {
  return { kind: "ContainerOpened", container: "red", person: "p-1", enRoute };
};
const tagChecked = (state: "intact" | "broken"): Fact => {
  return { kind: "SealTagChecked", parcel: "red", sealTag: "s", state, person: "p-1" };
};
const manifestClosed = (missing: readonly string[]): Fact => {
  const lists = { expected: ["1", "2"], found: ["1"], missing, extra: [] };
  return { kind: "ManifestClosed", manifest: "m-1", ...lists, persons: ["p-1", "p-2"] };
};
const refused = (reason: "counter-replayed" | "no-right"): Fact => {
  const badge = { person: "p-1", badgeRef: new Uint8Array(16), reader: "r", policyVersion: 1 };
  return { kind: "AccessRefused", ...at, reason, ...badge };
};
const policy = (afterS: number): Fact => {
  const issuedUs = startUs + afterS * secondUs;
  return { kind: "PolicyApplied", version: 2, issuedUs, policyHash: new Uint8Array(32) };
};
const quarantined: Fact = { kind: "SensorQuarantined", ...at, sensor: "door", reason: "dissent" };
const restored = (sensor: string): Fact => ({ kind: "SensorRestored", ...at, sensor });
const strange: Fact = {
  kind: "DocumentRefused",
  document: "policy",
  version: 1,
  code: "policy/older",
  documentHash: new Uint8Array(32),
};
const faulted = (fault: "jammed" | "not-latched"): Fact => {
  return { kind: "LockFaulted", ...at, fault, attempts: 3 };
};
const unlocked: Fact = {
  kind: "UnlockConcluded",
  ...at,
  intentSeq: 1,
  outcome: "opened",
  detail: "",
};
const held: Fact = { kind: "DoorHeldOpen", ...at, grantSeq: 5, openMs: 31_000, stage: 1 };
const duress: Fact = { kind: "DuressSignaled", box: "box-a", person: "p-1" };

describe("a trouble", () => {
  it.each<[string, readonly Fact[], readonly string[]]>([
    [
      "a forced door stays when a session closes it",
      [forced, closed(9, "deposited")],
      ["DoorForced"],
    ],
    ["a forced door ends when it is explained", [forced, explained(0)], []],
    ["the mechanical key ends when it is explained", [override, explained(0)], []],
    ["another compartment explains nothing", [override, explained(0, 2)], ["OverrideUsed"]],
    [
      "a later opening is not explained by an earlier word",
      [forced, forced, explained(0)],
      ["DoorForced"],
    ],
    ["an emergency stays until its signature", [emergency, signed(7)], ["EmergencyDeclared"]],
    ["an emergency ends with its signature", [emergency, signed(0)], []],
    [
      "two emergencies are two",
      [emergency, { ...emergency, grantSeq: 6, reason: "flood" }, signed(0)],
      ["EmergencyDeclared"],
    ],
    [
      "duress is ended by no event of the box",
      [duress, closed(9, "deposited"), emptied(true)],
      ["DuressSignaled"],
    ],
    [
      "an unverified deposit without number ends with a later session",
      [unverified(""), closed(9, "deposited")],
      [],
    ],
    [
      "its own session does not end it",
      [unverified(""), closed(5, "unverified"), closed(5, "deposited")],
      ["DepositUnverified"],
    ],
    [
      "a later session that saw nothing does not end it",
      [unverified(""), closed(9, "unverified")],
      ["DepositUnverified"],
    ],
    [
      "a named one does not end with a session of others",
      [unverified("1"), closed(9, "deposited")],
      ["DepositUnverified"],
    ],
    ["a named one ends when it is verified", [unverified("1"), deposited("1")], []],
    ["a named one ends when it is collected", [unverified("1"), collected("1")], []],
    ["it ends when the depositor takes it back", [unverified("1"), abandoned(5, "1")], []],
    ["it ends when nothing was put in", [unverified(""), abandoned(5)], []],
    [
      "it stays when another deposit is taken back",
      [unverified("1"), abandoned(6, "2")],
      ["DepositUnverified"],
    ],
    ["it ends when the box is surely empty", [unverified(""), emptied(true)], []],
    [
      "a missing parcel ends when it is seen again",
      [unaccounted("1", "2"), deposited("1"), collected("2")],
      [],
    ],
    [
      "a missing parcel stays while one is missing",
      [unaccounted("1", "2"), deposited("1")],
      ["ParcelUnaccounted"],
    ],
    [
      "something missing without a name ends with a session",
      [unaccounted(), closed(9, "deposited")],
      [],
    ],
    ["a box that is not surely empty stays", [emptied(false)], ["EmptyingUnconfirmed"]],
    ["a box that is not surely empty ends when it is", [emptied(false), emptied(true)], []],
    ["a dispute ends when what was disputed moves", [disputed, deposited("2")], []],
    ["a dispute stays when it moved before", [deposited("2"), disputed], ["HandoverDisputed"]],
    ["a dispute stays when only the rest moves", [disputed, deposited("1")], ["HandoverDisputed"]],
    ["a container opened on the way stays", [sealed, opened(true)], ["ContainerDoubtful"]],
    ["a container ends when it is sealed again", [sealed, opened(true), sealed], []],
    ["a container ends when it is opened at an end", [sealed, opened(true), opened(false)], []],
    ["a bad seal tag stays", [sealed, tagChecked("broken")], ["ContainerDoubtful"]],
    ["a good seal tag is none", [sealed, tagChecked("intact")], []],
    [
      "a bad seal tag of a container nobody sealed here stays",
      [tagChecked("broken")],
      ["ContainerDoubtful"],
    ],
    ["a manifest with something missing stays", [manifestClosed(["2"])], ["ParcelsMissing"]],
    ["a manifest with nothing missing is none", [manifestClosed([])], []],
    ["what was missing ends when it is found", [manifestClosed(["2"]), deposited("2")], []],
    [
      "a copied badge stays under a policy from before",
      [refused("counter-replayed"), policy(0)],
      ["BadgeCloned"],
    ],
    ["a copied badge ends with a policy from after", [refused("counter-replayed"), policy(1)], []],
    ["another refusal is none", [refused("no-right")], []],
    [
      "a sensor stays while another is restored",
      [quarantined, restored("bolt")],
      ["SensorQuarantined"],
    ],
    ["a sensor ends when it is restored", [quarantined, restored("door")], []],
    ["a refused policy ends when one is taken", [strange, policy(1)], []],
    ["a jammed lock ends when it opens", [faulted("jammed"), unlocked], []],
    [
      "a jammed lock does not end by closing",
      [faulted("jammed"), closed(9, "deposited")],
      ["LockFaulted"],
    ],
    [
      "a lock that did not latch ends by closing",
      [faulted("not-latched"), closed(9, "no-session")],
      [],
    ],
    ["a door held open ends by closing", [held, closed(5, "no-session")], []],
  ])("%s", (_name, facts, kinds) => {
    expect(standing(...facts)).toEqual(kinds);
  });

  it("that is raised again is one, with its newest event", () => {
    expect(tell(forced, forced).troubles).toMatchObject([{ kind: "DoorForced", seq: 1 }]);
  });

  it("is one of 128 of its kind at most, and none of them pushes out another kind", () => {
    const many = Array.from({ length: 200 }, (_, n): Fact => unverified(`parcel-${n}`));
    const { troubles } = tell(duress, ...many);
    expect(troubles.filter(({ kind }) => kind === "DepositUnverified")).toHaveLength(128);
    expect(troubles[0]?.kind).toBe("DuressSignaled");
    expect(troubles.at(-2)?.parcels).toEqual(["parcel-199"]);
  });

  it("says when older ones of its kind are left off, by the newest of those", () => {
    const many = Array.from({ length: 131 }, (_, n): Fact => unverified(`parcel-${n}`));
    const { troubles } = tell(...many);
    const leftOff = troubles.filter(({ kind }) => kind === "TroublesLeftOff");
    expect(leftOff).toMatchObject([{ about: "DepositUnverified", seq: 2, cursor: 3 }]);
  });
});

describe("a missing parcel", () => {
  it("is found at another gateway whichever of both is heard first", () => {
    const raised = { seq: 3, cursor: 1, ...clockAt(startUs), fact: unaccounted("1") };
    const seen = { seq: 0, cursor: 2, ...clockAt(startUs + secondUs), fact: deposited("1") };
    const [trouble] = foldTroubles([], raised);
    const lost = { ...raised, parcel: "1", gateway: 1 };
    const put = { ...seen, parcel: "1", gateway: 2 };
    const folds = [
      [lost, put],
      [put, lost],
    ].map((order) => order.reduce(foldParcel, unseenParcel));
    if (trouble === undefined) throw new Error("no trouble");
    expect(folds.map((fold) => stillStands(trouble, 1, () => fold))).toEqual([false, false]);
    const early = { ...put, claimUs: startUs - secondUs, parcel: "2", fact: deposited("2") };
    const [dispute] = foldTroubles([], { ...raised, fact: disputed });
    if (dispute === undefined) throw new Error("no dispute");
    const before = foldParcel(unseenParcel, early);
    expect(stillStands(dispute, 1, () => before)).toBe(true);
    const after = foldParcel(unseenParcel, { ...early, claimUs: startUs + secondUs });
    expect(stillStands(dispute, 1, () => after)).toBe(false);
  });

  const movedElsewhere = (afterMs: number, trusted: Clock["trusted"]) => {
    const claimUs = startUs + afterMs * 1_000;
    const heard = { seq: 0, cursor: 2, claimUs, trusted, gateway: 2 };
    return foldParcel(unseenParcel, { ...heard, parcel: "2", fact: deposited("2") });
  };

  it.each([
    ["by two clocks apart by more than both may be wrong", 101, { errMs: 50 }, false],
    ["not by two clocks that may both be wrong by as much", 100, { errMs: 50 }, true],
    ["not by a clock that nothing vouches for", 3_600_000, undefined, true],
  ])("is found at another gateway %s", (_name, afterMs, trusted, stands) => {
    for (const fact of [unaccounted("2"), manifestClosed(["2"])]) {
      const [trouble] = foldTroubles([], { seq: 3, cursor: 1, ...clockAt(startUs), fact });
      if (trouble === undefined) throw new Error("no trouble");
      const moved = movedElsewhere(afterMs, trusted);
      expect(stillStands(trouble, 1, () => moved)).toBe(stands);
    }
  });

  it("is missing still where a board without clock closed its manifest hours after", () => {
    const lost = { seq: 3, cursor: 1, claimUs: startUs, fact: manifestClosed(["2"]) };
    const [trouble] = foldTroubles([], lost);
    if (trouble === undefined) throw new Error("no trouble");
    const before = movedElsewhere(3_600_000, { errMs: 50 });
    expect(stillStands(trouble, 1, () => before)).toBe(true);
    const own = { seq: 4, cursor: 3, claimUs: startUs, gateway: 1, parcel: "2" };
    const seen = foldParcel(before, { ...own, fact: collected("2") });
    expect(stillStands(trouble, 1, () => seen)).toBe(false);
  });
});

it("just these kinds of facts raise something, as their samples tell them", () => {
  const raising = [...sampleFacts, ...laterFacts].filter((fact) => raisedBy(fact) !== undefined);
  expect([...new Set(raising.map(({ kind }) => kind))].toSorted()).toEqual(
    [
      ["AccessRefused", "BoxEmptied", "ContainerOpened", "DepositUnverified", "DocumentRefused"],
      ["DoorAjar", "DoorForced", "DoorHeldOpen", "DuressSignaled", "EmergencyDeclared"],
      ["HandoverDisputed", "LockFaulted", "LockoutStarted", "ManifestClosed", "OverrideUsed"],
      ["ParcelUnaccounted", "SealTagChecked", "SensorQuarantined", "TamperDetected"],
    ].flat(),
  );
});
