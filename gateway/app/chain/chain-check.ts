// Checks a chain of records one by one: content, seal, sequence, hash link and key epoch.

import {
  checkContent,
  checkSeal,
  decodePayload,
  equalBytes,
  type Fact,
  type Header,
  type RecordParts,
  type Sha256,
  type Verifier,
} from "@driftbox/proto";

/** Findings kept in words; the rest is only counted. */
const findingsMaxCount = 20;

export interface ChainSummary {
  readonly recordCount: number;
  readonly firstSeq: number | undefined;
  readonly nextSeq: number | undefined;
  readonly keyEpochs: readonly number[];
  /** Numbers that a recovery skipped. */
  readonly skippedCount: number;
  readonly invalidCount: number;
  readonly findings: readonly string[];
}

interface Trust {
  readonly gatewayId: Uint8Array;
  /** What the header of sequence 0 links to. */
  readonly genesis: Uint8Array;
  /** Key as enrolled; only a rotation it seals replaces it. */
  readonly verifier: Verifier;
  readonly sha256: Sha256;
  readonly verifierOf: (publicKey: Uint8Array) => Verifier;
}

/** Takes records in stored order. A chain may begin late: what was pruned cannot be linked. */
export class ChainCheck {
  readonly #trust: Trust;
  readonly #findings: string[] = [];
  readonly #epochs = new Set<number>();
  #verifier: Verifier;
  #last: { readonly header: Header; readonly eventId: Uint8Array } | undefined;
  #firstSeq: number | undefined;
  #recordCount = 0;
  #skippedCount = 0;
  #invalidCount = 0;

  constructor(trust: Trust) {
    this.#trust = trust;
    this.#verifier = trust.verifier;
  }

  get summary(): ChainSummary {
    const last = this.#last?.header.seq;
    return {
      recordCount: this.#recordCount,
      firstSeq: this.#firstSeq,
      nextSeq: last === undefined ? undefined : last + 1,
      keyEpochs: [...this.#epochs],
      skippedCount: this.#skippedCount,
      invalidCount: this.#invalidCount,
      findings: this.#findings,
    };
  }

  take(record: RecordParts): void {
    const { sha256 } = this.#trust;
    const content = checkContent(record, sha256);
    this.#recordCount += 1;
    if (!content.ok) return this.#note(`after seq ${this.#last?.header.seq}: ${content.detail}`);
    const header = content.value;
    const fact = factOf(record);
    const seal = checkSeal(record, this.#verifier);
    if (!seal.ok) this.#note(`seq ${header.seq}: ${seal.detail}`);
    this.#checkLink(header, fact);
    this.#checkNamedKey(header, fact);
    this.#firstSeq ??= header.seq;
    this.#epochs.add(header.keyEpoch);
    if (seal.ok && fact?.kind === "KeyRotated") this.#rotate(header, fact.newPublicKey);
    this.#last = { header, eventId: sha256(record.header) };
  }

  /** A recovery goes on under the key in force: whoever names another could be anybody. */
  #checkNamedKey({ seq }: Header, fact: Fact | undefined): void {
    if (fact?.kind !== "ChainRecovered" || fact.newPublicKey.length === 0) return;
    if (equalBytes(fact.newPublicKey, this.#verifier.publicKey)) return;
    this.#note(`seq ${seq}: a recovery names a key that is not the one in force`);
  }

  /** Only a rotation sealed by the key in force hands over to another. */
  #rotate({ seq }: Header, publicKey: Uint8Array): void {
    try {
      this.#verifier = this.#trust.verifierOf(publicKey);
    } catch {
      this.#note(`seq ${seq}: the new key is weak or malformed`);
    }
  }

  #checkLink(header: Header, fact: Fact | undefined): void {
    const { seq, keyEpoch } = header;
    const last = this.#last;
    if (!equalBytes(header.gatewayId, this.#trust.gatewayId)) {
      this.#note(`seq ${seq}: of another gateway`);
    }
    if (last === undefined) {
      if (seq === 0 && !equalBytes(header.prev, this.#trust.genesis)) {
        this.#note("seq 0 does not link to the enrollment");
      }
      return;
    }
    if (fact?.kind === "ChainRecovered" && keyEpoch > last.header.keyEpoch) {
      this.#skippedCount += Math.max(0, seq - last.header.seq - 1);
      if (!equalBytes(header.prev, fact.resumesAfterEventId)) {
        this.#note(`seq ${seq}: header and recovery disagree`);
      }
      if (seq > last.header.seq) return;
    }
    if (seq !== last.header.seq + 1) this.#note(`seq ${seq} follows ${last.header.seq}`);
    else if (!equalBytes(header.prev, last.eventId)) {
      this.#note(`seq ${seq} does not link to the event before it`);
    } else if (keyEpoch < last.header.keyEpoch) {
      this.#note(`seq ${seq}: key epoch ${keyEpoch} after ${last.header.keyEpoch}`);
    }
  }

  #note(finding: string): void {
    this.#invalidCount += 1;
    if (this.#findings.length < findingsMaxCount) this.#findings.push(finding);
  }
}

function factOf(record: RecordParts): Fact | undefined {
  const payload = decodePayload(record.payload);
  return payload.ok && payload.value.isKnown ? payload.value.fact : undefined;
}
