// Text lines of the simulated GPIO server: `name 0|1`, ended by a line feed (docs/architecture.md).

/** No line is longer; the rest of a longer one is skipped up to its end. */
export const simLineMaxBytes = 128;

export interface SimLevel {
  readonly name: string;
  /** The electrical level. */
  readonly isHigh: boolean;
}

/** Collects lines from bytes that are split anywhere; lines that are not `name 0|1` are dropped. */
export class SimLevelReader {
  #kept: number[] = [];
  #isSkipping = false;

  get keptCount(): number {
    return this.#kept.length;
  }

  reset(): void {
    this.#kept = [];
    this.#isSkipping = false;
  }

  push(bytes: Uint8Array): SimLevel[] {
    const levels: SimLevel[] = [];
    for (const byte of bytes) {
      if (byte === 0x0a) {
        const level = this.#isSkipping ? undefined : parseLevel(String.fromCharCode(...this.#kept));
        if (level !== undefined) levels.push(level);
        this.reset();
      } else if (this.#kept.length >= simLineMaxBytes) {
        this.reset();
        this.#isSkipping = true;
      } else if (!this.#isSkipping) this.#kept.push(byte);
    }
    return levels;
  }
}

/** What a client sends to drive an output. */
export function formatLevel({ name, isHigh }: SimLevel): Uint8Array {
  return Buffer.from(`${name} ${isHigh ? 1 : 0}\n`, "latin1");
}

function parseLevel(line: string): SimLevel | undefined {
  const [, name, level] = /^([A-Za-z0-9._-]{1,64}) ([01])\r?$/.exec(line) ?? [];
  return name === undefined ? undefined : { name, isHigh: level === "1" };
}
