// How one job speaks on a half-duplex line: questions, silences, and what they came to.
import type { WriteResult } from "../serial/byte-line.ts";
import type { FrameRule } from "../serial/frame-reader.ts";
import type { Session } from "../serial/supervised-line.ts";
import type { BusEar } from "./bus-ear.ts";

/**
 * What came after a question: its answer, nothing, bytes that are no answer, or our own bytes.
 * Beside the answer a second one: `late` while an earlier question may still be answered, `extra`
 * when more answers came than there were questions.
 */
export type Heard = "answer" | "nothing" | "garbage" | "echo" | "late" | "extra";

export type Reply<A> =
  | { readonly outcome: "answered"; readonly answer: A }
  | { readonly outcome: "not-sent"; readonly reason: string }
  | { readonly outcome: "unanswered" };

export interface Question<F, A> {
  readonly bytes: Uint8Array;
  /** How answers look, where that depends on the question; else the rule of the bus. */
  readonly rule?: FrameRule<F>;
  /** Recognizes the answer; pure. */
  readonly pick: (frame: F) => A | undefined;
  /**
   * The answer repeats the question: an echo, the answer, and a second answer look alike, so that
   * none is concluded from the others.
   */
  readonly isRepeated?: boolean;
  /** At or after it nothing is written. */
  readonly deadlineMonoMs?: number;
}

/** The line as one job sees it, bound to the connection the job was ordered on. */
export interface Talk<F> {
  readonly isOpen: boolean;
  /** False after an unanswered question: a late answer may still arrive and look like the next. */
  readonly isSettled: boolean;
  /** Sends what has no answer. The deadline is checked right before the write. */
  tell(bytes: Uint8Array, deadlineMonoMs?: number): Promise<WriteResult>;
  /**
   * Forgets bytes heard before, sends, and waits for the frame `pick` recognizes. Without a
   * deadline it takes the whole time also when nothing could be sent. An answer behind an echo of
   * the question is none: where lines echo, an echo looks like the answer of some devices.
   */
  ask<A>(question: Question<F, A>): Promise<Reply<A>>;
  /** Keeps the line silent; ends early with the connection. */
  pause(ms: number): Promise<void>;
}

export interface TalkOptions<F> {
  readonly session: Session;
  readonly ear: BusEar<F>;
  /** Of the line, whatever the connection. */
  readonly owed: OwedAnswers;
  readonly rule: FrameRule<F>;
  readonly monoMs: () => number;
  readonly answerMs: number;
  readonly settleMs: number;
  readonly gapMs: number;
  /** Who is told what the question of this moment came to. */
  readonly hearer: () => (heard: Heard) => void;
}

/** Questions whose answer may still come, remembered at most. */
export const owedMaxCount = 8;

/**
 * Answers that may still come on a line, also after a reconnect. One is owed at the start: to the
 * program before.
 */
export class OwedAnswers {
  #count = 1;

  add(): void {
    this.#count = Math.min(this.#count + 1, owedMaxCount);
  }

  /** Whether an answer that came may be one of them; it is then no longer owed. */
  take(): boolean {
    if (this.#count === 0) return false;
    this.#count -= 1;
    return true;
  }
}

/** An answer that arrived while this process was busy is still taken this long after its time. */
const graceMs = 5;

/** A talk over one connection. */
export class SessionTalk<F> implements Talk<F> {
  readonly #options: TalkOptions<F>;
  #isSettled = true;
  #freeAtMs = 0;

  constructor(options: TalkOptions<F>) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#options.session.isOpen;
  }

  get isSettled(): boolean {
    return this.#isSettled;
  }

  async tell(bytes: Uint8Array, deadlineMonoMs?: number): Promise<WriteResult> {
    await this.#rest();
    this.#options.ear.forget();
    return this.#options.session.send(bytes, deadlineMonoMs);
  }

  async ask<A>(question: Question<F, A>): Promise<Reply<A>> {
    const { session, ear, owed, rule, answerMs, monoMs, settleMs, gapMs } = this.#options;
    await this.#rest();
    const onHeard = this.#options.hearer();
    const answers: A[] = [];
    const isFair = question.isRepeated !== true;
    let isInTime = true;
    const take = (frame: F): void => {
      const answer = question.pick(frame);
      if (answer === undefined) return;
      if (answers.length > 0 && isFair) onHeard(owed.take() ? "late" : "extra");
      else if (!isInTime) owed.take();
      if (answers.length > 0 || !isInTime) return;
      answers.push(answer);
      ear.wake();
    };
    ear.begin({ bytes: question.bytes, rule: question.rule ?? rule, take });
    const sent = session.send(question.bytes, question.deadlineMonoMs);
    if (sent.outcome === "not-sent") {
      ear.forget();
      if (question.deadlineMonoMs === undefined) await this.pause(answerMs);
      return sent;
    }
    // Listening starts in the same turn as the write.
    await ear.wait(answerMs, graceMs);
    isInTime = false;
    const [answer] = answers;
    if (answer === undefined) owed.add();
    const isPlain = answer !== undefined && question.isRepeated === true;
    const heard = isPlain ? "answer" : this.#heard(answer !== undefined);
    this.#isSettled = heard === "answer";
    this.#freeAtMs = monoMs() + (this.#isSettled ? gapMs : settleMs);
    if (session.isOpen) onHeard(heard);
    const isAnswered = heard === "answer" && answer !== undefined;
    return isAnswered ? { outcome: "answered", answer } : { outcome: "unanswered" };
  }

  async pause(ms: number): Promise<void> {
    if (this.isOpen) await this.#options.ear.wait(ms);
  }

  #heard(isAnswered: boolean): Heard {
    const { ear } = this.#options;
    if (ear.isEcho(isAnswered)) return "echo";
    if (isAnswered) return "answer";
    return ear.hasGarbage ? "garbage" : "nothing";
  }

  /** After silence, bytes that waited while this process was busy are read before it ends. */
  async #rest(): Promise<void> {
    const waitMs = this.#freeAtMs - this.#options.monoMs();
    const { ear } = this.#options;
    if (this.isOpen && waitMs > 0) await ear.wait(waitMs, this.#isSettled ? 0 : graceMs);
  }
}
