// The KERONG CU16 as a lock board: one unlock frame per order, status polls tell the rest.
import type {
  ChannelInputs,
  DeviceHealth,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
  Unsubscribe,
} from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import type { WriteResult } from "../serial/byte-line.ts";
import { Listeners } from "../serial/listeners.ts";
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
import { debounceInputs, noInputs, type DebouncedInputs } from "./cu16-inputs.ts";
import type { BusMember, RequestBus, Talk } from "./request-bus.ts";

/** Serial speed of the board, 8N1. */
export const cu16BaudRate = 19_200;

/** No coil is ordered on for longer, whatever the caller asks. */
const pulseMaxMs = 5_000;

/** This many unanswered polls in a row make the inputs unknown. */
const missedMaxCount = 3;

type Cu16Talk = Talk<Cu16Status | Cu16Other>;

export interface Cu16BoardOptions {
  readonly id: string;
  readonly bus: RequestBus<Cu16Status | Cu16Other>;
  readonly timers: Timers;
  readonly monoMs: () => number;
  /** Board number set on the board, 0..15; 0 by default. */
  readonly address?: number;
  /** 16 by default (12 on a CU12). */
  readonly channelCount?: number;
  /** Time between status polls in ms; 200 by default. */
  readonly pollMs?: number;
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
 * the board may be silent. After silence before an unlock, a status must be answered first, so that
 * a late answer is not taken for an answer to the unlock.
 * An unlock without any answer is `unknown`, and the connection is dropped, so that bytes still
 * held by the operating system never arrive.
 */
export class Cu16Board implements LockBoard {
  readonly id: string;
  readonly channelCount: number;
  readonly #options: Cu16BoardOptions;
  readonly #address: number;
  readonly #pollKey: string;
  readonly #inputListeners = new Listeners<[number, ChannelInputs]>();
  readonly #healthListeners = new Listeners<[DeviceHealth]>();
  readonly #member: BusMember<Cu16Status | Cu16Other>;
  #inputs: DebouncedInputs;
  #hasReported = false;
  #health: DeviceHealth = { state: "absent", reason: "not started" };
  #isPrepared = false;
  #isPollWaiting = false;
  #missedCount = 0;
  /** Unlock time on the board in steps of 10 ms; undefined = not known. */
  #steps: number | undefined;

  constructor(options: Cu16BoardOptions) {
    const { address = 0, channelCount = cu16ChannelMaxCount } = options;
    assertWithin("address", address, cu16BoardMaxCount - 1);
    assertWithin("channelCount", channelCount, cu16ChannelMaxCount);
    this.#options = options;
    this.id = options.id;
    this.channelCount = channelCount;
    this.#address = address;
    this.#pollKey = `board/${options.id}/poll`;
    this.#inputs = noInputs(channelCount);
    const isAnswering = (): boolean => this.#missedCount < missedMaxCount;
    this.#member = {
      get isAnswering() {
        return isAnswering();
      },
      prepare: (talk) => this.#prepare(talk),
      onBusHealth: (health) => this.#onBusHealth(health),
    };
  }

  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): Unsubscribe {
    return this.#inputListeners.add(listener);
  }

  onHealth(listener: (health: DeviceHealth) => void): Unsubscribe {
    return this.#healthListeners.add(listener);
  }

  symptoms(): SymptomCounts {
    return this.#options.bus.symptoms();
  }

  start(): void {
    this.#options.bus.attach(this.#member);
  }

  async stop(): Promise<void> {
    this.#isPrepared = false;
    this.#options.timers.clear(this.#pollKey);
    await this.#options.bus.detach(this.#member);
  }

  pulse(order: PulseOrder): Promise<PulseResult> {
    const { channel, pulseMs } = order;
    if (!(pulseMs > 0 && pulseMs <= pulseMaxMs)) {
      return Promise.resolve(notSent(`a pulse of ${pulseMs} ms is not within 1..${pulseMaxMs} ms`));
    }
    if (!Number.isInteger(channel) || channel < 0 || channel >= this.channelCount) {
      return Promise.resolve(notSent(`there is no channel ${channel} on this board`));
    }
    return new Promise((resolve) => {
      const isTaken = this.#options.bus.enqueue("order", async (talk) => {
        resolve(await this.#unlock(talk, order));
      });
      if (!isTaken) resolve(notSent("the line is not open or too many orders wait"));
    });
  }

  async #unlock(talk: Cu16Talk, order: PulseOrder): Promise<PulseResult> {
    const refusal = await this.#makeReady(talk, order);
    if (refusal !== undefined) return notSent(refusal);
    const unlock = unlockRequest(this.#address, order.channel);
    const sent = await this.#tell(talk, unlock, order.deadlineMonoMs);
    if (sent.outcome === "not-sent") return sent;
    if (await this.#isAnsweredAfter(talk, order.pulseMs)) return { outcome: "answered" };
    const reason = "no status was answered after the unlock";
    if (talk.isOpen) this.#options.bus.fail(reason);
    return { outcome: "unknown", reason };
  }

  /** Tries once more when the line was still busy with the bytes before: nothing had left. */
  async #tell(talk: Cu16Talk, bytes: Uint8Array, deadlineMonoMs: number): Promise<WriteResult> {
    const first = await talk.tell(bytes, deadlineMonoMs);
    if (first.outcome === "sent") return first;
    await talk.pause(this.#turnaroundMs);
    return talk.tell(bytes, deadlineMonoMs);
  }

  /** Sets the unlock time where it differs; undefined = the unlock may be sent now. */
  async #makeReady(talk: Cu16Talk, order: PulseOrder): Promise<string | undefined> {
    if (!talk.isOpen || !this.#isPrepared) return "the board is not online";
    const steps = stepsOf(order.pulseMs);
    if (steps === this.#steps && talk.isSettled) return undefined;
    if (steps !== this.#steps) {
      this.#steps = undefined;
      const setTime = unlockTimeRequest(this.#address, steps);
      const set = await this.#tell(talk, setTime, order.deadlineMonoMs);
      if (set.outcome === "not-sent") return set.reason;
      await talk.pause(this.#turnaroundMs);
    }
    if (!(await this.#readStatus(talk))) return "the board did not answer before the unlock";
    this.#steps = steps;
    return undefined;
  }

  async #isAnsweredAfter(talk: Cu16Talk, pulseMs: number): Promise<boolean> {
    const { monoMs, busyMs = 1_000 } = this.#options;
    const endMs = monoMs() + pulseMs + busyMs;
    await talk.pause(this.#turnaroundMs);
    while (talk.isOpen) {
      if (await this.#readStatus(talk)) return true;
      if (monoMs() >= endMs) return false;
    }
    return false;
  }

  get #turnaroundMs(): number {
    return this.#options.turnaroundMs ?? 30;
  }

  async #readStatus(talk: Cu16Talk): Promise<boolean> {
    const status = await talk.ask(statusRequest(this.#address), (frame) =>
      frame.kind === "status" && frame.board === this.#address ? frame : undefined,
    );
    if (status === undefined) {
      // It may have been without power and be back at its factory setting.
      this.#steps = undefined;
      return false;
    }
    this.#missedCount = 0;
    const step = debounceInputs(this.#inputs, status);
    this.#inputs = step.inputs;
    for (const { channel, inputs } of step.changes) this.#inputListeners.emit(channel, inputs);
    return true;
  }

  async #prepare(talk: Cu16Talk): Promise<boolean> {
    const steps = stepsOf(this.#options.pulseMs ?? 500);
    this.#steps = undefined;
    const set = await talk.tell(unlockTimeRequest(this.#address, steps));
    if (set.outcome === "not-sent") return false;
    await talk.pause(this.#turnaroundMs);
    if (!(await this.#readStatus(talk)) && !(await this.#readStatus(talk))) return false;
    this.#steps = steps;
    this.#isPrepared = true;
    this.#tellHealth(this.#options.bus.health);
    return true;
  }

  #onBusHealth(health: DeviceHealth): void {
    if (health.state === "online") this.#armPoll();
    else {
      this.#options.timers.clear(this.#pollKey);
      if (health.state !== "probing") this.#isPrepared = false;
      if (health.state === "absent" || health.state === "backing-off") this.#forgetInputs();
    }
    this.#tellHealth(health);
  }

  #armPoll(): void {
    this.#options.timers.set(this.#pollKey, this.#options.pollMs ?? 200, () => {
      this.#armPoll();
      if (this.#isPollWaiting) return;
      this.#isPollWaiting = this.#options.bus.enqueue("poll", async (talk) => {
        await this.#poll(talk);
        this.#isPollWaiting = false;
      });
    });
  }

  async #poll(talk: Cu16Talk): Promise<void> {
    if (!talk.isOpen) return;
    if (await (this.#isPrepared ? this.#readStatus(talk) : this.#prepare(talk))) return;
    this.#missedCount += 1;
    if (this.#missedCount < missedMaxCount || !talk.isOpen) return;
    this.#isPrepared = false;
    this.#forgetInputs();
    this.#tellHealth(this.#options.bus.health);
    this.#options.bus.noteSilence();
  }

  #forgetInputs(): void {
    const before = this.#inputs.channels;
    this.#inputs = noInputs(this.channelCount);
    for (const [channel, inputs] of this.#inputs.channels.entries()) {
      const was = before[channel];
      const isNews = was?.isHookClosed !== undefined || was?.isOccupied !== undefined;
      if (isNews || !this.#hasReported) this.#inputListeners.emit(channel, inputs);
    }
    this.#hasReported = true;
  }

  #tellHealth(bus: DeviceHealth): void {
    const isMuted = bus.state === "online" && !this.#isPrepared;
    const health: DeviceHealth = isMuted
      ? { state: "backing-off", reason: `no answer to ${missedMaxCount} polls` }
      : bus;
    if (reasonOf(health) === reasonOf(this.#health)) return;
    this.#health = health;
    this.#healthListeners.emit(health);
  }
}

function reasonOf(health: DeviceHealth): string {
  return health.state === "online" ? "online" : `${health.state}: ${health.reason}`;
}

function stepsOf(pulseMs: number): number {
  return Math.ceil(pulseMs / cu16PulseStepMs);
}

function notSent(reason: string): PulseResult {
  return { outcome: "not-sent", reason };
}

function assertWithin(name: string, value: number, max: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= max) return;
  throw new RangeError(`${name} of a CU16 is ${value}, not within 0..${max}`);
}
