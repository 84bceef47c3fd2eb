// Wall clock, boot-time clock and boot identity of this machine, with what the wall clock is worth.

import { readFileSync } from "node:fs";
import { fromHex } from "@driftbox/proto";
import type { Clock, ClockReading, ClockSource, SatelliteTime } from "../../ports/runtime.ts";
import {
  hearFix,
  newGnssTime,
  raiseFloor,
  timeBy,
  trustNetwork,
  type TimeFix,
} from "./gnss-time.ts";
import { bootTimeUs, clockDiscipline, type ClockDiscipline } from "./libc.ts";

const bootIdPath = "/proc/sys/kernel/random/boot_id";
const bootIdBytes = 16;
/** The discipline of the clock changes in minutes; it is asked for at most this often. */
const disciplineEveryUs = 10_000_000;
/** When this program was written: a clock that is behind it has lost its battery. */
export const writtenUs = Date.UTC(2026, 0, 1) * 1_000;

/** The clocks of the machine. */
export interface HostClocks {
  /** CLOCK_BOOTTIME in microseconds. */
  readonly bootTimeUs: () => number;
  /** CLOCK_REALTIME in microseconds since 1970. */
  readonly wallUs: () => number;
  readonly discipline: () => ClockDiscipline;
}

export interface SystemClockOptions {
  /** True on a board with a battery-backed clock: then an undisciplined time is worth `rtc`. */
  readonly hasRtc: boolean;
  /** Bound of the error of the battery-backed clock; undefined = unknown. */
  readonly rtcErrMs?: number;
  /** The clocks of this machine unless a test has others. */
  readonly host?: HostClocks;
}

const thisHost: HostClocks = {
  bootTimeUs,
  wallUs: () => Date.now() * 1_000,
  discipline: clockDiscipline,
};

/**
 * `ntp` while the kernel calls its clock synchronized; else `gnss` once satellites told the time,
 * computed from the boot clock, for the machine's own clock is never set; else `rtc` where there is
 * one whose battery is not empty; else `none`. Satellites that contradict themselves are worth
 * `rtc`.
 */
export class SystemClock implements Clock, SatelliteTime {
  readonly bootId: Uint8Array;
  readonly #options: SystemClockOptions;
  readonly #host: HostClocks;
  #discipline: ClockDiscipline;
  #askedAtUs: number;
  #gnss = newGnssTime(writtenUs);

  constructor(options: SystemClockOptions) {
    this.#options = options;
    this.#host = options.host ?? thisHost;
    this.bootId = readBootId();
    this.#askedAtUs = this.#host.bootTimeUs();
    this.#discipline = this.#host.discipline();
  }

  hear(fix: TimeFix): void {
    this.#gnss = hearFix(this.#gnss, fix);
  }

  notBefore(wallUs: number): void {
    this.#gnss = raiseFloor(this.#gnss, wallUs);
  }

  read(): ClockReading {
    const monoUs = this.#host.bootTimeUs();
    if (monoUs - this.#askedAtUs >= disciplineEveryUs) {
      this.#askedAtUs = monoUs;
      this.#discipline = this.#host.discipline();
    }
    const wallUs = this.#host.wallUs();
    const { isSynchronized, maxErrorMs } = this.#discipline;
    if (isSynchronized) {
      const good = { offsetUs: wallUs - monoUs, heardMonoMs: monoUs / 1_000 };
      this.#gnss = trustNetwork(this.#gnss, good);
      return { monoUs, wallUs, source: "ntp", wallErrMs: maxErrorMs };
    }
    const told = timeBy(this.#gnss, monoUs);
    if (told !== undefined) {
      const { isDisputed, ...time } = told;
      // As a battery's: believed as far as the record of time allows, and corrects nothing.
      return { monoUs, ...time, source: isDisputed ? "rtc" : "gnss" };
    }
    return { monoUs, wallUs, ...this.#undisciplined(wallUs) };
  }

  #undisciplined(wallUs: number): {
    readonly source: ClockSource;
    readonly wallErrMs: number | undefined;
  } {
    const isKept = this.#options.hasRtc && wallUs >= writtenUs;
    if (isKept) return { source: "rtc", wallErrMs: this.#options.rtcErrMs };
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
