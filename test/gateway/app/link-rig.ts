// A link with outbox and receipts over a journal, a memory server and a memory center.

import { sealEvent, type RecordParts } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import { planBehind } from "../../../gateway/app/chain/chain-recovery.ts";
import { Lineage } from "../../../gateway/app/chain/lineage.ts";
import { Link } from "../../../gateway/app/uplink/link.ts";
import {
  defaultWindowLimits,
  type WindowLimits,
} from "../../../gateway/app/uplink/outbox-window.ts";
import { Outbox } from "../../../gateway/app/uplink/outbox.ts";
import { ReceiptDesk } from "../../../gateway/app/uplink/receipt-desk.ts";
import type { HeldReceipt } from "../../../gateway/app/uplink/receipt-judge.ts";
import { ReceiptStore } from "../../../gateway/app/uplink/receipt-store.ts";
import { CountingEntropy, gatewaySigner, identity, memoryJournal, MemoryLog } from "./fixtures.ts";
import { ManualTime, settled } from "./manual-time.ts";
import { MemoryCenter } from "./memory-center.ts";
import { MemoryServer } from "./memory-uplink.ts";

export async function linkRig(limits: Partial<WindowLimits> = {}) {
  const time = new ManualTime();
  const log = new MemoryLog();
  const entropy = new CountingEntropy();
  const journal = memoryJournal();
  const documents = new MemoryDocuments();
  const server = new MemoryServer();
  const center = new MemoryCenter(server, time);
  const store = await ReceiptStore.open({ documents, timers: time, log });
  const windowLimits = { ...defaultWindowLimits, ...limits };
  const receiptedSeq = (): number => store.held?.nextSeq ?? 0;
  const ports = { journal, clock: time, timers: time, log, entropy, sha256 };
  const lineage = new Lineage(journal, undefined);
  const sendableFrom = (seq: number): number => lineage.sendableFrom(seq);
  const outbox = new Outbox({ ...ports, windowLimits, receiptedSeq, sendableFrom });
  const beyond: HeldReceipt[] = [];
  const onUnlinked = (held: HeldReceipt): boolean => {
    beyond.push(held);
    const plan = planBehind(journal.head, held, gatewaySigner.publicKey);
    journal.beginEpoch(plan.head);
    journal.append([sealed(plan.fact)], "closing");
    lineage.branched(held.nextSeq, plan.head.nextSeq);
    return true;
  };
  const receipts = new ReceiptDesk({ ...ports, lineage, store, outbox, onUnlinked });
  const policies: Uint8Array[] = [];
  const link = new Link({
    ...ports,
    identity,
    outbox,
    receipts,
    uplink: server.uplink(),
    backoff: { baseMs: 100, maxMs: 1_000 },
    firstConnection: 0,
    held: () => store.held,
    snapshot: () => ({}),
    desks: { policy: (bytes) => void policies.push(bytes) },
  });

  function sealed(fact: Parameters<typeof sealEvent>[0]["fact"], head = journal.head): RecordParts {
    const eventTime = { bootId: time.bootId, ...time.read() };
    const salt = entropy.bytes(16);
    return sealEvent({ head, time: eventTime, fact, salt, signer: gatewaySigner, sha256 }).record;
  }

  /** Records happen at the gateway. */
  function happen(count: number): void {
    for (let made = 0; made < count; made += 1) {
      journal.append([sealed({ kind: "PowerRestored", offMs: made })], "closing");
    }
    link.recordsAppended();
  }

  async function connected(): Promise<void> {
    link.start();
    await settled();
  }
  const parts = { time, log, journal, documents, server, center, store, outbox, receipts };
  return { ...parts, link, beyond, policies, happen, connected };
}
