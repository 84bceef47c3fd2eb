// The link of an OSDP peripheral: hears orders at its address, keeps their sequence,
// repeats itself.

import type { Line } from "../lines/line.ts";
import { FrameGap } from "./frame-gap.ts";
import { HalfDuplex } from "./half-duplex.ts";
import { osdpClearReply } from "./osdp-answers.ts";
import {
  osdpBroadcast,
  scanOsdp,
  withOsdpMark,
  type OsdpFrame,
  type OsdpHeard,
} from "./osdp-frame.ts";
import { osdpNak, osdpNaks, osdpReplies, type OsdpAnswer } from "./osdp-functions.ts";
import { osdpReplyMaxMs, type OsdpFlaw } from "./osdp-options.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";

/** Speeds that COMSET can order. */
const osdpBaudRates: readonly number[] = [9_600, 19_200, 38_400, 57_600, 115_200, 230_400];
/** A frame that stops in its middle is forgotten after this. */
const frameGapMaxMs = 20;
/** Without a frame for this long the reader is offline: sequence and session are gone. */
const offlineAfterMs = 8_000;
/** Delay of the flaw `answers-late`. */
const lateMs = osdpReplyMaxMs + 150;

export interface OsdpLinkOptions {
  readonly line: Line;
  readonly scheduler: Scheduler;
  readonly address: number;
  readonly replyDelayMs: number;
  readonly sendsMark: boolean;
  /** As they are now. */
  readonly flaws: ReadonlySet<OsdpFlaw>;
  readonly isPowered: () => boolean;
  /** The wire bytes of the answer to one fresh order with its bytes up to the check. */
  readonly answer: (order: OsdpFrame, body: readonly number[]) => Uint8Array;
  /** The control panel begins anew, or was away for too long. */
  readonly onRestart: () => void;
}

/** Takes a frame with a wrong check or sequence for what it is: refused, and nothing done. */
export class OsdpLink {
  readonly #options: OsdpLinkOptions;
  readonly #wire: HalfDuplex;
  readonly #gap: FrameGap;
  readonly #stop: () => void;
  #address: number;
  /** By COMSET, in force once its answer left. */
  #ordered: { readonly address: number; readonly baudRate: number } | undefined;
  #received: readonly number[] = [];
  #heardAtMs = -offlineAfterMs;
  #last: { readonly sequence: number; readonly wire: Uint8Array } | undefined;
  #pending: Cancel | undefined;

  constructor(options: OsdpLinkOptions) {
    this.#options = options;
    this.#address = options.address;
    this.#wire = new HalfDuplex(options.line, options.scheduler);
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    this.#stop = options.line.onBytes((bytes) => this.#receive(bytes));
  }

  /** Changed by COMSET. */
  get address(): number {
    return this.#address;
  }

  /** Whether a control panel asked within the last eight seconds. */
  get isOnline(): boolean {
    return this.#options.scheduler.nowMs() - this.#heardAtMs < offlineAfterMs;
  }

  /** Bytes lost because the reader was sending or without power. */
  get lostBytes(): number {
    return this.#wire.lostBytes;
  }

  /** Answers sent, NAK and BUSY included. */
  get sentCount(): number {
    return this.#wire.sentCount;
  }

  /** Without power: nothing heard, nothing to say, no sequence. Address and speed stay. */
  reset(): void {
    this.#pending?.();
    this.#pending = undefined;
    this.#received = [];
    this.#restart();
  }

  close(): void {
    this.#stop();
    this.reset();
  }

  /** COMSET: the reader says what it will use, the order's address and speed where possible. */
  comset(data: readonly number[]): OsdpAnswer {
    if (data.length !== 5) return osdpNak(osdpNaks.length);
    const [wanted = 0, ...speed] = data;
    const wantedRate = speed.reduceRight((rate, byte) => rate * 256 + byte, 0);
    const address = wanted < osdpBroadcast ? wanted : this.#address;
    const { line } = this.#options;
    const baudRate = osdpBaudRates.includes(wantedRate) ? wantedRate : line.baudRate;
    this.#ordered = { address, baudRate };
    const spoken = [0, 8, 16, 24].map((shift) => (baudRate >>> shift) & 0xff);
    return { code: osdpReplies.com, data: [address, ...spoken] };
  }

  #restart(): void {
    this.#last = undefined;
    this.#options.onRestart();
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#options.isPowered() || this.#wire.isSending) {
      this.#wire.lose(bytes);
      return;
    }
    const kept = this.#gap.isOver ? [] : this.#received;
    const { heard, rest } = scanOsdp([...kept, ...bytes]);
    this.#received = rest;
    this.#gap.heard(rest.length > 0);
    for (const one of heard) this.#hear(one);
  }

  #hear(heard: OsdpHeard): void {
    const head = heard.kind === "frame" ? heard.frame : heard;
    if (head.isReply) return;
    if (head.address !== this.#address && head.address !== osdpBroadcast) return;
    if (heard.kind === "damaged") {
      if (head.address === this.#address) this.#refuse({ ...heard, payload: [] }, osdpNaks.check);
      return;
    }
    if (!this.isOnline) this.#restart();
    this.#heardAtMs = this.#options.scheduler.nowMs();
    this.#obey(heard.frame, heard.body);
  }

  #obey(order: OsdpFrame, body: readonly number[]): void {
    const { flaws, answer } = this.#options;
    if (flaws.has("busy")) {
      const busy = { code: osdpReplies.busy, data: [] };
      // BUSY always has sequence 0 and is always in clear: the order is to be asked again.
      this.#send(osdpClearReply({ ...order, sequence: 0 }, busy, flaws));
      return;
    }
    const { sequence } = order;
    if (sequence === 0) this.#restart();
    else if (sequence === this.#last?.sequence) return this.#send(this.#last.wire);
    else if (this.#last === undefined || sequence !== (this.#last.sequence % 3) + 1) {
      return this.#refuse(order, osdpNaks.sequence);
    }
    const wire = answer(order, body);
    this.#last = { sequence, wire };
    this.#send(wire);
  }

  #refuse(order: OsdpFrame, reason: number): void {
    this.#send(osdpClearReply(order, osdpNak(reason), this.#options.flaws));
  }

  #send(wire: Uint8Array): void {
    const { scheduler, replyDelayMs, sendsMark, flaws } = this.#options;
    const bytes = sendsMark ? withOsdpMark(wire) : wire;
    this.#pending?.();
    const delayMs = flaws.has("answers-late") ? lateMs : replyDelayMs;
    this.#pending = scheduler.after(delayMs, () => {
      const sendingMs = this.#wire.send(bytes);
      this.#pending = scheduler.after(sendingMs, () => this.#settle());
    });
  }

  /** After the last byte of an answer: what COMSET ordered is in force. */
  #settle(): void {
    this.#pending = undefined;
    if (this.#ordered === undefined) return;
    const { address, baudRate } = this.#ordered;
    this.#ordered = undefined;
    this.#address = address;
    if (baudRate !== this.#options.line.baudRate) this.#options.line.setBaudRate(baudRate);
  }
}
