// Handovers and documents as the ledger's read models show them: both sides' words, and how old.

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Fact } from "@driftbox/proto";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import type { Issued } from "../../broker/ports/custody-views.ts";
import { IngestRig } from "./ingest-rig.ts";
import { batchOf } from "./sealed-chain.ts";

let rig: IngestRig;
beforeEach(() => {
  rig = new IngestRig();
});
afterEach(() => rig.remove());

const by = { giver: "p-1", receiver: "p-2" };

function released(handover: string, parcels: readonly string[]): Fact {
  const seals = { sealTags: ["S-1"], box: "box-a", method: "scan" as const };
  return { kind: "HandoverReleased", handover, ...by, receiver: "", parcels, ...seals };
}
function accepted(handover: string, parcels: readonly string[]): Fact {
  return { kind: "HandoverAccepted", handover, ...by, parcels };
}
function disputed(
  handover: string,
  giverSays: readonly string[],
  receiverSays: readonly string[],
): Fact {
  return { kind: "HandoverDisputed", handover, ...by, giverSays, receiverSays };
}

/** Tells the center of facts; answers the ids of their events. */
function tell(...facts: readonly Fact[]): readonly string[] {
  const events = facts.map((fact) => rig.chain.seal(fact));
  rig.say("events", batchOf(events));
  return events.map(({ eventId }) => Buffer.from(eventId).toString("hex"));
}

const newest = Number.MAX_SAFE_INTEGER;
const place = (handover: string) => ({ site: "site-of-boat", gateway: "boat", handover });

describe("a handover", () => {
  it("keeps what each side says, and the events whose codes both were told", () => {
    const [first, , , answer] = tell(
      released("h-1", ["1", "2"]),
      released("h-2", ["3"]),
      accepted("h-1", ["1"]),
      disputed("h-2", ["3"], []),
      disputed("h-2", [], ["9"]),
    );
    const models = new SqliteReadModels(rig.ledger);
    expect(models.handover(place("h-1"))).toMatchObject({
      state: "accepted",
      box: "box-a",
      method: "scan",
      receiver: "p-2",
      released: ["1", "2"],
      received: ["1"],
      sealTags: ["S-1"],
      release: { eventId: first },
      answer: { kind: "HandoverAccepted" },
    });
    expect(models.handover(place("h-2"))).toMatchObject({
      state: "disputed",
      released: ["3"],
      received: ["9"],
      answer: { eventId: answer },
    });
    expect(models.handover(place("h-3"))).toBeUndefined();
  });

  it("is listed newest first, page by page", () => {
    tell(...["h-1", "h-2", "h-3"].map((name) => released(name, ["1"])));
    const models = new SqliteReadModels(rig.ledger);
    const page = models.handovers(newest, 2);
    expect(page.rows.map(({ handover }) => handover)).toEqual(["h-3", "h-2"]);
    const next = models.handovers(page.next ?? 0, 2);
    expect(next.rows.map(({ handover }) => handover)).toEqual(["h-1"]);
    expect(next.next).toBeNull();
  });

  it("that is taken back, or heard of by its answer alone, says so", () => {
    tell(
      released("h-1", ["1"]),
      { kind: "HandoverWithdrawn", handover: "h-1", giver: "p-1", receiver: "" },
      accepted("h-2", ["7"]),
    );
    const models = new SqliteReadModels(rig.ledger);
    expect(models.handover(place("h-1"))).toMatchObject({ state: "withdrawn", received: [] });
    expect(models.handover(place("h-2"))).toMatchObject({ state: "accepted", release: null });
  });
});

describe("the documents of a gateway", () => {
  const madeMs = 1_789_990_000_000;
  const hash = new Uint8Array(32);
  const policy: Fact = {
    kind: "PolicyApplied",
    version: 7,
    issuedUs: madeMs * 1_000,
    policyHash: hash,
  };
  const granted = (blockListAgeS?: number): Fact => {
    const badge = { person: "p-1", badgeRef: new Uint8Array(16).fill(1), reader: "r" };
    const rest = { role: "courier", assurance: "identifier", policyVersion: 7 } as const;
    const at = { box: "box-a", compartment: 1, action: "collect" } as const;
    const age = blockListAgeS === undefined ? {} : { blockListAgeS };
    return { kind: "AccessGranted", ...at, ...badge, ...rest, policyAgeS: 9, ...age };
  };
  const documents = (issued?: Issued) =>
    new SqliteReadModels(rig.ledger, issued === undefined ? {} : { issued }).gateways()[0]
      ?.documents;

  it("are as old as its events say; a policy brings a block list that a grant dates", () => {
    expect(documents()).toMatchObject({ policyVersion: null, blockListMs: null });
    tell(granted(3_600), policy);
    expect(documents()).toMatchObject({
      policyVersion: 7,
      policyIssuedMs: madeMs,
      blockListMs: null,
      grantsVersion: null,
    });
    tell(granted(), granted(7_200), {
      kind: "GrantsApplied",
      version: 2,
      issuedUs: madeMs * 1_000,
      setHash: hash,
      grantCount: 4,
    });
    const shown = documents();
    expect(shown).toMatchObject({ grantsVersion: 2, grantsIssuedMs: madeMs, grantCount: 4 });
    const grantMs = new SqliteReadModels(rig.ledger).eventsBefore(newest, 1, {
      kind: "AccessGranted",
    }).rows[0]?.happened.wallMs;
    expect(shown?.blockListMs).toBe((grantMs ?? 0) - 7_200_000);
  });

  it("are too old by the strictest rule of the policy that is published, else after a week", () => {
    const hourMs = 3_600_000;
    expect(documents()?.staleAfterMs).toBe(7 * 24 * hourMs);
    const issued = { manifests: () => [], policyOf: () => ({ version: 8, staleAfterH: 48 }) };
    expect(documents(issued)).toMatchObject({ publishedVersion: 8, staleAfterMs: 48 * hourMs });
  });
});
