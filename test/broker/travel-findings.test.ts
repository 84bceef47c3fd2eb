// Findings of impossible travel are kept as events come: as if all were judged anew at each look.

import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import {
  defaultTravelTimes,
  judgeMove,
  movesOf,
  positionLifeMs,
  wayKey,
  type BadgeUse,
  type TravelTimes,
  type Whereabouts,
} from "../../broker/core/projections/travel.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { heartbeat, looseOrigin, SealedChain } from "./sealed-chain.ts";

const startMs = 1_790_000_000_000;
const origins = ["pier", "isle", "boat"].map((name) => ({ name, origin: looseOrigin(name) }));
const silent = { info: () => undefined, error: () => undefined };

/** A badge that is shown, or a gateway that tells where it is: so many tenths of a degree north. */
interface Told {
  readonly at: number;
  readonly afterMs: number;
  readonly person?: string;
  readonly north?: number;
}

const positionOf = (north: number): Whereabouts => {
  return { latitude: 30 + north / 10, longitude: 122 };
};

function factOf({ person, north }: Told): Fact {
  if (north !== undefined) return { ...heartbeat(0), ...positionOf(north) };
  const badge = { person: person ?? "", badgeRef: new Uint8Array(16).fill(7), reader: "r" };
  const rest = { role: "courier", assurance: "identifier", policyVersion: 1 } as const;
  const place = { box: "box-a", compartment: 1, action: "collect" } as const;
  return { kind: "AccessGranted", ...place, ...badge, ...rest, policyAgeS: 1 };
}

let folder: ReturnType<typeof temporaryFolder>;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

let ledgers = 0;

interface Heard {
  readonly ledger: SqliteLedger;
  /** What it says of each event, in the order in which it was heard. */
  readonly uses: readonly BadgeUse[];
  readonly positions: readonly {
    readonly number: number;
    readonly atMs: number;
    readonly at: Whereabouts;
  }[];
}

/** A center that hears these one by one; the clock of a gateway runs on by a millisecond each. */
function heard(told: readonly Told[], times?: TravelTimes): Heard {
  ledgers += 1;
  path = join(folder.path, `${ledgers}.sqlite`);
  const ledger = new SqliteLedger(path, silent, times);
  const numbers = origins.map(({ name, origin }) => ledger.enroll(identityOf(origin, name)));
  const chains = origins.map(({ origin }) => new SealedChain(origin));
  const uses: BadgeUse[] = [];
  const positions: { number: number; atMs: number; at: Whereabouts }[] = [];
  for (const [index, one] of told.entries()) {
    const [chain, number] = [chains[one.at], numbers[one.at] ?? 0];
    if (chain === undefined) throw new Error("no such gateway");
    const seq = chain.head.nextSeq;
    const event = chain.seal(factOf(one), startMs + one.afterMs);
    ledger.commit(changeOf({ appends: [appendOf(number, event)] }));
    const wallMs = startMs + one.afterMs + seq + 1;
    if (one.north !== undefined) {
      positions.push({ number, atMs: wallMs, at: positionOf(one.north) });
      continue;
    }
    const name = origins[one.at]?.name ?? "";
    const place = { site: `site-of-${name}`, gateway: name, gatewayNumber: number };
    uses.push({ cursor: index + 1, seq, ...place, person: one.person ?? "", wallMs, errMs: 50 });
  }
  return { ledger, uses, positions };
}

/** What all uses and positions together say, judged from scratch. */
function judged({ uses, positions }: Heard, times: TravelTimes): readonly string[] {
  const nearest = ({ gatewayNumber, wallMs }: BadgeUse): Whereabouts | undefined => {
    const apart = (atMs: number): number => Math.abs(atMs - wallMs);
    const near = positions.filter(
      ({ number, atMs }) => number === gatewayNumber && apart(atMs) <= positionLifeMs,
    );
    return near.toSorted((a, b) => apart(a.atMs) - apart(b.atMs) || a.atMs - b.atMs)[0]?.at;
  };
  const found = movesOf(uses).flatMap((move) => judgeMove(move, times, nearest) ?? []);
  return named(found);
}

function named(
  found: readonly { readonly from: BadgeUse; readonly to: BadgeUse; readonly basis: string }[],
) {
  return found.map(({ from, to, basis }) => `${from.cursor} > ${to.cursor} by ${basis}`).toSorted();
}

const all = { before: Number.MAX_SAFE_INTEGER, limit: 1_000 };
const minuteMs = 60_000;
const place = { at: fc.nat(2), afterMs: fc.nat(60).map((minutes) => (minutes - 70) * minuteMs) };
const use = fc.record({ ...place, person: fc.constantFrom("p-1", "p-2") });
const position = fc.record({ ...place, north: fc.nat(4) });
const story = fc.array(fc.oneof(use, position), { minLength: 2, maxLength: 24 });

describe("findings of impossible travel", () => {
  it("are those that all uses and positions say together, whatever came when", () => {
    const bases = new Set<string>();
    fc.assert(
      fc.property(story, (told) => {
        const center = heard(told);
        const found = center.ledger.travel.findings(startMs, all).rows;
        expect(named(found)).toEqual(judged(center, defaultTravelTimes));
        for (const { basis } of found) bases.add(basis);
        center.ledger.rebuildProjections();
        expect(center.ledger.travel.findings(startMs, all).rows).toEqual(found);
        center.ledger.close();
      }),
      { numRuns: 60 },
    );
    expect([...bases].toSorted()).toEqual(["default", "positions"]);
  });

  it("are judged again where other travel times judged them", () => {
    const told = [
      { at: 0, afterMs: -50 * minuteMs, person: "p-1" },
      { at: 1, afterMs: -40 * minuteMs, person: "p-1" },
    ];
    const betweenMs = new Map([[wayKey("site-of-pier", "site-of-isle"), 60 * minuteMs]]);
    const slow = { ...defaultTravelTimes, betweenMs };
    const center = heard(told);
    expect(center.ledger.travel.findings(startMs, all).rows).toEqual([]);
    center.ledger.close();
    for (const [times, count] of [
      [slow, 1],
      [slow, 1],
      [defaultTravelTimes, 0],
    ] as const) {
      const again = new SqliteLedger(path, silent, times);
      expect(again.travel.findings(startMs, all).rows).toHaveLength(count);
      again.close();
    }
  });

  it("are paged, newest first, each once", () => {
    const told = Array.from({ length: 8 }, (_, n) => {
      return { at: n % 2, afterMs: (n - 60) * minuteMs, person: "p-1" };
    });
    const { ledger } = heard(told);
    const whole = ledger.travel.findings(startMs, all);
    expect([whole.rows.length, whole.next]).toEqual([7, null]);
    const paged: unknown[] = [];
    let before: number | null = all.before;
    while (before !== null) {
      const page = ledger.travel.findings(startMs, { before, limit: 3 });
      paged.push(...page.rows);
      expect(page.rows.length).toBe(page.next === null ? 1 : 3);
      before = page.next;
    }
    expect(paged).toEqual(whole.rows);
    expect(ledger.travel.findings(startMs, { before: 999, limit: 3 }).rows).toEqual([]);
    ledger.close();
  });

  it("are troubles up to a hundred, and one that says that there are more", () => {
    const told = Array.from({ length: 103 }, (_, n) => {
      return { at: n % 2, afterMs: (n - 200) * 10_000, person: "p-1" };
    });
    const { ledger } = heard(told);
    const models = new SqliteReadModels(ledger, { now: () => startMs });
    const troubles = models.troubles();
    const [leftOff, ...others] = troubles.toReversed();
    expect(others).toHaveLength(100);
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(["ImpossibleTravel"]));
    const said = { kind: "TroublesLeftOff", about: "ImpossibleTravel", person: null };
    expect(leftOff).toMatchObject({ ...said, event: { cursor: 3 } });
    ledger.close();
  });

  it("are looked up and not looked for, however many moves there are", () => {
    const { ledger } = heard([]);
    const plan = ledger.database
      .prepare(
        `EXPLAIN QUERY PLAN SELECT 1 FROM badge_uses u WHERE u.is_impossible = 1 AND u.at_us > 1
         ORDER BY u.at_us DESC, u.gateway DESC, u.seq DESC LIMIT 100`,
      )
      .all();
    expect(JSON.stringify(plan)).toContain("badge_uses_impossible");
    expect(JSON.stringify(plan)).not.toContain("TEMP B-TREE");
    ledger.close();
  });
});
