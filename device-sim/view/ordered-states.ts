// What was ordered and cannot be read back: links, and the own flaws of devices and cards.

import { verbOf } from "./live-deeds.ts";

const linkStates = { "cut-link": "cut", "slow-link": "slow", "restore-link": "up" } as const;
export type LinkState = (typeof linkStates)[keyof typeof linkStates];

export class OrderedStates {
  readonly #links = new Map<string, LinkState>();
  readonly #flaws = new Map<string, ReadonlySet<string>>();

  /** Takes note of an order that was carried out. */
  note(text: string): void {
    const { verb, fields } = verbOf(text);
    const { gateway, device, person, flaw, on }: Readonly<Partial<Record<string, unknown>>> = {
      ...fields,
    };
    if (verb === "cut-link" || verb === "slow-link" || verb === "restore-link") {
      if (typeof gateway === "string") this.#links.set(gateway, linkStates[verb]);
    }
    const owner = verb === "device-flaw" ? device : verb === "card-flaw" ? person : undefined;
    if (typeof owner === "string" && typeof flaw === "string") this.#turn(owner, flaw, on === true);
  }

  linkOf(gateway: string): LinkState {
    return this.#links.get(gateway) ?? "up";
  }

  /** Own flaws that are on, of a device or of the card of a person. */
  flawsOf(owner: string): readonly string[] {
    return [...(this.#flaws.get(owner) ?? [])];
  }

  #turn(owner: string, flaw: string, isOn: boolean): void {
    const flaws = new Set(this.#flaws.get(owner));
    if (isOn) flaws.add(flaw);
    else flaws.delete(flaw);
    this.#flaws.set(owner, flaws);
  }
}
