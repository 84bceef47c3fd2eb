// Keeps values that were used lately, so that they are not read and parsed again: two generations.

/** Holds at least the `keptCount` values used last and at most twice as many. */
export class RecentValues<T> {
  readonly #keptCount: number;
  #young = new Map<string, T>();
  #old = new Map<string, T>();

  constructor(keptCount: number) {
    this.#keptCount = keptCount;
  }

  get(key: string): T | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: T): void {
    this.#young.set(key, value);
    if (this.#young.size < this.#keptCount) return;
    this.#old = this.#young;
    this.#young = new Map();
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}
