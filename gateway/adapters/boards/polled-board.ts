// What all lock boards on a bus have in common: orders, polls, inputs and health of one board.
import type {
  ChannelInputs,
  DeviceHealth,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import { Listeners } from "../serial/listeners.ts";
import { addedCounts } from "../serial/symptom-counter.ts";
import {
  debounceInputs,
  isKnown,
  noInputs,
  type DebouncedInputs,
  type Levels,
} from "./board-inputs.ts";
import { BoardWitness } from "./board-witness.ts";
import { owedMaxCount, type Heard, type Reply, type Talk } from "./bus-talk.ts";
import type { BusMember, RequestBus } from "./request-bus.ts";

/** No coil is ordered on for longer, whatever the caller asks. */
export const pulseMaxMs = 5_000;

/** This many unanswered polls in a row make the inputs unknown. */
const missedMaxCount = 3;

/** A second device with the same address may answer this long after the first. */
const extraListenMs = 50;

/** A second device is told from late answers after so many questions. */
const doubtMaxCount = owedMaxCount + 3;

/** A board that cannot be used is tried again after the first time, then after twice that, … */
const retryFirstMs = 1_000;
const retryMaxMs = 30_000;

/** Polls once and takes the inputs; false when the board did not answer. */
export type ReadInputs = () => Promise<boolean>;

/** `refused`: the board answers, but must not be used, for a reason in words. */
export type Readiness =
  | { readonly outcome: "ready" | "unanswered" }
  | { readonly outcome: "refused"; readonly reason: string };

/** The protocol of one kind of board, as seen from a bus that carries frames `F`. */
export interface BoardDialect<F> {
  /** Words for the board on its line, such as `address 2`. */
  readonly place: string;
  readonly channelCount: number;
  /** First words after a (re)connect or a silence: outputs off, times set. Must read inputs. */
  prepare(talk: Talk<F>, read: ReadInputs): Promise<Readiness>;
  poll(talk: Talk<F>): Promise<Reply<Levels>>;
  /** Channel and pulse are within bounds, and no answer to an earlier question is under way. */
  unlock(talk: Talk<F>, order: PulseOrder, read: ReadInputs): Promise<PulseResult>;
}

export interface PolledBoardOptions<F> {
  readonly id: string;
  readonly bus: RequestBus<F>;
  /** Time between status polls in ms; 200 by default. A full bus takes longer. */
  readonly pollMs?: number;
}

/**
 * Runs one board of a bus. It takes orders only while `online`: prepared on this connection and
 * answering since. A board that stops answering, or must not be used, is `backing-off` by itself,
 * is tried again ever more slowly, and leaves the others on the bus alone.
 *
 * An order without any answer is `unknown`; when nothing proves that its bytes have left, the
 * connection is dropped, so that bytes still held by the operating system never arrive.
 */
export class PolledBoard<F> implements LockBoard, BusMember<F> {
  readonly id: string;
  readonly channelCount: number;
  readonly #options: PolledBoardOptions<F>;
  readonly #dialect: BoardDialect<F>;
  readonly #inputListeners = new Listeners<[number, ChannelInputs]>();
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  readonly #witness = new BoardWitness();
  #inputs: DebouncedInputs;
  #hasReported = false;
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  #isPrepared = false;
  /** Why the board cannot be used on this connection; undefined while it can or was not tried. */
  #blame: string | undefined;
  #missedCount = missedMaxCount;
  #failureCount = 0;
  #pollCount = 0;

  constructor(options: PolledBoardOptions<F>, dialect: BoardDialect<F>) {
    this.#options = options;
    this.#dialect = dialect;
    this.id = options.id;
    this.channelCount = dialect.channelCount;
    this.#inputs = noInputs(dialect.channelCount);
  }

  get isAnswering(): boolean {
    return this.#missedCount < missedMaxCount;
  }

  get pollMs(): number {
    if (this.#isPrepared || this.#failureCount === 0) return this.#options.pollMs ?? 200;
    return Math.min(retryFirstMs * 2 ** (this.#failureCount - 1), retryMaxMs);
  }

  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe {
    return this.#inputListeners.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  symptoms(): SymptomCounts {
    return addedCounts(this.#options.bus.symptoms(), this.#witness.symptoms());
  }

  pollCount(): number {
    return this.#pollCount;
  }

  start(): void {
    this.#options.bus.attach(this);
  }

  async stop(): Promise<void> {
    this.#isPrepared = false;
    await this.#options.bus.detach(this);
  }

  pulse(order: PulseOrder): Promise<PulseResult> {
    const { channel, pulseMs } = order;
    if (!(pulseMs > 0 && pulseMs <= pulseMaxMs)) {
      return Promise.resolve(notSent(`a pulse of ${pulseMs} ms is not within 1..${pulseMaxMs} ms`));
    }
    if (!Number.isInteger(channel) || channel < 0 || channel >= this.channelCount) {
      return Promise.resolve(notSent(`there is no channel ${channel} on this board`));
    }
    return new Promise((resolve) => {
      const isTaken = this.#options.bus.enqueue(this, async (talk) => {
        resolve(await this.#unlock(talk, order));
      });
      if (!isTaken) resolve(notSent("the line is not open or too many orders wait"));
    });
  }

  async prepare(talk: Talk<F>): Promise<string | undefined> {
    this.#isPrepared = false;
    this.#witness.begin();
    const readiness = await this.#dialect.prepare(talk, () => this.#readFirst(talk));
    const isClear = readiness.outcome !== "ready" || (await this.#isAlone(talk));
    if (!talk.isOpen) return "the line was lost";
    const isAnswered = readiness.outcome !== "unanswered" && isClear;
    this.#missedCount = isAnswered ? 0 : missedMaxCount;
    if (readiness.outcome === "ready" && isClear && !this.#witness.hasExtra) {
      this.#isPrepared = true;
      this.#failureCount = 0;
      this.#blame = undefined;
      this.#tellHealth(this.#options.bus.health);
      return undefined;
    }
    const { place } = this.#dialect;
    const reason = readiness.outcome === "refused" ? readiness.reason : this.#witness.blame(place);
    this.#giveUp(reason);
    return isAnswered ? undefined : reason;
  }

  async poll(talk: Talk<F>): Promise<void> {
    if (!talk.isOpen) return;
    if (this.#isPrepared) {
      if ((await this.#read(talk)) || !talk.isOpen) return;
      this.#missedCount += 1;
      if (this.#missedCount < missedMaxCount) return;
      this.#giveUp(this.#witness.blame(this.#dialect.place));
    } else if ((await this.prepare(talk)) === undefined || !talk.isOpen) return;
    this.#options.bus.noteSilence(this.#witness.blame(this.#dialect.place));
  }

  onHeard(heard: Heard): void {
    this.#witness.note(heard, this.#options.bus.hasAnswerBeside(this));
    if (!this.#witness.hasExtra || !this.#isPrepared) return;
    this.#giveUp(this.#witness.blame(this.#dialect.place));
  }

  onBusHealth(health: DeviceHealth): void {
    if (health.state !== "online") {
      this.#blame = undefined;
      if (health.state !== "probing") this.#isPrepared = false;
      if (health.state === "absent" || health.state === "backing-off") {
        this.#missedCount = missedMaxCount;
        this.#failureCount = 0;
        this.#forgetInputs();
      }
    }
    this.#tellHealth(health);
  }

  async #unlock(talk: Talk<F>, order: PulseOrder): Promise<PulseResult> {
    if (!talk.isOpen || !this.#isPrepared) return notSent("the board is not online");
    // After silence a status must be answered first, so that a late answer is not taken for one to
    // the unlock.
    if (!talk.isSettled && !(await this.#read(talk))) {
      return notSent("the board did not answer before the unlock");
    }
    if (!this.#isPrepared) return notSent("the board is not online");
    const result = await this.#dialect.unlock(talk, order, () => this.#read(talk));
    if (result.outcome === "unknown") await this.#options.bus.proveFlow(talk, result.reason);
    return result;
  }

  /**
   * Listens for a second device, and asks again while second answers come, which may be late ones.
   * False when the board stopped answering.
   */
  async #isAlone(talk: Talk<F>): Promise<boolean> {
    await talk.pause(extraListenMs);
    for (let again = 0; again < doubtMaxCount && this.#witness.isDoubtful; again += 1) {
      if (this.#witness.hasExtra) break;
      this.#witness.askAgain();
      if (!(await this.#read(talk))) return false;
      await talk.pause(extraListenMs);
    }
    return true;
  }

  /** The first answer after a connect is easily lost; where others wait, one try must do. */
  async #readFirst(talk: Talk<F>): Promise<boolean> {
    if (await this.#read(talk)) return true;
    return !this.#options.bus.hasAnswerBeside(this) && this.#read(talk);
  }

  async #read(talk: Talk<F>): Promise<boolean> {
    const reply = await this.#dialect.poll(talk);
    this.#pollCount += 1;
    if (reply.outcome !== "answered") return false;
    this.#missedCount = 0;
    const step = debounceInputs(this.#inputs, reply.answer);
    this.#inputs = step.inputs;
    for (const { channel, inputs } of step.changes) this.#inputListeners.emit(channel, inputs);
    return true;
  }

  /** The board cannot be used until it is prepared again. */
  #giveUp(reason: string): void {
    this.#isPrepared = false;
    this.#failureCount += 1;
    this.#blame = reason;
    this.#forgetInputs();
    this.#tellHealth(this.#options.bus.health);
  }

  #forgetInputs(): void {
    const before = this.#inputs.channels;
    this.#inputs = noInputs(this.channelCount);
    for (const [channel, inputs] of this.#inputs.channels.entries()) {
      const was = before[channel];
      const isNews = was !== undefined && isKnown(was);
      if (isNews || !this.#hasReported) this.#inputListeners.emit(channel, inputs);
    }
    this.#hasReported = true;
  }

  #tellHealth(bus: DeviceHealth): void {
    const health = bus.state === "online" && !this.#isPrepared ? this.#ownHealth() : bus;
    if (wordsOf(health) === wordsOf(this.#health)) return;
    this.#health = health;
    this.#options.bus.log.info({ board: this.id, ...health }, "board changed");
    this.#healthListeners.emit(health);
  }

  #ownHealth(): DeviceHealth {
    if (this.#blame !== undefined) return { state: "backing-off", reason: this.#blame };
    return { state: "probing", reason: "the line is open, the board was not asked yet" };
  }
}

/** The result of an order of which no byte left. */
export function notSent(reason: string): PulseResult {
  return { outcome: "not-sent", reason };
}

/** Throws `RangeError` unless `value` is a whole number within the limits of the board. */
export function assertWithin(name: string, value: number, limits: readonly [number, number]): void {
  const [min, max] = limits;
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new RangeError(`${name} is ${value}, not within ${min}..${max}`);
}

function wordsOf(health: DeviceHealth): string {
  return health.state === "online" ? "online" : `${health.state}: ${health.reason}`;
}
