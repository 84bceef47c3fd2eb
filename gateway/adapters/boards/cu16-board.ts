// The KERONG CU16 as a lock board: one unlock frame per order, status polls tell the rest.
import type { LockBoard, PulseOrder, PulseResult } from "../../ports/devices.ts";
import type { WriteResult } from "../serial/byte-line.ts";
import type { Levels } from "./board-inputs.ts";
import type { Reply, Talk } from "./bus-talk.ts";
import {
  cu16BoardMaxCount,
  cu16ChannelMaxCount,
  cu16PulseStepMs,
  statusRequest,
  unlockRequest,
  unlockTimeRequest,
  type Cu16Other,
  type Cu16Status,
} from "./cu16-frame.ts";
import {
  assertWithin,
  notSent,
  PolledBoard,
  type BoardDialect,
  type PolledBoardOptions,
  type ReadInputs,
  type Readiness,
} from "./polled-board.ts";
import { isAnsweredBefore } from "./status-after.ts";

/** Serial speed of the board, 8N1. */
export const cu16BaudRate = 19_200;

/** The order that sets the unlock time has no answer, so it is said often enough to be heard. */
const unlockTimeSendCount = 3;

type Cu16Frame = Cu16Status | Cu16Other;
type Cu16Talk = Talk<Cu16Frame>;

export interface Cu16BoardOptions extends PolledBoardOptions<Cu16Frame> {
  readonly monoMs: () => number;
  /** Board number set on the board, 0..15; 0 by default. */
  readonly address?: number;
  /** 16 by default (12 on a CU12). */
  readonly channelCount?: number;
  /** Unlock time set on each connection in ms; 500 by default. */
  readonly pulseMs?: number;
  /** Silence after a frame that has no answer in ms; 30 by default. */
  readonly turnaroundMs?: number;
  /** How long after the end of a pulse the board may stay silent in ms; 1,000 by default. */
  readonly busyMs?: number;
}

/**
 * The board ends each pulse by itself and has one unlock time for all locks. It is set on every
 * connection, before pulses are accepted, and again before an order that wants another one; it is
 * rounded up to 10 ms; also after any silence, which may have been a loss of power. The board has
 * no command to switch outputs off, and needs none.
 *
 * An unlock has no answer of its own: the first status after it is the answer. While a coil is on
 * the board may be silent. Throws `RangeError` for an address or a count the board cannot have.
 */
export function cu16Board(options: Cu16BoardOptions): LockBoard {
  return new PolledBoard(options, new Cu16Dialect(options));
}

class Cu16Dialect implements BoardDialect<Cu16Frame> {
  readonly place: string;
  readonly channelCount: number;
  readonly #options: Cu16BoardOptions;
  readonly #address: number;
  readonly #turnaroundMs: number;
  /** Unlock time on the board in steps of 10 ms; undefined = not known. */
  #steps: number | undefined;

  constructor(options: Cu16BoardOptions) {
    const { address = 0, channelCount = cu16ChannelMaxCount, turnaroundMs = 30 } = options;
    assertWithin("address of a CU16", address, [0, cu16BoardMaxCount - 1]);
    assertWithin("channelCount of a CU16", channelCount, [1, cu16ChannelMaxCount]);
    this.#options = options;
    this.#address = address;
    this.#turnaroundMs = turnaroundMs;
    this.channelCount = channelCount;
    this.place = `address ${address}`;
  }

  async prepare(talk: Cu16Talk, read: ReadInputs): Promise<Readiness> {
    const steps = stepsOf(this.#options.pulseMs ?? 500);
    this.#steps = undefined;
    const set = await this.#tellTime(talk, steps);
    if (set.outcome === "not-sent") return { outcome: "unanswered" };
    if (!(await read())) return { outcome: "unanswered" };
    this.#steps = steps;
    return { outcome: "ready" };
  }

  async poll(talk: Cu16Talk): Promise<Reply<Levels>> {
    const reply = await talk.ask({
      bytes: statusRequest(this.#address),
      pick: (frame) =>
        frame.kind === "status" && frame.board === this.#address ? frame : undefined,
    });
    if (reply.outcome === "answered") {
      return { outcome: "answered", answer: levelsOf(reply.answer, this.channelCount) };
    }
    // It may have been without power and be back at its factory setting.
    this.#steps = undefined;
    return reply;
  }

  async unlock(talk: Cu16Talk, order: PulseOrder, read: ReadInputs): Promise<PulseResult> {
    const refusal = await this.#setTime(talk, order, read);
    if (refusal !== undefined) return notSent(refusal);
    const unlock = unlockRequest(this.#address, order.channel);
    const sent = await this.#tell(talk, unlock, order.deadlineMonoMs);
    if (sent.outcome === "not-sent") return sent;
    const { monoMs, busyMs = 1_000 } = this.#options;
    const endMs = monoMs() + order.pulseMs + busyMs;
    await talk.pause(this.#turnaroundMs);
    if (await isAnsweredBefore({ talk, read, monoMs, endMs })) return { outcome: "answered" };
    return { outcome: "unknown", reason: "no status was answered after the unlock" };
  }

  /** Sets the unlock time where it differs; undefined = the unlock may be sent now. */
  async #setTime(talk: Cu16Talk, order: PulseOrder, read: ReadInputs): Promise<string | undefined> {
    const steps = stepsOf(order.pulseMs);
    if (steps === this.#steps) return undefined;
    this.#steps = undefined;
    const set = await this.#tellTime(talk, steps, order.deadlineMonoMs);
    if (set.outcome === "not-sent") return set.reason;
    if (!(await read())) return "the board did not answer before the unlock";
    this.#steps = steps;
    return undefined;
  }

  /** A board that missed it would pulse as long as it did for somebody else. */
  async #tellTime(talk: Cu16Talk, steps: number, deadlineMonoMs?: number): Promise<WriteResult> {
    const setTime = unlockTimeRequest(this.#address, steps);
    for (let sent = 0; sent < unlockTimeSendCount; sent += 1) {
      const set = await this.#tell(talk, setTime, deadlineMonoMs);
      if (set.outcome === "not-sent") return set;
      await talk.pause(this.#turnaroundMs);
    }
    return { outcome: "sent" };
  }

  /** Tries once more when the line was still busy with the bytes before: nothing had left. */
  async #tell(talk: Cu16Talk, bytes: Uint8Array, deadlineMonoMs?: number): Promise<WriteResult> {
    const first = await talk.tell(bytes, deadlineMonoMs);
    if (first.outcome === "sent") return first;
    await talk.pause(this.#turnaroundMs);
    return talk.tell(bytes, deadlineMonoMs);
  }
}

function levelsOf({ hooks, infrared }: Cu16Status, channelCount: number): Levels {
  return Array.from({ length: channelCount }, (_, channel) => ({
    isHookClosed: (hooks & (1 << channel)) !== 0,
    isOccupied: (infrared & (1 << channel)) !== 0,
  }));
}

function stepsOf(pulseMs: number): number {
  return Math.ceil(pulseMs / cu16PulseStepMs);
}
