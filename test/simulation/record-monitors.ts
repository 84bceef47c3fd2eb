// Monitors of records: receipts, the ledger against the journal, restarts, sizes. Each returns
// what it found, or undefined while its promise holds.

import { isDeepStrictEqual } from "node:util";
import { openDocument, toHex } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { Gateway } from "../../gateway/app/gateway.ts";
import { inputQueueMaxCount } from "../../gateway/app/loop/input-queue.ts";
import { defaultWindowLimits } from "../../gateway/app/uplink/outbox-window.ts";
import type { State } from "../../gateway/custody/index.ts";
import { placesOf } from "../../gateway/custody/layout.ts";
import { cheapSealChecks, cheapVerifier } from "./cheap-seals.ts";
import { isSameRecord, type Chronicle } from "./chronicle.ts";
import { centerSigner } from "./installation.ts";
import type { LedgerEntry, MemoryLedger } from "./memory-ledger.ts";

const centerKey = cheapVerifier(centerSigner.publicKey);

/** A receipt names no more than the ledger holds of that gateway, and its true head. */
export function receiptBeyondCommit(
  body: Uint8Array,
  ledger: MemoryLedger,
  gateway: string,
): string | undefined {
  const opened = openDocument("receipt", body, [centerKey], sha256);
  if (!opened.ok) return opened.detail;
  const { nextSeq, headEventId } = opened.value.message;
  const held = ledger.gateways().find(({ identity }) => identity.gateway === gateway);
  if (held === undefined) return `receipt for ${gateway}, which is not enrolled`;
  const entries = ledger.entriesOf(held.number);
  if (nextSeq > entries.length) return `receipt to ${nextSeq}, held ${entries.length}`;
  const head = nextSeq === 0 ? held.identity.enrollmentHash : entries[nextSeq - 1]?.eventId;
  return head === toHex(headEventId) ? undefined : `receipt at ${nextSeq} names another head`;
}

/** What the gateway believes to be receipted is in the ledger. */
export function heldBeyondLedger(gateway: Gateway, heldCount: number): string | undefined {
  const { outbox, loop } = gateway;
  const receipted = loop.state.durable.nextSeq - outbox.count;
  return receipted <= heldCount ? undefined : `receipted to ${receipted}, held ${heldCount}`;
}

/** So far: each entry is the journal's record of its place, in order, each place once. */
export function ledgerNotPrefix(
  entries: readonly LedgerEntry[],
  chronicle: Chronicle,
): string | undefined {
  for (const [at, entry] of entries.entries()) {
    const told = chronicle.told[at];
    if (entry.seq !== at) return `entry ${at} is seq ${entry.seq}`;
    if (told === undefined) return `entry ${at} was never durable at its gateway`;
    if (told.eventId !== entry.eventId) return `seq ${at} is another event`;
    if (!isSameRecord(told.record, entry.record)) return `seq ${at} has other bytes`;
  }
  return undefined;
}

/** At the end, when every road was open long enough. */
export function ledgerNotJournal(
  entries: readonly LedgerEntry[],
  chronicle: Chronicle,
): string | undefined {
  const missing = chronicle.told.length - entries.length;
  return missing === 0 ? ledgerNotPrefix(entries, chronicle) : `${missing} events never arrived`;
}

/** Every seal in the ledger is good, also those that only a later one covered so far. */
export function badSealInLedger(entries: readonly LedgerEntry[]): string | undefined {
  const seals = cheapSealChecks();
  const bad = entries.find(({ key, record }) => !seals.check(key, record));
  return bad === undefined ? undefined : `seal of seq ${bad.seq}`;
}

/** The gateway's durable state is the fold of all it ever said, however it got there. */
export function stateNotFold(state: State, chronicle: Chronicle): string | undefined {
  const seen = asStored(state.durable);
  const expected = asStored(chronicle.state.durable);
  if (isDeepStrictEqual(seen, expected)) return undefined;
  const keys = Object.keys(expected.compartments).filter(
    (key) => !isDeepStrictEqual(seen.compartments[key], expected.compartments[key]),
  );
  return `durable state at ${seen.nextSeq}, fold at ${expected.nextSeq}: ${keys.join(" ")}`;
}

/** As a snapshot keeps it: a field that is undefined is a field that is not there. */
function asStored(durable: State["durable"]): State["durable"] {
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Map ? [...value] : value;
  return JSON.parse(JSON.stringify(durable, plain)) as State["durable"];
}

const ownTimersMaxCount = 16;
const timersPerPlaceMaxCount = 8;

/** Queue, window and timers of a running gateway stay within their bounds. */
export function unboundedGateway(gateway: Gateway, timersCount: number): string | undefined {
  const places = placesOf(gateway.loop.state.layout).length;
  const { waiting } = gateway.loop.counts;
  const sources = 4 * places + 64;
  if (waiting > inputQueueMaxCount + sources) return `${waiting} inputs wait`;
  if (timersCount > ownTimersMaxCount + timersPerPlaceMaxCount * places) {
    return `${timersCount} timers`;
  }
  const window = gateway.outbox.window;
  if (window === undefined) return undefined;
  if (window.inFlight.length > defaultWindowLimits.maxCount) return "too many batches in flight";
  const isOver = window.bytesInFlight > defaultWindowLimits.maxBytes + 61_440;
  return isOver ? `${window.bytesInFlight} bytes in flight` : undefined;
}
