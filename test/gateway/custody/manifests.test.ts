// Manifests of a voyage: from the center or made on board, and what two persons found at its end.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePayload, limits, type Fact } from "@driftbox/proto";
import {
  expectedMaxCount,
  manifestsMaxCount,
  type ExpectedManifest,
} from "../../../gateway/custody/manifests/manifests.ts";
import { refusalsOf } from "./bank.ts";
import { box, carry, holder, see, wish } from "./handover-steps.ts";
import { badges, compiled, kinds, only, Story } from "./story.ts";
import { defaultTiming } from "../../../gateway/custody/layout.ts";

function accept(story: Story, expected: readonly string[], manifest = "m"): readonly Fact[] {
  return acceptAll(story, [{ manifest, voyage: "v", expected }]);
}

function acceptAll(
  story: Story,
  manifests: readonly ExpectedManifest[],
  documentHash = "ab",
): readonly Fact[] {
  return story.when({ kind: "ManifestsAccepted", version: 7, documentHash, manifests });
}

function close(story: Story, parcels: readonly string[], manifest = "m"): readonly Fact[] {
  wish(story, { kind: "close-manifest", method: "tags", manifest });
  see(story, ...parcels);
  return [...story.badge("courier", box), ...story.badge("clerk", box)];
}

function isOpen(story: Story, manifest = "m"): boolean {
  return Object.hasOwn(story.state.durable.holdings.manifests, manifest);
}

describe("a manifest", () => {
  it("of the center is opened once, also after a restart", () => {
    const story = Story.ready();
    expect(only(accept(story, ["1", "2"]), "ManifestOpened")).toEqual({
      kind: "ManifestOpened",
      manifest: "m",
      voyage: "v",
      expected: ["1", "2"],
    });
    story.powerCut();
    expect(accept(story, ["1", "2"])).toEqual([]);
    expect(only(accept(story, ["1", "2", "3"]), "ManifestOpened").expected).toEqual(["3"]);
  });

  it("is closed by two persons, with what was found, is missing and is extra", () => {
    const story = Story.ready();
    accept(story, ["1", "2"]);
    expect(only(close(story, ["2", "3"]), "ManifestClosed")).toEqual({
      kind: "ManifestClosed",
      manifest: "m",
      expected: ["1", "2"],
      found: ["2"],
      missing: ["1"],
      extra: ["3"],
      persons: ["p-courier", "p-clerk"],
    });
    expect(isOpen(story)).toBe(false);
    expect(accept(story, ["1", "2"])).toEqual([]);
  });

  it("finds what is in a sealed container that is there", () => {
    const story = Story.ready();
    carry(story, "1", "2");
    wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s" });
    for (const parcel of ["1", "2"]) story.tag(parcel, box);
    story.badge("courier", box);
    accept(story, ["1", "9"]);
    const closed = only(close(story, ["red"]), "ManifestClosed");
    expect(closed).toMatchObject({ found: ["1"], missing: ["9"], extra: [] });
  });

  /** Two parcels in a red box that the manifest expects; the courier opens it on the way. */
  function openedOnTheWay() {
    const story = Story.ready();
    carry(story, "1", "2");
    wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s" });
    for (const parcel of ["1", "2"]) story.tag(parcel, box);
    story.badge("courier", box);
    accept(story, ["red"]);
    wish(story, { kind: "unseal", container: "red", isEnRoute: false });
    expect(only(story.badge("courier", box), "ContainerOpened").enRoute).toBe(true);
    return story;
  }

  it("expects what is in a container that was opened on the way, and forgets none of it", () => {
    const story = openedOnTheWay();
    expect(only(close(story, ["red", "2", "3"]), "ManifestClosed")).toMatchObject({
      expected: ["1", "2", "red"],
      found: ["2", "red"],
      missing: ["1"],
      extra: ["3"],
    });
    expect(isOpen(story)).toBe(false);
    expect(["1", "2", "red"].map((one) => holder(story, one))).toEqual(["unknown", "none", "none"]);
    story.powerCut();
    expect(holder(story, "1")).toBe("unknown");
  });

  it("leaves what was not found in a container that is missing with nobody known", () => {
    const story = openedOnTheWay();
    expect(only(close(story, ["1"]), "ManifestClosed")).toMatchObject({
      found: ["1"],
      missing: ["2", "red"],
      extra: [],
    });
    const holders = ["1", "2", "red"].map((one) => holder(story, one));
    expect(holders).toEqual(["none", "unknown", "p-courier"]);
  });

  it("keeps what was not found where its container is told in a later fact", () => {
    const story = Story.ready();
    const parcels = Array.from({ length: 40 }, (_, n) => `${"岛".repeat(60)}${n}`);
    for (let at = 0; at < parcels.length; at += 10) carry(story, ...parcels.slice(at, at + 10));
    wish(story, { kind: "seal", method: "scan", container: "red", sealTag: "s" });
    for (const parcel of parcels) story.tag(parcel, box);
    story.badge("courier", box);
    accept(story, ["red"]);
    wish(story, { kind: "unseal", container: "red", isEnRoute: true });
    story.badge("courier", box);
    const found = parcels.filter((_, n) => n % 2 === 0);
    const closed = close(story, [...found, "red"]);
    expect(closed.length).toBeGreaterThan(1);
    expect(isOpen(story)).toBe(false);
    for (const parcel of parcels) {
      expect(holder(story, parcel)).toBe(found.includes(parcel) ? "none" : "unknown");
    }
  });

  it("is not closed by one person with two badges, nor by one alone, nor without a right", () => {
    const story = Story.ready();
    accept(story, ["1"]);
    wish(story, { kind: "close-manifest", method: "tags", manifest: "m" });
    expect(story.badge("courier", box)).toEqual([]);
    expect(story.badge("courier", box)).toEqual([]);
    const { policy } = story.state.volatile;
    const own = policy?.badges[badges.courier];
    if (policy === undefined || own === undefined) throw new Error("no policy");
    const twin = { ...policy, version: 2, badges: { ...policy.badges, [badges.depositor]: own } };
    story.when({ kind: "PolicyAccepted", policy: twin });
    expect(refusalsOf(story.badge("depositor", box))).toEqual(["p-courier same-person"]);
    expect(refusalsOf(story.elapse(defaultTiming.wishWithinMs))).toEqual([
      "p-courier second-person-missing",
    ]);
    expect(isOpen(story)).toBe(true);
  });

  it("is not closed with somebody who was blocked since, and waits for another", () => {
    const story = Story.ready();
    accept(story, ["1"]);
    wish(story, { kind: "close-manifest", method: "tags", manifest: "m" });
    see(story, "1");
    story.badge("courier", box);
    const policy = compiled({ version: 2 });
    const blockedPersons = { "p-courier": true as const };
    story.when({ kind: "PolicyAccepted", policy: { ...policy, blockedPersons } });
    expect(refusalsOf(story.badge("clerk", box))).toEqual(["p-courier blocked-person"]);
    expect(isOpen(story)).toBe(true);
    const closed = only(story.badge("depositor", box), "ManifestClosed");
    expect(closed.persons).toEqual(["p-clerk", "p-depositor"]);
  });

  it("is made on board where none came, and never twice", () => {
    const story = Story.ready();
    const open = () => {
      wish(story, { kind: "open-manifest", method: "tags", manifest: "m", voyage: "v" });
      see(story, "1", "2");
      return story.badge("courier", box);
    };
    expect(only(open(), "ManifestOpened")).toMatchObject({ onBoard: true, expected: ["1", "2"] });
    expect(refusalsOf(open())).toEqual(["p-courier not-custodian"]);
    expect(kinds(close(story, ["1", "2"]))).toEqual(["ManifestClosed"]);
    expect(refusalsOf(open())).toEqual(["p-courier not-custodian"]);
  });

  it("with nothing expected is closed with what is there", () => {
    const story = Story.ready();
    accept(story, []);
    expect(only(close(story, ["1"]), "ManifestClosed")).toMatchObject({ extra: ["1"], found: [] });
    expect(isOpen(story)).toBe(false);
  });

  it("expects no more than it can, however often the center adds to it", () => {
    const story = Story.ready();
    for (const lead of ["a", "b"]) {
      accept(
        story,
        Array.from({ length: expectedMaxCount }, (_, n) => `${lead}${n}`),
      );
    }
    expect(kinds(accept(story, ["c"]))).toEqual([]);
    const { m } = story.state.durable.holdings.manifests;
    expect(m?.expected).toHaveLength(expectedMaxCount);
  });

  it("that no room is left for is told, and taken up when another one is closed", () => {
    const story = Story.ready();
    const all = Array.from({ length: manifestsMaxCount }, (_, n) => `m${n}`);
    const set = (...names: readonly string[]) =>
      names.map((manifest) => ({ manifest, voyage: "v", expected: ["1"] }));
    acceptAll(story, set(...all), "01");
    const two = acceptAll(story, set("late", "later"), "02");
    expect(two).toMatchObject([
      { kind: "DocumentRefused", document: "manifests", version: 7, code: "manifests/no-room" },
    ]);
    expect(acceptAll(story, set("late", "later"), "02")).toEqual([]);
    const first = close(story, ["1"], "m0");
    expect(kinds(first)).toEqual(["ManifestClosed", "ManifestOpened", "DocumentRefused"]);
    const second = close(story, ["1"], "m1");
    expect(kinds(second)).toEqual(["ManifestClosed", "ManifestOpened"]);
    expect(only(second, "ManifestOpened")).toMatchObject({ manifest: "later", expected: ["1"] });
    expect(kinds(close(story, ["1"], "m2"))).toEqual(["ManifestClosed"]);
  });

  it("is confirmed by the second person as the first one left it, or by both anew", () => {
    const story = Story.ready();
    accept(story, ["1", "2"]);
    wish(story, { kind: "close-manifest", method: "tags", manifest: "m" });
    see(story, "1");
    story.badge("courier", box);
    see(story, "2");
    expect(story.badge("clerk", box)).toEqual([]);
    expect(isOpen(story)).toBe(true);
    expect(only(story.badge("courier", box), "ManifestClosed")).toMatchObject({
      found: ["1", "2"],
      missing: [],
    });
  });

  it("tells its closers no code of what was opened in its place", () => {
    const story = Story.ready();
    const names = Array.from({ length: manifestsMaxCount + 1 }, (_, n) => `m${n}`);
    acceptAll(
      story,
      names.map((manifest) => ({ manifest, voyage: "v", expected: ["1"] })),
    );
    expect(kinds(close(story, ["1"], "m0"))).toEqual(["ManifestClosed", "ManifestOpened"]);
    expect(story.codes.map(({ what }) => what)).toEqual(["manifest-closed"]);
  });

  it("that is not open cannot be closed", () => {
    expect(refusalsOf(close(Story.ready(), ["1"], "x"))).toEqual([
      "p-courier not-custodian",
      "p-clerk not-custodian",
    ]);
  });

  it("of any length and names is told in facts that fit, and a cut between them leaves it open", () => {
    const name = fc
      .tuple(fc.constantFrom("x", "岛"), fc.integer({ min: 1, max: limits.idMaxChars - 4 }))
      .map(([char, length]) => char.repeat(length));
    const some = (maxLength: number) =>
      fc.array(name, { maxLength, size: "max" }).map((list) => list.map((one, n) => `${one}${n}`));
    fc.assert(
      fc.property(some(expectedMaxCount), some(128), fc.nat(), (expected, listed, cut) => {
        const story = Story.ready();
        const longest = "岛".repeat(limits.idMaxChars);
        const facts = [...accept(story, expected, longest), ...close(story, listed, longest)];
        const salt = new Uint8Array(16);
        for (const fact of facts) {
          expect(encodePayload(fact, salt).length).toBeLessThanOrEqual(limits.payloadMaxBytes);
        }
        expect(isOpen(story, longest)).toBe(false);
        const closed = facts.flatMap((fact) => (fact.kind === "ManifestClosed" ? [fact] : []));
        expect(closed.flatMap((fact) => fact.expected)).toEqual(expected);
        const both = closed.flatMap(({ found, missing }) => [...found, ...missing]);
        expect(both.toSorted()).toEqual(expected.toSorted());
        const lost = closed.length === 1 ? 0 : 1 + (cut % (closed.length - 1));
        story.journal.splice(story.journal.length - lost, lost);
        story.powerCut();
        // One that expects nothing is closed by the first of its facts.
        expect(isOpen(story, longest)).toBe(lost > 0 && expected.length > 0);
      }),
      { numRuns: 30 },
    );
  });
});
