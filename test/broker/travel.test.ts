// One badge at two places faster than anybody travels, found when the events of both have come.

import { describe, expect, it } from "vitest";
import {
  impossibleTravel,
  siteTravelLeastMs,
  type BadgeUse,
} from "../../broker/core/projections/travel.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { badgeUsesOf } from "../../broker/adapters/sqlite-ledger/travel-view.ts";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf } from "./sealed-chain.ts";

const startMs = 1_790_000_000_000;

function use(site: string, afterMs: number, change: Partial<BadgeUse> = {}): BadgeUse {
  const gateway = `${site}-a`;
  const wallMs = startMs + afterMs;
  return { cursor: afterMs, site, gateway, person: "p-1", wallMs, errMs: 0, ...change };
}

/** Zhoushan and, 20 km away, Daishan. */
const places = {
  pier: { latitude: 30.02, longitude: 122.1 },
  isle: { latitude: 30.2, longitude: 122.1 },
};
function told(site: keyof typeof places, afterMs: number) {
  return { gateway: `${site}-a`, wallMs: startMs + afterMs, ...places[site] };
}

describe("impossible travel", () => {
  it("is one person at two sites in less than the least time, whichever event came first", () => {
    const [from, to] = [use("pier", 0), use("isle", siteTravelLeastMs - 1)];
    const [finding] = impossibleTravel([to, from], []);
    expect(finding).toMatchObject({ person: "p-1", from, to, isByPosition: false });
    expect(impossibleTravel([from, use("isle", siteTravelLeastMs)], [])).toEqual([]);
  });

  it("is measured where both told where they were, near that time", () => {
    const positions = [told("pier", 60_000), told("isle", 300_000)];
    const found = impossibleTravel([use("pier", 0), use("isle", 400_000)], positions);
    expect(found).toMatchObject([{ isByPosition: true }]);
    expect(found[0]?.leastMs).toBeGreaterThan(440_000);
    expect(found[0]?.leastMs).toBeLessThan(460_000);
    expect(impossibleTravel([use("pier", 0), use("isle", 500_000)], positions)).toEqual([]);
    const old = [told("pier", -7_200_000), told("isle", 0)];
    expect(impossibleTravel([use("pier", 0), use("isle", 400_000)], old)).toEqual([]);
  });

  it("is not found within one site, of two persons, or within the error of the clocks", () => {
    const same = use("pier", 1_000, { gateway: "pier-b" });
    expect(impossibleTravel([use("pier", 0), same], [])).toEqual([]);
    const other = use("isle", 1_000, { person: "p-2" });
    expect(impossibleTravel([use("pier", 0), other], [])).toEqual([]);
    const vague = use("isle", 1_000, { errMs: siteTravelLeastMs });
    expect(impossibleTravel([use("pier", 0), vague], [])).toEqual([]);
  });

  it("is looked for in what the ledger holds of badges", () => {
    const rig = new IngestRig();
    const grant = {
      kind: "AccessGranted" as const,
      box: "box-a",
      compartment: 1,
      action: "collect" as const,
      person: "p-1",
      role: "courier",
      badgeRef: new Uint8Array(16).fill(7),
      assurance: "identifier" as const,
      reader: "r",
      policyVersion: 1,
      policyAgeS: 1,
    };
    rig.chain.seal(grant);
    rig.chain.seal({ ...grant, badgeRef: new Uint8Array(), proof: "command" });
    rig.say("events", batchOf(rig.chain.events));
    const models = new SqliteReadModels(rig.ledger);
    const { rows } = models.eventsBefore(1_000, 10, { kind: "AccessGranted" });
    expect(rows).toHaveLength(2);
    expect(badgeUsesOf(rows)).toMatchObject([{ person: "p-1", gateway: "boat", errMs: 50 }]);
    expect(models.travelFindings()).toEqual([]);
    rig.remove();
  });
});
