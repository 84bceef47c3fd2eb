// What a start finds on disk: state, receipts, and where the chain goes on.

import type { State } from "../custody/index.ts";
import { planBoot } from "./chain/chain-recovery.ts";
import { replayCustody } from "./chain/custody-replay.ts";
import { findBranch, type Branch } from "./chain/lineage.ts";
import { readSnapshot } from "./chain/snapshot-keeper.ts";
import type { GatewayPorts } from "./gateway-ports.ts";
import { firstConnectionOfRun } from "./run-count.ts";
import { ReceiptStore } from "./uplink/receipt-store.ts";

export interface Found {
  readonly state: State;
  readonly store: ReceiptStore;
  readonly snapshotSeq: number;
  /** True: the stored snapshot is of records that were lost. */
  readonly isSnapshotFalse: boolean;
  readonly plan: ReturnType<typeof planBoot>;
  readonly branch: Branch | undefined;
  readonly firstConnection: number;
}

/** Reads it all; nothing is recorded yet. @throws Fault of the journal or the documents */
export async function recover(ports: GatewayPorts): Promise<Found> {
  const { journal, documents, log, identity, report } = ports;
  const store = await ReceiptStore.open(ports);
  const snapshot = await readSnapshot(documents, log);
  const { publicKey } = identity.signer;
  const branch = findBranch(journal, store.held, identity.sha256);
  const held = branch?.held ?? store.held;
  const plan = planBoot({ report, head: journal.head, held, publicKey });
  const { state, foldedCount, snapshotSeq } = replayCustody(ports, snapshot);
  log.info({ recovery: plan.recovery, nextSeq: journal.head.nextSeq, foldedCount }, "recovered");
  const firstConnection = await firstConnectionOfRun(documents, log);
  const isSnapshotFalse = snapshot !== undefined && snapshotSeq !== snapshot.durable.nextSeq;
  return { state, store, snapshotSeq, isSnapshotFalse, plan, branch, firstConnection };
}
