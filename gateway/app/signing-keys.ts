// Which keys may sign grants or commands: those of the policy in force, else those of the center.

import { fromHex, type Verifier } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";

/** A key that is weak signs nothing; keys that were made before are kept. */
export class SigningKeys {
  readonly #center: readonly Verifier[];
  readonly #made = new Map<string, Verifier | undefined>();

  constructor(center: readonly Verifier[]) {
    this.#center = center;
  }

  /** @param named raw public keys of the policy in lower-case hex; empty = the center's */
  keysFor(named: readonly string[]): readonly Verifier[] {
    if (named.length === 0) return this.#center;
    for (const key of this.#made.keys()) if (!named.includes(key)) this.#made.delete(key);
    return named.flatMap((key) => this.#keyOf(key) ?? []);
  }

  #keyOf(key: string): Verifier | undefined {
    if (!this.#made.has(key)) this.#made.set(key, madeOf(key));
    return this.#made.get(key);
  }
}

function madeOf(key: string): Verifier | undefined {
  try {
    return verifierOf(fromHex(key) ?? new Uint8Array());
  } catch {
    return undefined;
  }
}
