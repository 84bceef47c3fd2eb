// The ledger port in memory with its projections: commits whole or fails, as the plan says.

import { equalBytes, Fault, type EventId, type RecordParts } from "@driftbox/proto";
import type { Candidate, SealState } from "../../broker/core/chain.ts";
import { foldBox, unseenBox, type BoxFold } from "../../broker/core/projections/boxes.ts";
import {
  claimUs,
  foldParcel,
  unseenParcel,
  type ParcelFold,
} from "../../broker/core/projections/parcels.ts";
import { subjectOf } from "../../broker/core/projections/subject.ts";
import type {
  Append,
  CoveredEntry,
  Decision,
  GatewayIdentity,
  GatewayNumber,
  HeldGateway,
  Ledger,
  LedgerChange,
} from "../../broker/ports/ledger.ts";

export interface LedgerEntry {
  readonly cursor: number;
  readonly epoch: number;
  readonly seq: number;
  readonly eventId: EventId;
  readonly key: string;
  readonly record: RecordParts;
  sealState: SealState;
}

const evidenceMaxCount = 1_000;

/** Survives the center: pass the same one to its next run. */
export class MemoryLedger implements Ledger {
  readonly evidence: string[] = [];
  readonly decisions: Decision[] = [];
  readonly boxes = new Map<string, BoxFold>();
  readonly parcels = new Map<string, ParcelFold>();
  /** Called inside a commit, before anything of it counts. Throws to make it fail. */
  onCommit: () => void = () => undefined;
  readonly #held: HeldGateway[] = [];
  readonly #entries: LedgerEntry[][] = [];
  readonly #ids: Map<number, EventId>[] = [];
  readonly #counts = new Map<string, number>();
  #covered: { readonly gateway: GatewayNumber; readonly entry: LedgerEntry }[] = [];
  #cursor = 0;

  hasDecision(document: Uint8Array): boolean {
    return this.decisions.some((each) => equalBytes(each.document, document));
  }

  enroll(identity: GatewayIdentity): GatewayNumber {
    const known = this.#held.find((each) => each.identity.gatewayId === identity.gatewayId);
    if (known !== undefined) return known.number;
    const { gatewayId, enrollmentHash: origin, key } = identity;
    const number = this.#held.length;
    const chain = {
      gatewayId,
      origin,
      epoch: 0,
      nextSeq: 0,
      headEventId: origin,
      standing: "accepted",
      key,
      rotation: undefined,
    } as const;
    this.#held.push({ number, identity, chain });
    this.#entries.push([]);
    this.#ids.push(new Map());
    return number;
  }

  gateways(): readonly HeldGateway[] {
    return this.#held;
  }

  /** In the order they were committed. */
  entriesOf(gateway: GatewayNumber): readonly LedgerEntry[] {
    return this.#entries[gateway] ?? [];
  }

  heldEventId(gateway: GatewayNumber, epoch: number, seq: number): EventId | undefined {
    return this.#ids[gateway]?.get(placeOf(epoch, seq));
  }

  commit(change: LedgerChange): void {
    this.onCommit();
    const places = change.appends.map(({ gateway, candidate }) => {
      const { keyEpoch, seq } = candidate.header;
      if (this.heldEventId(gateway, keyEpoch, seq) !== undefined) {
        throw new Error(`gateway ${gateway}: seq ${seq} of epoch ${keyEpoch} is held already`);
      }
      return `${gateway} ${keyEpoch} ${seq}`;
    });
    if (new Set(places).size < places.length) throw new Error("one place twice in a commit");
    for (const append of change.appends) this.#append(append);
    this.decisions.push(...(change.decisions ?? []));
    if (change.seals !== undefined) this.finishSeals(change.seals);
    for (const { gateway, chain } of change.gateways) {
      const held = this.#held[gateway];
      if (held !== undefined && chain !== undefined) this.#held[gateway] = { ...held, chain };
    }
    for (const { kind, seq, detail } of change.evidence) {
      if (this.evidence.length < evidenceMaxCount) this.evidence.push(`${kind} ${seq}: ${detail}`);
    }
    for (const [name, count] of change.counts) {
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
    }
  }

  coveredEntries(maxCount: number): readonly CoveredEntry[] {
    return this.#covered
      .slice(0, maxCount)
      .map(({ gateway, entry: { cursor, epoch, seq, key, eventId, record } }) => {
        return { gateway, cursor, epoch, seq, key, eventId, record };
      });
  }

  finishSeals({ direct, broken }: { direct: readonly number[]; broken: readonly number[] }): void {
    if (broken.length > 0) throw new Fault("ledger/io", `${broken.length} broken seals`);
    const done = new Set(direct);
    for (const { entry } of this.#covered) if (done.has(entry.cursor)) entry.sealState = "direct";
    this.#covered = this.#covered.filter(({ entry }) => !done.has(entry.cursor));
  }

  counters(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  rebuildProjections(): void {
    throw new Error("the simulation never rebuilds");
  }

  close(): void {}

  #append({ gateway, candidate, sealState }: Append): void {
    const { record, header, eventId } = candidate;
    const held = this.#held[gateway];
    if (held === undefined) throw new Error(`gateway ${gateway} is not enrolled`);
    this.#cursor += 1;
    const { key } = held.chain;
    const { seq, keyEpoch: epoch } = header;
    const entry = { cursor: this.#cursor, epoch, seq, eventId, key, record, sealState };
    this.#entries[gateway]?.push(entry);
    this.#ids[gateway]?.set(placeOf(epoch, seq), eventId);
    if (sealState === "chain") this.#covered.push({ gateway, entry });
    this.#project(gateway, candidate);
  }

  #project(gateway: GatewayNumber, { fact, header, arrival }: Candidate): void {
    if (fact === undefined) return;
    const { box, parcels } = subjectOf(fact);
    if (box !== undefined) this.boxes.set(box, foldBox(this.boxes.get(box) ?? unseenBox, fact));
    const { seq } = header;
    const claimed = claimUs(header, arrival.receivedMs);
    const event = { gateway, seq, cursor: this.#cursor, claimUs: claimed, fact };
    for (const parcel of parcels) {
      const before = this.parcels.get(parcel) ?? unseenParcel;
      this.parcels.set(parcel, foldParcel(before, { ...event, parcel }));
    }
  }
}

function placeOf(epoch: number, seq: number): number {
  return epoch * 2 ** 40 + seq;
}
