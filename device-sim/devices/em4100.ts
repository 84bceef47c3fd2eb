// EM4100 readers with ASCII output: RDM6300, ID-12LA and clones, byte for byte.

import { asciiBytes } from "@driftbox/proto";
import type { Line } from "../lines/line.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/**
 * RDM6300 repeats its frame while a transponder is in the field, ID-12LA sends it once and adds
 * CR LF; a clone is an RDM6300 that writes lower-case hex.
 */
export type Em4100Style = "rdm6300" | "id-12la" | "clone";

/** Every style runs at 9600 8N1. */
export const em4100BaudRate = 9_600;
/** Period of the repeated frame. */
export const em4100RepeatMs = 65;

/**
 * `02 | 10 hex digits | 2 hex digits: XOR of the 5 bytes | [0D 0A] | 03`.
 * @param number ten hex digits: version byte and 4-byte id. Throws on anything else.
 */
export function em4100Frame(number: string, style: Em4100Style): Uint8Array {
  if (!/^[0-9A-Fa-f]{10}$/.test(number)) throw new Error(`not an EM4100 number: ${number.length}`);
  let check = 0;
  for (let at = 0; at < 10; at += 2) check ^= parseInt(number.slice(at, at + 2), 16);
  const upper = (number + check.toString(16).padStart(2, "0")).toUpperCase();
  const digits = style === "clone" ? upper.toLowerCase() : upper;
  const tail = style === "id-12la" ? [0x0d, 0x0a, 0x03] : [0x03];
  return Uint8Array.from([0x02, ...asciiBytes(digits), ...tail]);
}

export interface Em4100Options {
  readonly id: string;
  readonly style: Em4100Style;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
}

/** One reader: speaks whenever the world holds a transponder to it. Hears nothing. */
export class Em4100Reader {
  readonly #options: Em4100Options;
  readonly #repeats = new Map<string, Cancel>();
  readonly #stop: () => void;

  constructor(options: Em4100Options) {
    this.#options = options;
    this.#stop = options.stage.onHappening((happening) => {
      if (happening.kind === "TransponderArrived" && happening.reader === options.id) {
        this.#speak(happening.number);
      }
      if (happening.kind === "TransponderLeft" && happening.reader === options.id) {
        this.#silence(happening.number);
      }
    });
  }

  close(): void {
    this.#stop();
    for (const cancel of this.#repeats.values()) cancel();
    this.#repeats.clear();
  }

  #speak(number: string): void {
    const { line, scheduler, style } = this.#options;
    line.send(em4100Frame(number, style));
    if (style === "id-12la") return;
    this.#repeats.set(
      number,
      scheduler.after(em4100RepeatMs, () => this.#speak(number)),
    );
  }

  #silence(number: string): void {
    this.#repeats.get(number)?.();
    this.#repeats.delete(number);
  }
}
