// Server-sent events over the ledger. Each reader has its own cursor and reads pages at its own
// pace, so nothing is queued for it but what its socket already holds; one that stands still while
// its socket is full is dropped and resumes later from the last id it saw.

import type { ServerResponse } from "node:http";
import type { ReadModels } from "../ports/views.ts";
import { ChangedViews } from "./changed-views.ts";

/** Bounds of the stream. */
export interface StreamLimits {
  readonly clientsMaxCount: number;
  /** Bytes in a reader's socket above which it gets no more. */
  readonly bufferMaxBytes: number;
  /** Entries read for a reader at a time. */
  readonly pageMaxCount: number;
  readonly heartbeatMs: number;
  /** Heartbeats a full socket may last before its reader is dropped. */
  readonly stalledMaxBeats: number;
  /** Commits closer together than this are announced together. */
  readonly gatherMs: number;
  readonly changeGatherMs: number;
}

export const streamLimits: StreamLimits = {
  clientsMaxCount: 64,
  bufferMaxBytes: 262_144,
  pageMaxCount: 100,
  heartbeatMs: 3_000,
  stalledMaxBeats: 5,
  gatherMs: 10,
  changeGatherMs: 250,
};

interface Client {
  readonly response: ServerResponse;
  cursor: number;
  stalledBeats: number;
}

interface Frames {
  readonly text: string;
  readonly cursor: number;
  readonly hasMore: boolean;
}

interface Options {
  readonly models: ReadModels;
  /** Unix ms; told to readers so that they need not trust their own clock. */
  readonly now: () => number;
  /** A read model failed: the readers are closed, and come back when it may have recovered. */
  readonly onFailure: (error: unknown) => void;
  readonly limits: StreamLimits;
}

export class EventStream {
  readonly #options: Options;
  readonly #clients = new Set<Client>();
  readonly #changed: ChangedViews;
  readonly #stopListening: () => void;
  readonly #heartbeat: NodeJS.Timeout;
  #pumpTimer: NodeJS.Timeout | undefined;
  #changeTimer: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#changed = new ChangedViews(options.models);
    this.#stopListening = options.models.onCommit((gateways) => this.#announce(gateways));
    this.#heartbeat = setInterval(() => this.#beat(), options.limits.heartbeatMs);
    this.#heartbeat.unref();
  }

  get isFull(): boolean {
    return this.#clients.size >= this.#options.limits.clientsMaxCount;
  }

  /** Where a reader starts that has seen everything up to `after`; by default at the end. */
  startAt(after: number | undefined): number {
    const newest = this.#options.models.newestCursor();
    return Math.min(after ?? newest, newest);
  }

  /** Takes over a response whose head is written; `cursor` is from `startAt`. */
  admit(response: ServerResponse, cursor: number): void {
    const client = { response, cursor, stalledBeats: 0 };
    if (this.#clients.size === 0) this.#guarded(() => this.#changed.takeAll());
    this.#clients.add(client);
    response.on("close", () => this.#clients.delete(client));
    response.on("error", () => this.#clients.delete(client));
    response.on("drain", () => this.#schedulePump());
    this.#guarded(() => response.write(`retry: 2000\n\n${this.#beatFrame()}`));
    this.#schedulePump();
  }

  close(): void {
    this.#stopListening();
    clearInterval(this.#heartbeat);
    clearTimeout(this.#pumpTimer);
    clearTimeout(this.#changeTimer);
    for (const client of this.#clients) client.response.destroy();
    this.#clients.clear();
  }

  #announce(gateways: readonly number[]): void {
    if (this.#clients.size === 0) return;
    this.#changed.note(gateways);
    this.#schedulePump();
    this.#changeTimer ??= setTimeout(() => {
      this.#changeTimer = undefined;
      this.#guarded(() => this.#sendChanges());
    }, this.#options.limits.changeGatherMs);
  }

  #schedulePump(): void {
    this.#pumpTimer ??= setTimeout(() => {
      this.#pumpTimer = undefined;
      this.#guarded(() => this.#pump());
    }, this.#options.limits.gatherMs);
  }

  #guarded(work: () => unknown): void {
    try {
      work();
    } catch (error) {
      this.#options.onFailure(error);
      for (const client of this.#clients) client.response.destroy();
    }
  }

  #pump(): void {
    // Readers at the same place share one read and one serialization.
    const pages = new Map<number, Frames>();
    for (const client of this.#clients) {
      if (this.#isBlocked(client)) continue;
      const frames = pages.get(client.cursor) ?? this.#read(client.cursor);
      pages.set(client.cursor, frames);
      client.cursor = frames.cursor;
      if (frames.text !== "") client.response.write(frames.text);
      if (frames.hasMore) this.#schedulePump();
    }
  }

  #read(after: number): Frames {
    const page = this.#options.models.eventsAfter(after, this.#options.limits.pageMaxCount, {});
    const text = page.rows
      .map((row) => `id: ${row.cursor}\nevent: event\ndata: ${JSON.stringify(row)}\n\n`)
      .join("");
    const cursor = page.next ?? page.rows.at(-1)?.cursor ?? after;
    return { text, cursor, hasMore: page.next !== null };
  }

  #sendChanges(): void {
    const changed = this.#changed.take();
    if (changed.gateways.length === 0 && changed.boxes.length === 0) return;
    const frame = `event: change\ndata: ${JSON.stringify(changed)}\n\n`;
    for (const client of this.#clients) {
      if (!this.#isBlocked(client)) client.response.write(frame);
    }
  }

  #beat(): void {
    if (this.#clients.size === 0) return;
    this.#guarded(() => {
      const frame = this.#beatFrame();
      for (const client of this.#clients) this.#beatOne(client, frame);
    });
  }

  #beatOne(client: Client, frame: string): void {
    client.stalledBeats = this.#isBlocked(client) ? client.stalledBeats + 1 : 0;
    if (client.stalledBeats === 0) client.response.write(frame);
    if (client.stalledBeats >= this.#options.limits.stalledMaxBeats) client.response.destroy();
  }

  #beatFrame(): string {
    const { now, models, limits } = this.#options;
    const beat = { at: now(), cursor: models.newestCursor(), everyMs: limits.heartbeatMs };
    return `event: hb\ndata: ${JSON.stringify(beat)}\n\n`;
  }

  #isBlocked(client: Client): boolean {
    return client.response.writableLength > this.#options.limits.bufferMaxBytes;
  }
}
