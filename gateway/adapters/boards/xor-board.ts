// The 8A/80 boards as lock boards: one unlock frame per order, the lock's switch as feedback.
import type { LockBoard, PulseOrder, PulseResult } from "../../ports/devices.ts";
import type { Levels } from "./board-inputs.ts";
import type { Reply, Talk } from "./bus-talk.ts";
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
import {
  queryAllRequest,
  queryRequest,
  unlockRequest,
  xorBoardMax,
  xorChannelMaxCount,
  type XorFrame,
} from "./xor-frame.ts";

type XorTalk = Talk<XorFrame>;

export interface XorBoardOptions extends PolledBoardOptions<XorFrame> {
  readonly monoMs: () => number;
  /** Board number set by its switches, 1..31; 1 by default. */
  readonly address?: number;
  /** 1..50 (made with 8, 12, 18, 24, 36 or 50); 8 by default. */
  readonly channelCount?: number;
  /** Feedback of a closed lock, which differs between makers; 11 by default. */
  readonly closedFeedback?: "11" | "00";
  /** The board's own pulse in ms, where known: an order that allows less is refused unsent. */
  readonly pulseMs?: number;
  /** How long after the end of a pulse the board may stay silent in ms; 1,000 by default. */
  readonly busyMs?: number;
}

/**
 * The board ends each pulse by itself after a time set in its hardware; the time of an order only
 * tells how long it may stay silent. Its commands that hold a coil on are not spoken here, so there
 * is nothing to switch off at start. Reports that some firmware sends unasked count as noise. The
 * feedback of a channel is the switch in its lock.
 * Throws `RangeError` for an address or a count the board cannot have.
 */
export function xorBoard(options: XorBoardOptions): LockBoard {
  return new PolledBoard(options, new XorDialect(options));
}

class XorDialect implements BoardDialect<XorFrame> {
  readonly place: string;
  readonly channelCount: number;
  readonly #options: XorBoardOptions;
  readonly #address: number;
  readonly #isClosedSet: boolean;

  constructor(options: XorBoardOptions) {
    const { address = 1, channelCount = 8, closedFeedback = "11" } = options;
    assertWithin("address of an 8A/80 board", address, [1, xorBoardMax]);
    assertWithin("channelCount of an 8A/80 board", channelCount, [1, xorChannelMaxCount]);
    this.#options = options;
    this.#address = address;
    this.#isClosedSet = closedFeedback === "11";
    this.channelCount = channelCount;
    this.place = `address ${address}`;
  }

  async prepare(_talk: XorTalk, read: ReadInputs): Promise<Readiness> {
    return { outcome: (await read()) ? "ready" : "unanswered" };
  }

  async poll(talk: XorTalk): Promise<Reply<Levels>> {
    const reply = await talk.ask({
      ...queryAllRequest(this.#address, this.channelCount),
      pick: (frame) => (frame.kind === "all" ? frame.feedback : undefined),
    });
    if (reply.outcome !== "answered") return reply;
    return { outcome: "answered", answer: this.#levelsOf(reply.answer) };
  }

  async unlock(talk: XorTalk, order: PulseOrder): Promise<PulseResult> {
    const { channel, pulseMs, deadlineMonoMs } = order;
    const { monoMs, busyMs = 1_000, pulseMs: ownPulseMs = 0 } = this.#options;
    if (pulseMs < ownPulseMs) {
      return notSent(`the board pulses for ${ownPulseMs} ms, the order allows ${pulseMs} ms`);
    }
    const reply = await talk.ask({
      ...unlockRequest(this.#address, channel),
      // With feedback 11.
      isRepeated: true,
      deadlineMonoMs,
      pick: isChannel,
    });
    if (reply.outcome === "not-sent") return notSent(reply.reason);
    if (reply.outcome === "answered") return { outcome: "answered" };
    const endMs = monoMs() + pulseMs + busyMs;
    const read = (): Promise<boolean> => this.#isChannelRead(talk, channel);
    if (await isAnsweredBefore({ talk, read, monoMs, endMs })) return { outcome: "answered" };
    return { outcome: "unknown", reason: "nothing was answered after the unlock" };
  }

  async #isChannelRead(talk: XorTalk, channel: number): Promise<boolean> {
    const reply = await talk.ask({
      ...queryRequest(this.#address, channel),
      pick: isChannel,
    });
    return reply.outcome === "answered";
  }

  #levelsOf(feedback: Uint8Array): Levels {
    return Array.from({ length: this.channelCount }, (_, channel) => {
      const isSet = (((feedback[channel >> 3] ?? 0) >> (channel & 7)) & 1) === 1;
      return { isHookClosed: isSet === this.#isClosedSet, isOccupied: undefined };
    });
  }
}

/** The rule of the question let only the channel asked for pass. */
function isChannel(frame: XorFrame): true | undefined {
  return frame.kind === "channel" ? true : undefined;
}
