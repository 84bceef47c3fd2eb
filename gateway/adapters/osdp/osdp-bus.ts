// A half-duplex line with OSDP devices: the panel speaks, one device answers, each in its turn.
//
//   OsdpReader -> OsdpPd (stepPd, pure) -> OsdpBus (turns, time-outs) -> SupervisedLine -> port
import type { DeviceHealth, SymptomCounts } from "../../ports/devices.ts";
import { setAwake } from "../serial/awake-timer.ts";
import type { OpenLine } from "../serial/byte-line.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import type { OsdpFrame } from "./osdp-frame.ts";
import { OsdpStream } from "./osdp-stream.ts";

/** Serial speed devices leave the factory with, 8N1. */
export const osdpBaudRate = 9_600;

/** A device has this long to begin its answer (SIA OSDP 2.2, clause 5.7). */
const defaultReplyMs = 200;
/** Silence after an answer, so that the device can let go of the line. */
const defaultGapMs = 5;
/** Bytes of one packet follow one another within this time. */
const interByteMs = 20;
/** No answer takes longer than this after its time, whatever trickles in. */
const trickleMaxMs = 1_000;
/** A line on which nobody answers for this long is opened anew. */
const silentMaxMs = 15_000;
const bitsPerByte = 10;

/** One device on the line. The bus never calls two members at once. */
export interface OsdpBusMember {
  readonly address: number;
  /** Monotonic ms from which it wants the line. */
  readonly dueMs: number;
  onOpened(): void;
  onLine(health: DeviceHealth): void;
  /** The bytes to send now; undefined = it has nothing to say after all. */
  turn(): Uint8Array | undefined;
  /** True when the frame answers what was sent; all others are not passed on. */
  takes(frame: OsdpFrame): boolean;
  onReply(frame: OsdpFrame): void;
  onSilence(): void;
}

export interface OsdpBusOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  /** Of the wire, for the time our own bytes need; 9,600 by default. */
  readonly baudRate?: number;
  /** 200 by default; more behind a slow serial server. */
  readonly replyMs?: number;
  /** 5 by default. */
  readonly gapMs?: number;
  readonly pacing?: Partial<LinePacing>;
}

interface Waiting {
  readonly member: OsdpBusMember;
  readonly endMs: number;
  /** Bytes of an unfinished packet when the time was last up. */
  keptCount: number | undefined;
}

/**
 * Members are served round-robin: whoever is due and was served longest ago. A question that
 * nobody answers costs one time-out, and then it is the next one's turn.
 */
export class OsdpBus {
  readonly #options: OsdpBusOptions;
  readonly #line: SupervisedLine;
  readonly #stream = new OsdpStream();
  readonly #symptoms = new SymptomCounter();
  readonly #addresses = new Set<number>();
  /** In order of their last turn. */
  #members: readonly OsdpBusMember[] = [];
  #session: Session | undefined;
  #waiting: Waiting | undefined;
  #answeredAddress: number | undefined;
  #heardMs = 0;
  #onHeard: () => void = () => {};

  constructor(options: OsdpBusOptions) {
    this.#options = options;
    this.#line = new SupervisedLine({
      ...options,
      id: `osdp/${options.id}`,
      driver: {
        probe: (session) => this.#probe(session),
        onBytes: (bytes) => this.#takeAll(this.#stream.push(bytes)),
        onHealth: (health) => this.#onHealth(health),
      },
    });
  }

  get health(): DeviceHealth {
    return this.#line.health;
  }

  /** Of the line itself; each device adds its own. */
  symptoms(): SymptomCounts {
    const heard = addedCounts(this.#line.symptoms(), this.#stream.symptoms());
    return addedCounts(heard, this.#symptoms.counts());
  }

  /** Takes an address for a device to come. Throws `RangeError` when it is taken. */
  claim(address: number): void {
    if (this.#addresses.has(address)) {
      throw new RangeError(`two readers on ${this.#options.id} have the address ${address}`);
    }
    this.#addresses.add(address);
  }

  /** Adds a device; the first one starts the line. */
  attach(member: OsdpBusMember): void {
    this.#members = [...this.#members, member];
    if (this.#members.length === 1) return this.#line.start();
    member.onLine(this.health);
    if (this.#session !== undefined) member.onOpened();
    this.wake();
  }

  /** Removes a device; the last one stops the line. */
  async detach(member: OsdpBusMember): Promise<void> {
    this.#members = this.#members.filter((other) => other !== member);
    if (this.#waiting?.member === member) this.#conclude();
    if (this.#members.length === 0) await this.#line.stop();
  }

  /** A member is due earlier than it was. */
  wake(): void {
    if (this.#waiting === undefined && this.#session !== undefined) this.#rest(0);
  }

  #probe(session: Session): Promise<void> {
    this.#session = session;
    this.#stream.flush();
    this.#heardMs = this.#options.monoMs();
    for (const member of this.#members) member.onOpened();
    this.#rest(0);
    return new Promise((resolve) => {
      this.#onHeard = resolve;
    });
  }

  #onHealth(health: DeviceHealth): void {
    if (health.state !== "online" && health.state !== "probing") {
      this.#session = undefined;
      this.#waiting = undefined;
      this.#options.timers.clear(this.#timerKey);
    }
    for (const member of this.#members) member.onLine(health);
  }

  get #timerKey(): string {
    return `osdp/${this.#options.id}/turn`;
  }

  #rest(ms: number): void {
    this.#options.timers.set(this.#timerKey, ms, () => this.#serve());
  }

  #serve(): void {
    const { monoMs, replyMs = defaultReplyMs, timers } = this.#options;
    const nowMs = monoMs();
    const member = this.#members.find(({ dueMs }) => dueMs <= nowMs);
    const session = this.#session;
    if (session === undefined || member === undefined) return this.#restUntilDue(nowMs);
    this.#members = [...this.#members.filter((other) => other !== member), member];
    const sent = member.turn();
    if (sent === undefined) return this.#rest(this.#gapMs);
    this.#stream.flush();
    const waitMs = replyMs + this.#wireMs(sent.length);
    const endMs = nowMs + waitMs + trickleMaxMs;
    this.#waiting = { member, endMs, keptCount: undefined };
    setAwake(timers, this.#timerKey, waitMs, () => this.#onLate());
    // What could not be sent is not answered; the member sends it again.
    session.send(sent);
  }

  #restUntilDue(nowMs: number): void {
    const firstMs = Math.min(...this.#members.map(({ dueMs }) => dueMs));
    if (Number.isFinite(firstMs)) this.#rest(firstMs - nowMs);
  }

  /**
   * The time is up. Bytes that waited while this process was busy are read first, and a packet
   * that is still growing may end.
   */
  #onLate(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    const { keptCount } = this.#stream;
    const isGrowing = waiting.keptCount === undefined || keptCount > waiting.keptCount;
    if (isGrowing && this.#options.monoMs() < waiting.endMs) {
      waiting.keptCount = keptCount;
      this.#options.timers.set(this.#timerKey, interByteMs, () => this.#onLate());
      return;
    }
    this.#takeAll(this.#stream.flush());
    if (this.#waiting !== waiting) return;
    this.#conclude();
    waiting.member.onSilence();
    if (this.#options.monoMs() - this.#heardMs >= silentMaxMs) {
      this.#line.fail("no device on the line answers");
    }
  }

  #takeAll(frames: readonly OsdpFrame[]): void {
    for (const frame of frames) this.#take(frame);
  }

  #take(frame: OsdpFrame): void {
    const waiting = this.#waiting;
    if (!frame.isReply) return this.#symptoms.note("echo");
    if (waiting === undefined || !isFrom(waiting.member, frame)) return this.#noteStray(frame);
    this.#heardMs = this.#options.monoMs();
    this.#answeredAddress = frame.address;
    this.#conclude();
    waiting.member.onReply(frame);
    this.#onHeard();
  }

  /** A second answer to a question that was answered comes from a second device. */
  #noteStray(frame: OsdpFrame): void {
    const isSecond = this.#waiting === undefined && frame.address === this.#answeredAddress;
    this.#symptoms.note(isSecond ? "duplicate-address" : "noise");
  }

  /** Ends a turn; the gap begins. */
  #conclude(): void {
    this.#waiting = undefined;
    this.#rest(this.#gapMs);
  }

  get #gapMs(): number {
    return this.#options.gapMs ?? defaultGapMs;
  }

  #wireMs(byteCount: number): number {
    const { baudRate = osdpBaudRate } = this.#options;
    return Math.ceil((byteCount * bitsPerByte * 1_000) / baudRate);
  }
}

function isFrom(member: OsdpBusMember, frame: OsdpFrame): boolean {
  return frame.address === member.address && member.takes(frame);
}
