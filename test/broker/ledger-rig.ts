// A file ledger with one or more judged gateways: what tests of the store and its views start from.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseGatewayName, parseSiteName, type SealedEvent } from "@driftbox/proto";
import type { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { eventIdOf, examine, hexOf } from "../../broker/app/examine.ts";
import type { Append, GatewayIdentity, LedgerChange } from "../../broker/ports/ledger.ts";
import type { ChainOrigin } from "./sealed-chain.ts";

export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "driftbox-broker-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function identityOf(origin: ChainOrigin, name: string): GatewayIdentity {
  const site = parseSiteName(`site-of-${name}`);
  const gateway = parseGatewayName(name);
  if (!site.ok || !gateway.ok) throw new Error("bad name");
  return {
    site: site.value,
    gateway: gateway.value,
    gatewayId: hexOf(origin.gatewayId) as GatewayIdentity["gatewayId"],
    enrollmentHash: eventIdOf(hexOf(origin.enrollmentHash)),
    key: hexOf(origin.signer.publicKey),
  };
}

export function appendOf(gateway: number, event: SealedEvent): Append {
  const candidate = examine(event.record, { isLate: false, receivedMs: 1_790_000_005_000 });
  if (!candidate.ok) throw new Error(candidate.detail);
  return {
    gateway,
    candidate: candidate.value,
    sealState: "direct",
  };
}

export function changeOf(change: Partial<LedgerChange>): LedgerChange {
  return {
    atMs: 1_790_000_005_000,
    appends: [],
    gateways: [],
    evidence: [],
    counts: new Map(),
    ...change,
  };
}

/** Every read model in one value, for comparison; cursors included. */
export function everythingOf(ledger: SqliteLedger): unknown {
  const models = new SqliteReadModels(ledger);
  const parcels = models.parcels(undefined, 1_000);
  return {
    gateways: models.gateways(),
    boxes: models.boxes(),
    parcels,
    timelines: parcels.map((each) => models.timeline(each.parcel)),
    events: models.eventsAfter(0, 10_000, {}),
    troubles: models.troubles(),
    handovers: models.handovers(Number.MAX_SAFE_INTEGER, 1_000),
    manifests: models.manifests(Number.MAX_SAFE_INTEGER, 1_000),
  };
}
