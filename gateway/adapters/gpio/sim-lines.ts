// Lines of the simulated GPIO: one connection to the simulator, any number of lines on it.
import type { DeviceHealth, InputLine, Unsubscribe } from "../../ports/devices.ts";
import type { OpenLine, WriteResult } from "../serial/byte-line.ts";
import type { LinePacing } from "../serial/line-state.ts";
import { Listeners } from "../serial/listeners.ts";
import { SupervisedLine, type LineRuntime, type Session } from "../serial/supervised-line.ts";
import { Debounce } from "./debounce.ts";
import type { DrivenLine } from "./driven-output.ts";
import {
  defaultDebounceMs,
  type GpioLines,
  type InputLineOptions,
  type OutputLineOptions,
} from "./gpio-lines.ts";
import { SimOutput } from "./sim-output.ts";
import { formatLevel, SimLevelReader, type SimLevel } from "./sim-protocol.ts";

/** More names than any board has lines are not remembered. */
const namesMaxCount = 1_024;

export interface SimGpioOptions extends LineRuntime {
  readonly id: string;
  readonly open: OpenLine;
  readonly pacing?: Partial<LinePacing>;
}

/** What the connection tells each started line. */
export interface SimMember {
  readonly name: string;
  /** The server said the level. */
  sample(isHigh: boolean): void;
  /** The connection is up, whether or not a level was said. */
  look(): void;
  lose(reason: string): void;
}

/** Online when the server said at least one level; every line is undefined while it is not. */
export class SimGpio implements GpioLines {
  readonly #runtime: LineRuntime;
  readonly #line: SupervisedLine;
  readonly #levels = new SimLevelReader();
  readonly #started = new Set<SimMember>();
  /** Levels said on this connection, for lines started later. Bounded by the server's lines. */
  readonly #last = new Map<string, boolean>();
  #onFirstLevel: (() => void) | undefined;
  #session: Session | undefined;

  constructor(options: SimGpioOptions) {
    this.#runtime = options;
    this.#line = new SupervisedLine({
      ...options,
      driver: {
        probe: (session) => {
          this.#session = session;
          return new Promise((resolve) => {
            if (this.#last.size > 0) resolve();
            else this.#onFirstLevel = resolve;
          });
        },
        onBytes: (bytes) => {
          for (const level of this.#levels.push(bytes)) this.#take(level);
        },
        onHealth: (health) => this.#onHealth(health),
      },
    });
  }

  input(options: InputLineOptions): InputLine {
    return new SimInputLine(options, this.#runtime, this.#connection);
  }

  output(options: OutputLineOptions): DrivenLine {
    return new SimOutput(options, this.#runtime.timers, this.#connection);
  }

  get #connection(): SimConnection {
    return {
      attach: (member) => this.#attach(member),
      detach: (member) => this.#detach(member),
      send: (level) => this.#send(level),
    };
  }

  #send(level: SimLevel): WriteResult {
    if (this.#line.health.state !== "online" || this.#session === undefined) {
      return { outcome: "not-sent", reason: "the simulated GPIO is not connected" };
    }
    return this.#session.send(formatLevel(level));
  }

  #attach(member: SimMember): void {
    if (this.#started.has(member)) return;
    this.#started.add(member);
    this.#line.start();
    const isHigh = this.#last.get(member.name);
    if (isHigh !== undefined) member.sample(isHigh);
    if (this.#line.health.state === "online") member.look();
  }

  async #detach(member: SimMember): Promise<void> {
    this.#started.delete(member);
    if (this.#started.size === 0) await this.#line.stop();
  }

  #take({ name, isHigh }: SimLevel): void {
    if (!this.#last.has(name) && this.#last.size >= namesMaxCount) return;
    this.#last.set(name, isHigh);
    for (const member of this.#started) if (member.name === name) member.sample(isHigh);
    this.#onFirstLevel?.();
    this.#onFirstLevel = undefined;
  }

  #onHealth(health: DeviceHealth): void {
    if (health.state === "online") {
      for (const member of this.#started) member.look();
      return;
    }
    if (health.state === "probing") return;
    this.#levels.reset();
    this.#last.clear();
    if (health.state === "opening") return;
    for (const member of this.#started) member.lose(health.reason);
  }
}

export interface SimConnection {
  attach(member: SimMember): void;
  detach(member: SimMember): Promise<void>;
  send(level: SimLevel): WriteResult;
}

class SimInputLine implements InputLine {
  readonly id: string;
  readonly #connection: SimConnection;
  readonly #member: SimMember;
  readonly #debounce: Debounce;
  readonly #listeners = new Listeners<[boolean | undefined]>();

  constructor(options: InputLineOptions, runtime: LineRuntime, connection: SimConnection) {
    const { name, isActiveLow = false, debounceMs = defaultDebounceMs } = options;
    this.id = name;
    this.#connection = connection;
    this.#debounce = new Debounce({
      timerKey: `gpio/${name}`,
      timers: runtime.timers,
      debounceMs,
      report: (level) =>
        this.#listeners.emit(level === undefined ? undefined : level !== isActiveLow),
    });
    this.#member = {
      name,
      sample: (isHigh) => this.#debounce.sample(isHigh),
      look: () => this.#debounce.look(),
      lose: () => this.#debounce.lose(),
    };
  }

  onLevel(listener: (isActive: boolean | undefined) => void): Unsubscribe {
    return this.#listeners.add(listener);
  }

  start(): void {
    this.#connection.attach(this.#member);
  }

  async stop(): Promise<void> {
    this.#debounce.stop();
    await this.#connection.detach(this.#member);
  }
}
