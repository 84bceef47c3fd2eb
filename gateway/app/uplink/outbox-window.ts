// What of the journal may be on its way to the center:
// a pure sliding window of unreceipted batches.

/** Bounds of what is on its way at once. */
export interface WindowLimits {
  /** Batches in flight right after connecting; small, so that a slow link is not flooded. */
  readonly startCount: number;
  /** The window grows by one for each receipted batch up to this. */
  readonly maxCount: number;
  /** Bytes of records in flight; one batch may always be. */
  readonly maxBytes: number;
  /** Least time without a receipt after which everything unreceipted is sent again. */
  readonly resendAfterMs: number;
}

/**
 * 1 MiB and 64 batches: 5,000 events/s of about 290 bytes at 300 ms round trip are 435 kB in
 * flight, and the receipt adds the time of the center's commit. Satellite links want less.
 */
export const defaultWindowLimits: WindowLimits = {
  startCount: 4,
  maxCount: 64,
  maxBytes: 1_048_576,
  resendAfterMs: 5_000,
};

export interface SentBatch {
  readonly firstSeq: number;
  /** First sequence after the batch. */
  readonly nextSeq: number;
  /** Event id of the last record. */
  readonly lastEventId: Uint8Array;
  readonly bytes: number;
  readonly sentAtMs: number;
}

export interface OutboxWindow {
  readonly limits: WindowLimits;
  /** Next sequence the center wants, as far as this connection knows. */
  readonly ackedSeq: number;
  /** Next sequence to send. */
  readonly sendSeq: number;
  /** Events from here on happened in this connection. */
  readonly liveFromSeq: number;
  readonly inFlight: readonly SentBatch[];
  readonly bytesInFlight: number;
  readonly windowCount: number;
  /** Smoothed time from sending a batch to its receipt in ms; undefined before the first. */
  readonly rttMs: number | undefined;
  /** The newest sample of it. */
  readonly lastRttMs: number | undefined;
  /**
   * Time of the last receipt that moved the window, or of the first batch after an empty window.
   */
  readonly progressAtMs: number;
}

interface WindowStart {
  readonly limits: WindowLimits;
  readonly receiptedSeq: number;
  readonly headSeq: number;
  readonly nowMs: number;
}

/** A fresh connection: sending restarts at the last receipt, only later events will be live. */
export function openWindow(start: WindowStart): OutboxWindow {
  return {
    limits: start.limits,
    ackedSeq: start.receiptedSeq,
    sendSeq: start.receiptedSeq,
    liveFromSeq: start.headSeq,
    inFlight: [],
    bytesInFlight: 0,
    windowCount: start.limits.startCount,
    rttMs: undefined,
    lastRttMs: undefined,
    progressAtMs: start.nowMs,
  };
}

export interface SendAllowance {
  readonly fromSeq: number;
  readonly maxCount: number;
  readonly maxBytes: number;
  readonly mark: "live" | "backlog";
}

/**
 * What the next batch may hold, or undefined while the window is full or nothing waits. A batch
 * never mixes events from before this connection with later ones, and is `live` only when all
 * before this connection is receipted.
 */
export function nextAllowance(
  window: OutboxWindow,
  headSeq: number,
  batch: { readonly maxCount: number; readonly maxBytes: number },
): SendAllowance | undefined {
  const waiting = headSeq - window.sendSeq;
  if (waiting <= 0 || window.inFlight.length >= window.windowCount) return undefined;
  const room = window.limits.maxBytes - window.bytesInFlight;
  if (window.inFlight.length > 0 && room < batch.maxBytes) return undefined;
  const isOld = window.sendSeq < window.liveFromSeq;
  const before = isOld ? window.liveFromSeq - window.sendSeq : waiting;
  return {
    fromSeq: window.sendSeq,
    maxCount: Math.min(batch.maxCount, waiting, before),
    maxBytes: batch.maxBytes,
    mark: !isOld && window.ackedSeq >= window.liveFromSeq ? "live" : "backlog",
  };
}

export function batchSent(window: OutboxWindow, sent: SentBatch): OutboxWindow {
  return {
    ...window,
    sendSeq: sent.nextSeq,
    inFlight: [...window.inFlight, sent],
    bytesInFlight: window.bytesInFlight + sent.bytes,
    progressAtMs: window.inFlight.length === 0 ? sent.sentAtMs : window.progressAtMs,
  };
}

interface ReceiptSeen {
  readonly nextSeq: number;
  /** The center asks for everything from `nextSeq` again. */
  readonly resend: boolean;
  readonly nowMs: number;
}

/** Moves the window to a receipt that was judged to be this gateway's own and not older. */
export function receiptArrived(window: OutboxWindow, receipt: ReceiptSeen): OutboxWindow {
  const { nextSeq, resend, nowMs } = receipt;
  const done = window.inFlight.filter((batch) => batch.nextSeq <= nextSeq);
  const moved = nextSeq > window.ackedSeq;
  const newest = done.at(-1);
  const sampleMs = newest === undefined ? undefined : nowMs - newest.sentAtMs;
  const acked: OutboxWindow = {
    ...window,
    ackedSeq: nextSeq,
    sendSeq: Math.max(window.sendSeq, nextSeq),
    ...inFlightOf(window.inFlight.filter((batch) => batch.nextSeq > nextSeq)),
    windowCount: Math.min(window.limits.maxCount, window.windowCount + done.length),
    rttMs: sampleMs === undefined ? window.rttMs : smoothed(window.rttMs, sampleMs),
    lastRttMs: sampleMs ?? window.lastRttMs,
    progressAtMs: moved ? nowMs : window.progressAtMs,
  };
  return resend ? sendAgain(acked, nowMs) : acked;
}

/** ms to wait for a receipt, counted from `progressAtMs`, before everything is sent again. */
export function resendAfterMs(window: OutboxWindow): number {
  return Math.max(window.limits.resendAfterMs, 4 * (window.rttMs ?? 0));
}

/**
 * When the wait for a receipt ends, in ms of the same clock; undefined while nothing is in flight.
 */
export function resendDueMs(window: OutboxWindow): number | undefined {
  if (window.inFlight.length === 0) return undefined;
  return window.progressAtMs + resendAfterMs(window);
}

/**
 * No receipt in time: start over with a small window, and what waited so long is no longer live.
 */
export function receiptOverdue(window: OutboxWindow, headSeq: number, nowMs: number): OutboxWindow {
  const again = sendAgain(window, nowMs);
  return { ...again, liveFromSeq: headSeq, windowCount: window.limits.startCount };
}

function sendAgain(window: OutboxWindow, nowMs: number): OutboxWindow {
  return { ...window, sendSeq: window.ackedSeq, ...inFlightOf([]), progressAtMs: nowMs };
}

function inFlightOf(
  inFlight: readonly SentBatch[],
): Pick<OutboxWindow, "inFlight" | "bytesInFlight"> {
  return { inFlight, bytesInFlight: inFlight.reduce((sum, batch) => sum + batch.bytes, 0) };
}

function smoothed(before: number | undefined, sample: number): number {
  return before === undefined ? sample : before * 0.875 + sample * 0.125;
}
