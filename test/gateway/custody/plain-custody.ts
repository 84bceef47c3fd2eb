// Who has each parcel by the facts alone, in the plainest words: one place for each, at any time.

import type { Fact } from "@driftbox/proto";

type Place = `in ${string}` | `with ${string}` | `inside ${string}` | "nobody";

/** Told fact by fact; knows nothing of the core, and forgets nothing as it does in a month. */
export class PlainCustody {
  readonly #places = new Map<string, Place>();
  readonly #sealed = new Set<string>();
  readonly #doubtful = new Set<string>();

  /** A compartment's key, a person, `unknown`, or `none` for what no fact named. */
  holder(parcel: string): string {
    const place = this.#places.get(parcel);
    if (place === undefined) return "none";
    if (place === "nobody") return "unknown";
    const [how, where = ""] = place.split(" ");
    if (how !== "inside") return where;
    return this.#doubtful.has(where) ? "unknown" : this.holder(where);
  }

  tell(fact: Fact): void {
    switch (fact.kind) {
      case "ParcelDeposited":
        return this.#put(fact.parcel, `in ${fact.box}#${fact.compartment}`);
      case "DepositUnverified":
        if (fact.parcel === "") return;
        return this.#put(fact.parcel, `in ${fact.box}#${fact.compartment}`);
      case "ParcelCollected":
        return this.#take(
          fact,
          [fact.parcel],
          fact.person === "" ? "nobody" : `with ${fact.person}`,
        );
      case "ParcelUnaccounted":
        return this.#take(fact, fact.parcels, "nobody");
      case "HandoverAccepted":
        return this.#move(fact.parcels, `with ${fact.receiver}`);
      case "ContainerSealed":
        return this.#seal(fact);
      case "ContainerOpened":
        return this.#open(fact);
      case "SealTagChecked":
        if (fact.state !== "intact" && this.#knows(fact.parcel)) this.#doubtful.add(fact.parcel);
        return;
      default:
    }
  }

  readonly #known = new Set<string>();
  #knows(container: string): boolean {
    return this.#known.has(container);
  }

  #put(parcel: string, place: Place): void {
    this.#places.set(parcel, place);
  }

  /** What is in a compartment leaves it by its own door only. */
  #move(parcels: readonly string[], place: Place): void {
    for (const parcel of parcels) {
      if (this.#places.get(parcel)?.startsWith("in ") !== true) this.#put(parcel, place);
    }
  }

  #take(at: { box: string; compartment: number }, parcels: readonly string[], place: Place): void {
    for (const parcel of parcels) {
      const here = `in ${at.box}#${at.compartment}`;
      if (this.#places.get(parcel) === here) this.#put(parcel, place);
      else this.#move([parcel], place);
    }
  }

  #contents(container: string): readonly string[] {
    const all = [...this.#places].filter(([, place]) => place === `inside ${container}`);
    return all.map(([parcel]) => parcel);
  }

  #seal({ container, parcels, person }: Extract<Fact, { kind: "ContainerSealed" }>): void {
    const isMore = this.#sealed.has(container);
    const left = this.#contents(container).filter((parcel) => !parcels.includes(parcel));
    if (!isMore) this.#move(left, "nobody");
    this.#move([container], `with ${person}`);
    this.#move(parcels, `inside ${container}`);
    this.#known.add(container);
    this.#sealed.add(container);
    this.#doubtful.delete(container);
  }

  #open({ container, person, enRoute }: Extract<Fact, { kind: "ContainerOpened" }>): void {
    const wasDoubtful = this.#doubtful.has(container);
    this.#sealed.delete(container);
    this.#known.add(container);
    this.#move([container], `with ${person}`);
    if (enRoute) return void this.#doubtful.add(container);
    this.#doubtful.delete(container);
    this.#move(this.#contents(container), wasDoubtful ? "nobody" : `with ${person}`);
  }
}
