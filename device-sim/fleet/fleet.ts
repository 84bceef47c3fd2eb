// Many boxes in one process, asked at a steady pace: what one machine can carry, measured.

import { WallScheduler } from "../devices/scheduler.ts";
import type { Line } from "../lines/line.ts";
import { MemoryLine } from "../lines/memory-line.ts";
import { PtyLine } from "../lines/pty-line.ts";
import { TcpLine } from "../lines/tcp-line.ts";
import { loopback } from "../run/devices.ts";
import { openFarPort } from "../record/far-port.ts";
import { AnswerTimes } from "./answer-times.ts";
import { FleetBox } from "./fleet-box.ts";
import { FleetHost, type HostEnd, type HostTally } from "./host.ts";
import { isReachable, profileOf, type Profile } from "./profiles.ts";
import { Visitor } from "./visitor.ts";

/** Boxes of one fleet; a machine has 4,096 pseudo-terminals, and each box takes two lines. */
export const fleetMaxCount = { memory: 5_000, pty: 1_500, tcp: 1_500 } as const;
export type FleetSerial = keyof typeof fleetMaxCount;

/** Questions to a board each second. */
export const pollsPerSecond = 5;
const lifePeriodMs = 200;
/**
 * A usual USB adapter hands bytes over at least this often: one call a frame instead of one a byte.
 */
const adapterLatencyMs = 16;

export interface FleetOptions {
  readonly count: number;
  readonly seed: number;
  readonly serial: FleetSerial;
  /** Folder of the links to pseudo-terminals. */
  readonly folder: string;
}

export interface FleetReport {
  readonly boxes: number;
  readonly serial: FleetSerial;
  readonly seconds: number;
  readonly ferries: number;
  readonly branches: number;
  readonly polls: number;
  readonly pollsPerSecond: number;
  readonly answered: number;
  readonly lost: number;
  readonly unlocks: number;
  readonly visits: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of one core, load included. */
  readonly cpuShare: number;
  /** Boxes that one core would answer at full pace: by what each answer cost, not by the count. */
  readonly boxesPerCore: number;
  readonly rssMb: number;
  readonly violations: number;
}

interface Member {
  readonly box: FleetBox;
  readonly profile: Profile;
}

export class Fleet {
  readonly #options: FleetOptions;
  readonly #scheduler = new WallScheduler();
  readonly #memory = new Map<Line, HostEnd>();
  readonly #members: Member[] = [];
  readonly #closers: (() => void)[] = [];
  readonly #tally: HostTally = {
    times: new AnswerTimes(),
    asked: 0,
    answered: 0,
    lost: 0,
    unlocks: 0,
  };
  readonly #visitors: Visitor[] = [];
  #life: NodeJS.Timeout | undefined;

  private constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** Opens every box; on any fault what was opened is closed again. */
  static async open(options: FleetOptions): Promise<Fleet> {
    const fleet = new Fleet(options);
    try {
      for (let index = 0; index < options.count; index += 1) await fleet.#addBox(index);
    } catch (error) {
      await fleet.close();
      throw error;
    }
    fleet.#live();
    return fleet;
  }

  /** Ports for gateways elsewhere. */
  ports(): readonly { readonly box: string; readonly board: string; readonly reader: string }[] {
    return this.#members.map(({ box }) => ({
      box: box.name,
      board: box.boardLine.port,
      reader: box.readerLine.port,
    }));
  }

  /** Asks every box for so long, or until the signal. */
  async measure(seconds: number, signal: AbortSignal): Promise<FleetReport> {
    for (const [index, member] of this.#members.entries()) await this.#load(index, member);
    const startMs = performance.now();
    const startCpu = process.cpuUsage();
    await wait(seconds * 1_000, signal);
    const tookS = (performance.now() - startMs) / 1_000;
    const { user, system } = process.cpuUsage(startCpu);
    return this.#report(tookS, (user + system) / 1_000_000 / tookS);
  }

  async close(): Promise<void> {
    clearInterval(this.#life);
    for (const visitor of this.#visitors) visitor.stop();
    for (const close of this.#closers.splice(0)) close();
    for (const { box } of this.#members.splice(0)) await box.close();
  }

  async #addBox(index: number): Promise<void> {
    const { seed } = this.#options;
    const scheduler = this.#scheduler;
    const openLine = (name: string, baudRate: number): Promise<Line> => this.#open(name, baudRate);
    const box = await FleetBox.open({ index, seed, scheduler, openLine });
    this.#members.push({ box, profile: profileOf(seed, index) });
  }

  async #open(name: string, baudRate: number): Promise<Line> {
    const { serial, folder } = this.#options;
    const scheduler = this.#scheduler;
    if (serial === "tcp") return TcpLine.open({ host: loopback, tcpPort: 0, baudRate, scheduler });
    if (serial === "pty") return new PtyLine({ link: `${folder}/${name}`, baudRate, scheduler });
    const line = new MemoryLine({ name, baudRate, scheduler, latencyMs: adapterLatencyMs });
    const { far } = line;
    this.#memory.set(line, {
      onBytes: (listener) => void far.onBytes(listener),
      send: (bytes) => far.write(bytes),
    });
    return line;
  }

  /** Time passes in every world, and boxes go into tunnels and come out. */
  #live(): void {
    const startMs = this.#scheduler.nowMs();
    const was = new Map<FleetBox, boolean>();
    this.#life = setInterval(() => {
      const atMs = this.#scheduler.nowMs() - startMs;
      for (const { box, profile } of this.#members) {
        box.stage.pass();
        const now = isReachable(profile, atMs);
        if (this.#options.serial === "memory" && was.get(box) !== now) {
          was.set(box, now);
          void box.setReachable(now);
        }
      }
    }, lifePeriodMs);
  }

  async #load(index: number, { box, profile }: Member): Promise<void> {
    const { count, seed } = this.#options;
    const scheduler = this.#scheduler;
    const beganMs = scheduler.nowMs();
    const pollMs = 1_000 / pollsPerSecond;
    const host = new FleetHost({
      board: await this.#hostEnd(box.boardLine),
      reader: await this.#hostEnd(box.readerLine),
      scheduler,
      pollMs,
      phaseMs: (index / count) * pollMs,
      isReachable: () => {
        return box.boardLine.isPlugged && isReachable(profile, scheduler.nowMs() - beganMs);
      },
      tally: this.#tally,
    });
    this.#closers.push(() => host.stop());
    this.#visitors.push(new Visitor(box, profile, scheduler, seed));
  }

  async #hostEnd(line: Line): Promise<HostEnd> {
    const near = this.#memory.get(line);
    if (near !== undefined) return near;
    const far = await openFarPort(line.port, line.baudRate);
    this.#closers.push(() => far.close());
    return far;
  }

  #report(seconds: number, cpuShare: number): FleetReport {
    const { times, asked, answered, lost, unlocks } = this.#tally;
    const { count, serial } = this.#options;
    const ferries = this.#members.filter(({ profile }) => profile.kind === "ferry").length;
    return {
      boxes: count,
      serial,
      seconds: round(seconds, 1),
      ferries,
      branches: count - ferries,
      polls: asked,
      pollsPerSecond: round(asked / seconds, 1),
      answered,
      lost,
      unlocks,
      visits: this.#visitors.reduce((sum, one) => sum + one.visits, 0),
      p50Ms: round(times.quantileMs(0.5), 2),
      p99Ms: round(times.quantileMs(0.99), 2),
      cpuShare: round(cpuShare, 3),
      boxesPerCore: Math.floor(answered / seconds / pollsPerSecond / cpuShare),
      rssMb: Math.round(process.memoryUsage.rss() / 1_048_576),
      violations: this.#members.reduce((sum, { box }) => sum + box.violations().length, 0),
    };
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
