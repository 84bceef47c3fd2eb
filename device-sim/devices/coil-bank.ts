// What every lock board has inside: relays for coils with one-shots, and inputs wired to its locks.

import { compartmentAt, type Compartment, type Spot } from "../world/index.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

export interface CoilBankOptions {
  /** Name of the board in the world. */
  readonly id: string;
  /** Which compartment hangs on which connector, counted from 0. Unwired ones do nothing. */
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly scheduler: Scheduler;
  /** The power came back: what the board forgets and what it starts with. */
  readonly onDark: () => void;
}

/**
 * A power cut opens every relay and forgets every one-shot; nothing that was pending happens after
 * it. Whoever holds a coil without a one-shot holds it until `release`.
 */
export class CoilBank {
  readonly #options: CoilBankOptions;
  readonly #stop: () => void;
  readonly #pending = new Set<Cancel>();
  readonly #oneShots = new Map<number, Cancel>();

  constructor(options: CoilBankOptions) {
    this.#options = options;
    this.#stop = options.stage.onHappening((happening) => {
      if (happening.kind !== "BoardWentDark" || happening.board !== options.id) return;
      this.#forget();
      options.onDark();
    });
  }

  get isPowered(): boolean {
    return !this.#options.stage.world.darkBoards.includes(this.#options.id);
  }

  /** Connectors that are wired, in order. */
  get channels(): readonly number[] {
    return [...this.#options.wiring.keys()].toSorted((a, b) => a - b);
  }

  close(): void {
    this.#stop();
    this.#forget();
    for (const channel of this.channels) this.#act("releaseCoil", channel);
  }

  /** The compartment on a connector as the world has it now. */
  at(channel: number): Compartment | undefined {
    const spot = this.#options.wiring.get(channel);
    return spot === undefined ? undefined : compartmentAt(this.#options.stage.world, spot);
  }

  /** Whether the board drives the relay of a connector. */
  isDriven(channel: number): boolean {
    return this.at(channel)?.coil.isDriven ?? false;
  }

  /** Calls later, unless the power is cut before. */
  after(delayMs: number, run: () => void): Cancel {
    const cancel = this.#options.scheduler.after(delayMs, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
    return () => {
      this.#pending.delete(cancel);
      cancel();
    };
  }

  /** An order to open: noted for the monitors, whatever becomes of the coil. */
  ordered(channel: number): void {
    this.#act("orderUnlock", channel);
  }

  /** Closes the relay for a time; a second pulse starts the time again. */
  pulse(channel: number, pulseMs: number): void {
    this.hold(channel);
    const end = this.after(pulseMs, () => this.release(channel));
    this.#oneShots.set(channel, end);
  }

  /** Pulses all wired connectors one after another. */
  pulseInTurn(pulseMs: number, gapMs: number): void {
    for (const [at, channel] of this.channels.entries()) {
      this.ordered(channel);
      this.after(at * (pulseMs + gapMs), () => this.pulse(channel, pulseMs));
    }
  }

  /** Closes the relay and leaves it closed. */
  hold(channel: number): void {
    this.#endOneShot(channel);
    this.#act("energizeCoil", channel);
  }

  release(channel: number): void {
    this.#endOneShot(channel);
    this.#act("releaseCoil", channel);
  }

  #endOneShot(channel: number): void {
    this.#oneShots.get(channel)?.();
    this.#oneShots.delete(channel);
  }

  #forget(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
    this.#oneShots.clear();
  }

  #act(kind: "orderUnlock" | "energizeCoil" | "releaseCoil", channel: number): void {
    const spot = this.#options.wiring.get(channel);
    if (spot !== undefined) this.#options.stage.act({ kind, ...spot });
  }
}
