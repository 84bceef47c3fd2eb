// Where every parcel really is, and whether all that moved it last was plain to the sensors.

import type { Compartment } from "./compartment.ts";
import type { Dice } from "./dice.ts";

export interface Parcel {
  readonly number: string;
  /** Key of the compartment it is in; undefined = with a person or gone. */
  place: string | undefined;
  /**
   * True when its last movement was one the gateway could see whole: tag shown in a session of the
   * same run, working sensors, nobody else at the box.
   */
  isPlain: boolean;
  /** Key of the compartment of its last movement. */
  lastPlace: string | undefined;
}

export class ParcelBook {
  readonly all = new Map<string, Parcel>();
  #next: number;

  constructor(first: number) {
    this.#next = first;
  }

  made(): Parcel {
    const number = String(this.#next);
    const parcel: Parcel = { number, place: undefined, isPlain: false, lastPlace: undefined };
    this.#next += 1;
    this.all.set(number, parcel);
    return parcel;
  }

  /** One that was taken out before and comes back, or a new one. */
  brought(dice: Dice): Parcel {
    if (!dice.chance(0.1)) return this.made();
    const away = [...this.all.values()].slice(-50).filter((each) => each.place === undefined);
    const known = away.filter((each) => each.lastPlace !== undefined);
    return known.length === 0 ? this.made() : dice.pick(known);
  }

  named(number: string): Parcel {
    const parcel = this.all.get(number);
    if (parcel === undefined) throw new Error(`no parcel ${number}`);
    return parcel;
  }

  put(parcel: Parcel, place: Compartment, isThin: boolean): void {
    parcel.place = place.key;
    parcel.lastPlace = place.key;
    place.put(parcel.number, isThin);
  }

  take(parcel: Parcel, place: Compartment): void {
    parcel.place = undefined;
    parcel.lastPlace = place.key;
    place.take(parcel.number);
  }
}
