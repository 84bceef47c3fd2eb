// A YRM100 UHF module: polls once or many times and tells each tag that its antenna reads.

import type { Line } from "../lines/line.ts";
import { FrameGap } from "./frame-gap.ts";
import type { Cancel, Scheduler } from "./scheduler.ts";
import type { Stage } from "./stage.ts";
import {
  scanYrm100,
  tagParameters,
  yrm100Frame,
  type Yrm100Command,
  type Yrm100Tag,
} from "./yrm100-frame.ts";
import type { Yrm100Range } from "./yrm100-range.ts";

/** 8N1 from the factory. */
export const yrm100BaudRate = 115_200;

const commands = {
  moduleInformation: 0x03,
  singlePoll: 0x22,
  multiPoll: 0x27,
  stop: 0x28,
} as const;
/** Command byte of an error response, and its codes. */
const failure = 0xff;
const noTag = 0x15;
const unknownCommand = 0x17;
/** One inventory round of the module. */
export const yrm100RoundMs = 20;
const replyDelayMs = 2;
/** A frame that stops in its middle is forgotten after this. */
const frameGapMaxMs = 50;
/** Tags told in one round; further ones come in a later round. */
const tagsPerRoundMaxCount = 32;
/** Frames and rounds under way at once; what a flood of commands asks beyond is not answered. */
const pendingMaxCount = 64;

export interface Yrm100Options {
  /** Names the power supply in `powerBoard`. */
  readonly id: string;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  /** See `rangeOfBox`. */
  readonly range: Yrm100Range;
  /** Text of the module information; default `YRM100 V1.0`. */
  readonly version?: string;
}

/** A tag may be told once a round. A round without one tells the error 15. */
export class Yrm100Reader {
  readonly #options: Yrm100Options;
  readonly #gap: FrameGap;
  readonly #stops: (() => void)[];
  readonly #pending = new Set<Cancel>();
  #received: readonly number[] = [];
  #roundsLeft = 0;
  #firstTag = 0;
  #replyCount = 0;

  constructor(options: Yrm100Options) {
    this.#options = options;
    this.#gap = new FrameGap(options.scheduler, frameGapMaxMs);
    this.#stops = [
      options.line.onBytes((bytes) => this.#receive(bytes)),
      options.stage.onHappening((happening) => {
        if (happening.kind === "BoardWentDark" && happening.board === options.id) this.#reset();
      }),
    ];
  }

  /** Rounds of a multi-poll still to come. */
  get roundsLeft(): number {
    return this.#roundsLeft;
  }

  /** Frames sent: responses, notifications and errors. */
  get replyCount(): number {
    return this.#replyCount;
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#reset();
  }

  #reset(): void {
    this.#received = [];
    this.#endPoll();
  }

  #endPoll(): void {
    for (const cancel of this.#pending) cancel();
    this.#pending.clear();
    this.#roundsLeft = 0;
  }

  #receive(bytes: Uint8Array): void {
    if (this.#options.stage.world.darkBoards.includes(this.#options.id)) return;
    const kept = this.#gap.isOver ? [] : this.#received;
    const scan = scanYrm100([...kept, ...bytes]);
    this.#received = scan.rest;
    this.#gap.heard(scan.rest.length > 0);
    for (const one of scan.commands) this.#obey(one);
  }

  #obey({ command, parameters }: Yrm100Command): void {
    switch (command) {
      case commands.singlePoll:
        return this.#start(1);
      case commands.multiPoll: {
        const [reserved, high = 0, low = 0] = parameters;
        if (reserved === 0x22 && parameters.length === 3) return this.#start((high << 8) | low);
        return this.#tell(yrm100Frame("response", failure, [unknownCommand]), replyDelayMs);
      }
      case commands.stop:
        this.#endPoll();
        return this.#tell(yrm100Frame("response", commands.stop, [0x00]), replyDelayMs);
      case commands.moduleInformation: {
        const text = Buffer.from(this.#options.version ?? "YRM100 V1.0", "latin1");
        const data = [parameters[0] ?? 0, ...text];
        return this.#tell(yrm100Frame("response", command, data), replyDelayMs);
      }
      default:
        return this.#tell(yrm100Frame("response", failure, [unknownCommand]), replyDelayMs);
    }
  }

  /** Any new poll replaces the one that runs. */
  #start(rounds: number): void {
    this.#endPoll();
    this.#roundsLeft = rounds;
    if (rounds > 0) this.#later(yrm100RoundMs, () => this.#round());
  }

  /** The next round starts when its time has come and this one's frames have left. */
  #round(): void {
    const { range, stage, line } = this.#options;
    const frames = this.#turn(range(stage.world)).map((tag) =>
      yrm100Frame("notification", commands.singlePoll, tagParameters(tag)),
    );
    if (frames.length === 0) frames.push(yrm100Frame("response", failure, [noTag]));
    const bytes = frames.reduce((sum, one) => sum + one.length, 0);
    const roundMs = Math.max(yrm100RoundMs, (bytes * 10_000) / line.baudRate);
    this.#roundsLeft -= 1;
    if (this.#roundsLeft > 0) this.#later(roundMs, () => this.#round());
    for (const frame of frames) this.#tell(frame, 0);
  }

  /** The tags of this round; where there are too many, each gets its turn. */
  #turn(tags: readonly Yrm100Tag[]): readonly Yrm100Tag[] {
    if (tags.length <= tagsPerRoundMaxCount) return tags;
    const first = this.#firstTag % tags.length;
    this.#firstTag = first + tagsPerRoundMaxCount;
    return [...tags.slice(first), ...tags.slice(0, first)].slice(0, tagsPerRoundMaxCount);
  }

  #tell(wire: Uint8Array, delayMs: number): void {
    this.#later(delayMs, () => {
      this.#replyCount += 1;
      this.#options.line.send(wire);
    });
  }

  #later(delayMs: number, run: () => void): void {
    if (this.#pending.size >= pendingMaxCount) return;
    const cancel = this.#options.scheduler.after(delayMs, () => {
      this.#pending.delete(cancel);
      run();
    });
    this.#pending.add(cancel);
  }
}
