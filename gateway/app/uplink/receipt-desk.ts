// Acts on receipts of the center: moves the outbox, stores the newest,
// opens a new epoch when needed.

import { equalBytes, toHex, type Receipt } from "@driftbox/proto";
import type { Log } from "../../ports/runtime.ts";
import type { Journal } from "../../ports/storage.ts";
import type { Lineage } from "../chain/lineage.ts";
import type { Outbox } from "./outbox.ts";
import { isQuarantined, judgeReceipt, type HeldReceipt } from "./receipt-judge.ts";
import type { ReceiptStore } from "./receipt-store.ts";

export interface ReceiptCounts {
  accepted: number;
  older: number;
  /** Bad signature, or another gateway. */
  refused: number;
  /** The center holds what this journal does not continue. */
  unlinked: number;
}

interface Parts {
  readonly journal: Pick<Journal, "head">;
  readonly lineage: Lineage;
  readonly store: ReceiptStore;
  readonly outbox: Outbox;
  readonly log: Log;
  /** Opens a new key epoch behind what the center holds; false = not now, ask again. */
  readonly onUnlinked: (held: HeldReceipt) => boolean;
}

export class ReceiptDesk {
  readonly counts: ReceiptCounts = { accepted: 0, older: 0, refused: 0, unlinked: 0 };
  readonly #parts: Parts;
  #wasQuarantined = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** True when the receipt, of checked signature, speaks about this gateway's chain. */
  take(receipt: Receipt): boolean {
    const { journal, store, log } = this.#parts;
    const verdict = judgeReceipt(receipt, {
      gatewayId: journal.head.gatewayId,
      held: store.held,
      continues: (nextSeq, eventId) => this.#continues(nextSeq, eventId),
    });
    switch (verdict.kind) {
      case "foreign":
        this.counts.refused += 1;
        log.error({}, "a receipt names another gateway; check the enrollment at the center");
        return false;
      case "older":
        this.counts.older += 1;
        return true;
      case "unlinked":
        return this.#recover(receipt, verdict.held);
      case "center-behind":
        log.error({ nextSeq: receipt.nextSeq }, "the center lost records it held; sending again");
        return this.#accept(receipt, verdict.held, true);
      case "accepted":
        break;
    }
    return this.#accept(receipt, verdict.held, verdict.resend);
  }

  #accept(receipt: Receipt, held: HeldReceipt, resend: boolean): true {
    this.counts.accepted += 1;
    const { store, outbox } = this.#parts;
    this.#noteStanding(receipt);
    store.hold(held);
    outbox.receipted(held.nextSeq, resend);
    return true;
  }

  /** Nothing leaves until the new epoch stands: its numbers were signed in two lives. */
  #recover(receipt: Receipt, held: HeldReceipt): true {
    const { journal, outbox, log } = this.#parts;
    this.counts.unlinked += 1;
    outbox.hold();
    const headSeq = journal.head.nextSeq;
    log.error({ nextSeq: held.nextSeq, headSeq }, "this journal does not continue the center's");
    if (!this.#parts.onUnlinked(held)) return true;
    outbox.recovered();
    return this.#accept(receipt, held, true);
  }

  #continues(nextSeq: number, eventId: Uint8Array): boolean {
    const { lineage, outbox } = this.#parts;
    const sent = outbox.sentEventId(nextSeq - 1);
    if (sent !== undefined && equalBytes(sent, eventId)) return true;
    return lineage.continues(nextSeq, eventId);
  }

  /** Quarantine is the center's judgment; records stay here and are still sent. */
  #noteStanding(receipt: Receipt): void {
    const isNow = isQuarantined(receipt);
    if (isNow && !this.#wasQuarantined) {
      const head = toHex(receipt.headEventId).slice(0, 16);
      this.#parts.log.error({ head }, "the center has quarantined this gateway; call its operator");
    }
    this.#wasQuarantined = isNow;
  }
}
