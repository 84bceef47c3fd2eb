// The center of a world: the real ingest over a ledger in memory, which may die at any commit.

import { Fault, type DownwardTopic, type UpwardTopic } from "@driftbox/proto";
import { Ingest, type IngestPorts } from "../../broker/app/ingest.ts";
import type { Address } from "../../broker/ports/downlink.ts";
import type { GatewayIdentity } from "../../broker/ports/ledger.ts";
import type { Breaches, Tally } from "./breaches.ts";
import { count } from "./breaches.ts";
import type { Dice } from "./dice.ts";
import { centerSigner, epochMs } from "./installation.ts";
import type { Line } from "./line.ts";
import type { MemoryLedger } from "./memory-ledger.ts";
import { receiptBeyondCommit } from "./record-monitors.ts";
import { minuteMs, type Scheduler } from "./scheduler.ts";
import type { SealChecks } from "../../broker/ports/seal-checks.ts";

type DownWord = Exclude<DownwardTopic, "commands">;

export interface Message {
  readonly word: UpwardTopic;
  readonly body: Uint8Array;
  readonly acknowledged: () => void;
}

export interface CenterParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly ledger: MemoryLedger;
  readonly seals: SealChecks;
  readonly breaches: Breaches;
  readonly tally: Tally;
  readonly policy: () => Uint8Array;
}

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Messages of one turn. */
const turnMaxCount = 64;

export class Center {
  readonly gateways: GatewayIdentity[] = [];
  isUp = true;
  /** How the next commit ends: nothing is stored, or all is and nobody hears of it. */
  nextDeath: "before-commit" | "after-commit" | undefined;
  readonly #parts: CenterParts;
  readonly #lines = new Set<Line>();
  readonly #retained = new Map<string, Map<DownWord, Uint8Array>>();
  #inbox: { readonly line: Line; readonly message: Message }[] = [];
  #isTurnDue = false;
  #ingest: Ingest | undefined;

  constructor(parts: CenterParts) {
    this.#parts = parts;
    parts.ledger.onCommit = () => this.#dieInCommit();
  }

  get parkedCount(): number {
    return this.#parts.ledger.gateways().length;
  }

  connected(line: Line): void {
    this.#lines.add(line);
    const retained = this.#retained.get(line.road.known.gateway) ?? new Map<DownWord, Uint8Array>();
    for (const [word, body] of retained) line.send(word, body);
  }

  disconnected(line: Line): void {
    this.#lines.delete(line);
  }

  deliver(line: Line, message: Message): void {
    if (!this.isUp) return;
    this.#inbox.push({ line, message });
    if (this.#isTurnDue) return;
    this.#isTurnDue = true;
    this.#parts.scheduler.after(this.#parts.dice.between(1, 5), () => {
      this.#isTurnDue = false;
      if (this.isUp) this.#turn();
    });
  }

  /** The process ends; its ledger stays. */
  kill(offMs: number): void {
    if (!this.isUp) return;
    count(this.#parts.tally, "center restarts");
    this.isUp = false;
    this.#ingest = undefined;
    this.#inbox = [];
    this.#retained.clear();
    for (const line of this.#lines) line.end("the center is gone");
    this.#parts.scheduler.after(offMs, () => {
      this.isUp = true;
    });
  }

  /** Runs now what a death may have left undone: at the end of a world nothing may be planned. */
  #turn(): void {
    const turn = this.#inbox.splice(0, turnMaxCount);
    if (this.#inbox.length > 0) this.#laterTurn();
    const deliveries = turn.map(({ line, message }) => {
      const { site, gateway } = line.road.known;
      return { site, gateway, word: message.word, payload: message.body };
    });
    try {
      this.#running().take(deliveries);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return this.kill(this.#parts.dice.between(1, 20) * minuteMs);
    }
    if (this.nextDeath === "after-commit") {
      this.nextDeath = undefined;
      return this.kill(this.#parts.dice.between(1, 20) * minuteMs);
    }
    for (const { message } of turn) message.acknowledged();
  }

  #laterTurn(): void {
    this.#isTurnDue = true;
    this.#parts.scheduler.after(1, () => {
      this.#isTurnDue = false;
      if (this.isUp) this.#turn();
    });
  }

  #dieInCommit(): void {
    if (this.nextDeath !== "before-commit") return;
    this.nextDeath = undefined;
    throw new Fault("ledger/io", "the disk of the center failed");
  }

  #running(): Ingest {
    const { scheduler, ledger, seals, policy } = this.#parts;
    const { gateways } = this;
    const ports: IngestPorts = {
      ledger,
      seals,
      signer: centerSigner,
      now: () => epochMs + scheduler.nowMs,
      log: silent,
      published: { of: () => [{ word: "policy", body: policy() }] },
      downlink: {
        send: (to, word, body) => this.#send(to, word, body),
        command: () => undefined,
      },
      registry: {
        find: (site, gateway) =>
          gateways.find((each) => each.site === site && each.gateway === gateway),
        named: (gateway) => gateways.find((each) => each.gateway === gateway),
        identified: (id) => gateways.find((each) => each.gatewayId === id),
        all: () => gateways,
      },
    };
    this.#ingest ??= new Ingest(ports);
    return this.#ingest;
  }

  #send(to: Address, word: DownWord, body: Uint8Array): void {
    const { breaches, ledger } = this.#parts;
    if (word === "receipt") {
      const finding = receiptBeyondCommit(body, ledger, to.gateway);
      breaches.note("receipts never exceed what is committed", finding);
    }
    if (this.nextDeath === "after-commit") return;
    const retained = this.#retained.get(to.gateway) ?? new Map<DownWord, Uint8Array>();
    this.#retained.set(to.gateway, retained.set(word, body));
    for (const line of this.#lines)
      if (line.road.known.gateway === to.gateway) line.send(word, body);
  }
}
