// One badge at two places faster than anybody travels, found in whatever order events come.

import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact, SealedEvent } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import {
  badgeHolder,
  defaultTravelTimes,
  judgeMove,
  movesOf,
  trustedTime,
  wayKey,
  type BadgeUse,
} from "../../broker/core/projections/travel.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const startMs = 1_790_000_000_000;
const leastMs = defaultTravelTimes.defaultMs;

function use(site: string, afterMs: number, change: Partial<BadgeUse> = {}): BadgeUse {
  const at = { cursor: afterMs, gatewayNumber: 1, seq: afterMs, site, gateway: `${site}-a` };
  return { ...at, person: "p-1", wallMs: startMs + afterMs, errMs: 0, ...change };
}

/** Zhoushan and, 20 km away, Daishan. */
const places = {
  pier: { latitude: 30.02, longitude: 122.1 },
  isle: { latitude: 30.2, longitude: 122.1 },
};
const nowhere = () => undefined;
const where = ({ site }: BadgeUse) => (site === "pier" ? places.pier : places.isle);

describe("a move", () => {
  const judged = (from: BadgeUse, to: BadgeUse, times = defaultTravelTimes) =>
    judgeMove({ from, to }, times, nowhere);

  it("is impossible between two sites in less than the least time", () => {
    const [from, to] = [use("pier", 0), use("isle", leastMs - 1)];
    expect(judged(from, to)).toMatchObject({ person: "p-1", from, to, basis: "default" });
    expect(judged(from, use("isle", leastMs))).toBeUndefined();
    expect(judged(from, use("isle", 1_000, { errMs: leastMs }))).toBeUndefined();
    expect(judged(from, use("pier", 1_000, { gateway: "pier-b" }))).toBeUndefined();
  });

  it("is measured where both told where they were", () => {
    const far = judgeMove(
      { from: use("pier", 0), to: use("isle", 400_000) },
      defaultTravelTimes,
      where,
    );
    expect(far).toMatchObject({ basis: "positions" });
    expect(far?.leastMs).toBeGreaterThan(440_000);
    expect(far?.leastMs).toBeLessThan(460_000);
    const near = { from: use("pier", 0), to: use("boat", 1_000) };
    expect(judgeMove(near, defaultTravelTimes, () => places.pier)).toBeUndefined();
  });

  it("goes by what is configured for the two sites before all else, in both directions", () => {
    const betweenMs = new Map([[wayKey("pier", "isle"), 3_600_000]]);
    const times = { ...defaultTravelTimes, betweenMs };
    for (const sites of [
      ["pier", "isle"],
      ["isle", "pier"],
    ] as const) {
      const move = { from: use(sites[0], 0), to: use(sites[1], 3_599_999) };
      expect(judgeMove(move, times, where)).toMatchObject({ basis: "configured" });
    }
  });
});

describe("a use of a badge", () => {
  const badge = { person: "p-1", badgeRef: new Uint8Array(16).fill(7), reader: "r" };
  const refused: Fact = {
    kind: "AccessRefused",
    box: "box-a",
    compartment: 1,
    reason: "no-right",
    policyVersion: 1,
    ...badge,
  };

  it("is also one that opened nothing, but not one whose proof failed, and no code", () => {
    expect(badgeHolder(refused)).toBe("p-1");
    expect(badgeHolder({ ...refused, reason: "forged-credential" })).toBeUndefined();
    expect(badgeHolder({ ...refused, badgeRef: new Uint8Array() })).toBeUndefined();
    expect(badgeHolder({ ...refused, person: "" })).toBeUndefined();
  });

  it("has a time only by a clock that bounds its error and can be right", () => {
    const header = { wallUs: startMs * 1_000, wallErrMs: 50, clockSource: "ntp" } as const;
    expect(trustedTime(header, startMs)).toEqual({ wallUs: startMs * 1_000, errMs: 50 });
    expect(trustedTime({ ...header, wallErrMs: undefined }, startMs)).toBeUndefined();
    expect(trustedTime({ ...header, clockSource: "none" }, startMs)).toBeUndefined();
    expect(trustedTime(header, startMs - 3_600_000)).toBeUndefined();
  });
});

/** Gateways of three sites, the last two of one. */
const origins = ["pier", "isle", "boat"].map((name) => ({ name, origin: looseOrigin(name) }));
const persons = ["p-1", "p-2"];

interface Shown {
  readonly at: number;
  readonly person: number;
  readonly afterMs: number;
}

/** The chains of all gateways; within one, time may also go back. */
function chainsOf(shown: readonly Shown[]): readonly (readonly SealedEvent[])[] {
  return origins.map(({ origin }, index) => {
    const chain = new SealedChain(origin);
    for (const { at, person, afterMs } of shown) {
      if (at === index) chain.seal(granted(persons[person] ?? ""), startMs + afterMs);
    }
    return chain.events;
  });
}

function granted(person: string): Fact {
  const badge = { person, badgeRef: new Uint8Array(16).fill(7), reader: "r" };
  const rest = { role: "courier", assurance: "identifier", policyVersion: 1 } as const;
  const place = { box: "box-a", compartment: 1, action: "collect" } as const;
  return { kind: "AccessGranted", ...place, ...badge, ...rest, policyAgeS: 1 };
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

let ledgers = 0;

/** What the center finds when gateways are heard in this order, an event at a time. */
function foundIn(chains: readonly (readonly SealedEvent[])[], order: readonly number[]) {
  ledgers += 1;
  const ledger = new SqliteLedger(join(folder.path, `${ledgers}.sqlite`));
  const numbers = origins.map(({ name, origin }) => ledger.enroll(identityOf(origin, name)));
  const next = origins.map(() => 0);
  const appends = order.flatMap((at) => {
    const event = chains[at]?.[next[at] ?? 0];
    next[at] = (next[at] ?? 0) + 1;
    return event === undefined ? [] : [appendOf(numbers[at] ?? 0, event)];
  });
  for (const append of appends) ledger.commit(changeOf({ appends: [append] }));
  const models = new SqliteReadModels(ledger, { now: () => startMs });
  const found = models.travelFindings(Number.MAX_SAFE_INTEGER, 1_000).rows;
  const uses = models.eventsAfter(0, 1_000, { kind: "AccessGranted" }).rows.map((row): BadgeUse => {
    const gatewayNumber = numbers[origins.findIndex(({ name }) => name === row.gateway)] ?? 0;
    const { cursor, seq, site, gateway, person, happened } = row;
    const wallMs = happened.wallMs ?? 0;
    const errMs = happened.errMs ?? 0;
    return { cursor, seq, site, gateway, gatewayNumber, person: person ?? "", wallMs, errMs };
  });
  ledger.close();
  const expected = movesOf(uses).flatMap(
    (move) => judgeMove(move, defaultTravelTimes, nowhere) ?? [],
  );
  const named = [found, expected].map((all) =>
    all.map(({ from, to }) => `${from.gateway} ${from.seq} > ${to.gateway} ${to.seq}`).toSorted(),
  );
  return { found: named[0], expected: named[1] };
}

describe("impossible travel", () => {
  const shown = fc.record({
    at: fc.nat(2),
    person: fc.nat(1),
    afterMs: fc.nat(40).map((halfMinutes) => halfMinutes * 30_000 - 1_200_000),
  });

  it("is found alike whatever the order of arrival, and as all uses in order of time say", () => {
    let findings = 0;
    fc.assert(
      fc.property(
        fc.array(shown, { minLength: 2, maxLength: 12 }),
        fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
        (told, some) => {
          const chains = chainsOf(told);
          const all = chains.flatMap((events, at) => events.map(() => at));
          const one = foundIn(chains, all);
          const other = foundIn(chains, [...some, ...all.toReversed()]);
          expect(one.found).toEqual(one.expected);
          expect(other.found).toEqual(one.found);
          findings += one.found?.length ?? 0;
        },
      ),
      { numRuns: 25 },
    );
    expect(findings).toBeGreaterThan(10);
  });
});
