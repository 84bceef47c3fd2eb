// Everything one gateway and the center said to each other, as a witness on the cable noted it.

import { parseBatch, parseHeader, readUncheckedDocument, toHex } from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import {
  acknowledgedId,
  publishOf,
  type Packet,
  type Publish,
} from "../../device-sim/run/mqtt-packets.ts";
import type { Shaper, Way } from "./packet-proxy.ts";

/** A place in the chain: the next sequence number, and the id of the event before it. */
interface Place {
  readonly nextSeq: number;
  readonly headEventId: string;
}

export class Logbook {
  /** Id of each event that left the gateway, by sequence. */
  readonly published = new Map<number, string>();
  /** Two events under one number, or bytes that are no batch. */
  readonly oddities: string[] = [];
  batches = 0;
  /** Events below it left the gateway at least once. */
  publishedNextSeq = 0;
  /** Events below it were acknowledged by a PUBACK for their batch. */
  acknowledgedNextSeq = 0;
  /** Events below it were receipted. */
  receiptedNextSeq = 0;
  /** Highest place a hello or a state claimed. */
  claimed: Place = { nextSeq: 0, headEventId: "" };
  hellos = 0;
  states = 0;
  readonly #listeners = new Set<() => void>();

  /** Called after each batch that left the gateway. */
  onBatch(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A witness of one connection: packet ids mean something only within it. */
  witness(): Shaper {
    const unacknowledged = new Map<number, number>();
    return (way: Way, packet: Packet): void => {
      const publish = publishOf(packet);
      if (way === "down") this.#hear(packet, publish, unacknowledged);
      else if (publish?.word === "events") this.#noteBatch(publish, unacknowledged);
      else if (publish?.word === "hello") this.#noteClaim("hello", publish.payload);
      else if (publish?.word === "state") this.#noteClaim("state", publish.payload);
    };
  }

  #hear(packet: Packet, publish: Publish | undefined, unacknowledged: Map<number, number>): void {
    const nextSeq = unacknowledged.get(acknowledgedId(packet) ?? -1);
    if (nextSeq !== undefined) {
      this.acknowledgedNextSeq = Math.max(this.acknowledgedNextSeq, nextSeq);
    }
    if (publish?.word !== "receipt") return;
    const receipt = readUncheckedDocument("receipt", publish.payload);
    if (!receipt.ok) this.oddities.push(`a receipt: ${receipt.detail}`);
    else {
      const { nextSeq: receipted } = receipt.value.message;
      this.receiptedNextSeq = Math.max(this.receiptedNextSeq, receipted);
    }
  }

  #noteBatch({ payload, packetId = -1 }: Publish, unacknowledged: Map<number, number>): void {
    const batch = parseBatch(payload);
    if (!batch.ok) {
      this.oddities.push(`a batch: ${batch.detail}`);
      return;
    }
    for (const { header: bytes } of batch.value.records) {
      const header = parseHeader(bytes);
      if (!header.ok) {
        this.oddities.push(`a header: ${header.detail}`);
        continue;
      }
      const { seq } = header.value;
      const id = toHex(sha256(bytes));
      const before = this.published.get(seq);
      if (before !== undefined && before !== id) this.oddities.push(`seq ${seq}: ${before}, ${id}`);
      this.published.set(seq, id);
      this.publishedNextSeq = Math.max(this.publishedNextSeq, seq + 1);
      unacknowledged.set(packetId, seq + 1);
    }
    this.batches += 1;
    for (const listener of this.#listeners) listener();
  }

  #noteClaim(word: "hello" | "state", payload: Uint8Array): void {
    const document = readUncheckedDocument(word, payload);
    if (!document.ok) {
      this.oddities.push(`a ${word}: ${document.detail}`);
      return;
    }
    if (word === "hello") this.hellos += 1;
    else this.states += 1;
    const { nextSeq, headEventId } = document.value.message;
    if (nextSeq < this.claimed.nextSeq) return;
    this.claimed = { nextSeq, headEventId: toHex(headEventId) };
  }
}
