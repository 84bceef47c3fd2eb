// A KERONG KR-CU16 lock board: sixteen locks, their hooks and beams, its own one-shot for coils.

import type { Line } from "../lines/line.ts";
import type { Spot } from "../world/index.ts";
import { CoilBank } from "./coil-bank.ts";
import {
  cu16Commands,
  cu16DelayMaxS,
  cu16Frame,
  cu16Rates,
  cu16UnlockUnitMs,
  scanOrders,
  type Cu16Order,
} from "./cu16-frame.ts";
import { FrameGap } from "./frame-gap.ts";
import { HalfDuplex } from "./half-duplex.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** Factory setting of the one-shot. */
const factoryUnlockMs = 500;
/** The board's one-shot cannot be set longer, whatever the host writes. */
export const cu16UnlockMaxMs = 2_550;
/** Time between the last byte of an order and the first of its reply. */
const replyDelayMs = 3;
/** A frame that stops in its middle is forgotten after this. */
const frameGapMaxMs = 50;
/** Unlock-all opens one after another with this gap. */
const unlockAllGapMs = 200;
const everyBoard = 15;

export interface Cu16Options {
  readonly id: string;
  /** 0 to 15, set by switches on the board. */
  readonly address: number;
  /** Which compartment hangs on which lock connector; unwired ones read closed and empty. */
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** The board answers nothing for this long after an unlock; 0 = answers at once. */
  readonly silentAfterUnlockMs?: number;
}

/**
 * Answers status orders and the unlock-time query; an unlock is obeyed without an answer. Half
 * duplex: bytes that arrive while it sends are lost. Without power it is silent, its unlock time
 * and delay are back at the factory setting and its coils are off; its rate is kept.
 */
export class Cu16Board {
  readonly #options: Cu16Options;
  readonly #coils: CoilBank;
  readonly #wire: HalfDuplex;
  readonly #gap: FrameGap;
  readonly #stop: () => void;
  #received: readonly number[] = [];
  #unlockMs = factoryUnlockMs;
  #delayMs = 0;
  #silentUntilMs = 0;

  constructor(options: Cu16Options) {
    this.#options = options;
    this.#wire = new HalfDuplex(options.line, options.scheduler);
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    this.#coils = new CoilBank({ ...options, onDark: () => this.#reset() });
    this.#stop = options.line.onBytes((bytes) => this.#receive(bytes));
  }

  get unlockMs(): number {
    return this.#unlockMs;
  }

  /** Bytes lost because the board was sending or without power. */
  get refusedBytes(): number {
    return this.#wire.lostBytes;
  }

  /** Questions answered. */
  get replyCount(): number {
    return this.#wire.sentCount;
  }

  close(): void {
    this.#stop();
    this.#coils.close();
  }

  #reset(): void {
    this.#received = [];
    this.#unlockMs = factoryUnlockMs;
    this.#delayMs = 0;
    this.#silentUntilMs = 0;
  }

  #receive(bytes: Uint8Array): void {
    if (!this.#coils.isPowered || this.#wire.isSending) {
      this.#wire.lose(bytes);
      return;
    }
    const kept = this.#gap.isOver ? [] : this.#received;
    const { orders, rest } = scanOrders([...kept, ...bytes]);
    this.#received = rest;
    this.#gap.heard(rest.length > 0);
    for (const order of orders) this.#obey(order);
  }

  #obey(order: Cu16Order): void {
    const { address } = this.#options;
    if (order.board !== address && order.board !== everyBoard) return;
    switch (order.command) {
      case cu16Commands.status:
      case cu16Commands.statusAll:
        this.#reply(cu16Commands.statusReply, this.#inputs());
        return;
      case cu16Commands.unlockOne:
        this.#unlock(order.lock);
        this.#fallSilent();
        return;
      case cu16Commands.unlockAll:
        this.#coils.pulseInTurn(this.#unlockMs, unlockAllGapMs);
        this.#fallSilent();
        return;
      default:
        this.#set(order);
    }
  }

  #set({ command, data }: Cu16Order): void {
    const [first = 0, second = 0] = data;
    switch (command) {
      case cu16Commands.setUnlockTime: {
        const wantedMs = ((first << 8) | second) * cu16UnlockUnitMs;
        if (wantedMs > 0) this.#unlockMs = Math.min(wantedMs, cu16UnlockMaxMs);
        return;
      }
      case cu16Commands.queryUnlockTime: {
        const units = this.#unlockMs / cu16UnlockUnitMs;
        this.#reply(cu16Commands.queryUnlockTime, [units >> 8, units & 0xff]);
        return;
      }
      case cu16Commands.delayedUnlock:
        this.#delayMs = Math.min(first, cu16DelayMaxS) * 1_000;
        return;
      case cu16Commands.setBaudRate: {
        const baudRate = cu16Rates[first];
        if (baudRate !== undefined) this.#options.line.setBaudRate(baudRate);
        return;
      }
      default:
        return;
    }
  }

  #unlock(lock: number): void {
    this.#coils.ordered(lock);
    if (this.#delayMs === 0) this.#coils.pulse(lock, this.#unlockMs);
    else this.#coils.after(this.#delayMs, () => this.#coils.pulse(lock, this.#unlockMs));
  }

  #fallSilent(): void {
    const silentMs = this.#options.silentAfterUnlockMs ?? 0;
    this.#silentUntilMs = this.#options.scheduler.nowMs() + silentMs;
  }

  #reply(command: number, payload: readonly number[]): void {
    if (this.#options.scheduler.nowMs() < this.#silentUntilMs) return;
    const frame = cu16Frame(this.#options.address << 4, command, payload);
    this.#coils.after(replyDelayMs, () => this.#wire.send(frame));
  }

  /** h1 h2 ir1 ir2: hooks (1 = closed), then beams (1 = occupied), lock 1 in bit 0. */
  #inputs(): readonly number[] {
    let hooks = 0xffff;
    let beams = 0;
    for (const lock of this.#coils.channels) {
      const compartment = this.#coils.at(lock);
      if (compartment?.bolt === "released") hooks &= ~(1 << lock);
      if (compartment?.isBeamBroken === true) beams |= 1 << lock;
    }
    return [hooks & 0xff, hooks >> 8, beams & 0xff, beams >> 8];
  }
}
