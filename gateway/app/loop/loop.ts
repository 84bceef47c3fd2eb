// The gateway's one loop: inputs are decided and sealed, records become durable, then effects run.
//
//   offer -> queue -> group of steps -> journal.append -> state, observers -> effects
//                          ^                                                     |
//                          +---- results and timers come back as inputs ---------+

import { Fault, type RecordParts } from "@driftbox/proto";
import type { Effect } from "../../custody/inputs.ts";
import type { State } from "../../custody/state.ts";
import type { ClockReading, Log, Timers } from "../../ports/runtime.ts";
import type { Journal, RoomClass } from "../../ports/storage.ts";
import type { EpochPlan } from "../chain/chain-recovery.ts";
import type { Offering } from "../devices/credential-desk.ts";
import type { CustodyCore } from "./custody-core.ts";
import { InputQueue, type Offered, type QueueCounts, type Waiting } from "./input-queue.ts";
import { isDispensable, isOfPerson } from "./input-traits.ts";
import type { SeqSpan } from "../chain/lineage.ts";
import { bytesOf, restate } from "../chain/restatement.ts";
import { weakestRoom } from "./room-class.ts";
import { storageReportOf } from "../storage-watch.ts";
import { sealFacts, stepOf, type SealingParts, type Standing, type Step } from "./step.ts";

/** Events of one group; one more input may add its facts to the last. */
export const groupMaxEvents = 64;
/** Time spent deciding one group, in ms. */
export const groupMaxMs = 5;
/** Wait in ms before inputs that found no space are tried again. */
export const spaceRetryMs = 1_000;
/** Badges whose refusal for want of space may use the reserve until there is space again. */
const refusalsWhileFullMaxCount = 16;
/** Reads with a new counter that may use the reserve until then; of later ones memory has it. */
const countersWhileFullMaxCount = 256;

const retryTimer = "loop-space-retry";

export interface LoopParts extends SealingParts {
  readonly core: CustodyCore;
  /**
   * Whether what a person does that comes in now may be older than it seems; absent = never. It is
   * asked about timers too, so that a standstill is told before them.
   */
  readonly isLate?: () => boolean;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly log: Log;
  /** Runs one effect; its result is offered as an input later. Must not throw. */
  readonly runEffect: (effect: Effect) => void;
  /** Calls back after the input sources that are ready now were read. */
  readonly defer: (run: () => void) => void;
  /** A defect or a dead disk: the process must end, recovery replays. Called once. */
  readonly onFatal: (error: unknown) => void;
}

/** What became of inputs so far; `waiting` = now. */
export type LoopCounts = Readonly<QueueCounts> & {
  readonly waiting: number;
  readonly taken: number;
};

/** Called with records in chain order after they are durable and before effects run. */
export type DurableListener = (records: readonly RecordParts[], state: State) => void;

/** Owns the state of custody. Nothing else changes it, and it changes only with durable records. */
export class Loop {
  readonly #parts: LoopParts;
  readonly #queue = new InputQueue();
  readonly #listeners: DurableListener[] = [];
  #state: State;
  #isScheduled = false;
  #isPaused = false;
  #isDead = false;
  /** The newest time any step was made at; time in the chain never runs back within a boot. */
  #latest: ClockReading | undefined;
  /** Badges whose refusal was recorded from the reserve since the last opening found space. */
  readonly #refusedWhileFull = new Set<string>();
  #countersWhileFullCount = 0;
  /** Inputs given up because not even the reserve had space for them. */
  unrecordedCount = 0;

  constructor(parts: LoopParts, state: State) {
    this.#parts = parts;
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  /** True once `onFatal` was called: nothing is decided any more. */
  get isDead(): boolean {
    return this.#isDead;
  }

  /** True while inputs wait for space in the journal. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  get counts(): LoopCounts {
    const { counts, length, takenCount } = this.#queue;
    return { ...counts, waiting: length, taken: takenCount };
  }

  onDurable(listener: DurableListener): void {
    this.#listeners.push(listener);
  }

  /** Queues one input. A person's is refused while the journal has no space: it would open late. */
  offer(input: Offering): Offered {
    const reading = this.#parts.clock.read();
    if (this.#isDead || (this.#isPaused && isOfPerson(input))) {
      return this.#queue.refuse(input, reading);
    }
    const mayOpen = isOfPerson(input) || input.kind === "TimerDue";
    const isBehind = mayOpen && this.#parts.isLate?.() === true;
    const isLate = isBehind && isOfPerson(input);
    const offered = isLate
      ? this.#queue.offerLate(input, reading)
      : this.#queue.offer(input, reading);
    if (offered === "refused" && !isLate)
      this.#parts.log.warn({ kind: input.kind }, "input queue full");
    this.#schedule();
    return offered;
  }

  /** Takes everything that waits now, without yielding. For start and stop. */
  settle(): void {
    while (this.#queue.length > 0 && !this.#isPaused && !this.#isDead) this.#guarded();
  }

  /** Takes everything that waits, and refuses whatever comes later. For a clean stop. */
  close(): void {
    this.#queue.tellSpent();
    this.settle();
    this.#isDead = true;
  }

  /**
   * Does what must be recorded before any input, at a start. Without space it is tried again
   * later, and inputs wait until then. @throws what `work` throws but journal/full
   */
  first(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!isFull(error)) throw error;
      this.#parts.log.error({ error }, "no space for the recovery; nothing is decided before it");
      this.#pauseUntil(() => this.first(work));
    }
  }

  /**
   * Opens a new key epoch: its fact becomes the first record, at its head. The facts of `lost`,
   * which can not be delivered under their numbers, are said again behind it.
   * @throws Fault journal/full when there is no room for all of it; then nothing changed.
   * False: it failed half way, the process ends, and the next start goes on.
   */
  recoverChain({ head, fact }: EpochPlan, lost?: SeqSpan): boolean {
    if (this.#isDead) return false;
    const { core, journal, clock } = this.#parts;
    if (lost !== undefined && bytesOf(journal, lost) > journal.use().openingRoomBytes) {
      throw new Fault("journal/full", "no room to say again what the center can not have");
    }
    journal.beginEpoch(head);
    const start: Standing = { state: this.#state, head };
    const stated = { facts: [fact], reading: this.#notBack(clock.read()) };
    const sealed = sealFacts(core, this.#parts, start, stated);
    return this.#orDie(() => {
      journal.append(sealed.records, "closing");
      this.#adopt(sealed.after.state, sealed.records);
      if (lost !== undefined) this.restate(lost, head.nextSeq + 1);
    });
  }

  /**
   * Says the facts of `lost` again, from number `firstSeq` on. What the head says was said already
   * is left out, so an interrupted restatement goes on where it stopped.
   * @throws Fault of the journal
   */
  restate(lost: SeqSpan, firstSeq: number): void {
    const { core, journal } = this.#parts;
    const parts = { core, sealing: this.#parts, journal, span: lost, firstSeq };
    const start: Standing = { state: this.#state, head: journal.head };
    const group: RecordParts[] = [];
    let { state } = start;
    const store = (): void => {
      const records = group.splice(0);
      if (records.length > 0) journal.append(records, "closing");
      this.#adopt(state, records);
    };
    for (const { record, after } of restate(parts, start)) {
      group.push(record);
      ({ state } = after);
      if (group.length >= groupMaxEvents) store();
    }
    store();
  }

  #schedule(): void {
    if (this.#isScheduled || this.#isPaused || this.#isDead || this.#queue.length === 0) return;
    this.#isScheduled = true;
    this.#parts.defer(() => {
      this.#isScheduled = false;
      if (this.#isPaused || this.#isDead) return;
      this.#guarded();
      this.#schedule();
    });
  }

  #guarded(): void {
    this.#orDie(() => this.#runGroup());
  }

  #orDie(work: () => void): boolean {
    try {
      work();
      return true;
    } catch (error) {
      this.#isDead = true;
      this.#parts.onFatal(error);
      return false;
    }
  }

  #runGroup(): void {
    const steps = this.#decideGroup();
    if (steps.length === 0 || this.#commit(steps)) return;
    if (steps.length === 1) {
      for (const step of steps) this.#retryWithoutSpace(step, []);
      return;
    }
    // One member found no space; each is decided again alone, so that only that one suffers.
    const causes = steps.map((step) => step.cause);
    for (const [at, cause] of causes.entries()) {
      const step = this.#step(cause);
      if (!this.#commit([step])) this.#retryWithoutSpace(step, causes.slice(at + 1));
      if (this.#isPaused) return;
    }
  }

  #decideGroup(): readonly Step[] {
    const until = this.#monoMs() + groupMaxMs;
    const steps: Step[] = [];
    let count = 0;
    while (count < groupMaxEvents && (steps.length === 0 || this.#monoMs() < until)) {
      // Counters that are not in the journal yet come before any badge that might be granted.
      const standing = steps.at(-1)?.after ?? this;
      if (standing.state.volatile.canOpen) this.#queue.tellSpent();
      const cause = this.#queue.take(this.#monoMs());
      if (cause === undefined) break;
      const step = this.#step(cause, steps.at(-1)?.after);
      steps.push(step);
      count += step.records.length;
    }
    return steps;
  }

  #step({ input, reading }: Waiting, before?: Standing): Step {
    const start = before ?? { state: this.#state, head: this.#parts.journal.head };
    return stepOf(this.#parts.core, this.#parts, start, { input, reading: this.#notBack(reading) });
  }

  #notBack(reading: ClockReading): ClockReading {
    const latest = this.#latest;
    if (latest === undefined || reading.monoUs >= latest.monoUs) this.#latest = reading;
    return this.#latest ?? reading;
  }

  /** One append for all; false = no space, and then nothing of the group happened. */
  #commit(steps: readonly Step[], room?: RoomClass): boolean {
    const last = steps.at(-1);
    if (last === undefined) return true;
    const records = steps.flatMap((step) => step.records);
    const stating = steps.filter((step) => step.records.length > 0);
    try {
      const weakest = weakestRoom(stating.map((step) => step.room));
      if (records.length > 0) this.#parts.journal.append(records, room ?? weakest);
    } catch (error) {
      if (isFull(error)) return false;
      throw error;
    }
    this.#adopt(last.after.state, records);
    if (stating.some((step) => step.room === "opening") && room === undefined) {
      this.#refusedWhileFull.clear();
      this.#countersWhileFullCount = 0;
    }
    for (const step of steps) for (const effect of step.effects) this.#parts.runEffect(effect);
    return true;
  }

  #adopt(state: State, records: readonly RecordParts[]): void {
    this.#state = state;
    if (records.length > 0) for (const listener of this.#listeners) listener(records, state);
  }

  /** The core first learns that openings cannot be recorded, then answers the same input again. */
  #retryWithoutSpace(failed: Step, following: readonly Waiting[]): void {
    if (failed.room === "telemetry" && isOfPerson(failed.cause.input)) {
      // A stranger: there is still room for openings, and nobody is to be kept out.
      this.unrecordedCount += 1;
      return this.#queue.keepSpent(failed.cause);
    }
    const report = { ...storageReportOf(this.#parts.journal), canOpen: false };
    const { input, reading } = failed.cause;
    this.#parts.log.error({ kind: input.kind, freeBytes: report.freeBytes }, "journal full");
    if (input.kind !== "StorageReported") {
      this.#commit([this.#step({ input: report, reading })], "closing");
    }
    const again = this.#step(failed.cause);
    if (this.#commit([again], this.#reserveRoom(again))) return;
    this.unrecordedCount += 1;
    this.#queue.keepSpent(failed.cause);
    // While the core does not even know that it is full, what is spent would be told at once.
    if (!isDispensable(input)) this.#pause([failed.cause, ...following]);
    else if (this.#state.volatile.canOpen) this.#pause(following);
  }

  /** What happened must be recorded: it waits at the front, in order, until there is space. */
  #pause(causes: readonly Waiting[]): void {
    this.#queue.putBack(causes);
    this.#pauseUntil(() => undefined);
  }

  #pauseUntil(work: () => void): void {
    this.#isPaused = true;
    this.#parts.timers.set(retryTimer, spaceRetryMs, () => {
      this.#isPaused = false;
      this.#orDie(work);
      this.#schedule();
    });
  }

  /** What happened may use the reserve, and so may the first refusal of each badge meanwhile. */
  #reserveRoom({ cause: { input }, after, records, room }: Step): RoomClass {
    if (input.kind === "BadgePresented") {
      const isRefusal = records.length > 0 && !this.#state.volatile.canOpen;
      const isFirst = !this.#refusedWhileFull.has(input.badgeRef);
      if (isRefusal && this.#raisesCounter(after) && this.#takeCounterRoom()) return "closing";
      if (!isRefusal || !isFirst) return room;
      if (this.#refusedWhileFull.size >= refusalsWhileFullMaxCount) return room;
      this.#refusedWhileFull.add(input.badgeRef);
      return "closing";
    }
    return isDispensable(input) ? room : "closing";
  }

  #raisesCounter(after: Standing): boolean {
    return after.state.durable.counters !== this.#state.durable.counters;
  }

  #takeCounterRoom(): boolean {
    this.#countersWhileFullCount += 1;
    return this.#countersWhileFullCount <= countersWhileFullMaxCount;
  }

  #monoMs(): number {
    return this.#parts.clock.read().monoUs / 1_000;
  }
}

function isFull(error: unknown): boolean {
  return error instanceof Fault && error.code === "journal/full";
}
