// One physical compartment: coil, bolt, door, beam and parcels, with the faults they can have.

import type { BoxLayout, CompartmentLayout } from "../../gateway/custody/layout.ts";
import { placeKey } from "../../gateway/custody/index.ts";
import type { Scheduler } from "./scheduler.ts";

/** What the wires of a compartment show. */
export interface Readings {
  readonly isContactOpen: boolean;
  readonly isHookClosed: boolean;
  readonly isBeamBroken: boolean;
}

interface Wishes {
  /** A hook stays released until the door is shut; a bolt springs back when the coil goes off. */
  readonly isHook: boolean;
  readonly onOpened: (place: Compartment, isForced: boolean) => void;
}

const latchTravelMs = 30;
const shutTravelMs = 80;

export class Compartment {
  readonly box: string;
  readonly number: number;
  readonly key: string;
  readonly layout: CompartmentLayout;
  isDoorOpen = false;
  isBoltEngaged = true;
  coilOnUntilMs = 0;
  readonly parcels = new Set<string>();
  /** Too thin for the beam. */
  readonly unseen = new Set<string>();
  isJammed = false;
  isLatchWorn = false;
  isBeamDead = false;
  /** A loose wire: the contact reads the wrong way round while it is true. */
  isContactLying = false;
  isHookLying = false;
  isBeamLying = false;
  #disturbedUntilMs = 0;
  onReadings: ((now: Readings, before: Readings) => void) | undefined;
  readonly #scheduler: Scheduler;
  readonly #wishes: Wishes;
  #shown: Readings;

  constructor(scheduler: Scheduler, at: { box: BoxLayout; number: number }, wishes: Wishes) {
    const layout = at.box.compartments[at.number - 1];
    if (layout === undefined) throw new Error(`no compartment ${at.number}`);
    this.box = at.box.id;
    this.number = at.number;
    this.key = placeKey(at.box.id, at.number);
    this.layout = layout;
    this.#scheduler = scheduler;
    this.#wishes = wishes;
    this.#shown = this.readings();
  }

  readings(): Readings {
    const isSeen = [...this.parcels].some((parcel) => !this.unseen.has(parcel));
    return {
      isContactOpen: this.isDoorOpen !== this.isContactLying,
      isHookClosed: this.isBoltEngaged !== this.isHookLying,
      isBeamBroken: this.isBeamDead ? false : isSeen !== this.isBeamLying,
    };
  }

  /** Tells the wires. Call after every change. */
  notify(): void {
    const before = this.#shown;
    this.#shown = this.readings();
    const isSame =
      before.isContactOpen === this.#shown.isContactOpen &&
      before.isHookClosed === this.#shown.isHookClosed &&
      before.isBeamBroken === this.#shown.isBeamBroken;
    if (!isSame) this.onReadings?.(this.#shown, before);
  }

  get hasFlaw(): boolean {
    const lies = this.isContactLying || this.isHookLying || this.isBeamLying;
    return this.isJammed || this.isLatchWorn || this.isBeamDead || lies;
  }

  /** What sensors say until then may be about something else than the visitor does. */
  disturb(forMs: number): void {
    this.#disturbedUntilMs = Math.max(this.#disturbedUntilMs, this.#scheduler.nowMs + forMs);
  }

  get isDisturbed(): boolean {
    return this.#scheduler.nowMs < this.#disturbedUntilMs;
  }

  energize(pulseMs: number): void {
    const { nowMs } = this.#scheduler;
    this.coilOnUntilMs = Math.max(this.coilOnUntilMs, nowMs + pulseMs);
    this.#scheduler.after(latchTravelMs, () => this.#pulled());
    this.#scheduler.after(pulseMs, () => this.#springBack());
  }

  /** The power went: the coil lets go at once. */
  deenergize(): void {
    this.coilOnUntilMs = Math.min(this.coilOnUntilMs, this.#scheduler.nowMs);
    this.#springBack();
  }

  /** True when the door gives way. */
  pull(): boolean {
    if (this.isDoorOpen) return true;
    if (this.isBoltEngaged) return false;
    this.#open(false);
    return true;
  }

  /** With a crowbar. */
  force(): void {
    if (this.isDoorOpen) return;
    this.isBoltEngaged = false;
    this.#open(true);
  }

  shut(): void {
    if (!this.isDoorOpen && this.isBoltEngaged) return;
    this.isDoorOpen = false;
    this.notify();
    this.#scheduler.after(shutTravelMs, () => {
      if (this.isDoorOpen || this.isLatchWorn) return;
      this.isBoltEngaged = true;
      this.notify();
    });
  }

  put(parcel: string, isThin: boolean): void {
    this.parcels.add(parcel);
    if (isThin) this.unseen.add(parcel);
    this.notify();
  }

  take(parcel: string): void {
    this.parcels.delete(parcel);
    this.unseen.delete(parcel);
    this.notify();
  }

  #open(isForced: boolean): void {
    this.isDoorOpen = true;
    this.#wishes.onOpened(this, isForced);
    this.notify();
  }

  #pulled(): void {
    const isOn = this.coilOnUntilMs > this.#scheduler.nowMs;
    if (!isOn || this.isJammed || !this.isBoltEngaged) return;
    this.isBoltEngaged = false;
    this.notify();
  }

  #springBack(): void {
    const isOn = this.coilOnUntilMs > this.#scheduler.nowMs;
    if (isOn || this.#wishes.isHook || this.isDoorOpen || this.isBoltEngaged) return;
    this.isBoltEngaged = true;
    this.notify();
  }
}
