// Acts on receipts of the center: moves the outbox, stores the newest,
// opens a new epoch when needed.

import { parseHeader, splitRecords, toHex, type Receipt, type Sha256 } from "@driftbox/proto";
import type { Log } from "../ports/runtime.ts";
import type { Journal } from "../ports/storage.ts";
import type { Outbox } from "./outbox.ts";
import { isQuarantined, judgeReceipt, type HeldReceipt } from "./receipt-judge.ts";
import type { ReceiptStore } from "./receipt-store.ts";

export interface ReceiptCounts {
  accepted: number;
  older: number;
  /** Bad signature, another gateway, or another event under an own number. */
  refused: number;
}

interface Parts {
  readonly journal: Pick<Journal, "head" | "read" | "use">;
  readonly store: ReceiptStore;
  readonly outbox: Outbox;
  readonly sha256: Sha256;
  readonly log: Log;
  /** The center holds more than this gateway signed: opens a new key epoch beyond it. */
  readonly onBeyondHead: (held: HeldReceipt) => void;
}

export class ReceiptDesk {
  readonly counts: ReceiptCounts = { accepted: 0, older: 0, refused: 0 };
  readonly #parts: Parts;
  #wasQuarantined = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** True when the receipt, of checked signature, speaks about this gateway's chain. */
  take(receipt: Receipt): boolean {
    const { journal, store, outbox, log } = this.#parts;
    const verdict = judgeReceipt(receipt, {
      head: journal.head,
      held: store.held,
      eventIdAt: (seq) => this.#eventIdAt(seq),
    });
    switch (verdict.kind) {
      case "foreign":
        this.counts.refused += 1;
        log.error({}, "a receipt names another gateway; check the enrollment at the center");
        return false;
      case "mismatch":
        this.counts.refused += 1;
        log.error({ seq: verdict.seq }, "the center holds another event under an own number");
        return false;
      case "older":
        this.counts.older += 1;
        return true;
      case "center-behind":
        log.error({ nextSeq: verdict.nextSeq }, "the center lost records it held; sending again");
        outbox.receipted(verdict.nextSeq, true);
        return true;
      case "beyond-head":
        log.error({ nextSeq: verdict.held.nextSeq }, "the center holds more than this journal");
        this.#parts.onBeyondHead(verdict.held);
        return this.#accept(receipt, verdict.held, false);
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

  /** Quarantine is the center's judgment; records stay here and are still sent. */
  #noteStanding(receipt: Receipt): void {
    const isNow = isQuarantined(receipt);
    if (isNow && !this.#wasQuarantined) {
      const head = toHex(receipt.headEventId).slice(0, 16);
      this.#parts.log.error({ head }, "the center has quarantined this gateway; call its operator");
    }
    this.#wasQuarantined = isNow;
  }

  #eventIdAt(seq: number): Uint8Array | undefined {
    const { journal, sha256, outbox } = this.#parts;
    const sent = outbox.sentEventId(seq);
    if (sent !== undefined) return sent;
    if (seq < journal.use().oldestSeq) return undefined;
    const read = journal.read(seq, 1, Number.MAX_SAFE_INTEGER);
    const records = splitRecords(read.framed, 1);
    const record = records.ok ? records.value[0] : undefined;
    if (record === undefined) return undefined;
    const header = parseHeader(record.header);
    return header.ok && header.value.seq === seq ? sha256(record.header) : undefined;
  }
}
