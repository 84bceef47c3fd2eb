// What a newer or hostile gateway says: the API answers all the same, and every list can be paged.

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decodePayload, encodePayload, limits, type Fact } from "@driftbox/proto";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { startHttp, type HttpServer } from "../../broker/api/server.ts";
import { appendOf, changeOf, identityOf, temporaryFolder } from "../broker/ledger-rig.ts";
import { looseOrigin, SealedChain } from "../broker/sealed-chain.ts";
import { sampleFacts } from "../proto/vectors/samples.ts";
import { foldBox, unseenBox } from "../../broker/core/projections/boxes.ts";

const salt = new Uint8Array(16).fill(1);
const strange = [0, 9, 77];

/** The fact with one byte changed at a time, as far as it still is a fact with a strange word. */
function newerThan(fact: Fact): Fact[] {
  const bytes = encodePayload(fact, salt);
  return [...bytes.keys()].slice(18).flatMap((at) =>
    strange.flatMap((value): Fact[] => {
      const changed = Uint8Array.from(bytes);
      changed[at] = value;
      const decoded = decodePayload(changed);
      if (!decoded.ok || !decoded.value.isKnown) return [];
      const said = JSON.stringify(decoded.value.fact);
      return /"(unknown-[0-9]+|unspecified)"/.test(said) ? [decoded.value.fact] : [];
    }),
  );
}

it("a word of a newer gateway leaves every field of a compartment in place", () => {
  const newer = sampleFacts.flatMap(newerThan);
  expect(new Set(newer.map((fact) => fact.kind)).size).toBeGreaterThanOrEqual(10);
  for (const fact of newer) {
    for (const place of Object.values(foldBox(unseenBox, fact).compartments)) {
      const { lock, door, presence } = place;
      expect([fact.kind, typeof lock, typeof door, typeof presence]).toEqual([
        fact.kind,
        "string",
        "string",
        "string",
      ]);
    }
  }
});

describe("a gateway that names more, and longer, than anybody can ask for", () => {
  const folder = temporaryFolder();
  const ledger = new SqliteLedger(join(folder.path, "ledger.sqlite"));
  let server: HttpServer;
  const longest = "運".repeat(limits.idMaxChars);

  const ask = async (path: string): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/${path}`);
    return [answer.status, await answer.json()];
  };

  beforeAll(async () => {
    const chain = new SealedChain(looseOrigin("boat"));
    const number = ledger.enroll(identityOf(chain.origin, "boat"));
    const at = (compartment: number, box = "box-a") => ({ box, compartment, grantSeq: 0 });
    const put = (parcel: string, compartment = 1, box = "box-a") =>
      chain.seal({
        kind: "ParcelDeposited",
        ...at(compartment, box),
        parcel,
        person: "p-1",
        evidence: "tag-and-presence",
      });
    put("1".repeat(limits.idMaxChars + 1));
    put("2");
    put(longest);
    put("3", 1, "x".repeat(limits.idMaxChars + 1));
    for (let i = 0; i < limits.compartmentsMaxCount + 5; i += 1) put("4", i + 1);
    for (let i = 0; i < limits.boxesMaxCount + 5; i += 1) put("5", 1, `box-${i}`);
    const appends = chain.events.map((event) => appendOf(number, event));
    ledger.commit(changeOf({ appends }));
    server = await startHttp({
      readModels: new SqliteReadModels(ledger),
      port: 0,
      consoleDir: undefined,
      log: { info: () => undefined, error: () => undefined },
      now: () => 1_790_000_000_000,
    });
  });
  afterAll(async () => {
    await server.close();
    ledger.close();
    folder.remove();
  });

  it("leaves the list of parcels pageable to its end", async () => {
    const seen: string[] = [];
    for (let after = ""; seen.length < 10;) {
      const [status, page] = (await ask(`parcels?limit=1${after}`)) as [
        number,
        { rows: { parcel: string }[]; next: string | null },
      ];
      expect(status).toBe(200);
      seen.push(...page.rows.map((row) => row.parcel));
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect(seen).toEqual(["2", "3", "4", "5", longest]);
    expect(await ask(`parcels/${encodeURIComponent(longest)}`)).toMatchObject([200, {}]);
  });

  it("has as many boxes and compartments as a box and a gateway can have", async () => {
    const [, list] = (await ask("boxes")) as [number, { rows: { compartments: unknown[] }[] }];
    expect(list.rows).toHaveLength(limits.boxesMaxCount);
    const counts = list.rows.map((row) => row.compartments.length);
    expect(Math.max(...counts)).toBe(limits.compartmentsMaxCount);
  });
});
