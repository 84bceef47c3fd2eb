// A board that was replaced and enrolled anew under its name: the center speaks of the new one,
// and what the old one left open can be ended.

import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkCodeOf, type Fact } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { settle } from "../../broker/app/settlement.ts";
import type { Issued } from "../../broker/ports/custody-views.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const nowMs = 1_790_000_000_000;
const place = { site: "site-of-boat", gateway: "boat" };
const duress: Fact = { kind: "DuressSignaled", box: "box-a", person: "p-1" };
const forced: Fact = { kind: "DoorForced", box: "box-a", compartment: 1 };
const released: Fact = {
  kind: "HandoverReleased",
  handover: "h-1",
  giver: "p-1",
  receiver: "",
  parcels: ["1"],
  sealTags: [],
};
const opened: Fact = { kind: "ManifestOpened", manifest: "m-1", voyage: "v-1", expected: ["1"] };
const issued: Issued = {
  manifests: () => [
    {
      ...place,
      manifest: "m-1",
      voyage: "v-1",
      expected: ["1"],
      fromMs: null,
      untilMs: nowMs + 1_000,
      isWithdrawn: false,
    },
  ],
  policyOf: () => undefined,
};

let folder: ReturnType<typeof temporaryFolder>;
let ledger: SqliteLedger;
let models: SqliteReadModels;
let first: Board;
let second: Board;

/** A board with a key of its own, under the name of the boat. */
class Board {
  readonly chain: SealedChain;
  readonly number: number;

  constructor(id: string) {
    this.chain = new SealedChain(looseOrigin(id));
    this.number = ledger.enroll(identityOf(this.chain.origin, "boat"));
  }

  /** Answers the check code of the event. */
  say(fact: Fact): string {
    const event = this.chain.seal(fact, nowMs);
    ledger.commit(changeOf({ appends: [appendOf(this.number, event)] }));
    return checkCodeOf(event.eventId);
  }
}

function settled(code: string): string | undefined {
  const said = { ...place, code, decidedBy: "officer", reason: "seen", decidedMs: nowMs };
  const document = Buffer.from(code);
  return settle({ ledger, models, now: () => nowMs }, said, document);
}

const kinds = () => models.troubles().map(({ kind }) => kind);

beforeEach(() => {
  folder = temporaryFolder();
  ledger = new SqliteLedger(join(folder.path, "ledger.sqlite"));
  models = new SqliteReadModels(ledger, { issued, now: () => nowMs });
});
afterEach(() => {
  ledger.close();
  folder.remove();
});

describe("a gateway that was enrolled anew", () => {
  beforeEach(() => {
    first = new Board("old");
    first.say(forced);
    second = new Board("new");
  });

  it("is the one that the center shows, and streams", () => {
    second.say({ ...forced, kind: "DoorAjar", grantSeq: 1 });
    const { gatewayId } = identityOf(second.chain.origin, "boat");
    expect(models.gateways().map((one) => one.gatewayId)).toEqual([gatewayId]);
    const door = { compartments: [{ door: "ajar" }] };
    expect(models.box({ ...place, box: "box-a" })).toMatchObject(door);
    expect(models.boxes()).toMatchObject([door]);
    expect(models.viewsOf(first.number)).toBeUndefined();
    expect(models.viewsOf(second.number)).toMatchObject({ boxes: [door] });
  });

  it("tells of handovers and manifests that are found by their names", () => {
    second.say(released);
    second.say(opened);
    expect(models.handover({ ...place, handover: "h-1" })?.released).toEqual(["1"]);
    const states = models.manifests(Number.MAX_SAFE_INTEGER, 10).rows.map(({ state }) => state);
    expect(states).toEqual(["open"]);
  });

  it("has troubles that staff can settle, and decisions that are shown", () => {
    const code = second.say(duress);
    expect(kinds()).toEqual(["DuressSignaled", "DoorForced"]);
    expect(settled(code)).toBeUndefined();
    expect(kinds()).toEqual(["DoorForced"]);
    expect(models.decisions(place.site, place.gateway)).toHaveLength(1);
  });

  it("leaves to staff what its old board can end no more, and nothing else", () => {
    const [old] = models.troubles();
    const own = second.say(forced);
    expect(settled(own)).toBe("it ends at the box alone, by what is done there");
    const code = checkCodeOf(Buffer.from(old?.event?.eventId ?? "", "hex"));
    expect(settled(code)).toBeUndefined();
    expect(kinds()).toEqual(["DoorForced"]);
    expect(models.troubles()[0]?.event?.cursor).toBe(2);
  });
});

it("a manifest that the old board never closed is settled too", () => {
  first = new Board("old");
  const code = first.say(opened);
  models = new SqliteReadModels(ledger, { issued, now: () => nowMs + 10_000 });
  expect(kinds()).toEqual(["ManifestOverdue"]);
  expect(settled(code)).toBe("it ends at the box alone, by what is done there");
  second = new Board("new");
  expect(settled(code)).toBeUndefined();
  expect(kinds()).toEqual([]);
});
