// Somebody without card or phone deposits: where the policy allows it, by size, to a good end.

import { describe, expect, it } from "vitest";
import { anonymousMaxCount, anonymousWithinMs } from "../../../gateway/custody/visits/anonymous.ts";
import { doorWithinMs } from "../../../gateway/custody/visits/deposits.ts";
import { answerWithinMs } from "../../../gateway/custody/visits/deposit-visits.ts";
import {
  answer,
  ask,
  atPier,
  comeIn,
  medium,
  pierPolicy,
  putIn,
  refusedFor,
  small,
} from "./pier.ts";
import { ferry, kinds, only, wallStartMs } from "./story.ts";

describe("somebody without card", () => {
  it("opens the smallest compartment that fits, and nobody is named", () => {
    const story = atPier();
    const facts = comeIn(story, small);
    const grant = only(facts, "AccessGranted");
    expect(grant).toMatchObject({ compartment: 1, action: "deposit", person: "", proof: "none" });
    expect(grant).toMatchObject({ role: "depositor", reader: "p-branch" });
    expect(only(facts, "DoorOpened")).toMatchObject({ person: "" });
  });

  it("deposits under the number of the envelope, and is told the code of that event", () => {
    const story = atPier();
    comeIn(story, small, { number: "A-0042" });
    const facts = putIn(story, small, true);
    const deposited = only(facts, "ParcelDeposited");
    expect(deposited).toMatchObject({ parcel: "A-0042", person: "", evidence: "presence-only" });
    const told = story.journal.find(({ fact }) => fact === deposited);
    expect(story.codes).toMatchObject([{ box: "branch", seq: told?.meta.seq, what: "deposited" }]);
    expect(story.parcelsAt(small)).toEqual(["A-0042"]);
  });

  it("deposits without a number under a name made of the boot and the grant", () => {
    const story = atPier();
    comeIn(story, small);
    const { parcel, grantSeq } = only(putIn(story, small, true), "ParcelDeposited");
    expect(parcel).toBe(`dep-00000000-${grantSeq}`);
    story.elapse(60_000);
    story.powerCut(pierPolicy());
    story.reportPlace(small, true, "presence");
    story.reportPlace(medium, false, "presence");
    comeIn(story, medium);
    const later = only(putIn(story, medium, true), "ParcelDeposited");
    expect(later.parcel).not.toBe(parcel);
  });

  it("deposits by tag where one is read", () => {
    const story = atPier();
    comeIn(story, small, { number: "A-0042" });
    story.tag("777", "branch");
    const facts = putIn(story, small, true);
    expect(only(facts, "ParcelDeposited")).toMatchObject({
      parcel: "777",
      evidence: "tag-and-presence",
    });
  });

  it("is never charged with what others had put in, and never credited for it", () => {
    const story = atPier();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    comeIn(story, ferry);
    story.tag("100", "ferry");
    const facts = putIn(story, ferry, false);
    expect(kinds(facts)).not.toContain("ParcelCollected");
    expect(kinds(facts)).not.toContain("BoxEmptied");
    expect(only(facts, "ParcelUnaccounted")).toMatchObject({ parcels: ["100"] });
  });

  it("puts one more envelope into a drop box that no sensor tells from the others: unverified", () => {
    const story = atPier();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    comeIn(story, ferry, { number: "B7" });
    answer(story, "ferry", "done");
    const facts = putIn(story, ferry, true);
    expect(only(facts, "DepositUnverified")).toMatchObject({
      parcel: "B7",
      reason: "no-presence-change",
    });
    expect(story.codes).toMatchObject([{ what: "unverified" }]);
    expect(refusedFor(answer(story, "ferry", "reopen"))).toEqual(["nothing-to-reopen"]);
  });
});

describe("a deposit without card is refused", () => {
  const at = { box: "branch" };
  it.each([
    ["no rule allows it", { deposits: [] }, "deposits-closed"],
    [
      "it is not the time",
      { deposits: [{ ...at, windows: [{ days: 1, toMin: 60 }] }] },
      "deposits-closed",
    ],
    [
      "it has no number where one is needed",
      { deposits: [{ ...at, needsNumber: true }] },
      "deposits-closed",
    ],
    [
      "service is stopped",
      { suspensions: [{ untilUs: wallStartMs * 2_000 }] },
      "service-suspended",
    ],
    ["the policy has expired", { expiresUs: wallStartMs * 1_000 }, "policy-expired"],
  ])("when %s", (_when, change, reason) => {
    const story = atPier(change);
    expect(refusedFor(ask(story, "branch"))).toEqual([reason]);
    expect(story.pulses).toEqual([]);
  });

  it("under a schedule while nobody vouches for the clock", () => {
    const windows = [{ days: 255, fromMin: 0, toMin: 1_440 }];
    const story = atPier({ deposits: [{ box: "branch", windows }] });
    story.isWallTrusted = false;
    expect(refusedFor(ask(story, "branch"))).toEqual(["clock-not-trusted"]);
  });

  it("while mains power is away, another person is there, or nothing can be stored", () => {
    const story = atPier();
    story.when({ kind: "MainsReported", isPresent: false });
    expect(refusedFor(ask(story, "branch"))).toEqual(["power-failing"]);
    story.when({ kind: "MainsReported", isPresent: true });
    story.enter("clerk", small);
    expect(refusedFor(ask(story, "branch"))).toEqual(["box-busy"]);
    story.when({ kind: "StorageReported", canOpen: false, freeBytes: 1, reserveBytes: 2 });
    expect(refusedFor(ask(story, "branch"))).toEqual(["storage-full"]);
  });

  it.each(["dep-00000000-7", "has space", "", "-1", "x".repeat(33), "信封"])(
    "with %j as a number",
    (number) => {
      const story = atPier({ deposits: [{ box: "branch", needsNumber: true }] });
      const wanted = number === "" ? "deposits-closed" : "not-custodian";
      expect(refusedFor(ask(story, "branch", { number }))).toEqual([wanted]);
    },
  );

  it("with the number of a parcel that is in a box already, or with a person", () => {
    const story = atPier();
    story.visit("depositor", ferry, { tags: ["100"], leaves: true });
    expect(refusedFor(ask(story, "branch", { number: "100" }))).toEqual(["not-custodian"]);
    story.visit("courier", ferry, { tags: ["100"], leaves: false });
    expect(refusedFor(ask(story, "branch", { number: "100" }))).toEqual(["not-custodian"]);
  });

  it("where nothing of the size is free", () => {
    const story = atPier({ deposits: [{ box: "branch", compartments: [1, 2] }] });
    expect(refusedFor(ask(story, "branch", { size: "large" }))).toEqual(["no-free-compartment"]);
  });

  it("again and again: told one by one, then by their number", () => {
    const story = atPier({ deposits: [] });
    const facts = Array.from({ length: 50 }, () => ask(story, "branch")).flat();
    expect(facts).toHaveLength(10);
    expect(story.signs.get("branch")).toMatchObject({
      signal: "refused",
      reason: "deposits-closed",
    });
    expect(only(story.elapse(300_000), "SensorDissented")).toMatchObject({
      box: "branch",
      sensor: "panel",
      says: "40 changes untold",
    });
  });
});

describe("a box opens for people without card", () => {
  it("a bounded number of times an hour, however often its power is cut", () => {
    const story = atPier();
    let granted = 0;
    for (let at = 0; at < anonymousMaxCount + 10; at += 1) {
      const facts = comeIn(story, ferry);
      granted += facts.filter(({ kind }) => kind === "AccessGranted").length;
      putIn(story, ferry, false);
      story.elapse(10_000);
      if (at % 10 !== 9) continue;
      story.powerCut(pierPolicy());
      story.reportRest();
      story.elapse(1_000);
    }
    expect(granted).toBe(anonymousMaxCount);
    expect(refusedFor(ask(story, "ferry"))).toEqual(["deposits-closed"]);
    expect(kinds(ask(story, "branch"))).toContain("AccessGranted");
    story.elapse(anonymousWithinMs);
    expect(kinds(ask(story, "ferry"))).toContain("AccessGranted");
  });
});

describe("what becomes of a deposit without card", () => {
  it("nothing put in, said with the door open: abandoned", () => {
    const story = atPier();
    comeIn(story, small);
    answer(story, "branch", "nothing-put-in");
    const facts = putIn(story, small, false);
    expect(kinds(facts)).toEqual(["DoorClosed", "DepositAbandoned"]);
    expect(only(facts, "DepositAbandoned")).toMatchObject({ reason: "nothing-put-in" });
    expect(story.parcelsAt(small)).toEqual([]);
  });

  it("nothing seen and nothing said: unverified, until it is said or for good", () => {
    const story = atPier();
    comeIn(story, small);
    const { grantSeq, parcel } = only(putIn(story, small, false), "DepositUnverified");
    expect(story.parcelsAt(small)).toEqual([parcel]);
    const facts = answer(story, "branch", "nothing-put-in");
    expect(only(facts, "DepositAbandoned")).toMatchObject({ grantSeq, parcel });
    expect(story.parcelsAt(small)).toEqual([]);
    comeIn(story, small);
    const left = only(putIn(story, small, false), "DepositUnverified");
    expect(story.elapse(answerWithinMs)).toEqual([]);
    expect(answer(story, "branch", "nothing-put-in")).toEqual([]);
    expect(story.parcelsAt(small)).toEqual([left.parcel]);
  });

  it("a sensor saw it come: whatever is said, it is in", () => {
    const story = atPier();
    comeIn(story, small);
    answer(story, "branch", "nothing-put-in");
    const facts = putIn(story, small, true);
    expect(only(facts, "DepositUnverified")).toMatchObject({ reason: "no-tag" });
    comeIn(story, medium, { size: "medium" });
    const deposited = only(putIn(story, medium, true), "ParcelDeposited");
    expect(answer(story, "branch", "nothing-put-in")).toEqual([]);
    expect(story.parcelsAt(medium)).toEqual([deposited.parcel]);
  });

  it("reopened in time, the same door opens and the parcel keeps its name", () => {
    const story = atPier();
    comeIn(story, small);
    const { parcel } = only(putIn(story, small, true), "ParcelDeposited");
    expect(only(answer(story, "branch", "reopen"), "AccessGranted")).toMatchObject({
      compartment: 1,
    });
    story.elapse(4_000);
    story.pulseEnds();
    story.swing(small);
    expect(kinds(putIn(story, small, true))).toEqual(["DoorClosed"]);
    expect(story.parcelsAt(small)).toEqual([parcel]);
  });

  it("reopened and taken back: abandoned, and nothing is unaccounted for", () => {
    const story = atPier();
    comeIn(story, small);
    const { grantSeq } = only(putIn(story, small, true), "ParcelDeposited");
    answer(story, "branch", "reopen");
    story.elapse(4_000);
    story.pulseEnds();
    story.swing(small);
    const facts = putIn(story, small, false);
    expect(kinds(facts)).toEqual(["DoorClosed", "DepositAbandoned"]);
    expect(only(facts, "DepositAbandoned")).toMatchObject({ grantSeq });
    expect(story.parcelsAt(small)).toEqual([]);
  });

  it("is not reopened for ever, and not for the next person", () => {
    const story = atPier();
    comeIn(story, small);
    putIn(story, small, true);
    for (let times = 0; times < 2; times += 1) {
      expect(kinds(answer(story, "branch", "reopen"))).toContain("AccessGranted");
      story.elapse(4_000);
      story.pulseEnds();
      story.swing(small);
      putIn(story, small, true);
    }
    expect(refusedFor(answer(story, "branch", "reopen"))).toEqual(["nothing-to-reopen"]);
    comeIn(story, medium, { size: "medium" });
    putIn(story, medium, true);
    story.elapse(answerWithinMs);
    expect(refusedFor(answer(story, "branch", "reopen"))).toEqual(["nothing-to-reopen"]);
  });

  it("too big: the next larger door opens when the first is shut, else nobody can help", () => {
    const story = atPier();
    comeIn(story, small, { number: "A1" });
    answer(story, "branch", "too-big");
    const shut = putIn(story, small, false);
    expect(only(shut, "DepositAbandoned")).toMatchObject({ reason: "too-big" });
    expect(only(shut, "AccessGranted")).toMatchObject({ compartment: 2 });
    story.elapse(4_000);
    story.pulseEnds();
    story.swing(medium);
    putIn(story, medium, false);
    story.elapse(4_000);
    const again = answer(story, "branch", "too-big");
    expect(only(again, "AccessGranted")).toMatchObject({ compartment: 3 });
    story.elapse(4_000);
    story.pulseEnds();
    story.swing(["branch", 3]);
    putIn(story, ["branch", 3], false);
    expect(refusedFor(answer(story, "branch", "too-big"))).toEqual(["no-free-compartment"]);
  });

  it("the door left open: held open, and another visitor takes over without a loss", () => {
    const story = atPier();
    comeIn(story, ferry, { number: "C3" });
    expect(kinds(story.elapse(200_000))).toEqual(["DoorHeldOpen", "DoorHeldOpen"]);
    const facts = story.badge("courier", "ferry");
    expect(only(facts, "DepositUnverified")).toMatchObject({ parcel: "C3" });
  });

  it("the door left open on it: the next one gets another compartment, and it keeps its name", () => {
    const story = atPier();
    comeIn(story, small, { number: "A-0042" });
    story.presence(small, true);
    story.elapse(200_000);
    expect(only(ask(story, "branch"), "AccessGranted")).toMatchObject({ compartment: 2 });
    expect(only(story.shut(small), "ParcelDeposited").parcel).toBe("A-0042");
    story.elapse(4_000);
    story.pulseEnds();
    story.swing(medium);
    expect(only(putIn(story, medium, true), "ParcelDeposited").parcel).toMatch(/^dep-/);
  });

  it("the door left open, nobody sees on what: the next one who gets it does not rename it", () => {
    const story = atPier();
    comeIn(story, small, { number: "A-0042" });
    story.presence(small, undefined);
    story.elapse(200_000);
    expect(only(ask(story, "branch"), "AccessGranted")).toMatchObject({ compartment: 1 });
    expect(story.parcelsAt(small)).toEqual(["A-0042"]);
  });

  it("a power cut in it: what is inside is unverified and has a name", () => {
    const story = atPier();
    comeIn(story, small, { number: "A1" });
    story.powerCut(pierPolicy());
    const facts = story.reportPlace(small, true, "presence");
    const unverified = only(facts, "DepositUnverified");
    expect(unverified).toMatchObject({ reason: "power-lost" });
    expect(unverified.parcel).toMatch(/^dep-/);
  });

  it("the lock jams: the same person may try once more", () => {
    const story = atPier();
    ask(story, "branch");
    for (let tries = 0; tries < 3; tries += 1) {
      story.pulseEnds();
      story.elapse(9_000);
    }
    expect(refusedFor(answer(story, "branch", "reopen"))).toEqual(["compartment-out-of-service"]);
    expect(only(ask(story, "branch"), "AccessGranted")).toMatchObject({ compartment: 2 });
  });

  it("the door stays shut: after a while it is no longer theirs to open", () => {
    const story = atPier();
    ask(story, "branch", { number: "E1" });
    story.elapse(3_000);
    story.pulseEnds();
    story.elapse(2 * doorWithinMs);
    expect(story.state.volatile.deposits).toEqual({});
    const before = story.pulses.length;
    expect(refusedFor(answer(story, "branch", "reopen"))).toEqual(["nothing-to-reopen"]);
    expect(story.pulses).toHaveLength(before);
  });
});
