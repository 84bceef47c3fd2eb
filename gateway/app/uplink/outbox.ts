// The outbox: a view on the journal from the last receipt on, sent in batches inside a window.

import { batchHeadBytes, encodeBatch, limits, splitRecords, type Sha256 } from "@driftbox/proto";
import type { Clock, Log, Timers } from "../../ports/runtime.ts";
import type { Journal, JournalRead } from "../../ports/storage.ts";
import {
  batchSent,
  nextAllowance,
  openWindow,
  receiptArrived,
  receiptOverdue,
  resendDueMs,
  type OutboxWindow,
  type SendAllowance,
  type WindowLimits,
} from "./outbox-window.ts";

const resendTimer = "outbox-resend";
const holdTimer = "outbox-hold";
/** A center that asks again for the same records within this time has to wait for them. */
const resendMinMs = 1_000;
const batchBounds = {
  maxCount: limits.batchMaxCount,
  maxBytes: limits.batchMaxBytes - batchHeadBytes,
} as const;

interface Parts {
  readonly journal: Pick<Journal, "head" | "read">;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Log;
  readonly sha256: Sha256;
  readonly windowLimits: WindowLimits;
  /** Next sequence by the last receipt; 0 when there is none. */
  readonly receiptedSeq: () => number;
  /** The number itself, or where the numbers go on that may be sent. */
  readonly sendableFrom: (seq: number) => number;
}

export type PublishBatch = (batch: Uint8Array) => Promise<void>;

/**
 * Sends what the center has not receipted. Nothing is copied out of the journal before it goes.
 *
 * A new connection sends nothing until the center's first receipt, and asks for it until it comes:
 * that answer may tell that this disk was restored from an image, and numbers that were signed
 * twice must never leave.
 */
export class Outbox {
  readonly #parts: Parts;
  #window: OutboxWindow | undefined;
  #publish: PublishBatch | undefined;
  #greet: (() => void) | undefined;
  #isHeld = true;
  #resent = { seq: -1, atMs: 0 };
  /** Batches sent again because no receipt came in time. */
  overdueCount = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Events without a receipt. */
  get count(): number {
    const { journal, receiptedSeq, sendableFrom } = this.#parts;
    return journal.head.nextSeq - sendableFrom(receiptedSeq());
  }

  /** For tests and `doctor`: the window of the current connection. */
  get window(): OutboxWindow | undefined {
    return this.#window;
  }

  /** Event id of a record that ends a batch in flight; spares a read of the journal. */
  sentEventId(seq: number): Uint8Array | undefined {
    return this.#window?.inFlight.find((batch) => batch.nextSeq === seq + 1)?.lastEventId;
  }

  /** `greet` asks the center again how far it is. */
  connected(publish: PublishBatch, greet: () => void): void {
    this.#publish = publish;
    this.#greet = greet;
    this.#resent = { seq: -1, atMs: 0 };
    this.#window = openWindow({
      limits: this.#parts.windowLimits,
      receiptedSeq: this.#parts.receiptedSeq(),
      headSeq: this.#parts.journal.head.nextSeq,
      nowMs: this.#nowMs(),
    });
    this.hold();
  }

  /** Nothing more leaves in this connection until the next receipt, which is asked for. */
  hold(): void {
    const { log, timers, windowLimits } = this.#parts;
    this.#isHeld = true;
    timers.clear(resendTimer);
    timers.set(holdTimer, windowLimits.resendAfterMs, () => {
      log.warn({}, "nothing is sent before the center says how far it is; asking again");
      this.#greet?.();
      this.hold();
    });
  }

  /** A new key epoch begins; what it says again happened before this connection. */
  recovered(): void {
    const liveFromSeq = this.#parts.journal.head.nextSeq;
    if (this.#window !== undefined) this.#window = { ...this.#window, liveFromSeq };
  }

  disconnected(): void {
    this.#window = undefined;
    this.#publish = undefined;
    this.#greet = undefined;
    this.#parts.timers.clear(resendTimer);
    this.#parts.timers.clear(holdTimer);
  }

  /** A receipt of this gateway that was judged and is not older than the one held. */
  receipted(nextSeq: number, resend: boolean): void {
    if (this.#window === undefined) return;
    const nowMs = this.#nowMs();
    const isRepeated = nextSeq === this.#resent.seq && nowMs - this.#resent.atMs < resendMinMs;
    if (resend && !isRepeated) this.#resent = { seq: nextSeq, atMs: nowMs };
    this.#window = receiptArrived(this.#window, { nextSeq, resend: resend && !isRepeated, nowMs });
    this.#release();
  }

  /** New records are durable, or the window may have opened. */
  pump(): void {
    if (this.#isHeld) return;
    while (this.#sendOne()) continue;
    this.#armResend();
  }

  #release(): void {
    this.#isHeld = false;
    this.#parts.timers.clear(holdTimer);
    this.pump();
  }

  #sendOne(): boolean {
    const publish = this.#publish;
    if (this.#window === undefined || publish === undefined) return false;
    const sendSeq = this.#parts.sendableFrom(this.#window.sendSeq);
    if (sendSeq !== this.#window.sendSeq) this.#window = { ...this.#window, sendSeq };
    const allowance = nextAllowance(this.#window, this.#parts.journal.head.nextSeq, batchBounds);
    if (allowance === undefined) return false;
    const read = this.#read(allowance);
    if (read === undefined) return false;
    this.#window = batchSent(this.#window, {
      firstSeq: read.firstSeq,
      nextSeq: read.firstSeq + read.count,
      lastEventId: this.#lastEventIdOf(read),
      bytes: read.framed.length,
      sentAtMs: this.#nowMs(),
    });
    publish(encodeBatch(allowance.mark, read.count, read.framed)).catch((error: unknown) => {
      this.#parts.log.debug({ error }, "batch not taken; the connection ended");
    });
    return true;
  }

  #read(allowance: SendAllowance): JournalRead | undefined {
    const { fromSeq, maxCount, maxBytes } = allowance;
    const read = this.#parts.journal.read(fromSeq, maxCount, maxBytes);
    if (read.count > 0) return read;
    this.#parts.log.error({ fromSeq }, "the journal has no record where the outbox expects one");
    return undefined;
  }

  #lastEventIdOf(read: JournalRead): Uint8Array {
    const records = splitRecords(read.framed, read.count);
    const last = records.ok ? records.value.at(-1) : undefined;
    if (last === undefined) throw new Error(`unreadable records at seq ${read.firstSeq}`);
    return this.#parts.sha256(last.header);
  }

  #armResend(): void {
    const dueMs = this.#window === undefined ? undefined : resendDueMs(this.#window);
    if (dueMs === undefined) {
      this.#parts.timers.clear(resendTimer);
      return;
    }
    this.#parts.timers.set(resendTimer, Math.max(1, dueMs - this.#nowMs()), () => this.#overdue());
  }

  #overdue(): void {
    const window = this.#window;
    const dueMs = window === undefined ? undefined : resendDueMs(window);
    if (window === undefined || dueMs === undefined) return;
    if (dueMs <= this.#nowMs()) {
      this.overdueCount += 1;
      this.#parts.log.warn({ fromSeq: window.ackedSeq }, "no receipt in time; sending again");
      this.#window = receiptOverdue(window, this.#parts.journal.head.nextSeq, this.#nowMs());
    }
    this.pump();
  }

  #nowMs(): number {
    return this.#parts.clock.read().monoUs / 1_000;
  }
}
