// A YRM100 module that looks into a box: which UHF tags on parcels come in.
import type {
  BadgeRead,
  BadgeReader,
  DeviceHealth,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import { setAwake } from "../serial/awake-timer.ts";
import { FrameReader } from "../serial/frame-reader.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import { TagTable } from "./tag-table.ts";
import {
  multiPoll,
  singlePoll,
  stopPoll,
  yrm100Rule,
  type SeenTag,
  type Yrm100Frame,
} from "./yrm100-frame.ts";

const defaultPollMs = 200;
const defaultAwayMs = 10_000;
const defaultRssiMinDbm = -65;
const defaultStaySlackDb = 6;

/** The module ends its rounds within this time after it was told to stop. */
const stopMs = 60;

/** This many polls in a row without a round and the module is looked for from the start. */
const missedMaxCount = 3;

export interface Yrm100ReaderOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** UHF reads through the walls of neighboring boxes: only stronger tags count; -65 by default. */
  readonly rssiMinDbm?: number;
  /** A tag inside may be this much weaker for a while; 6 by default. */
  readonly staySlackDb?: number;
  /** Time from poll to poll in ms; 200 by default. */
  readonly pollMs?: number;
  /** Rounds a poll, 1..10,000, ended after `pollMs`; 1 by default. More find more tags. */
  readonly rounds?: number;
  /**
   * A tag has left when it was not heard, or too weak, for this long and in as many answered rounds
   * as fit into it; 10,000 by default: a hand or a person before the open box hides it for seconds.
   */
  readonly awayMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

type Round = "silent" | "failed" | "looked";

/**
 * `onRead` tells each tag that comes in; one that left is told when it comes in again. While the
 * module does not look, nothing changes: time in which a tag counts as away is only that of polls
 * that were answered. An EPC is freely rewritten, so the assurance is `identifier`.
 */
export class Yrm100Reader implements BadgeReader {
  readonly id: string;
  readonly #options: Yrm100ReaderOptions;
  readonly #timerKey: string;
  readonly #line: SupervisedLine;
  readonly #frames = new FrameReader(yrm100Rule);
  readonly #symptoms = new SymptomCounter();
  readonly #tags: TagTable;
  readonly #poll: Uint8Array;
  readonly #pollMs: number;
  readonly #reads = new Listeners<[BadgeRead]>();
  readonly #health = new Listeners<[DeviceHealth]>();
  #session: Session | undefined;
  #probe: { readonly end: (error?: Error) => void } | undefined;
  #round: Round = "silent";
  #missedCount = 0;
  #isOverfull = false;
  /** Time in which the module looked, and when the round that runs now began. */
  #lookedMs = 0;
  #roundMs = 0;
  #heard = { byteCount: 0, hasEcho: false, error: 0 };

  constructor(options: Yrm100ReaderOptions) {
    const { rounds = 1 } = options;
    const lineId = `reader/${options.id}`;
    this.id = options.id;
    this.#options = options;
    this.#timerKey = `${lineId}/poll`;
    this.#pollMs = options.pollMs ?? defaultPollMs;
    this.#poll = rounds === 1 ? singlePoll : multiPoll(rounds);
    this.#tags = new TagTable({
      rssiMinDbm: options.rssiMinDbm ?? defaultRssiMinDbm,
      staySlackDb: options.staySlackDb ?? defaultStaySlackDb,
      awayMs: options.awayMs ?? defaultAwayMs,
    });
    this.#line = new SupervisedLine({
      ...options,
      id: lineId,
      driver: {
        probe: (session) => this.#identify(session),
        onBytes: (bytes) => this.#take(bytes),
        onHealth: (health) => this.#onLine(health),
      },
    });
  }

  onRead(listener: (read: BadgeRead) => void): Unsubscribe {
    return this.#reads.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#health.add(listener);
  }

  symptoms(): SymptomCounts {
    const ofLine = addedCounts(this.#line.symptoms(), this.#frames.symptoms());
    return addedCounts(ofLine, this.#symptoms.counts());
  }

  start(): void {
    this.#line.start();
  }

  async stop(): Promise<void> {
    this.#session?.send(stopPoll);
    await this.#line.stop();
    this.#tags.forget();
  }

  /** The module is known by its answer to a poll. */
  #identify(session: Session): Promise<void> {
    this.#session = session;
    this.#frames.reset();
    this.#heard = { byteCount: 0, hasEcho: false, error: 0 };
    this.#missedCount = 0;
    this.#stopThenPoll();
    return new Promise((resolve, reject) => {
      this.#probe = {
        end: (error) => {
          this.#probe = undefined;
          if (error === undefined) resolve();
          else reject(error);
        },
      };
    });
  }

  #onLine(health: DeviceHealth): void {
    if (health.state !== "online" && health.state !== "probing") {
      this.#options.timers.clear(this.#timerKey);
      this.#session = undefined;
      this.#probe?.end(new Error("the line ended"));
    }
    this.#health.emit(health);
  }

  /** Ends what an earlier poll, also that of a program before us, may have left running. */
  #stopThenPoll(): void {
    this.#session?.send(stopPoll);
    this.#options.timers.set(this.#timerKey, stopMs, () => this.#startRound());
  }

  #startRound(): void {
    this.#frames.reset();
    this.#round = "silent";
    this.#roundMs = this.#options.monoMs();
    this.#session?.send(this.#poll);
    setAwake(this.#options.timers, this.#timerKey, this.#pollMs, () => this.#endRound());
  }

  #endRound(): void {
    if (this.#round === "looked") {
      this.#missedCount = 0;
      this.#probe?.end();
      // However long this process stood still, it was one look.
      this.#lookedMs += Math.min(this.#options.monoMs() - this.#roundMs, this.#pollMs);
      this.#tags.expire(this.#lookedMs);
    } else {
      this.#missedCount += 1;
      if (this.#round === "silent") this.#symptoms.note("no-answer");
      if (this.#missedCount >= missedMaxCount) return this.#giveUp();
    }
    if (this.#session === undefined) return;
    if (this.#poll === singlePoll) this.#startRound();
    else this.#stopThenPoll();
  }

  #giveUp(): void {
    const reason = this.#diagnosis();
    if (this.#probe === undefined) this.#line.fail(reason);
    else this.#probe.end(new Error(reason));
  }

  #diagnosis(): string {
    const { byteCount, hasEcho, error } = this.#heard;
    if (hasEcho) return "our own bytes come back: separate RX from TX at the module";
    if (error !== 0) return `the module refuses to poll (error ${error}): check antenna and region`;
    if (byteCount === 0) return "no answer: check power and enable pin, swap RX and TX";
    return "bytes but no answer to a poll: check 115200 baud, ground, and what is on this port";
  }

  #take(bytes: Uint8Array): void {
    this.#heard.byteCount += bytes.length;
    for (const frame of this.#frames.push(bytes)) this.#read(frame);
  }

  #read(frame: Yrm100Frame): void {
    if (frame.kind === "echo") {
      this.#heard.hasEcho = true;
      this.#symptoms.note("echo");
    } else if (frame.kind === "torn") this.#symptoms.note("bad-frame");
    else if (frame.kind === "failed") {
      this.#heard.error = frame.error;
      if (this.#round === "silent") this.#round = "failed";
    } else if (frame.kind === "none") this.#round = "looked";
    else if (frame.kind === "tag") {
      this.#round = "looked";
      this.#hear(frame.tag);
    }
  }

  #hear(tag: SeenTag): void {
    const isNew = this.#tags.hear(tag, this.#lookedMs);
    if (this.#tags.isFull && !this.#isOverfull) {
      this.#options.log.warn({ reader: this.id }, "field full: more tags are not told");
    }
    this.#isOverfull = this.#tags.isFull;
    if (isNew) this.#reads.emit({ number: tag.epc, assurance: "identifier" });
  }
}
