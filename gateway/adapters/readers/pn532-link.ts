// Questions and answers with a PN532 over one connection: acknowledgment, answer, retry, abort.
import type { SymptomCounts } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import { setAwake } from "../serial/awake-timer.ts";
import { FrameReader } from "../serial/frame-reader.ts";
import type { Session } from "../serial/supervised-line.ts";
import { addedCounts, SymptomCounter } from "../serial/symptom-counter.ts";
import type { Pn532Command } from "./pn532-command.ts";
import { ackFrame, commandFrame, pn532Rule, wakeUp, type Pn532Frame } from "./pn532-frame.ts";

/** The chip acknowledges within 15 ms; the rest is for serial servers and a busy machine. */
const ackMs = 100;

/** After an abort the chip drops what it was doing. */
const settleMs = 20;

/** A command that was not acknowledged is sent this often in all. */
const sendMaxCount = 3;

export interface AskOptions {
  /** Sends the wake-up before the command; the chip sleeps after power-up. */
  readonly isWaking?: boolean;
  /** For what must not be done twice: a lost acknowledgment is then a failure. */
  readonly isOnce?: boolean;
}

type Heard = Uint8Array | "refused" | "unacknowledged" | "unanswered" | "ended";

interface Listening {
  readonly take: (frame: Pn532Frame) => void;
  readonly end: () => void;
}

export interface Pn532LinkOptions {
  /** Names the timer. */
  readonly id: string;
  readonly timers: Timers;
}

/** One question at a time; the caller waits for each answer before the next. */
export class Pn532Link {
  readonly #timers: Timers;
  readonly #timerKey: string;
  readonly #frames = new FrameReader(pn532Rule);
  readonly #symptoms = new SymptomCounter();
  #session: Session | undefined;
  #listening: Listening | undefined;
  #heard = { byteCount: 0, frameCount: 0, echoCount: 0 };

  constructor({ id, timers }: Pn532LinkOptions) {
    this.#timers = timers;
    this.#timerKey = `${id}/answer`;
  }

  symptoms(): SymptomCounts {
    return addedCounts(this.#symptoms.counts(), this.#frames.symptoms());
  }

  /** Begins a connection; nothing heard before counts. */
  begin(session: Session): void {
    this.end();
    this.#session = session;
    this.#frames.reset();
    this.#heard = { byteCount: 0, frameCount: 0, echoCount: 0 };
  }

  /** Ends the connection; a question in progress is answered with undefined. */
  end(): void {
    this.#session = undefined;
    this.#listening?.end();
  }

  take(bytes: Uint8Array): void {
    this.#heard.byteCount += bytes.length;
    for (const frame of this.#frames.push(bytes)) {
      this.#heard.frameCount += 1;
      if (frame.kind === "command") {
        this.#heard.echoCount += 1;
        this.#symptoms.note("echo");
      }
      this.#listening?.take(frame);
    }
  }

  /** The body of the answer; undefined when there was none, after an abort. Never rejects. */
  async ask(command: Pn532Command, options: AskOptions = {}): Promise<Uint8Array | undefined> {
    const frame = commandFrame(command.code, command.body);
    const bytes = options.isWaking === true ? Uint8Array.of(...wakeUp, ...frame) : frame;
    const maxCount = options.isOnce === true ? 1 : sendMaxCount;
    for (let count = 1; count <= maxCount && this.#session !== undefined; count += 1) {
      const heard = await this.#askOnce(bytes, command);
      if (heard instanceof Uint8Array) return heard;
      if (heard === "ended") return undefined;
      if (heard === "refused") {
        this.#symptoms.note("bad-frame");
        return undefined;
      }
      this.#symptoms.note("no-answer");
      await this.#abort();
      if (heard === "unanswered") return undefined;
    }
    return undefined;
  }

  /** What is wrong and what to do, from what was heard since `begin`. */
  diagnosis(): string {
    const { byteCount, frameCount, echoCount } = this.#heard;
    if (echoCount > 0) return "our own bytes come back: separate RX from TX at the module";
    if (byteCount === 0) {
      return "no answer: check power, swap RX and TX, set the module's switches to HSU";
    }
    return frameCount === 0
      ? "bytes but no frame of a PN532: check 115200 baud, ground, and what is on this port"
      : "answers break off: check power and cable of the module";
  }

  #askOnce(bytes: Uint8Array, command: Pn532Command): Promise<Heard> {
    this.#frames.reset();
    return new Promise((resolve) => {
      let isAcknowledged = false;
      const finish = (heard: Heard): void => {
        this.#listening = undefined;
        this.#timers.clear(this.#timerKey);
        resolve(heard);
      };
      const wait = (ms: number, heard: Heard): void =>
        setAwake(this.#timers, this.#timerKey, ms, () => finish(heard));
      this.#listening = {
        end: () => finish("ended"),
        take: (frame) => {
          if (frame.kind === "ack") {
            isAcknowledged = true;
            wait(command.answerMs, "unanswered");
          } else if (frame.kind === "nack" || !isAcknowledged) return;
          else if (frame.kind === "error") finish("refused");
          else if (frame.kind === "answer" && frame.code === command.code + 1) finish(frame.body);
        },
      };
      wait(ackMs, "unacknowledged");
      // Refused by a busy line, it counts as unacknowledged: the time passes all the same.
      this.#session?.send(bytes);
    });
  }

  /** An acknowledgment from our side makes the chip drop the command it is at. */
  #abort(): Promise<void> {
    const session = this.#session;
    if (session === undefined) return Promise.resolve();
    session.send(ackFrame);
    return new Promise((resolve) => {
      const finish = (): void => {
        this.#listening = undefined;
        this.#timers.clear(this.#timerKey);
        resolve();
      };
      this.#listening = { take: () => {}, end: finish };
      this.#timers.set(this.#timerKey, settleMs, finish);
    });
  }
}
