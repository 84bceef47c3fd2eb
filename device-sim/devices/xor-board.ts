// An 8A/80 lock board ("YL", XOR check): 8 to 50 locks that report by one feedback wire each.

import type { Line } from "../lines/line.ts";
import type { Spot } from "../world/index.ts";
import { CoilBank } from "./coil-bank.ts";
import { FrameGap } from "./frame-gap.ts";
import { HalfDuplex } from "./half-duplex.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";
import { scanXorOrders, xorFrame, xorFunctions, xorHeaders, type XorOrder } from "./xor-frame.ts";

/** Every board runs at 9600 8N1. */
export const xorBaudRate = 9_600;
/** Sizes the boards are sold in. */
export const xorChannelCounts: readonly number[] = [8, 12, 18, 24, 36, 50];
export const xorAddressMax = 31;

/** The board's own one-shot; it cannot be set. */
export const xorPulseMs = 500;
const unlockAllGapMs = 200;
const replyDelayMs = 3;
/** The answer to an unlock tells the feedback after the hook has had time to move. */
const feedbackAfterMs = 60;
const frameGapMaxMs = 50;
/** An answer for all has at least this many status bytes, also on a small board (a capture). */
const statusMinBytes = 3;

export interface XorBoardOptions {
  readonly id: string;
  /** 1 to 31, set by switches on the board. */
  readonly address: number;
  readonly channelCount: number;
  /** `closed-is-11`: a shut lock reads 11 and 1; `closed-is-00`: the other way round. */
  readonly feedbackPolarity: "closed-is-11" | "closed-is-00";
  /** Where an answer for all has channels 1 to 8: makers differ (public drivers of both kinds). */
  readonly firstChannelIn: "first-byte" | "last-byte";
  /** Which compartment hangs on which channel, counted from 0. */
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** Custom firmware: each change of a feedback is reported without a question. */
  readonly reportsChanges?: boolean;
}

/** A hold order keeps the coil on until it is told otherwise, burning or not. */
export class XorBoard {
  readonly #options: XorBoardOptions;
  readonly #coils: CoilBank;
  readonly #wire: HalfDuplex;
  readonly #gap: FrameGap;
  readonly #stops: readonly (() => void)[];
  #received: readonly number[] = [];

  constructor(options: XorBoardOptions) {
    this.#options = options;
    this.#wire = new HalfDuplex(options.line, options.scheduler);
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    this.#coils = new CoilBank({ ...options, onDark: () => (this.#received = []) });
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      options.stage.onHappening((happening) => {
        if (happening.kind !== "BoltReleased" && happening.kind !== "BoltEngaged") return;
        this.#report(happening);
      }),
    ];
  }

  /** Bytes lost because the board was sending or without power. */
  get refusedBytes(): number {
    return this.#wire.lostBytes;
  }

  get replyCount(): number {
    return this.#wire.sentCount;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#coils.close();
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#coils.isPowered || this.#wire.isSending) {
      this.#wire.lose(bytes);
      return;
    }
    const kept = this.#gap.isOver ? [] : this.#received;
    const { orders, rest } = scanXorOrders([...kept, ...bytes]);
    this.#received = rest;
    this.#gap.heard(rest.length > 0);
    for (const order of orders) this.#obey(order);
  }

  #obey({ header, board, channel }: XorOrder): void {
    const { address, channelCount } = this.#options;
    if (board !== address || channel > channelCount) return;
    switch (header) {
      case xorHeaders.unlock:
        this.#unlock(channel);
        return;
      case xorHeaders.query:
        if (channel === 0) this.#reply(replyDelayMs, () => this.#allFeedback());
        else this.#reply(replyDelayMs, () => this.#feedback(header, channel));
        return;
      default:
        for (const one of channel === 0 ? this.#coils.channels : [channel - 1]) {
          this.#hold(one, header === xorHeaders.holdOn);
        }
        this.#reply(replyDelayMs, () => [header, address, channel, xorFunctions.act]);
    }
  }

  #unlock(channel: number): void {
    if (channel === 0) {
      this.#coils.pulseInTurn(xorPulseMs, unlockAllGapMs);
      const { address } = this.#options;
      this.#reply(replyDelayMs, () => [xorHeaders.unlock, address, 0, xorFunctions.act]);
      return;
    }
    this.#coils.ordered(channel - 1);
    this.#coils.pulse(channel - 1, xorPulseMs);
    this.#reply(feedbackAfterMs, () => this.#feedback(xorHeaders.unlock, channel));
  }

  #hold(channel: number, isOn: boolean): void {
    if (!isOn) {
      this.#coils.release(channel);
      return;
    }
    this.#coils.ordered(channel);
    this.#coils.hold(channel);
  }

  #reply(delayMs: number, bytes: () => readonly number[]): void {
    this.#coils.after(delayMs, () => this.#wire.send(xorFrame(...bytes())));
  }

  #report(spot: Spot): void {
    if (this.#options.reportsChanges !== true || !this.#coils.isPowered) return;
    const channel = this.#coils.channels.find((one) => {
      const wired = this.#coils.at(one);
      return wired?.box === spot.box && wired.compartment === spot.compartment;
    });
    if (channel === undefined) return;
    this.#reply(0, () => this.#feedback(xorHeaders.report, channel + 1));
  }

  #feedback(header: number, channel: number): readonly number[] {
    return [header, this.#options.address, channel, this.#reads(channel - 1) ? 0x11 : 0x00];
  }

  /** Eight channels a byte, the lowest in bit 0. */
  #allFeedback(): readonly number[] {
    const { address, channelCount, firstChannelIn } = this.#options;
    const count = Math.max(statusMinBytes, Math.ceil(channelCount / 8));
    const status = Array.from({ length: count }, () => 0);
    for (let channel = 0; channel < channelCount; channel += 1) {
      const at = firstChannelIn === "first-byte" ? channel >> 3 : count - 1 - (channel >> 3);
      if (this.#reads(channel)) status[at] = (status[at] ?? 0) | (1 << (channel & 7));
    }
    return [xorHeaders.query, address, ...status, xorFunctions.ask];
  }

  /** Whether the feedback wire reads one. An unwired channel has no lock that could close it. */
  #reads(channel: number): boolean {
    const isClosed = this.#coils.at(channel)?.bolt === "engaged";
    return isClosed === (this.#options.feedbackPolarity === "closed-is-11");
  }
}
