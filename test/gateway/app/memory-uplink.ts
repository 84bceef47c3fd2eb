// An Uplink without a network: a message server in memory with lines that can be cut.

import { Fault, retainedTopics, type DownwardTopic, type UpwardTopic } from "@driftbox/proto";
import type { Uplink, UplinkListener, UplinkSession } from "../../../gateway/ports/uplink.ts";

export interface Published {
  readonly word: UpwardTopic;
  readonly body: Uint8Array;
}

/** The server side: sees what was published, keeps retained messages, cuts and refuses lines. */
export class MemoryServer {
  readonly published: Published[] = [];
  readonly #retained = new Map<DownwardTopic, Uint8Array>();
  readonly #lines = new Set<MemorySession>();
  isRefusing = false;
  /** True: nothing arrives and nothing is acknowledged, but nobody is told. */
  isHalfOpen = false;
  /** Called for each message of a gateway, before it is acknowledged. */
  onPublish: (message: Published) => void = () => undefined;

  get lineCount(): number {
    return this.#lines.size;
  }

  uplink(): Uplink {
    return { open: (listener, will) => this.#open(listener, will) };
  }

  /** A message from the center. */
  send(word: DownwardTopic, body: Uint8Array): void {
    if (retainedTopics.has(word)) this.#retained.set(word, body);
    for (const line of this.#lines) line.receive(word, body);
  }

  /** Cuts every line without a word; the will is published as for a dead gateway. */
  cut(): void {
    for (const line of this.#lines) {
      this.#lines.delete(line);
      this.take({ word: "status", body: line.will });
      line.lost("cut");
    }
  }

  bodies(word: UpwardTopic): readonly Uint8Array[] {
    return this.published.filter((message) => message.word === word).map(({ body }) => body);
  }

  take(message: Published): void {
    this.published.push(message);
    this.onPublish(message);
  }

  forget(line: MemorySession): void {
    this.#lines.delete(line);
  }

  async #open(listener: UplinkListener, will: Uint8Array): Promise<UplinkSession> {
    await Promise.resolve();
    if (this.isRefusing) throw new Fault("mqtt/refused", "the server refuses");
    const session = new MemorySession(this, listener, will);
    this.#lines.add(session);
    for (const [word, body] of this.#retained) session.receive(word, body);
    return session;
  }
}

class MemorySession implements UplinkSession {
  readonly will: Uint8Array;
  readonly #server: MemoryServer;
  readonly #listener: UplinkListener;
  #isOpen = true;

  constructor(server: MemoryServer, listener: UplinkListener, will: Uint8Array) {
    this.#server = server;
    this.#listener = listener;
    this.will = will;
  }

  async publish(word: UpwardTopic, body: Uint8Array): Promise<void> {
    if (!this.#isOpen) throw new Fault("mqtt/lost", `${word}: not connected`);
    if (this.#server.isHalfOpen) await new Promise(() => undefined);
    this.#server.take({ word, body });
    await Promise.resolve();
    if (!this.#isOpen) throw new Fault("mqtt/lost", `${word}: connection ended`);
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#server.forget(this);
    await Promise.resolve();
    this.lost("closed by this gateway");
  }

  receive(word: DownwardTopic, body: Uint8Array): void {
    // As on a real line, a message never arrives inside the call that caused it.
    queueMicrotask(() => {
      if (this.#isOpen) this.#listener.onMessage(word, body);
    });
  }

  lost(reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#listener.onClosed(reason);
  }
}
