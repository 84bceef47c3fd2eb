// The radio field of a PN532: which cards are in it, and which of them the chip has activated.

import type { World } from "../world/index.ts";
import { plainCardOf, type VirtualCard } from "./pn532-card.ts";

/** The chip holds two targets. */
export const pn532TargetsMaxCount = 2;

/** Status byte of the chip's answers. */
export const pn532Status = { ok: 0x00, timeout: 0x01, notInContext: 0x27 } as const;

interface Target {
  readonly number: string;
  readonly card: VirtualCard;
  /** Left the field since it was activated; it stays lost until it is listed again. */
  isGone: boolean;
}

export interface Pn532FieldOptions {
  /** Reader of the presentations in the world. */
  readonly reader: string;
  readonly wallet: ReadonlyMap<string, VirtualCard>;
  readonly world: () => World;
}

export class Pn532Field {
  readonly #options: Pn532FieldOptions;
  #targets: Target[] = [];

  constructor(options: Pn532FieldOptions) {
    this.#options = options;
  }

  /** Whether a card that the field can power is in it. */
  get hasCard(): boolean {
    return this.#present().length > 0;
  }

  get targetCount(): number {
    return this.#targets.length;
  }

  /** Activates the cards in the field, earlier targets forgotten, and tells each one's data. */
  list(maxCount: number): readonly (readonly number[])[] {
    this.#targets = this.#present()
      .slice(0, Math.min(maxCount, pn532TargetsMaxCount))
      .map((one) => ({ ...one, isGone: false }));
    return this.#targets.map(({ card }, at) => {
      const uid = card.activate();
      const head = [at + 1, ...card.sensRes, card.selRes, uid.length, ...uid];
      return [...head, ...(card.ats ?? [])];
    });
  }

  /** Status and the card's answer. `target` counts from 1. */
  exchange(target: number, command: readonly number[]): readonly number[] {
    const one = this.#targets[target - 1];
    if (one === undefined) return [pn532Status.notInContext];
    if (one.isGone) return [pn532Status.timeout];
    const answer = one.card.exchange(Uint8Array.from(command));
    return answer === undefined ? [pn532Status.timeout] : [pn532Status.ok, ...answer];
  }

  /** 0 = every target. */
  release(target: number): number {
    if (target > this.#targets.length) return pn532Status.notInContext;
    if (target === 0) this.#targets = [];
    else this.#lose(this.#targets[target - 1]);
    return pn532Status.ok;
  }

  /** Wakes a target that was deselected. */
  select(target: number): number {
    const one = this.#targets[target - 1];
    if (one === undefined) return pn532Status.notInContext;
    return one.isGone ? pn532Status.timeout : pn532Status.ok;
  }

  /** A card was taken away. */
  left(number: string): void {
    for (const one of this.#targets) if (one.number === number) this.#lose(one);
  }

  /** The field went off: every target lost power. */
  off(): void {
    this.#targets = [];
  }

  #lose(target: Target | undefined): void {
    if (target !== undefined) target.isGone = true;
  }

  #present(): readonly { readonly number: string; readonly card: VirtualCard }[] {
    const { reader, wallet, world } = this.#options;
    return world().presentations.flatMap(({ reader: at, number }) => {
      const card = at === reader ? (wallet.get(number) ?? plainCardOf(number)) : undefined;
      return card === undefined ? [] : [{ number, card }];
    });
  }
}
