// The journal under power cuts: handovers in parts, a group each, with rolls and retention.

import { readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import {
  checkContent,
  checkSeal,
  decodePayload,
  sealEvent,
  splitRecords,
  type ChainHead,
  type Fact,
} from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import type { DiskFile, JournalDisk } from "../../gateway/adapters/journal/disk.ts";
import { NodeDisk } from "../../gateway/adapters/journal/node-disk.ts";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import type { Journal } from "../../gateway/ports/storage.ts";
import { between } from "./random.ts";
import type { StoreKind } from "./store.ts";

const groupMaxCount = 24;
const keptRecords = 600;
const wallUs = 1_700_000_000_000_000;
const slot = "journal";

export const journalStore: StoreKind = {
  name: "journal",
  inFlightMaxCount: groupMaxCount,

  writer(folder, random, isFlushing) {
    const disk = isFlushing ? new NodeDisk() : new CarelessDisk();
    const { journal } = openIn(folder, disk);
    const signer = signerFromPem(readFileSync(keyPath(folder), "latin1"));
    const step = () => {
      const count = random() < 0.5 ? 1 : between(random, 2, groupMaxCount);
      let head: ChainHead = journal.head;
      const handover: Handover = { firstSeq: head.nextSeq, count };
      const group = Array.from({ length: count }, () => {
        const time = { bootId: new Uint8Array(16), monoUs: 1, wallUs, wallErrMs: 0 };
        const salt = sha256(Uint8Array.of(head.nextSeq & 255)).subarray(0, 16);
        const fact = factOf(handover, head.nextSeq, between(random, 0, 300));
        const source = "ntp";
        const sealed = sealEvent({ head, time: { ...time, source }, fact, salt, signer, sha256 });
        head = sealed.head;
        return sealed.record;
      });
      journal.append(group, "opening");
      pruneSome(journal);
      return Promise.resolve({ slot, item: head.nextSeq - 1 });
    };
    return Promise.resolve({ step });
  },

  inspect(folder) {
    const { journal, report } = openIn(folder, new NodeDisk());
    const { nextSeq } = journal.head;
    const defects = report.recovery === "damage" ? [`damage: ${report.detail}`] : [];
    try {
      defects.push(...defectsOf(journal, folder));
    } finally {
      journal.close();
    }
    const newest = new Map(nextSeq > 0 ? [[slot, nextSeq - 1]] : []);
    return Promise.resolve({ newest, defects, report: JSON.stringify(report) });
  },
};

/** Makes the signing key once; it lies beside the disk mounted at `folder`, which is cut. */
export function prepareKey(folder: string): void {
  if (!existsSync(keyPath(folder))) writeFileSync(keyPath(folder), generateKey().privatePem);
}

function keyPath(folder: string): string {
  return join(folder, "..", "gateway.key");
}

function openIn(folder: string, disk: JournalDisk): ReturnType<typeof openFileJournal> {
  return openFileJournal({
    folder: join(folder, "journal"),
    gatewayId: new Uint8Array(16).fill(5),
    genesisPrev: new Uint8Array(32).fill(6),
    segmentBytes: 65_536,
    maxBytes: 4_194_304,
    limits: { reserveBytes: 32_768, telemetryMarginBytes: 8_192, retentionMs: 0 },
    disk,
  });
}

function pruneSome(journal: Journal): void {
  const bound = Math.max(0, journal.head.nextSeq - keptRecords);
  journal.prune({ receiptedNextSeq: bound, snapshotNextSeq: bound, nowWallUs: wallUs + 1 });
}

/** A handover of one group: each of its records is a part of it. */
interface Handover {
  readonly firstSeq: number;
  readonly count: number;
}

function factOf({ firstSeq, count }: Handover, seq: number, fillerChars: number): Fact {
  const parcels = [`${seq}:`.padEnd(fillerChars, "x")];
  const by = { giver: "p-giver", receiver: "p-receiver" };
  return { kind: "HandoverAccepted", handover: `${firstSeq}/${count}`, ...by, parcels };
}

/** A handover is there whole or not at all, but for the oldest, which retention may have cut. */
class WholeHandovers {
  readonly #parts = new Map<string, number>();

  tell(payload: Uint8Array): void {
    const decoded = decodePayload(payload);
    const fact = decoded.ok && decoded.value.isKnown ? decoded.value.fact : undefined;
    if (fact?.kind !== "HandoverAccepted") return;
    this.#parts.set(fact.handover, (this.#parts.get(fact.handover) ?? 0) + 1);
  }

  defects(oldestSeq: number): string[] {
    return [...this.#parts]
      .filter(([handover, parts]) => {
        const [firstSeq = 0, count = 0] = handover.split("/").map(Number);
        return firstSeq >= oldestSeq && parts !== count;
      })
      .map(([handover, parts]) => `handover ${handover} is half done: ${parts} parts`);
  }
}

function defectsOf(journal: Journal, folder: string): string[] {
  const { publicKey } = signerFromPem(readFileSync(keyPath(folder), "latin1"));
  const verifier = verifierOf(publicKey);
  const defects: string[] = [];
  const handovers = new WholeHandovers();
  const { oldestSeq } = journal.use();
  let seq = oldestSeq;
  while (seq < journal.head.nextSeq) {
    const read = journal.read(seq, 512, 1_000_000);
    const records = splitRecords(read.framed, 512);
    if (!records.ok || read.count === 0) return [...defects, `seq ${seq} cannot be read`];
    for (const record of records.value) {
      handovers.tell(record.payload);
      const header = checkContent(record, sha256);
      if (!header.ok || header.value.seq !== seq) defects.push(`seq ${seq}: content`);
      // Seals are slow to check and covered by the links: one of sixteen shows the key is right.
      else if (seq % 16 === 0 && !checkSeal(record, verifier).ok) defects.push(`seq ${seq}: seal`);
      seq += 1;
    }
  }
  defects.push(...handovers.defects(oldestSeq));
  return defects;
}

/** The negative control: everything as it should be, but nothing reaches the disk in time. */
class CarelessDisk extends NodeDisk {
  override open(path: string): DiskFile {
    const file = super.open(path);
    return {
      sizeBytes: file.sizeBytes,
      read: (into, offset) => file.read(into, offset),
      write: (bytes, offset) => file.write(bytes, offset),
      flush: () => undefined,
      close: () => file.close(),
    };
  }
}
