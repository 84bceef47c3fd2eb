// The ports to a box's hardware, wired to its physical compartments for one run of the gateway.

import type {
  BadgeRead,
  BadgeReader,
  ChannelInputs,
  DeviceHealth,
  InputLine,
  LockBoard,
  PulseOrder,
  PulseResult,
  SymptomCounts,
} from "../../gateway/ports/devices.ts";
import type { Compartment } from "./compartment.ts";
import type { Dice } from "./dice.ts";
import type { Life, MachineClock } from "./run-ports.ts";
import type { Scheduler } from "./scheduler.ts";

/** One box as built: its compartments in order and the health of its electronics. */
export class Cabin {
  readonly id: string;
  readonly compartments: readonly Compartment[];
  isBoardDark = false;
  isReaderDark = false;
  /** The board pulses, its answers are lost. */
  isBoardMute = false;
  visitorCount = 0;
  /** Set while a gateway runs: the field of the reader. */
  reader: SimReader | undefined;
  board: SimBoard | undefined;

  constructor(id: string, compartments: readonly Compartment[]) {
    this.id = id;
    this.compartments = compartments;
  }
}

export interface WireParts {
  readonly scheduler: Scheduler;
  readonly clock: MachineClock;
  readonly life: Life;
  readonly dice: Dice;
  /** The order of a gateway reached the coil. */
  readonly onEnergized: (place: Compartment, order: PulseOrder) => void;
}

const startMaxMs = 300;
const answerTimeoutMs = 500;

export class SimReader implements BadgeReader {
  readonly id: string;
  readonly #parts: WireParts;
  readonly #cabin: Cabin;
  #onRead: (read: BadgeRead) => void = () => undefined;
  #onHealth: (health: DeviceHealth) => void = () => undefined;

  constructor(id: string, cabin: Cabin, parts: WireParts) {
    this.id = id;
    this.#cabin = cabin;
    this.#parts = parts;
  }

  onRead(listener: (read: BadgeRead) => void): () => void {
    this.#onRead = listener;
    return () => undefined;
  }

  onHealth(listener: (health: DeviceHealth) => void): () => void {
    this.#onHealth = listener;
    return () => undefined;
  }

  symptoms = (): SymptomCounts => ({});

  start(): void {
    this.#cabin.reader = this;
    this.healthChanged();
  }

  stop(): Promise<void> {
    if (this.#cabin.reader === this) this.#cabin.reader = undefined;
    return Promise.resolve();
  }

  /** True when the transponder was read. */
  present(number: string): boolean {
    if (!this.#parts.life.isAlive || this.#cabin.isReaderDark) return false;
    this.#onRead({ number, assurance: "identifier" });
    return true;
  }

  healthChanged(): void {
    if (this.#parts.life.isAlive) this.#onHealth(healthOf(this.#cabin.isReaderDark));
  }
}

function healthOf(isDark: boolean): DeviceHealth {
  return isDark ? { state: "absent", reason: "no answer" } : { state: "online" };
}

export class SimBoard implements LockBoard {
  readonly id: string;
  readonly channelCount = 16;
  /** Set until the next order, which then leaves as late as it may. */
  isSlow = false;
  readonly #parts: WireParts;
  readonly #cabin: Cabin;
  #onInputs: (channel: number, inputs: ChannelInputs) => void = () => undefined;
  #onHealth: (health: DeviceHealth) => void = () => undefined;

  constructor(id: string, cabin: Cabin, parts: WireParts) {
    this.id = id;
    this.#cabin = cabin;
    this.#parts = parts;
  }

  onInputs(listener: (channel: number, inputs: ChannelInputs) => void): () => void {
    this.#onInputs = listener;
    return () => undefined;
  }

  onHealth(listener: (health: DeviceHealth) => void): () => void {
    this.#onHealth = listener;
    return () => undefined;
  }

  symptoms = (): SymptomCounts => ({});

  start(): void {
    this.#cabin.board = this;
    const { scheduler, dice } = this.#parts;
    scheduler.after(dice.between(20, startMaxMs), () => this.healthChanged());
  }

  stop(): Promise<void> {
    if (this.#cabin.board === this) this.#cabin.board = undefined;
    return Promise.resolve();
  }

  /** Health and all inputs again. */
  healthChanged(): void {
    if (!this.#parts.life.isAlive) return;
    this.#onHealth(healthOf(this.#cabin.isBoardDark));
    for (const [channel] of this.#cabin.compartments.entries()) this.inputsChanged(channel);
  }

  inputsChanged(channel: number): void {
    const place = this.#cabin.compartments[channel];
    if (!this.#parts.life.isAlive || place === undefined) return;
    const { isHookClosed, isBeamBroken } = place.readings();
    const isDark = this.#cabin.isBoardDark;
    this.#onInputs(channel, {
      isHookClosed: isDark ? undefined : isHookClosed,
      isOccupied: isDark ? undefined : isBeamBroken,
    });
  }

  pulse(order: PulseOrder): Promise<PulseResult> {
    const { scheduler, dice } = this.#parts;
    // Now and then the line is so busy that the order may be late.
    const isLate = this.isSlow || dice.chance(0.02);
    const lateMs = this.isSlow ? dice.between(1_500, 1_990) : dice.between(1_500, 3_000);
    const waitMs = isLate ? lateMs : dice.between(2, 40);
    this.isSlow = false;
    return new Promise((done) => {
      const end = (afterMs: number, result: PulseResult): void => {
        scheduler.after(afterMs, () => {
          if (!this.#parts.life.isAlive) return;
          scheduler.touch();
          done(result);
        });
      };
      scheduler.after(waitMs, () => this.#send(order, end));
    });
  }

  #send(order: PulseOrder, end: (afterMs: number, result: PulseResult) => void): void {
    const { life, clock, dice, onEnergized } = this.#parts;
    const place = this.#cabin.compartments[order.channel];
    if (!life.isAlive || place === undefined) return;
    if (this.#cabin.isBoardDark) {
      end(0, { outcome: "not-sent", reason: "the board does not answer" });
      return;
    }
    if (clock.monoMs > order.deadlineMonoMs) {
      end(0, { outcome: "not-sent", reason: "too late" });
      return;
    }
    onEnergized(place, order);
    place.energize(order.pulseMs);
    if (this.#cabin.isBoardMute) {
      end(answerTimeoutMs, { outcome: "unknown", reason: "no answer" });
    } else end(dice.between(15, 60), { outcome: "answered" });
  }
}

/** The door contact of one compartment, active while closed. */
export class SimContact implements InputLine {
  readonly id: string;
  readonly #place: Compartment;
  readonly #parts: WireParts;
  #onLevel: (isActive: boolean | undefined) => void = () => undefined;

  constructor(place: Compartment, parts: WireParts) {
    this.id = `contact-${place.key}`;
    this.#place = place;
    this.#parts = parts;
  }

  onLevel(listener: (isActive: boolean | undefined) => void): () => void {
    this.#onLevel = listener;
    return () => undefined;
  }

  start(): void {
    const { scheduler, dice } = this.#parts;
    scheduler.after(dice.between(5, startMaxMs), () => this.changed());
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  changed(): void {
    if (this.#parts.life.isAlive) this.#onLevel(!this.#place.readings().isContactOpen);
  }
}
