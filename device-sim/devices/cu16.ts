// A KERONG KR-CU16 lock board: sixteen locks, their hooks and beams, its own one-shot for coils.

import type { Line } from "../lines/line.ts";
import { compartmentAt, type Spot } from "../world/index.ts";
import {
  cu16BaudRate,
  cu16Commands,
  cu16Frame,
  cu16LockCount,
  cu16UnlockUnitMs,
  scanOrders,
  type Cu16Order,
} from "./cu16-frame.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
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
 * is back at the factory setting and its coils are off.
 */
export class Cu16Board {
  readonly #options: Cu16Options;
  readonly #stops: (() => void)[];
  readonly #oneShots = new Map<string, Cancel>();
  readonly #pending = new Set<Cancel>();
  #received: readonly number[] = [];
  #receivedAtMs = 0;
  #unlockMs = factoryUnlockMs;
  #sendingUntilMs = 0;
  #silentUntilMs = 0;
  #refusedBytes = 0;
  #replyCount = 0;

  constructor(options: Cu16Options) {
    this.#options = options;
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      options.stage.onHappening((happening) => {
        if (happening.kind === "BoardWentDark" && happening.board === options.id) this.#reset();
      }),
    ];
  }

  get unlockMs(): number {
    return this.#unlockMs;
  }

  /** Bytes lost because the board was sending or without power. */
  get refusedBytes(): number {
    return this.#refusedBytes;
  }

  /** Questions answered. */
  get replyCount(): number {
    return this.#replyCount;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#reset();
  }

  get #isPowered(): boolean {
    return !this.#options.stage.world.darkBoards.includes(this.#options.id);
  }

  #reset(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
    this.#oneShots.clear();
    this.#received = [];
    this.#unlockMs = factoryUnlockMs;
    this.#silentUntilMs = 0;
    for (const spot of this.#options.wiring.values()) {
      this.#options.stage.act({ kind: "releaseCoil", ...spot });
    }
  }

  #after(delayMs: number, run: () => void): Cancel {
    const cancel = this.#options.scheduler.after(delayMs, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
    return cancel;
  }

  #receive(bytes: Uint8Array): void {
    const nowMs = this.#options.scheduler.nowMs();
    if (!this.#isPowered || nowMs < this.#sendingUntilMs) {
      this.#refusedBytes += bytes.length;
      return;
    }
    const kept = nowMs - this.#receivedAtMs > frameGapMaxMs ? [] : this.#received;
    this.#receivedAtMs = nowMs;
    const { orders, rest } = scanOrders([...kept, ...bytes]);
    this.#received = rest;
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
        this.#startOneShot(order.lock);
        this.#fallSilent();
        return;
      case cu16Commands.unlockAll:
        this.#unlockAll();
        this.#fallSilent();
        return;
      case cu16Commands.setUnlockTime:
        this.#setUnlockTime(order.data);
        return;
      case cu16Commands.queryUnlockTime: {
        const units = this.#unlockMs / cu16UnlockUnitMs;
        this.#reply(cu16Commands.queryUnlockTime, [units >> 8, units & 0xff]);
        return;
      }
      default:
        return;
    }
  }

  #setUnlockTime([high = 0, low = 0]: readonly number[]): void {
    const wantedMs = ((high << 8) | low) * cu16UnlockUnitMs;
    if (wantedMs > 0) this.#unlockMs = Math.min(wantedMs, cu16UnlockMaxMs);
  }

  #fallSilent(): void {
    const silentMs = this.#options.silentAfterUnlockMs ?? 0;
    this.#silentUntilMs = this.#options.scheduler.nowMs() + silentMs;
  }

  #reply(command: number, payload: readonly number[]): void {
    if (this.#options.scheduler.nowMs() < this.#silentUntilMs) return;
    const frame = cu16Frame(this.#options.address << 4, command, payload);
    this.#after(replyDelayMs, () => {
      const sendingMs = (frame.length * 10_000) / cu16BaudRate;
      this.#sendingUntilMs = this.#options.scheduler.nowMs() + sendingMs;
      this.#replyCount += 1;
      this.#options.line.send(frame);
    });
  }

  /** h1 h2 ir1 ir2: hooks (1 = closed), then beams (1 = occupied), lock 1 in bit 0. */
  #inputs(): readonly number[] {
    const { stage, wiring } = this.#options;
    let hooks = 0xffff;
    let beams = 0;
    for (const [lock, spot] of wiring) {
      const compartment = compartmentAt(stage.world, spot);
      if (compartment?.bolt === "released") hooks &= ~(1 << lock);
      if (compartment?.isBeamBroken === true) beams |= 1 << lock;
    }
    return [hooks & 0xff, hooks >> 8, beams & 0xff, beams >> 8];
  }

  #startOneShot(lock: number): void {
    const spot = this.#options.wiring.get(lock);
    if (spot === undefined) return;
    const key = `${spot.box}/${spot.compartment}`;
    this.#oneShots.get(key)?.();
    this.#options.stage.act({ kind: "energizeCoil", ...spot });
    const end = this.#after(this.#unlockMs, () => {
      this.#options.stage.act({ kind: "releaseCoil", ...spot });
    });
    this.#oneShots.set(key, end);
  }

  #unlockAll(): void {
    let atMs = 0;
    for (let lock = 0; lock < cu16LockCount; lock += 1) {
      if (!this.#options.wiring.has(lock)) continue;
      this.#after(atMs, () => this.#startOneShot(lock));
      atMs += this.#unlockMs + unlockAllGapMs;
    }
  }
}
