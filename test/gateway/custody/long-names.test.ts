// However parcels, persons and boxes are called, what is stated of many of them fits its facts.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodePayload, limits, type Fact } from "@driftbox/proto";
import { tellAnswers } from "../../../gateway/custody/handover/answers.ts";
import { parcelParts, partsOf } from "../../../gateway/custody/parcels/parts.ts";
import { bounds } from "../../../gateway/custody/layout.ts";
import { recordUnaccounted } from "../../../gateway/custody/parcels/unaccounted.ts";
import { Draft } from "../../../gateway/custody/decision.ts";
import { Story } from "./story.ts";

const salt = new Uint8Array(16);
/** Names of every length, in one to three bytes a character. */
const name = fc
  .tuple(fc.constantFrom("x", "é", "岛"), fc.integer({ min: 1, max: limits.idMaxChars - 4 }))
  .map(([char, length]) => char.repeat(length));
const names = fc
  .array(name, { maxLength: bounds.listedMaxCount, size: "max" })
  .map((list) => list.map((one, n) => `${one}${n}`));
const longest = "岛".repeat(limits.idMaxChars);

function fits(fact: Fact): boolean {
  return encodePayload(fact, salt).length <= limits.payloadMaxBytes;
}

describe("a long handover", () => {
  it("is split so that each part fits its facts, and loses nothing", () => {
    const sealed = names.map((list) => list.map((parcel) => ({ parcel, sealTag: longest })));
    fc.assert(
      fc.property(sealed, (entries) => {
        const parts = partsOf(entries, ({ parcel, sealTag }) => [parcel, sealTag]);
        expect(parts.flat()).toEqual(entries);
        for (const part of parts) {
          const parcels = part.map(({ parcel }) => parcel);
          const sealTags = part.map(({ sealTag }) => sealTag);
          const by = { handover: longest, giver: longest, receiver: longest };
          const listed = { parcels, sealTags, box: longest, method: "scan" } as const;
          expect(fits({ kind: "HandoverReleased", ...by, ...listed })).toBe(true);
          const said = { giverSays: parcels, receiverSays: parcels };
          expect(fits({ kind: "HandoverDisputed", ...by, ...said })).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of fifty parcels with ordinary numbers is one part", () => {
    const fifty = Array.from({ length: 50 }, (_, n) => `ZS2026112200${n}`);
    expect(parcelParts(fifty)).toHaveLength(1);
  });

  it("says all of what a receiver has too much, however much that is", () => {
    fc.assert(
      fc.property(names, (extra) => {
        const { state, now } = Story.ready();
        const draft = new Draft(state, now);
        const releases = [{ handover: longest, parcels: [] }];
        const by = { box: "ferry", giver: longest, receiver: longest };
        tellAnswers(draft, { ...by, releases, refused: [], extra, isDisputed: true });
        const said = draft.facts.flatMap((fact) =>
          fact.kind === "HandoverDisputed" ? fact.receiverSays : [],
        );
        expect(said).toEqual(extra);
        expect(draft.facts.every(fits)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

it("a loss of many is told in as many facts as hold their names", () => {
  fc.assert(
    fc.property(names, (parcels) => {
      const { state, now } = Story.ready();
      const draft = new Draft(state, now);
      const at = { box: "ferry", compartment: 1, lastPerson: longest };
      const seen = { presenceBefore: "occupied", presenceAfter: "empty" } as const;
      recordUnaccounted(draft, { ...at, ...seen, parcels });
      const told = draft.facts.flatMap((fact) =>
        fact.kind === "ParcelUnaccounted" ? [fact.parcels] : [],
      );
      expect(told.flat()).toEqual(parcels);
      expect(told.length).toBeGreaterThanOrEqual(1);
      expect(draft.facts.every(fits)).toBe(true);
    }),
    { numRuns: 60 },
  );
});
