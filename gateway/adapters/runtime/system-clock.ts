// Wall clock, boot-time clock and boot identity of this machine, with what the wall clock is worth.

import { readFileSync } from "node:fs";
import { fromHex } from "@driftbox/proto";
import type { Clock, ClockReading, ClockSource } from "../../ports/runtime.ts";
import { bootTimeUs, clockDiscipline } from "./libc.ts";

const bootIdPath = "/proc/sys/kernel/random/boot_id";
const bootIdBytes = 16;
/** The discipline of the clock changes in minutes; it is asked for at most this often. */
const disciplineEveryUs = 10_000_000;

export interface SystemClockOptions {
  /** True on a board with a battery-backed clock: then an undisciplined time is worth `rtc`. */
  readonly hasRtc: boolean;
  /** Bound of the error of the battery-backed clock; undefined = unknown. */
  readonly rtcErrMs?: number;
}

/**
 * `ntp` while the kernel calls its clock synchronized, else `rtc` where there is one, else `none`.
 */
export class SystemClock implements Clock {
  readonly bootId: Uint8Array;
  readonly #options: SystemClockOptions;
  #worth: { readonly source: ClockSource; readonly wallErrMs: number | undefined };
  #askedAtUs: number;

  constructor(options: SystemClockOptions) {
    this.#options = options;
    this.bootId = readBootId();
    this.#askedAtUs = bootTimeUs();
    this.#worth = this.#ask();
  }

  read(): ClockReading {
    const monoUs = bootTimeUs();
    if (monoUs - this.#askedAtUs >= disciplineEveryUs) {
      this.#askedAtUs = monoUs;
      this.#worth = this.#ask();
    }
    return { monoUs, wallUs: Date.now() * 1_000, ...this.#worth };
  }

  #ask(): { readonly source: ClockSource; readonly wallErrMs: number | undefined } {
    const { isSynchronized, maxErrorMs } = clockDiscipline();
    if (isSynchronized) return { source: "ntp", wallErrMs: maxErrorMs };
    if (this.#options.hasRtc) return { source: "rtc", wallErrMs: this.#options.rtcErrMs };
    return { source: "none", wallErrMs: undefined };
  }
}

/** The 16 bytes the kernel drew at boot. */
function readBootId(): Uint8Array {
  const text = readFileSync(bootIdPath, "latin1").trim();
  const bytes = fromHex(text.replaceAll("-", ""));
  if (bytes?.length === bootIdBytes) return bytes;
  throw new Error(`${bootIdPath}: not a boot id`);
}
