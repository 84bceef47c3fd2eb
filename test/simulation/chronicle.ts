// What one gateway surely said: every record its journal acknowledged, folded beside the gateway.

import {
  decodePayload,
  equalBytes,
  isDisciplined,
  parseHeader,
  splitRecords,
  toHex,
  type Fact,
  type RecordParts,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import {
  evolve,
  initialState,
  placeKey,
  type Layout,
  type State,
} from "../../gateway/custody/index.ts";
import type { Journal } from "../../gateway/ports/storage.ts";
import type { Scheduler } from "./scheduler.ts";

export interface Told {
  readonly seq: number;
  readonly fact: Fact;
  readonly record: RecordParts;
  readonly eventId: string;
  readonly atMs: number;
}

export class Chronicle {
  readonly told: Told[] = [];
  state: State;
  /** Intents not yet followed by a coil, by place and deadline. */
  readonly openIntents = new Map<string, number>();
  readonly lastGrantMs = new Map<string, number>();
  /** The last fact that names a parcel. */
  readonly lastWord = new Map<string, Fact>();
  /** The group whose append failed: it may be stored or not, as a whole. */
  inFlight: readonly RecordParts[] | undefined;
  onTold: (told: Told) => void = () => undefined;
  readonly #scheduler: Scheduler;

  constructor(layout: Layout, scheduler: Scheduler) {
    this.state = initialState(layout);
    this.#scheduler = scheduler;
  }

  take(records: readonly RecordParts[]): void {
    for (const record of records) this.#takeOne(record);
  }

  /** After a restart: what of the group in flight was stored. Returns what is wrong, if any. */
  reconcile(journal: Journal): string | undefined {
    const { nextSeq } = journal.head;
    const known = this.told.length;
    const group = this.inFlight ?? [];
    this.inFlight = undefined;
    if (nextSeq < known) return `${known} records were acknowledged, ${nextSeq} are left`;
    if (nextSeq === known) return undefined;
    if (nextSeq !== known + group.length) {
      return `${nextSeq - known} records of a group of ${group.length} were kept`;
    }
    const kept = recordsOf(journal, known);
    const isSame = kept.every((record, at) => isSameRecord(record, group[at]));
    if (!isSame || kept.length !== group.length) return "the kept group is not the one appended";
    this.take(kept);
    return undefined;
  }

  #takeOne(record: RecordParts): void {
    const header = parseHeader(record.header);
    const payload = decodePayload(record.payload);
    if (!header.ok || !payload.ok || !payload.value.isKnown) throw new Error("unreadable record");
    const { seq, monoUs, wallUs, clockSource, bootId } = header.value;
    const { fact } = payload.value;
    const meta = {
      seq,
      monoMs: Math.floor(monoUs / 1_000),
      wallMs: Math.floor(wallUs / 1_000),
      isWallDisciplined: isDisciplined(clockSource),
      bootId: toHex(bootId),
    };
    this.state = evolve(this.state, fact, meta);
    const eventId = Buffer.from(sha256(record.header)).toString("hex");
    const told = { seq, fact, record, eventId, atMs: this.#scheduler.nowMs };
    this.told.push(told);
    this.#index(told);
    this.onTold(told);
  }

  #index({ fact, seq, atMs }: Told): void {
    if (fact.kind === "UnlockIntended") this.openIntents.set(intentKey(fact), seq);
    if (fact.kind === "AccessGranted") {
      this.lastGrantMs.set(placeKey(fact.box, fact.compartment), atMs);
    }
    if ("parcel" in fact) this.lastWord.set(fact.parcel, fact);
    if ("parcels" in fact) for (const parcel of fact.parcels) this.lastWord.set(parcel, fact);
  }
}

/** Place and deadline name an intent: a coil never gets two orders with one deadline. */
export function intentKey(order: {
  readonly box: string;
  readonly compartment: number;
  readonly deadlineMonoUs: number;
}): string {
  return `${placeKey(order.box, order.compartment)} until ${order.deadlineMonoUs}`;
}

/** Every record of a journal from a sequence on. */
export function recordsOf(journal: Pick<Journal, "read" | "head">, fromSeq: number): RecordParts[] {
  const records: RecordParts[] = [];
  for (let seq = fromSeq; seq < journal.head.nextSeq;) {
    const read = journal.read(seq, 512, 1_000_000);
    const split = splitRecords(read.framed, read.count);
    if (!split.ok || read.count === 0) throw new Error(`unreadable journal at seq ${seq}`);
    records.push(...split.value);
    seq = read.firstSeq + read.count;
  }
  return records;
}

export function isSameRecord(a: RecordParts, b: RecordParts | undefined): boolean {
  return (
    b !== undefined &&
    equalBytes(a.header, b.header) &&
    equalBytes(a.seal, b.seal) &&
    equalBytes(a.payload, b.payload)
  );
}
