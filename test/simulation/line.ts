// The road between one gateway and the center: slow, cut, losing, doubling and reordering.

import { Fault, type DownwardTopic, type UpwardTopic } from "@driftbox/proto";
import type { Uplink, UplinkListener, UplinkSession } from "../../gateway/ports/uplink.ts";
import type { GatewayIdentity } from "../../broker/ports/ledger.ts";
import type { Center } from "./center.ts";
import type { Dice } from "./dice.ts";
import type { Life } from "./run-ports.ts";
import type { Scheduler } from "./scheduler.ts";

export interface Weather {
  isUp: boolean;
  latencyMs: number;
  jitterMs: number;
  /** Shares of messages. */
  lostShare: number;
  doubledShare: number;
}

export const calm: Readonly<Weather> = {
  isUp: true,
  latencyMs: 40,
  jitterMs: 20,
  lostShare: 0,
  doubledShare: 0,
};

export interface RoadCounts {
  messages: number;
  lost: number;
  doubled: number;
  cuts: number;
}

const openTimeoutMs = 5_000;
const keepAliveMs = 90_000;

/** Belongs to a gateway for the whole world; its connection belongs to one run. */
export class Road {
  weather: Weather = { ...calm };
  readonly known: GatewayIdentity;
  readonly counts: RoadCounts = { messages: 0, lost: 0, doubled: 0, cuts: 0 };
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly center: Center;
  line: Line | undefined;
  /** What the line does to a batch on its way; for planted faults. */
  spoil: (body: Uint8Array) => Uint8Array = (body) => body;

  constructor(parts: { scheduler: Scheduler; dice: Dice; center: Center; known: GatewayIdentity }) {
    this.scheduler = parts.scheduler;
    this.dice = parts.dice;
    this.center = parts.center;
    this.known = parts.known;
  }

  uplink(life: Life): Uplink {
    return { open: (listener, will) => this.#open(life, listener, will) };
  }

  /** How long each copy of a message takes; none = it is lost. */
  delays(): readonly number[] {
    const { latencyMs, jitterMs, lostShare, doubledShare, isUp } = this.weather;
    this.counts.messages += 1;
    if (!isUp || this.dice.chance(lostShare)) {
      this.counts.lost += 1;
      return [];
    }
    const once = (): number => latencyMs + this.dice.between(0, jitterMs);
    if (!this.dice.chance(doubledShare)) return [once()];
    this.counts.doubled += 1;
    return [once(), once() + this.dice.between(0, 5_000)];
  }

  /** The connection ends for both sides; silently first, if the road just went dead. */
  cut(isSilent: boolean): void {
    const { line } = this;
    if (line === undefined) return;
    this.counts.cuts += 1;
    if (!isSilent) return line.end("cut");
    line.goDead();
    this.scheduler.after(keepAliveMs, () => line.end("no answer to the keep-alive"));
  }

  /** The gateway's process is gone. */
  drop(): void {
    this.line?.abandon();
    this.line = undefined;
  }

  #open(life: Life, listener: UplinkListener, will: Uint8Array): Promise<UplinkSession> {
    return new Promise((done, fail) => {
      const isReachable = (): boolean => this.weather.isUp && this.center.isUp;
      const waitMs = isReachable() ? 3 * this.weather.latencyMs : openTimeoutMs;
      this.scheduler.after(waitMs, () => {
        if (!life.isAlive) return;
        this.scheduler.touchDeeply();
        if (!isReachable()) return fail(new Fault("mqtt/lost", "no way to the center"));
        const line = new Line(this, life, { listener, will });
        this.line = line;
        done(line);
        this.center.connected(line);
      });
    });
  }
}

/** One connection. */
export class Line implements UplinkSession {
  readonly road: Road;
  readonly #life: Life;
  readonly #parts: { readonly listener: UplinkListener; readonly will: Uint8Array };
  readonly #unanswered = new Set<(error: Fault) => void>();
  #state: "open" | "dead" | "ended" = "open";

  constructor(road: Road, life: Life, parts: { listener: UplinkListener; will: Uint8Array }) {
    this.road = road;
    this.#life = life;
    this.#parts = parts;
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  publish(word: UpwardTopic, body: Uint8Array): Promise<void> {
    if (this.#state === "ended") return Promise.reject(new Fault("mqtt/lost", "not connected"));
    return new Promise((done, fail) => {
      this.#unanswered.add(fail);
      const acknowledged = (): void => {
        if (!this.isOpen || !this.#life.isAlive) return;
        this.#unanswered.delete(fail);
        this.road.scheduler.touch();
        done();
      };
      for (const delayMs of this.road.delays()) {
        this.road.scheduler.after(delayMs, () => {
          const sent = word === "events" ? this.road.spoil(body) : body;
          if (this.isOpen) this.road.center.deliver(this, { word, body: sent, acknowledged });
        });
      }
    });
  }

  close(): Promise<void> {
    this.abandon();
    this.#parts.listener.onClosed("closed by this gateway");
    return Promise.resolve();
  }

  /** A message of the center on its way down. */
  send(word: Exclude<DownwardTopic, "commands">, body: Uint8Array): void {
    for (const delayMs of this.road.delays()) {
      this.road.scheduler.after(delayMs, () => {
        if (!this.isOpen || !this.#life.isAlive) return;
        if (word === "policy") this.road.scheduler.touchDeeply();
        else this.road.scheduler.touch();
        this.#parts.listener.onMessage(word, body);
      });
    }
  }

  goDead(): void {
    if (this.#state === "open") this.#state = "dead";
  }

  end(reason: string): void {
    if (this.#state === "ended") return;
    this.abandon();
    if (!this.#life.isAlive) return;
    this.road.scheduler.touch();
    for (const fail of this.#unanswered) fail(new Fault("mqtt/lost", reason));
    this.#parts.listener.onClosed(reason);
  }

  /** Ends without a word to the gateway; the center publishes its will. */
  abandon(): void {
    if (this.#state === "ended") return;
    const wasOpen = this.isOpen;
    this.#state = "ended";
    if (this.road.line === this) this.road.line = undefined;
    this.road.center.disconnected(this);
    if (!wasOpen) return;
    const will = { word: "status", body: this.#parts.will, acknowledged: () => undefined } as const;
    this.road.center.deliver(this, will);
  }
}
