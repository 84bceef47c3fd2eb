// A half-duplex line shared by boards with addresses: one master, one request in flight.
import type { DeviceHealth, SymptomCounts } from "../../ports/devices.ts";
import type { OpenLine, WriteResult } from "../serial/byte-line.ts";
import { FrameReader, type FrameRule } from "../serial/frame-reader.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { addedCounts } from "../serial/symptom-counter.ts";

/** Orders, and apart from them polls, that may wait for the line; more are refused. */
const waitingMaxCount = 16;

/** An answer that arrived while this process was busy is still taken this long after its time. */
const graceMs = 5;

/** The line as one job sees it, bound to the connection the job was ordered on. */
export interface Talk<F> {
  readonly isOpen: boolean;
  /** False after an unanswered question: a late answer may still arrive and look like the next. */
  readonly isSettled: boolean;
  /** Sends what has no answer. The deadline is checked right before the write. */
  tell(bytes: Uint8Array, deadlineMonoMs?: number): Promise<WriteResult>;
  /**
   * Forgets bytes heard before, sends, and waits for the frame `pick` recognizes; undefined when it
   * did not come in time. Takes the whole time also when nothing could be sent.
   */
  ask<A>(bytes: Uint8Array, pick: (frame: F) => A | undefined): Promise<A | undefined>;
  /** Keeps the line silent; ends early with the connection. */
  pause(ms: number): Promise<void>;
}

/** Long enough to ask sixteen silent devices twice. */
const probeMaxMs = 10_000;

/** One device on the bus. */
export interface BusMember<F> {
  /** False after too many unanswered polls. When no member answers, the line is reopened. */
  readonly isAnswering: boolean;
  /** First words on a new connection; true when the device answered. */
  prepare(talk: Talk<F>): Promise<boolean>;
  onBusHealth(health: DeviceHealth): void;
}

export interface RequestBusOptions<F> extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  readonly rule: FrameRule<F>;
  /** How long a device may take to answer, in ms; 150 by default. */
  readonly answerMs?: number;
  /** Silence kept after an unanswered question, in ms; 50 by default. */
  readonly settleMs?: number;
  /**
   * Silence kept after an answer, in ms, so that the device can let go of the line; 5 by default.
   */
  readonly gapMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

type Job<F> = (talk: Talk<F>) => Promise<void>;

/**
 * Runs jobs one after the other, orders before polls. A job of a lost connection can send nothing.
 */
export class RequestBus<F> {
  readonly #options: RequestBusOptions<F>;
  readonly #line: SupervisedLine;
  readonly #frames: FrameReader<F>;
  readonly #members = new Set<BusMember<F>>();
  readonly #waiting = { order: [] as (() => Promise<void>)[], poll: [] as (() => Promise<void>)[] };
  #talk: Talk<F> | undefined;
  #listen: { readonly take: (frame: F) => void; readonly end: () => void } | undefined;
  #isBusy = false;

  constructor(options: RequestBusOptions<F>) {
    this.#options = options;
    this.#frames = new FrameReader(options.rule);
    this.#line = new SupervisedLine({
      ...options,
      id: `bus/${options.id}`,
      pacing: { probeTimeoutMs: probeMaxMs, ...options.pacing },
      driver: {
        probe: (session) => this.#probe(session),
        onBytes: (bytes) => this.#take(bytes),
        onHealth: (health) => this.#onHealth(health),
      },
    });
  }

  get health(): DeviceHealth {
    return this.#line.health;
  }

  /** Frames on this line with a wrong length or sum since the start. */
  get badFrameCount(): number {
    return this.#frames.badFrameCount;
  }

  /** Of the line itself; each member adds its own. */
  symptoms(): SymptomCounts {
    return addedCounts(this.#line.symptoms(), this.#frames.symptoms());
  }

  /** Adds a device; the first one starts the line. */
  attach(member: BusMember<F>): void {
    this.#members.add(member);
    if (this.#members.size === 1) this.#line.start();
    else member.onBusHealth(this.health);
  }

  /** Removes a device; the last one stops the line. */
  async detach(member: BusMember<F>): Promise<void> {
    this.#members.delete(member);
    if (this.#members.size === 0) await this.#line.stop();
  }

  /** Lets `job` have the line alone. False: there is no connection, or too many are waiting. */
  enqueue(kind: "order" | "poll", job: Job<F>): boolean {
    const talk = this.#talk;
    const waiting = this.#waiting[kind];
    if (talk === undefined || waiting.length >= waitingMaxCount) return false;
    waiting.push(() => job(talk));
    void this.#drain();
    return true;
  }

  /** A member stopped answering; the line is reopened when it was the last one that did. */
  noteSilence(): void {
    if ([...this.#members].some((member) => member.isAnswering)) return;
    this.fail("no device on the line answers");
  }

  /** Drops the connection with everything not sent on it, and connects again later. */
  fail(reason: string): void {
    this.#line.fail(reason);
  }

  async #drain(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (;;) {
      const next = this.#waiting.order.shift() ?? this.#waiting.poll.shift();
      if (next === undefined) break;
      await next();
    }
    this.#isBusy = false;
  }

  #probe(session: Session): Promise<void> {
    this.#talk = this.#talkOver(session);
    return new Promise((resolve, reject) => {
      this.enqueue("order", async (talk) => {
        let isAnswered = false;
        for (const member of this.#members) {
          if (await member.prepare(talk)) isAnswered = true;
        }
        if (isAnswered) resolve();
        else reject(new Error("the port is open, but no device answers on it"));
      });
    });
  }

  #onHealth(health: DeviceHealth): void {
    if (health.state !== "online" && health.state !== "probing") {
      this.#talk = undefined;
      this.#listen?.end();
    }
    for (const member of this.#members) member.onBusHealth(health);
  }

  #take(bytes: Uint8Array): void {
    for (const frame of this.#frames.push(bytes)) this.#listen?.take(frame);
  }

  #talkOver(session: Session): Talk<F> {
    const { answerMs = 150, settleMs = 50, gapMs = 5, monoMs } = this.#options;
    let isSettled = true;
    let freeAtMs = 0;
    const pause = (ms: number): Promise<undefined> =>
      session.isOpen ? this.#hear(ms, () => undefined) : Promise.resolve(undefined);
    const rest = async (): Promise<void> => {
      const waitMs = freeAtMs - monoMs();
      if (waitMs > 0) await pause(waitMs);
    };
    const tell: Talk<F>["tell"] = async (bytes, deadlineMonoMs) => {
      await rest();
      return session.send(bytes, deadlineMonoMs);
    };
    const ask: Talk<F>["ask"] = async (bytes, pick) => {
      await rest();
      this.#frames.reset();
      const isSent = session.send(bytes).outcome === "sent";
      isSettled = false;
      // Listening starts in the same turn as the write; unsent, the time passes all the same.
      const answer = isSent ? await this.#hear(answerMs, pick, graceMs) : await pause(answerMs);
      isSettled = answer !== undefined;
      freeAtMs = monoMs() + (isSettled ? gapMs : settleMs);
      return answer;
    };
    return {
      get isOpen() {
        return session.isOpen;
      },
      get isSettled() {
        return isSettled;
      },
      tell,
      ask,
      pause,
    };
  }

  /**
   * Listens for `ms`, and `extraMs` more in a turn of its own, so that waiting input is read first.
   */
  #hear<A>(ms: number, pick: (frame: F) => A | undefined, extraMs = 0): Promise<A | undefined> {
    const { timers, id } = this.#options;
    const key = `bus/${id}/answer`;
    return new Promise((resolve) => {
      const finish = (answer: A | undefined): void => {
        this.#listen = undefined;
        timers.clear(key);
        resolve(answer);
      };
      this.#listen = {
        take: (frame) => {
          const answer = pick(frame);
          if (answer !== undefined) finish(answer);
        },
        end: () => finish(undefined),
      };
      const late = (): void =>
        extraMs === 0 ? finish(undefined) : timers.set(key, extraMs, () => finish(undefined));
      timers.set(key, ms, late);
    });
  }
}
