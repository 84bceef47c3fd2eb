// The mappings of a written policy, read with errors that name the place of a mistake.

import { Fault, limits } from "@driftbox/proto";

interface Primitives {
  readonly string: string;
  readonly number: number;
  readonly boolean: boolean;
}

/** Entries of one list at most; a policy is far smaller. */
const listMaxCount = 20_000;

/** One mapping of the file, with errors that name the place. */
export class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #path: string;

  constructor(written: unknown, path: string, known: readonly string[]) {
    if (typeof written !== "object" || written === null || Array.isArray(written)) {
      invalid(path, "expected a mapping");
    }
    this.#fields = written as Record<string, unknown>;
    this.#path = path;
    const unknown = Object.keys(this.#fields).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      invalid(`${path}.${unknown}`, `unknown key; known are ${known.join(", ")}`);
    }
  }

  raw(key: string): unknown {
    return this.#fields[key];
  }

  optional<K extends keyof Primitives>(key: string, type: K): Primitives[K] | undefined {
    const value = this.#fields[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== type) invalid(`${this.#path}.${key}`, `expected a ${type}`);
    return value as Primitives[K];
  }

  wanted<K extends keyof Primitives>(key: string, type: K): Primitives[K] {
    return this.optional(key, type) ?? invalid(`${this.#path}.${key}`, "is missing");
  }

  name(key: string): string {
    const text = this.wanted(key, "string");
    if (text.length > 0 && text.length <= limits.idMaxChars) return text;
    return invalid(`${this.#path}.${key}`, `1 to ${limits.idMaxChars} characters`);
  }

  /** A whole number from 0; 0 = not written. */
  whole(key: string, max: number): number {
    const value = this.optional(key, "number") ?? 0;
    if (Number.isInteger(value) && value >= 0 && value <= max) return value;
    return invalid(`${this.#path}.${key}`, `0 to ${max}`);
  }

  /** The number that a word of a table stands for; undefined = not written. */
  word<N extends number>(key: string, numbers: Readonly<Record<string, N>>): N | undefined {
    const word = this.optional(key, "string");
    if (word === undefined) return undefined;
    if (Object.hasOwn(numbers, word)) return numbers[word];
    return invalid(`${this.#path}.${key}`, `one of ${Object.keys(numbers).join(", ")}`);
  }

  /** Numbers of compartments; empty = every one. */
  compartments(): number[] {
    return this.list("compartments").map((each) => {
      const isCompartment = typeof each === "number" && Number.isInteger(each) && each > 0;
      return isCompartment ? each : invalid(`${this.#path}.compartments`, "numbers from 1 up");
    });
  }

  list(key: string): readonly unknown[] {
    const value = this.#fields[key] ?? [];
    if (!Array.isArray(value)) return invalid(`${this.#path}.${key}`, "expected a list");
    if (value.length > listMaxCount) invalid(`${this.#path}.${key}`, `over ${listMaxCount}`);
    return value as unknown[];
  }
}

/** Fault: policy/invalid, naming the place. */
export function invalid(path: string, reason: string): never {
  throw new Fault("policy/invalid", `${path}: ${reason}`);
}
