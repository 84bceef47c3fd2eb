// A satellite receiver on a serial line: tells once a second where the ship is, and what time.

import { asciiBytes } from "@driftbox/proto";
import type { Line } from "../lines/line.ts";
import {
  damagedSentence,
  ggaBody,
  nmeaSentence,
  rmcBody,
  type GpsFix,
  type GpsMoment,
} from "./gps-nmea.ts";
import { isInGap, pointAt, type GpsRoute } from "./gps-route.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";

/** NMEA 0183, 8N1. */
export const gpsBaudRate = 9_600;
export const gpsPeriodMs = 1_000;
/** Ten bits count the weeks: a receiver that was not updated is so much behind. */
export const gpsRolloverMs = 1_024 * 7 * 86_400_000;

/**
 * - `no-fix`: sees no satellite; the clock runs on if it was ever set;
 * - `wrong-checksum`: every sentence is damaged; `wrong-clock`: behind by 1024 weeks;
 * - `silent`: the antenna's cable is off and nothing comes.
 */
export const gpsFlaws = ["no-fix", "wrong-checksum", "wrong-clock", "silent"] as const;
export type GpsFlaw = (typeof gpsFlaws)[number];

export interface GpsOptions {
  /** Names the power supply in `powerBoard`. */
  readonly id: string;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  readonly route: GpsRoute;
  /** UTC in ms since 1970 when the world is at 0, which is also the start of the route. */
  readonly startUtcMs: number;
  /** First two letters of every sentence; default `GN`. */
  readonly talker?: string;
  readonly satelliteCount?: number;
  readonly altitudeM?: number;
  readonly flaws?: readonly GpsFlaw[];
}

/** RMC and GGA every second from its making until `close`. Hears nothing. */
export class GpsReceiver {
  readonly #options: GpsOptions;
  readonly #flaws: Set<GpsFlaw>;
  readonly #startMs: number;
  #periods = 0;
  #hadFix = false;
  #cancel: Cancel | undefined;

  constructor(options: GpsOptions) {
    this.#options = options;
    this.#flaws = new Set(options.flaws);
    this.#startMs = options.scheduler.nowMs();
    this.#schedule();
  }

  setFlaw(flaw: GpsFlaw, isOn: boolean): void {
    if (isOn) this.#flaws.add(flaw);
    else this.#flaws.delete(flaw);
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** Counts from the start, so that late timers do not add up. */
  #schedule(): void {
    const { scheduler } = this.#options;
    this.#periods += 1;
    const dueMs = this.#startMs + this.#periods * gpsPeriodMs;
    this.#cancel = scheduler.after(Math.max(0, dueMs - scheduler.nowMs()), () => {
      this.#schedule();
      this.#tell();
    });
  }

  #tell(): void {
    const { id, stage, line, talker = "GN" } = this.#options;
    if (stage.world.darkBoards.includes(id)) {
      // Without power the clock of the receiver is lost as well.
      this.#hadFix = false;
      return;
    }
    const moment = this.#moment();
    if (this.#flaws.has("silent")) return;
    const write = this.#flaws.has("wrong-checksum") ? damagedSentence : nmeaSentence;
    line.send(asciiBytes(write(rmcBody(talker, moment)) + write(ggaBody(talker, moment))));
  }

  /** Receivers tell whole seconds; the world's clock may be a tick behind. */
  #moment(): GpsMoment {
    const { stage, startUtcMs } = this.#options;
    const atS = Math.round(stage.world.nowMs / 1_000);
    const fix = this.#fix(atS);
    this.#hadFix ||= fix !== undefined;
    const errorMs = this.#flaws.has("wrong-clock") ? -gpsRolloverMs : 0;
    return { utcMs: this.#hadFix ? startUtcMs + atS * 1_000 + errorMs : undefined, fix };
  }

  #fix(atS: number): GpsFix | undefined {
    const { route, satelliteCount = 9, altitudeM = 12.3 } = this.#options;
    if (this.#flaws.has("no-fix") || isInGap(route, atS)) return undefined;
    return { ...pointAt(route, atS), satelliteCount, altitudeM };
  }
}
