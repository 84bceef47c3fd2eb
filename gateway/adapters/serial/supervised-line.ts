// Keeps one line to one device alive: open, identify, watch, close, wait, open again.
//
//   driver (protocol)  --probe, bytes, health-->  SupervisedLine  --stepLine-->  line-state (pure)
//                                                       |
//                                                   ByteLine: serial port | tcp | memory in tests
import type { DeviceHealth, SymptomCounts } from "../../ports/devices.ts";
import type { Log, Timers } from "../../ports/runtime.ts";
import type { ByteLine, OpenLine, WriteResult } from "./byte-line.ts";
import {
  defaultPacing,
  healthOf,
  stepLine,
  type LineEffect,
  type LineInput,
  type LinePacing,
  type LineState,
} from "./line-state.ts";
import { SymptomCounter } from "./symptom-counter.ts";

/**
 * The sending side of one connection. It dies with the connection: after that every `send` is
 * `not-sent`, also when the device is back, so nothing meant for yesterday's device can leave.
 */
export interface Session {
  readonly isOpen: boolean;
  /** `deadlineMonoMs` is checked right before the write; at or after it nothing is written. */
  send(bytes: Uint8Array, deadlineMonoMs?: number): WriteResult;
}

/**
 * The protocol on a line. Health `online` means: the device identified itself and still answers.
 */
export interface LineDriver {
  /** Identifies the device by its protocol; rejects when it is not there. */
  probe(session: Session): Promise<void>;
  onBytes(bytes: Uint8Array): void;
  onHealth(health: DeviceHealth): void;
}

export interface LineRuntime {
  readonly timers: Timers;
  /** Monotonic ms, the clock of all deadlines. */
  readonly monoMs: () => number;
  /** Uniform in [0, 1); spreads reconnects. */
  readonly random: () => number;
  readonly log: Log;
}

export interface SupervisedLineOptions extends LineRuntime {
  /** Names the line in the log and its timer. */
  readonly id: string;
  readonly open: OpenLine;
  readonly driver: LineDriver;
  readonly pacing?: Partial<LinePacing>;
}

class Connection implements Session {
  readonly line: ByteLine;
  readonly #monoMs: () => number;
  isOpen = true;

  constructor(line: ByteLine, monoMs: () => number) {
    this.line = line;
    this.#monoMs = monoMs;
  }

  send(bytes: Uint8Array, deadlineMonoMs?: number): WriteResult {
    if (!this.isOpen) return { outcome: "not-sent", reason: "the line is closed" };
    if (deadlineMonoMs !== undefined && this.#monoMs() >= deadlineMonoMs) {
      return { outcome: "not-sent", reason: "the deadline has passed" };
    }
    return this.line.write(bytes);
  }
}

/**
 * Runs the effects of `stepLine` for one port. All failures end in `onHealth`, never in a throw.
 */
export class SupervisedLine {
  readonly #options: SupervisedLineOptions;
  readonly #pacing: LinePacing;
  readonly #timerKey: string;
  #state: LineState = { name: "stopped" };
  #attempt: AbortController | undefined;
  #connection: Connection | undefined;
  #opening: Promise<void> = Promise.resolve();
  #closing: Promise<void> = Promise.resolve();
  readonly #symptoms = new SymptomCounter();

  constructor(options: SupervisedLineOptions) {
    this.#options = options;
    this.#pacing = { ...defaultPacing, ...options.pacing };
    this.#timerKey = `${options.id}/line`;
  }

  get health(): DeviceHealth {
    return healthOf(this.#state);
  }

  symptoms(): SymptomCounts {
    return this.#symptoms.counts();
  }

  start(): void {
    this.#apply({ kind: "start" });
  }

  /** Ends the connection and all attempts; resolves when the port is free, even in mid-opening. */
  async stop(): Promise<void> {
    this.#apply({ kind: "stop" });
    await this.#opening;
    await this.#closing;
  }

  /** The driver's verdict that the device is gone; closes the connection and tries again later. */
  fail(reason: string): void {
    this.#apply({ kind: "failed", reason, chance: this.#options.random() });
  }

  #apply(input: LineInput): void {
    const before = this.#state;
    const step = stepLine(before, input, this.#pacing);
    this.#state = step.state;
    for (const effect of step.effects) this.#run(effect);
    if (step.state === before) return;
    const health = healthOf(step.state);
    const isBad = health.state === "absent" || health.state === "backing-off";
    const level = health.state === "online" || isBad ? "info" : "debug";
    this.#options.log[level]({ line: this.#options.id, ...health }, "line changed");
    this.#options.driver.onHealth(health);
  }

  #run(effect: LineEffect): void {
    switch (effect.kind) {
      case "open":
        this.#opening = this.#open(this.#opening);
        return;
      case "probe":
        return void this.#probe();
      case "close":
        return this.#close();
      case "rest":
        return this.#options.timers.clear(this.#timerKey);
      case "wait":
        return this.#options.timers.set(this.#timerKey, effect.ms, () =>
          this.#apply({ kind: "due", chance: this.#options.random() }),
        );
    }
  }

  async #open(before: Promise<void>): Promise<void> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    let line: ByteLine;
    try {
      // The port may still be busy with an attempt given up, or the close of the last connection.
      await before;
      await this.#closing;
      line = await this.#options.open(attempt.signal);
    } catch (error) {
      if (!attempt.signal.aborted) this.fail(messageOf(error));
      return;
    }
    if (attempt.signal.aborted) this.#closing = line.close();
    else this.#adopt(line);
  }

  #adopt(line: ByteLine): void {
    const connection = new Connection(line, this.#options.monoMs);
    this.#connection = connection;
    line.onBytes((bytes) => {
      if (connection.isOpen) this.#options.driver.onBytes(bytes);
    });
    line.onClosed((reason) => {
      if (!connection.isOpen) return;
      this.#symptoms.note("unplugged");
      this.fail(reason);
    });
    this.#apply({ kind: "opened" });
  }

  async #probe(): Promise<void> {
    const connection = this.#connection;
    if (connection === undefined) return;
    try {
      await this.#options.driver.probe(connection);
    } catch (error) {
      if (connection.isOpen) this.fail(messageOf(error));
      return;
    }
    if (connection.isOpen) this.#apply({ kind: "probed" });
  }

  #close(): void {
    this.#attempt?.abort();
    this.#attempt = undefined;
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#connection = undefined;
    connection.isOpen = false;
    this.#closing = connection.line.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
