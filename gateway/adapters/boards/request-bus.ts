// A half-duplex line shared by boards with addresses: one master, one request in flight.
//
//   boards --orders--> RequestBus <--turns-- PollRota
//                          |
//                    SessionTalk (asks) and BusEar (hears) over SupervisedLine
import type { DeviceHealth, SymptomCounts } from "../../ports/devices.ts";
import type { Log } from "../../ports/runtime.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import type { FrameRule } from "../serial/frame-reader.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { addedCounts } from "../serial/symptom-counter.ts";
import { BusEar } from "./bus-ear.ts";
import { OwedAnswers, SessionTalk, type Heard, type Talk } from "./bus-talk.ts";
import { PollRota, type Polled } from "./poll-rota.ts";

/** Orders that may wait for the line; more are refused. */
const waitingMaxCount = 16;

/** Long enough to ask sixteen silent devices twice. */
const probeMaxMs = 10_000;

/** After an order without answer this many other devices are asked whether the line still flows. */
const witnessMaxCount = 2;

/** One device on the bus. */
export interface BusMember<F> extends Polled {
  /** False after too many unanswered polls. When no member answers, the line is reopened. */
  readonly isAnswering: boolean;
  /** First words on a new connection; undefined when it answered, else what was seen instead. */
  prepare(talk: Talk<F>): Promise<string | undefined>;
  /** Its turn: asks for its state, or tries to prepare it again. */
  poll(talk: Talk<F>): Promise<void>;
  /** What each question of this member came to. */
  onHeard(heard: Heard): void;
  onBusHealth(health: DeviceHealth): void;
}

export interface RequestBusOptions<F> extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  readonly rule: FrameRule<F>;
  /** How long a device may take to answer, in ms; 150 by default. */
  readonly answerMs?: number;
  /**
   * Silence kept after an unanswered question, in ms, so that a late answer is not taken for the
   * next; as long as `answerMs` by default.
   */
  readonly settleMs?: number;
  /**
   * Silence kept after an answer, in ms, so that the device can let go of the line; 5 by default.
   */
  readonly gapMs?: number;
  /** Poll budget: least time between the starts of two polls on the line in ms; 50 by default. */
  readonly slotMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

type Job<F> = (talk: Talk<F>) => Promise<void>;

/**
 * Runs jobs one after the other: orders first, then the poll that is due, so that an order waits
 * for one poll at most. A job of a lost connection can send nothing.
 */
export class RequestBus<F> {
  readonly #options: RequestBusOptions<F>;
  readonly #line: SupervisedLine;
  readonly #ear: BusEar<F>;
  readonly #owed = new OwedAnswers();
  readonly #rota: PollRota<BusMember<F>>;
  readonly #members = new Set<BusMember<F>>();
  readonly #orders: (() => Promise<void>)[] = [];
  #talk: Talk<F> | undefined;
  #speaker: BusMember<F> | undefined;
  #isBusy = false;

  constructor(options: RequestBusOptions<F>) {
    this.#options = options;
    const { id, rule, timers, slotMs = 50 } = options;
    this.#ear = new BusEar({ key: `bus/${id}/answer`, timers, rule });
    this.#rota = new PollRota(slotMs);
    this.#line = new SupervisedLine({
      ...options,
      id: `bus/${id}`,
      pacing: { probeTimeoutMs: probeMaxMs, ...options.pacing },
      driver: {
        probe: (session) => this.#probe(session),
        onBytes: (bytes) => this.#ear.hear(bytes),
        onHealth: (health) => this.#onHealth(health),
      },
    });
  }

  get health(): DeviceHealth {
    return this.#line.health;
  }

  get log(): Log {
    return this.#options.log;
  }

  /** Frames on this line with a wrong length or sum since the start. */
  get badFrameCount(): number {
    return this.#ear.badFrameCount;
  }

  /** Of the line itself; each member adds its own. */
  symptoms(): SymptomCounts {
    return addedCounts(this.#line.symptoms(), this.#ear.symptoms());
  }

  /** Adds a device; the first one starts the line. */
  attach(member: BusMember<F>): void {
    this.#members.add(member);
    this.#rota.plan(member, this.#options.monoMs());
    if (this.#members.size === 1) return this.#line.start();
    member.onBusHealth(this.health);
    this.#armPoll();
  }

  /** Removes a device; the last one stops the line. */
  async detach(member: BusMember<F>): Promise<void> {
    this.#members.delete(member);
    this.#rota.remove(member);
    this.#armPoll();
    if (this.#members.size === 0) await this.#line.stop();
  }

  /** Lets `job` have the line alone. False: there is no connection, or too many are waiting. */
  enqueue(member: BusMember<F>, job: Job<F>): boolean {
    const talk = this.#talk;
    if (talk === undefined || this.#orders.length >= waitingMaxCount) return false;
    this.#orders.push(() => this.#speakAs(member, () => job(talk)));
    void this.#drain();
    return true;
  }

  /** Whether a device other than this one answers on the line. */
  hasAnswerBeside(member: BusMember<F>): boolean {
    return [...this.#members].some((other) => other !== member && other.isAnswering);
  }

  /** A member stopped answering; the line is reopened when it was the last one that did. */
  noteSilence(reason: string): void {
    if ([...this.#members].some((member) => member.isAnswering)) return;
    this.#line.fail(`no device on the line answers: ${reason}`);
  }

  /**
   * After an order without answer: bytes leave in order, so any later answer proves that its bytes
   * are gone. Without one the connection is dropped, so that none arrives later.
   */
  async proveFlow(talk: Talk<F>, reason: string): Promise<void> {
    const others = [...this.#members].filter((one) => one !== this.#speaker && one.isAnswering);
    for (const other of others.slice(0, witnessMaxCount)) {
      if (!talk.isOpen || talk.isSettled) return;
      await this.#speakAs(other, () => other.poll(talk));
    }
    if (talk.isOpen && !talk.isSettled) this.#line.fail(reason);
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (;;) {
      const next = this.#orders.shift() ?? this.#nextPoll();
      if (next === undefined) break;
      await next();
    }
    this.#isBusy = false;
    this.#armPoll();
  }

  #nextPoll(): (() => Promise<void>) | undefined {
    const { monoMs } = this.#options;
    const talk = this.#talk;
    if (talk === undefined || this.health.state !== "online") return undefined;
    const startMs = monoMs();
    const member = this.#rota.take(startMs);
    if (member === undefined) return undefined;
    return async () => {
      await this.#speakAs(member, () => member.poll(talk));
      this.#rota.done(member, startMs);
    };
  }

  #armPoll(): void {
    const { timers, monoMs, id } = this.#options;
    const key = `bus/${id}/poll`;
    const nextMs = this.#rota.nextMs();
    if (nextMs === undefined || this.health.state !== "online") return timers.clear(key);
    timers.set(key, Math.max(0, nextMs - monoMs()), () => void this.#drain());
  }

  async #speakAs(member: BusMember<F>, speak: () => Promise<void>): Promise<void> {
    const before = this.#speaker;
    this.#speaker = member;
    await speak();
    this.#speaker = before;
  }

  /** One device that answers makes the line good; the others are asked in their turns. */
  #probe(session: Session): Promise<void> {
    const talk = this.#talkOver(session);
    this.#talk = talk;
    return new Promise((resolve, reject) => {
      this.#orders.unshift(async () => {
        const reason = await this.#prepareFirst(talk);
        if (reason === undefined) resolve();
        else reject(new Error(reason));
      });
      void this.#drain();
    });
  }

  async #prepareFirst(talk: Talk<F>): Promise<string | undefined> {
    const { monoMs } = this.#options;
    const reasons: string[] = [];
    for (const member of this.#members) this.#rota.plan(member, monoMs());
    for (const member of this.#members) {
      let reason: string | undefined;
      await this.#speakAs(member, async () => {
        reason = await member.prepare(talk);
      });
      this.#rota.plan(member, monoMs() + member.pollMs);
      if (reason === undefined) return undefined;
      reasons.push(reason);
    }
    return `the port is open, but no device answers: ${reasons.join("; ")}`;
  }

  #talkOver(session: Session): Talk<F> {
    const { rule, monoMs, answerMs = 150, settleMs = answerMs, gapMs = 5 } = this.#options;
    const hearer = (): ((heard: Heard) => void) => {
      const speaker = this.#speaker;
      return (heard) => speaker?.onHeard(heard);
    };
    const heard = { ear: this.#ear, owed: this.#owed, rule, hearer };
    return new SessionTalk({ session, ...heard, monoMs, answerMs, settleMs, gapMs });
  }

  #onHealth(health: DeviceHealth): void {
    if (health.state !== "online" && health.state !== "probing") {
      this.#talk = undefined;
      this.#ear.wake();
    }
    for (const member of this.#members) member.onBusHealth(health);
    this.#armPoll();
  }
}
