// The way to the center: connects, greets, feeds the outbox, hears receipts and what desks take,
// and retries.

import { openDocument } from "@driftbox/proto";
import type { Entropy, Log, Timers } from "../../ports/runtime.ts";
import type { Uplink, UplinkListener, UplinkSession } from "../../ports/uplink.ts";
import { backoffMs, shareOf, type BackoffBounds } from "./backoff.ts";
import { helloOf, stateOf, statusOf, type GreetingParts } from "./greeting.ts";
import type { Desks } from "./downlink.ts";
import type { Outbox } from "./outbox.ts";
import { isWorthLine } from "../log-pace.ts";
import type { ReceiptDesk } from "./receipt-desk.ts";

const retryTimer = "link-retry";
const stateTimer = "link-state";
const farewellTimer = "link-farewell";
/** A half-open link must not hold up a shutdown. */
const farewellMaxMs = 1_000;
/** Changes of state within this time are published together. */
export const stateCoalesceMs = 250;

export interface LinkParts extends GreetingParts {
  readonly uplink: Uplink;
  readonly outbox: Outbox;
  readonly receipts: ReceiptDesk;
  readonly timers: Timers;
  readonly entropy: Entropy;
  readonly log: Log;
  readonly backoff: BackoffBounds;
  /** Number of the first connection of this run; it grows with each CONNECT. */
  readonly firstConnection: number;
  readonly desks: Desks;
}

export interface LinkCounts {
  connections: number;
  failures: number;
  /** Messages on topics this version does not act on. */
  unhandled: number;
}

/** One connection at a time, for as long as the gateway runs. */
export class Link {
  readonly counts: LinkCounts = { connections: 0, failures: 0, unhandled: 0 };
  readonly #parts: LinkParts;
  #session: UplinkSession | undefined;
  #connection: number;
  /** Connections since the last one that brought a receipt. */
  #failures = 0;
  #isStopped = false;
  #isDeaf = false;
  #isStateDue = false;

  constructor(parts: LinkParts) {
    this.#parts = parts;
    this.#connection = parts.firstConnection;
  }

  get isConnected(): boolean {
    return this.#session !== undefined;
  }

  /** Connections ended or refused since the last receipt; the next wait grows with it. */
  get failures(): number {
    return this.#failures;
  }

  start(): void {
    void this.#connect();
  }

  /**
   * Publishes `sleeping` if there is a connection, waits a second at most for the server to take
   * it, then ends the connection. What still comes from the center after that is not heard.
   */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#parts.timers.clear(retryTimer);
    this.#parts.timers.clear(stateTimer);
    const session = this.#session;
    if (session === undefined) return;
    const late = new Promise<string>((tell) => {
      this.#parts.timers.set(farewellTimer, farewellMaxMs, () => tell("no answer"));
    });
    const failure = await Promise.race([this.#sayGoodbye(session), late]);
    this.#parts.timers.clear(farewellTimer);
    if (failure !== undefined) {
      this.#parts.log.warn({ failure }, "the center was not told about the shutdown");
    }
    this.#isDeaf = true;
    await session.close();
  }

  /** What went wrong, if anything. */
  async #sayGoodbye(session: UplinkSession): Promise<string | undefined> {
    const sleeping = statusOf(this.#parts, "sleeping", this.#connection);
    try {
      await Promise.all([
        session.publish("state", stateOf(this.#parts)),
        session.publish("status", sleeping),
      ]);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : "the connection ended";
    }
  }

  /** Records became durable: they may be sent, and the published state is old. */
  recordsAppended(): void {
    this.#parts.outbox.pump();
    this.stateChanged();
  }

  stateChanged(): void {
    if (this.#isStateDue || this.#session === undefined) return;
    this.#isStateDue = true;
    this.#parts.timers.set(stateTimer, stateCoalesceMs, () => {
      this.#isStateDue = false;
      const session = this.#session;
      if (session !== undefined && !this.#isStopped) this.#send(session, "state");
    });
  }

  async #connect(): Promise<void> {
    this.#connection += 1;
    const { log, uplink } = this.#parts;
    const listener: UplinkListener = {
      onMessage: (word, body) => this.#onMessage(word, body),
      onClosed: (reason) => this.#onClosed(reason),
    };
    try {
      const session = await uplink.open(listener, statusOf(this.#parts, "lost", this.#connection));
      this.#onOpen(session);
    } catch (error) {
      this.counts.failures += 1;
      log.info({ error, failures: this.#failures }, "no connection to the center");
      this.#retryLater();
    }
  }

  #onOpen(session: UplinkSession): void {
    this.counts.connections += 1;
    if (this.#isStopped) {
      void session.close();
      return;
    }
    this.#session = session;
    this.#parts.log.info({ connection: this.#connection }, "connected to the center");
    this.#send(session, "status");
    this.#send(session, "hello");
    this.#send(session, "state");
    this.#parts.outbox.connected(
      (batch) => session.publish("events", batch),
      () => this.#send(session, "hello"),
    );
  }

  #send(session: UplinkSession, word: "status" | "hello" | "state"): void {
    const parts = this.#parts;
    const bodies = {
      status: () => statusOf(parts, "ready", this.#connection),
      hello: () => helloOf(parts, this.#connection),
      state: () => stateOf(parts),
    };
    session.publish(word, bodies[word]()).catch((error: unknown) => {
      parts.log.debug({ error, word }, "not taken; the connection ended");
    });
  }

  #onClosed(reason: string): void {
    this.#session = undefined;
    this.#isStateDue = false;
    this.#parts.timers.clear(stateTimer);
    this.#parts.outbox.disconnected();
    if (this.#isStopped) return;
    this.#parts.log.warn({ reason }, "connection to the center ended");
    this.#retryLater();
  }

  #retryLater(): void {
    if (this.#isStopped) return;
    const { backoff, entropy, timers } = this.#parts;
    const waitMs = backoffMs(backoff, this.#failures, shareOf(entropy.bytes(4)));
    this.#failures += 1;
    timers.set(retryTimer, waitMs, () => void this.#connect());
  }

  #onMessage(word: Parameters<UplinkListener["onMessage"]>[0], body: Uint8Array): void {
    if (this.#isDeaf) return;
    if (word === "receipt") return this.#onReceipt(body);
    const desk = this.#parts.desks[word];
    if (desk === undefined) this.counts.unhandled += 1;
    else desk(body);
  }

  #onReceipt(bytes: Uint8Array): void {
    const { identity, receipts, log } = this.#parts;
    const opened = openDocument("receipt", bytes, identity.centerKeys, identity.sha256);
    if (!opened.ok) {
      receipts.counts.refused += 1;
      const refusedCount = receipts.counts.refused;
      const fields = { fault: opened.code, refusedCount };
      if (isWorthLine(refusedCount)) log.error(fields, `receipt refused: ${opened.detail}`);
      return;
    }
    if (receipts.take(opened.value.message)) this.#failures = 0;
  }
}
