// A PN532 on its high-speed UART: sleeps until woken, acknowledges, lists cards and talks to them.

import type { Line } from "../lines/line.ts";
import { FrameGap } from "./frame-gap.ts";
import type { VirtualCard } from "./pn532-card.ts";
import { Pn532Field, pn532Status } from "./pn532-field.ts";
import { pn532Ack, pn532Error, pn532Reply, scanPn532, type Pn532Heard } from "./pn532-frame.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** 8N1 after power-up. */
export const pn532BaudRate = 115_200;
/** Orders of the host that the simulated chip knows. */
export const pn532Commands = {
  diagnose: 0x00,
  firmwareVersion: 0x02,
  samConfiguration: 0x14,
  powerDown: 0x16,
  rfConfiguration: 0x32,
  dataExchange: 0x40,
  deselect: 0x44,
  listPassiveTarget: 0x4a,
  release: 0x52,
  select: 0x54,
} as const;

const ackDelayMs = 1;
const replyDelayMs = 2;
/** One attempt to find a card, and the exchange with the first one found. */
const attemptMs = 5;
/** A frame that stops in its middle is forgotten after this. */
const frameGapMaxMs = 50;
/** Starts the clock of a sleeping chip; bytes until then are lost. */
const wakeByte = 0x55;
const wakeMs = 1;
/** So many bytes of a wake-up last as long as the clock takes. */
const wakeBytes = 10;
const endless = 0xff;
/** IC, version, revision, support: PN532 v1.6. */
const firmware = [0x32, 0x01, 0x06, 0x07] as const;
const samModes: ReadonlySet<number> = new Set([1, 2, 3, 4]);

export interface Pn532Options {
  /** Names the reader in `present` and the power supply in `powerBoard`. */
  readonly id: string;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** Card by presented number; others are plain cards where the number is 4, 7 or 10 bytes. */
  readonly wallet?: ReadonlyMap<string, VirtualCard>;
  /** A clone that answers the long SAMConfiguration with an error frame; default false. */
  readonly failsLongSam?: boolean;
  /** Awake at power-up, as some boards are; default false. */
  readonly startsAwake?: boolean;
}

type Wakefulness =
  /** Startled = woken by bytes that were no wake-up: what comes without a pause is lost. */
  | { readonly state: "awake" | "asleep" | "startled" }
  | { readonly state: "waking"; readonly sinceMs: number; readonly lostBytes: number };

export class Pn532Reader {
  readonly #options: Pn532Options;
  readonly #field: Pn532Field;
  readonly #gap: FrameGap;
  readonly #stops: (() => void)[];
  readonly #pending = new Set<Cancel>();
  #wakefulness: Wakefulness;
  #received: readonly number[] = [];
  #activationRetries = endless;
  #isRadioOn = false;
  #search: { readonly maxCount: number } | undefined;
  #lastReply: Uint8Array | undefined;
  #refusedBytes = 0;
  #replyCount = 0;

  constructor(options: Pn532Options) {
    this.#options = options;
    this.#wakefulness = { state: options.startsAwake === true ? "awake" : "asleep" };
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    const { id, stage, wallet = new Map<string, VirtualCard>() } = options;
    this.#field = new Pn532Field({ reader: id, wallet, world: () => stage.world });
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      stage.onHappening((happening) => {
        if (happening.kind === "BoardWentDark" && happening.board === id) this.#reset();
        if (happening.kind === "TransponderArrived" && happening.reader === id) this.#found();
        if (happening.kind === "TransponderLeft" && happening.reader === id) {
          this.#field.left(happening.number);
        }
      }),
    ];
  }

  get isAwake(): boolean {
    return this.#wakefulness.state === "awake";
  }

  /** Left on, it heats the module. */
  get isRadioOn(): boolean {
    return this.#isRadioOn;
  }

  /** Bytes lost in sleep, while waking or without power. */
  get refusedBytes(): number {
    return this.#refusedBytes;
  }

  /** Replies sent, acknowledgements not counted. */
  get replyCount(): number {
    return this.#replyCount;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#reset();
  }

  #reset(): void {
    this.#cancelWork();
    this.#received = [];
    this.#field.off();
    this.#isRadioOn = false;
    this.#activationRetries = endless;
    this.#lastReply = undefined;
    this.#wakefulness = { state: this.#options.startsAwake === true ? "awake" : "asleep" };
  }

  #cancelWork(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
    this.#search = undefined;
  }

  #after(delayMs: number, run: () => void): void {
    const cancel = this.#options.scheduler.after(delayMs, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
  }

  #receive(bytes: Uint8Array): void {
    const isDark = this.#options.stage.world.darkBoards.includes(this.#options.id);
    const heard = isDark ? new Uint8Array() : this.#awakened(bytes);
    this.#refusedBytes += bytes.length - heard.length;
    const kept = this.#gap.isOver ? [] : this.#received;
    const scan = scanPn532([...kept, ...heard]);
    this.#received = scan.rest;
    this.#gap.heard(scan.rest.length > 0 || this.#wakefulness.state === "startled");
    for (const one of scan.heard) this.#hear(one);
  }

  /** The bytes that the chip hears after those that only wake it. */
  #awakened(bytes: Uint8Array): Uint8Array {
    const state = this.#wakefulness;
    const nowMs = this.#options.scheduler.nowMs();
    if (state.state === "awake") return bytes;
    if (state.state === "waking") {
      const isOver = nowMs - state.sinceMs >= wakeMs;
      const lost = isOver ? 0 : Math.min(bytes.length, wakeBytes - state.lostBytes);
      const lostBytes = state.lostBytes + lost;
      this.#wakefulness =
        isOver || lostBytes >= wakeBytes ? { state: "awake" } : { ...state, lostBytes };
      return bytes.subarray(lost);
    }
    if (state.state === "startled" && this.#gap.isOver) {
      this.#wakefulness = { state: "awake" };
      return bytes;
    }
    if (state.state === "asleep" && bytes[0] === wakeByte) {
      this.#wakefulness = { state: "waking", sinceMs: nowMs, lostBytes: 0 };
      return this.#awakened(bytes);
    }
    this.#wakefulness = { state: "startled" };
    return new Uint8Array();
  }

  #hear(heard: Pn532Heard): void {
    if (heard.kind === "nack") {
      if (this.#lastReply !== undefined) this.#send(this.#lastReply);
      return;
    }
    // An ACK of the host aborts what the chip is doing, and so does the next command.
    this.#cancelWork();
    if (heard.kind !== "command") return;
    this.#after(ackDelayMs, () => this.#options.line.send(pn532Ack));
    this.#obey(heard.code, heard.data);
  }

  #obey(code: number, data: readonly number[]): void {
    const [first = 0] = data;
    switch (code) {
      case pn532Commands.diagnose:
        return this.#reply(code, data);
      case pn532Commands.firmwareVersion:
        return this.#reply(code, firmware);
      case pn532Commands.samConfiguration:
        return this.#configureSam(data);
      case pn532Commands.rfConfiguration:
        return this.#configureRadio(data);
      case pn532Commands.listPassiveTarget:
        return this.#list(data);
      case pn532Commands.dataExchange:
        if (data.length < 2) return this.#refuse();
        return this.#reply(code, this.#field.exchange(first & 0x3f, data.slice(1)));
      case pn532Commands.release:
      case pn532Commands.deselect:
        return this.#reply(code, [this.#field.release(first)]);
      case pn532Commands.select:
        return this.#reply(code, [this.#field.select(first)]);
      case pn532Commands.powerDown:
        this.#reply(code, [pn532Status.ok]);
        this.#after(replyDelayMs + ackDelayMs, () => this.#reset());
        return;
      default:
        this.#refuse();
    }
  }

  #configureSam(data: readonly number[]): void {
    const [mode = 0] = data;
    const isLong = data.length > 1;
    const isRight = samModes.has(mode) && data.length <= 3;
    if (!isRight || (isLong && this.#options.failsLongSam === true)) return this.#refuse();
    this.#reply(pn532Commands.samConfiguration, []);
  }

  /** Item 1 switches the field, item 5 sets how often an activation is tried again. */
  #configureRadio([item, ...values]: readonly number[]): void {
    const isSwitch = item === 0x01 && values.length === 1;
    const isRetries = item === 0x05 && values.length === 3;
    if (isSwitch) this.#switchRadio(((values[0] ?? 0) & 1) === 1);
    if (isRetries) this.#activationRetries = values[2] ?? endless;
    const known = isSwitch || isRetries || item === 0x02 || item === 0x04 || item === 0x0a;
    if (known) this.#reply(pn532Commands.rfConfiguration, []);
    else this.#refuse();
  }

  #switchRadio(isOn: boolean): void {
    this.#isRadioOn = isOn;
    if (!isOn) this.#field.off();
  }

  /** Only type A at 106 kbit/s; at other rates nobody is there. */
  #list([maxCount = 0, rate]: readonly number[]): void {
    if (maxCount < 1 || maxCount > 2 || rate === undefined) return this.#refuse();
    this.#field.off();
    this.#isRadioOn = true;
    if (rate === 0x00) this.#search = { maxCount };
    if (this.#field.hasCard) this.#found();
    if (this.#activationRetries === endless) return;
    this.#after((this.#activationRetries + 2) * attemptMs, () => {
      this.#search = undefined;
      this.#reply(pn532Commands.listPassiveTarget, [0], 0);
    });
  }

  /** A card is in the field: ends a search that runs. */
  #found(): void {
    if (this.#search === undefined) return;
    this.#after(attemptMs, () => {
      const search = this.#search;
      if (search === undefined || !this.#field.hasCard) return;
      const targets = this.#field.list(search.maxCount);
      this.#cancelWork();
      const data = [targets.length, ...targets.flat()];
      this.#reply(pn532Commands.listPassiveTarget, data, 0);
    });
  }

  #refuse(): void {
    this.#lastReply = pn532Error;
    this.#after(replyDelayMs, () => this.#send(pn532Error));
  }

  #reply(code: number, data: readonly number[], delayMs = replyDelayMs): void {
    const wire = pn532Reply(code + 1, data);
    this.#lastReply = wire;
    this.#after(delayMs, () => this.#send(wire));
  }

  #send(wire: Uint8Array): void {
    this.#replyCount += 1;
    this.#options.line.send(wire);
  }
}
