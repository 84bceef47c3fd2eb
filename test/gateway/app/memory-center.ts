// A center in memory: takes batches in order, signs receipts, and lets a test lose and delay both.

import {
  decodePayload,
  Fault,
  parseBatch,
  parseHeader,
  signDocument,
  Standing,
  type BatchMark,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import type { ManualTime } from "./manual-time.ts";
import type { Published } from "./memory-uplink.ts";
import { centerSigner, gatewayId as ownGatewayId, must } from "./fixtures.ts";

interface Held {
  readonly seq: number;
  readonly mark: BatchMark;
  readonly atMs: number;
}

export interface Weather {
  /** True: the center never sees this batch. */
  losesBatch(): boolean;
  /** Delays in ms of the copies of a receipt; none = lost. */
  receiptDelays(): readonly number[];
}

const fair: Weather = { losesBatch: () => false, receiptDelays: () => [0] };

/** The way of messages: a server in memory or a real one. */
export interface CenterLine {
  onPublish: (message: Published) => void;
  send(word: "receipt", body: Uint8Array): void;
}

export class MemoryCenter {
  readonly held: Held[] = [];
  duplicateCount = 0;
  gapCount = 0;
  weather: Weather = fair;
  /** True: a recovery is not understood, and what it skips is asked for again and again. */
  isStubborn = false;
  /** True: hello is not answered. */
  isMute = false;
  readonly #server: CenterLine;
  readonly #time: Pick<ManualTime, "nowMs" | "set">;
  readonly #gatewayId: Uint8Array;
  #nextSeq = 0;
  #headId = new Uint8Array(32);
  #receipts = 0;

  constructor(
    server: CenterLine,
    time: Pick<ManualTime, "nowMs" | "set">,
    gatewayId: Uint8Array = ownGatewayId,
  ) {
    this.#gatewayId = gatewayId;
    this.#server = server;
    this.#time = time;
    server.onPublish = (message) => this.#take(message);
  }

  get nextSeq(): number {
    return this.#nextSeq;
  }

  get marks(): readonly BatchMark[] {
    return this.held.map(({ mark }) => mark);
  }

  receipt(change: Parameters<typeof signDocument<"receipt">>[1] = {}): Uint8Array {
    const draft = {
      gatewayId: this.#gatewayId,
      epoch: 0,
      nextSeq: this.#nextSeq,
      headEventId: this.#headId,
      standing: Standing.STANDING_ACCEPTED,
      issuedUs: this.#time.nowMs * 1_000,
      ...change,
    };
    return signDocument("receipt", draft, centerSigner, sha256);
  }

  #take({ word, body }: Published): void {
    if (word === "hello" && !this.isMute) this.#answer(false);
    if (word === "events" && !this.weather.losesBatch()) this.#answer(this.#append(body));
  }

  /** True when the batch begins beyond what is held: it is asked for again. */
  #append(body: Uint8Array): boolean {
    const batch = must(parseBatch(body));
    for (const record of batch.records) {
      const { seq, prev } = must(parseHeader(record.header));
      const payload = must(decodePayload(record.payload));
      const recovers = payload.isKnown && payload.fact.kind === "ChainRecovered";
      if (seq > this.#nextSeq && !(recovers && !this.isStubborn)) {
        this.gapCount += 1;
        return true;
      }
      if (seq < this.#nextSeq) {
        this.duplicateCount += 1;
        continue;
      }
      if (seq > 0 && Buffer.compare(prev, this.#headId) !== 0) {
        throw new Fault("seal/chain", `seq ${seq} does not follow`);
      }
      this.held.push({ seq, mark: batch.mark, atMs: this.#time.nowMs });
      this.#nextSeq = seq + 1;
      this.#headId = Uint8Array.from(sha256(record.header));
    }
    return false;
  }

  #answer(resend: boolean): void {
    const bytes = this.receipt({ resend });
    for (const delayMs of this.weather.receiptDelays()) {
      this.#receipts += 1;
      const key = `center receipt ${this.#receipts}`;
      if (delayMs === 0) this.#server.send("receipt", bytes);
      else this.#time.set(key, delayMs, () => this.#server.send("receipt", bytes));
    }
  }
}
