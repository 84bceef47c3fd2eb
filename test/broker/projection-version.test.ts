// Projections made by other folds: the ledger notices at its start and makes them again.

import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { expect, it } from "vitest";
import { projectionTables } from "../../broker/adapters/sqlite-ledger/schema.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { appendOf, changeOf, everythingOf, identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const origin = looseOrigin();

/** A ledger with one deposit, as `alter` left its database; what it shows and says at its start. */
function startedAfter(alter: (database: SqliteDatabase.Database) => void) {
  const folder = temporaryFolder();
  const path = join(folder.path, "ledger.sqlite");
  try {
    const ledger = new SqliteLedger(path);
    const gateway = ledger.enroll(identityOf(origin, "boat"));
    const sealed = new SealedChain(origin).grow(3);
    const place = { box: "box-a", compartment: 1, grantSeq: 0, person: "p-1" };
    sealed.seal({
      kind: "ParcelDeposited",
      ...place,
      parcel: "1001",
      evidence: "tag-and-presence",
    });
    ledger.commit(changeOf({ appends: sealed.events.map((each) => appendOf(gateway, each)) }));
    const before = everythingOf(ledger);
    ledger.close();
    const database = new SqliteDatabase(path);
    alter(database);
    database.close();
    const said: string[] = [];
    const keep = (_: unknown, message: string) => void said.push(message);
    const again = new SqliteLedger(path, { info: keep, error: keep });
    const after = everythingOf(again);
    again.close();
    return { before, after, said };
  } finally {
    folder.remove();
  }
}

function spoil(database: SqliteDatabase.Database): void {
  for (const table of projectionTables) database.exec(`DELETE FROM ${table}`);
}

const rebuilt = [/have changed/, /folded the projections again/].map((each) =>
  expect.stringMatching(each),
);

it("projections of an older version are folded again, to the same as before", () => {
  const { before, after, said } = startedAfter((database) => {
    spoil(database);
    database.exec("UPDATE projections SET fold_version = fold_version - 1");
  });
  expect(after).toEqual(before);
  expect(said).toEqual(rebuilt);
});

it("projections of a database from before versions were kept are folded again", () => {
  const { before, after, said } = startedAfter((database) => {
    spoil(database);
    database.exec(
      "DROP TABLE projections; DROP TABLE decisions; " +
        "DROP INDEX entries_broken; DROP INDEX evidence_place; DROP INDEX entries_code",
    );
    const travel = ["badge_uses", "whereabouts", "travel_times"];
    for (const table of ["gateway_folds", "handovers", "manifests", ...travel]) {
      database.exec(`DROP TABLE ${table}`);
    }
    for (const column of ["latitude", "longitude", "position_quality", "snapshot_epoch"]) {
      database.exec(`ALTER TABLE gateways DROP COLUMN ${column}`);
    }
    database.pragma("user_version = 1");
  });
  expect(after).toEqual(before);
  expect(said).toEqual(rebuilt);
});

it("projections of this version are left as they are", () => {
  const { before, after, said } = startedAfter(spoil);
  expect(after).not.toEqual(before);
  expect(said).toEqual([]);
});
