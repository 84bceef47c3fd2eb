// Facts whose numbers were signed in two lives, said again under new numbers with their old time.

import {
  decodePayload,
  Fault,
  type Fact,
  type FactFields,
  type FactKind,
  type Header,
  type RecordParts,
} from "@driftbox/proto";
import type { ClockReading } from "../../ports/runtime.ts";
import type { Journal } from "../../ports/storage.ts";
import type { CustodyCore } from "../loop/custody-core.ts";
import type { SeqSpan } from "./lineage.ts";
import { sealFacts, type SealingParts, type Standing } from "../loop/step.ts";
import { firstStored, storedRecords, type StoredRecord } from "./stored-events.ts";

type Stored = Pick<Journal, "head" | "read">;

interface Known {
  /** Everything of this journal below it is surely at the center, or was said again since. */
  readonly knownSeq: number;
  /** What the center holds ends before it, with an event this journal does not have. */
  readonly heldNextSeq: number;
  /** The records in question end before it. */
  readonly endSeq: number;
}

/**
 * Where the facts begin that the center does not have. Two lives of one gateway part at a start of
 * the program, so it is the first start the center is not known to hold: what both lives may have
 * sent is rather said twice than lost.
 */
export function restatementStart(journal: Stored, known: Known): number {
  const { knownSeq, heldNextSeq, endSeq } = known;
  const counterpartSeq = firstStored(journal, heldNextSeq - 1)?.header.seq ?? endSeq;
  const isBeyond = counterpartSeq >= endSeq;
  if (!isBeyond && counterpartSeq >= heldNextSeq) return Math.max(knownSeq, counterpartSeq);
  const untilSeq = isBeyond ? endSeq : heldNextSeq;
  for (const stored of storedRecords(journal, knownSeq)) {
    if (stored.header.seq >= untilSeq) break;
    if (isStart(stored)) return stored.header.seq;
  }
  return knownSeq;
}

/** Bytes of the records of a span as stored. */
export function bytesOf(journal: Stored, span: SeqSpan): number {
  let bytes = 0;
  for (const { record, header } of storedRecords(journal, span.fromSeq)) {
    if (header.seq >= span.toSeq) break;
    bytes += record.header.length + record.seal.length + record.payload.length;
  }
  return bytes;
}

interface Restating {
  readonly core: CustodyCore;
  readonly sealing: SealingParts;
  readonly journal: Stored;
  readonly span: SeqSpan;
  /** Number of the first fact said again; facts follow without a gap. */
  readonly firstSeq: number;
}

export interface Restated {
  readonly record: RecordParts;
  readonly after: Standing;
}

/**
 * Seals the facts of a span again, from where the head says they were left; references among them
 * get the new numbers. Header and state keep the boot, the clocks and the quality of the original.
 * Recoveries are left out: they speak of the chain, and the new epoch has its own.
 */
export function* restate(parts: Restating, before: Standing): Generator<Restated> {
  const { core, sealing, journal, span, firstSeq } = parts;
  const numbers = new Map<number, number>();
  let nextSeq = firstSeq;
  let standing = before;
  for (const stored of storedRecords(journal, span.fromSeq)) {
    if (stored.header.seq >= span.toSeq) return;
    const fact = factOf(stored);
    if (fact === undefined || fact.kind === "ChainRecovered") continue;
    if (referredKinds.has(fact.kind)) numbers.set(stored.header.seq, nextSeq);
    nextSeq += 1;
    if (nextSeq <= before.head.nextSeq) continue;
    const reading = readingOf(stored.header);
    const clock = { bootId: stored.header.bootId, read: () => reading };
    const stated = { facts: [renumbered(fact, numbers)], reading };
    const { after, records } = sealFacts(core, { ...sealing, clock }, standing, stated);
    standing = after;
    for (const record of records) yield { record, after };
  }
}

/** Fields of facts that name an earlier fact by its number. */
type Reference = Exclude<
  { [K in FactKind]: keyof FactFields[K] & `${string}Seq` }[FactKind],
  "resumesAfterSeq"
>;

/** Which kind of fact each of them names: a new one does not compile without its row. */
const referred: Readonly<Record<Reference, FactKind>> = {
  grantSeq: "AccessGranted",
  intentSeq: "UnlockIntended",
  overrideSeq: "OverrideUsed",
  emergencySeq: "EmergencyDeclared",
};
const references = Object.keys(referred) as Reference[];
/** A door that was forced is explained like one that was opened by key. */
const referredKinds: ReadonlySet<FactKind> = new Set([...Object.values(referred), "DoorForced"]);

function renumbered(fact: Fact, numbers: ReadonlyMap<number, number>): Fact {
  const fields = new Map<string, unknown>(Object.entries(fact));
  const changed = references.flatMap((name): (readonly [string, number])[] => {
    const seq = fields.get(name);
    return typeof seq === "number" ? [[name, numbers.get(seq) ?? seq]] : [];
  });
  return { ...fact, ...Object.fromEntries(changed) };
}

function readingOf({ monoUs, wallUs, wallErrMs, clockSource }: Header): ClockReading {
  return { monoUs, wallUs, wallErrMs, source: clockSource };
}

function isStart(stored: StoredRecord): boolean {
  const { eventClass } = stored.header;
  if (eventClass !== "boot" && eventClass !== "genesis" && eventClass !== "recovery") return false;
  const kind = factOf(stored)?.kind;
  return kind === "GatewayStarted" || kind === "ChainRecovered";
}

/** Undefined: a kind of fact this version does not know. */
function factOf({ record, header }: StoredRecord): Fact | undefined {
  const payload = decodePayload(record.payload);
  if (!payload.ok) throw new Fault("journal/damaged", `seq ${header.seq}: ${payload.detail}`);
  return payload.value.isKnown ? payload.value.fact : undefined;
}
