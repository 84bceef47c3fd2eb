// Reads the fields of what a screen sent one by one, and notes which are not as they must be.

import { limits } from "@driftbox/proto";

/** No person counts more parcels, and no compartment has a higher number. */
const countMax = 9_999;
/** What people type and scan: no control characters, no space at either end. */
const textShape = /^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}]+(?<!\s)$/u;

/** At least one word, so that there is one to go on with until the fault is told. */
export type ActWords<T extends string> = readonly [T, ...T[]];

/** A wrong field reads as an empty value of its type; whoever reads must look at `wrong` after. */
export class ActFields {
  /** Names of fields that were wrong, in the order they were read. */
  readonly wrong: string[] = [];
  readonly #fields: Readonly<Record<string, unknown>>;

  /** @param value anything; what is no object has no fields */
  constructor(value: unknown) {
    this.#fields = typeof value === "object" && value !== null ? { ...value } : {};
  }

  /** Undefined: the field is not there. */
  at(name: string): unknown {
    return this.#fields[name];
  }

  /** 1 to `limits.idMaxChars` characters. */
  text(name: string): string {
    const text = this.at(name);
    const isText = typeof text === "string" && text.length <= limits.idMaxChars;
    return isText && textShape.test(text) ? text : this.#not(name, "");
  }

  /** A text of a shape of its own. */
  shaped(name: string, shape: RegExp): string {
    const text = this.at(name);
    return typeof text === "string" && shape.test(text) ? text : this.#not(name, "");
  }

  word<T extends string>(name: string, words: ActWords<T>): T {
    const said = this.at(name);
    return words.find((word) => word === said) ?? this.#not(name, words[0]);
  }

  /** A whole number from `min` to 9999. */
  count(name: string, min: 0 | 1): number {
    const count = this.at(name);
    const isCount = typeof count === "number" && Number.isInteger(count);
    return isCount && count >= min && count <= countMax ? count : this.#not(name, min);
  }

  flag(name: string): boolean {
    const flag = this.at(name);
    return typeof flag === "boolean" ? flag : this.#not(name, false);
  }

  /** Reads what is inside a field; its wrong fields are wrong here too. */
  within<T>(name: string, read: (inner: ActFields) => T): T {
    const inner = new ActFields(this.at(name));
    const value = read(inner);
    this.wrong.push(...inner.wrong.map((one) => `${name}.${one}`));
    return value;
  }

  #not<T>(name: string, instead: T): T {
    this.wrong.push(name);
    return instead;
  }
}
