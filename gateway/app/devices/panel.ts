// Panels: the screens at the boxes of this gateway. Keeps what a screen remembers, makes what is
// pressed into inputs, and wipes what nobody looks at.

import { showCheckCode, spokenCheckCode } from "@driftbox/proto";
import type { BoxSignal, Now, Sign } from "../../custody/inputs.ts";
import { locateMs } from "../../custody/orders/locating.ts";
import { restSign } from "../../custody/signals.ts";
import { isFullOfUnsigned } from "../../custody/service/emergencies.ts";
import type { State } from "../../custody/state.ts";
import { wishAt } from "../../custody/visits/wishes.ts";
import type { Log, Timers } from "../../ports/runtime.ts";
import {
  testSteps,
  type PanelAct,
  type PanelDesk,
  type PanelScreen,
  type PanelServer,
  type PanelView,
} from "../../ports/panel.ts";
import type { TellCode } from "../loop/effects.ts";
import type { ShowSignal, SignalWords } from "./box-signals.ts";
import type { Offering } from "./credential-desk.ts";
import { outcomeOf } from "./form-outcome.ts";
import { formAfter, isAnswer, isNumber } from "./panel-form.ts";
import { begun, isWiped, pressed, told, wiped, type PanelMemory } from "./panel-memory.ts";
import { isFitterAt } from "./panel-lists.ts";
import { panelView } from "./panel-view.ts";

/**
 * Untouched for so long, in ms, a screen says that it will be wiped. One touch gives it again. With
 * `endingMs` it is as long as a wish stands.
 */
export const untouchedMs = 60_000;
/** From then to the wipe. */
export const endingMs = 15_000;
/** Signs that say that somebody is there: nobody is hurried. */
const peopleSigns: ReadonlySet<BoxSignal> = new Set<BoxSignal>([
  "waiting",
  "working",
  "granted",
  "door-open",
  "held-open",
]);
/** Signs that pass, and how long people may read them on a screen, in ms. */
const readableMs = {
  working: 6_000,
  granted: 15_000,
  refused: 60_000,
  secured: 30_000,
  locate: locateMs,
} as const;

/** Screens on which nobody does anything. */
const unused: ReadonlySet<string | undefined> = new Set<PanelScreen["name"]>([
  "start",
  "suspended",
  "serviced",
  "locate",
]);

/** Only for signs of the box; `working` before a decision has no words yet. */
type Passing = keyof typeof readableMs;

export interface PanelParts {
  readonly server: PanelServer;
  readonly boxes: readonly string[];
  readonly state: () => State;
  readonly isLinked: () => boolean;
  /** As far as the clocks are believed. */
  readonly now: () => Pick<Now, "wallMs" | "monoMs">;
  readonly helpNumber: () => string;
  readonly offer: (offering: Offering) => void;
  /** Lamp and buzzer of a box alone, for its self-test. */
  readonly showLamp: (box: string, signal: BoxSignal) => void;
  readonly timers: Timers;
  readonly log: Log;
}

/** The name of a screen where a reader's stands: wrong tries at it count against it. */
export function panelName(box: string): string {
  return `panel-${box}`;
}

export class Panels implements PanelDesk {
  readonly boxes: readonly string[];
  readonly #parts: PanelParts;
  readonly #memories = new Map<string, PanelMemory>();

  constructor(parts: PanelParts) {
    this.#parts = parts;
    this.boxes = parts.boxes;
  }

  /** A box opens without its screen: one that cannot be served is logged. */
  async start(): Promise<void> {
    try {
      await this.#parts.server.start(this);
    } catch (error) {
      this.#parts.log.error({ error }, "no screen is served; the boxes work without");
    }
  }

  async stop(): Promise<void> {
    for (const box of this.boxes) {
      for (const key of [untouchedKey(box), passingKey(box)]) this.#parts.timers.clear(key);
    }
    await this.#parts.server.stop();
  }

  /** Hears what lamp and buzzer of a box are ordered to show. */
  readonly onOrder: ShowSignal = (box, signal, words) => {
    if (!this.boxes.includes(box)) return;
    const sign = { ...wordsOf(words), signal };
    const isPassing = isPassingSignal(signal);
    const memory = this.#memoryOf(box);
    // Who reads tags under a wish or between two questions goes on with it.
    const isAsked = memory.form !== undefined || wishAt(this.#parts.state(), box) !== undefined;
    if (words?.isOfTag === true && isAsked) return this.#awake(box);
    // From afar nobody knows who answers a question here just now; the lamp shows it all the same.
    if (signal === "locate" && !unused.has(this.view(box)?.screen.name)) return;
    // A new tap, or a wait for somebody: whoever was told a code before is not there any more.
    const isNew = signal === "working" || signal === "waiting";
    // Whatever happens at the box, its lamp has something else to say than a test.
    const kept = isNew ? begun(memory) : { ...memory, testAt: undefined };
    this.#remember(box, { ...kept, passing: isPassing ? sign : undefined });
    const key = passingKey(box);
    this.#parts.timers.clear(key);
    if (isPassing) this.#parts.timers.set(key, readableMs[signal], () => this.#pass(box));
    if (signal !== "idle") this.#awake(box);
  };

  /** Takes a number that was held to the reader or scanned, while the screen asks for one. */
  readonly answer = (box: string, number: string): boolean => {
    const shown = this.view(box)?.screen;
    if (shown?.name !== "form" || !isNumber(shown.field)) return false;
    if (!shown.canType && !shown.choices.includes(number)) return false;
    this.press(box, { act: "say", value: number });
    return true;
  };

  /** Hears which check code is told at a box. Two persons of one handover are told the same one. */
  readonly onCode: TellCode = ({ box, code, what }) => {
    if (!this.boxes.includes(box)) return;
    const spoken = { zh: spokenCheckCode(code, "zh"), en: spokenCheckCode(code, "en") };
    this.#remember(box, told(this.#memoryOf(box), { code: showCheckCode(code), spoken, what }));
    this.#awake(box);
  };

  /** What is durable has changed. */
  refresh(): void {
    for (const box of this.boxes) this.#parts.server.show(box);
  }

  view(box: string): PanelView | undefined {
    if (!this.boxes.includes(box)) return undefined;
    const { state, helpNumber, isLinked } = this.#parts;
    const around = { helpNumber: helpNumber(), isLinked: isLinked(), now: this.#parts.now() };
    return panelView(state(), box, this.#memoryOf(box), around);
  }

  press(box: string, said: PanelAct): void {
    if (!this.boxes.includes(box)) return;
    const state = this.#parts.state();
    const act = isTooMuch(state, said) ? ({ act: "go", to: "owed" } as const) : said;
    const memory = this.#memoryOf(box);
    if (act.act === "say" && !canSay(state, box, memory, act.value)) return this.#deny(box, memory);
    if (isOfFitter(act) && !isFitterAt(state, box, memory)) return;
    this.#remember(box, pressed(memory, act));
    this.#awake(box);
    const isLeaving = memory.form === undefined && memory.place !== "help";
    if (act.act === "back" && isLeaving) return this.#forgetWish(box);
    const offering = offeringOf({ box, panel: panelName(box) }, act, { state, memory });
    if (offering !== undefined) this.#parts.offer(offering);
    else if (wishAt(state, box) !== undefined) this.#stay(box);
  }

  #deny(box: string, memory: PanelMemory): void {
    const form = memory.form && { ...memory.form, isDenied: true };
    this.#remember(box, { ...memory, form });
    this.#awake(box);
  }

  /** Whoever reads, pages or types needs time: what was said at the box stands on. */
  #stay(box: string): void {
    const change = { word: "stay" } as const;
    this.#parts.offer({ kind: "WishAmended", panel: panelName(box), box, change });
  }

  /** Lamp and buzzer follow the self-test, and then show again what lasts at the box. */
  #showTest(box: string, { testAt }: PanelMemory): void {
    const step = testAt === undefined ? undefined : testSteps[testAt];
    const signal = step === undefined ? undefined : testSignals[step];
    this.#parts.showLamp(box, signal ?? restSign(this.#parts.state(), box).signal);
  }

  #memoryOf(box: string): PanelMemory {
    return this.#memories.get(box) ?? wiped;
  }

  #remember(box: string, memory: PanelMemory): void {
    const { testAt } = this.#memoryOf(box);
    this.#memories.set(box, memory);
    if (memory.testAt !== testAt) this.#showTest(box, memory);
    this.#parts.server.show(box);
  }

  #pass(box: string): void {
    this.#remember(box, { ...this.#memoryOf(box), passing: undefined });
  }

  /** Somebody is there: the time until the wipe begins anew. */
  #awake(box: string): void {
    const memory = this.#memoryOf(box);
    if (memory.isEnding) this.#remember(box, { ...memory, isEnding: false });
    this.#parts.timers.set(untouchedKey(box), untouchedMs, () => this.#end(box));
  }

  #end(box: string): void {
    const memory = this.#memoryOf(box);
    const state = this.#parts.state();
    const standing = wishAt(state, box);
    const hasNobody = standing === undefined && !isFitterAt(state, box, memory);
    if (isWiped(memory) && hasNobody) return;
    // Nobody is hurried who stands at an open door, or still looks for a badge.
    if (peopleSigns.has(restSign(state, box).signal)) return this.#awake(box);
    // A tag or badge says too that somebody is there.
    const leftMs = (standing?.endMonoMs ?? 0) - endingMs - this.#parts.now().monoMs;
    const key = untouchedKey(box);
    if (leftMs > 0) return this.#parts.timers.set(key, leftMs, () => this.#end(box));
    this.#remember(box, { ...memory, isEnding: true });
    this.#parts.timers.set(key, endingMs, () => this.#wipe(box));
  }

  /** A wish that somebody came under ends by itself: it has something to tell of them. */
  #wipe(box: string): void {
    const { durable, volatile } = this.#parts.state();
    const standing = volatile.wishes[box];
    const leftMs = (standing?.endMonoMs ?? 0) - this.#parts.now().monoMs;
    // An antenna read a tag since the screen asked.
    if (leftMs > endingMs) return this.#awake(box);
    const hasCome = standing?.awaited !== undefined || (standing?.came.length ?? 0) > 0;
    if (!hasCome) this.#forgetWish(box);
    const leftMonoMs = durable.service.maintenance[box]?.beganMonoMs;
    this.#remember(box, { ...wiped, leftMonoMs });
  }

  /** What was said at this screen, and whoever waits for a PIN or a person, is over. */
  #forgetWish(box: string): void {
    const { wishes, visits } = this.#parts.state().volatile;
    const panel = panelName(box);
    if (wishes[box]?.panel !== panel && visits[box] === undefined) return;
    this.#parts.offer({ kind: "WishStated", panel, box, wish: undefined });
  }
}

interface At {
  readonly box: string;
  readonly panel: string;
}

/** What a self-test shows on lamp and buzzer, by its step. */
const testSignals: { readonly [S in (typeof testSteps)[number]]?: BoxSignal } = {
  green: "granted",
  amber: "held-open",
  red: "alarm",
};

/** So many emergencies wait for a signature that it takes those first. */
function isTooMuch(state: State, act: PanelAct): boolean {
  return act.act === "begin" && act.deed === "emergency" && isFullOfUnsigned(state);
}

/** What only a fitter may begin; a badge alone does not say that they are one. */
function isOfFitter(act: PanelAct): boolean {
  if (act.act === "begin") return act.deed === "open-empty" || act.deed === "switch";
  return act.act === "test";
}

function canSay(state: State, box: string, { form }: PanelMemory, value: string): boolean {
  return form !== undefined && isAnswer(state, box, form, value);
}

interface Before {
  readonly state: State;
  /** As it was before the press. */
  readonly memory: PanelMemory;
}

/** Undefined: what is pressed is about the screen alone. */
function offeringOf(at: At, act: PanelAct, before: Before): Offering | undefined {
  const { box, panel } = at;
  switch (act.act) {
    case "digits":
      return { kind: "DigitsEntered", reader: panel, box, digits: act.digits };
    case "deposit": {
      const numbered = act.number === "" ? {} : { number: act.number };
      return { kind: "DepositAsked", ...at, size: before.memory.size ?? "small", ...numbered };
    }
    case "answer":
      return { kind: "DepositAnswered", ...at, answer: act.answer };
    case "wish":
      return { kind: "WishStated", ...at, wish: act.wish };
    case "amend":
      return { kind: "WishAmended", ...at, change: act.change };
    case "say":
      return answerOffering(at, act.value, before);
    default:
      return undefined;
  }
}

/** The last answer of a form is what states or amends a wish. */
function answerOffering(at: At, value: string, { state, memory }: Before): Offering | undefined {
  const { form } = memory;
  if (form === undefined || formAfter(form, value) !== undefined) return undefined;
  const outcome = outcomeOf({ state, box: at.box }, form.deed, [...form.said, value]);
  if (outcome.kind === "wish") return { kind: "WishStated", ...at, wish: outcome.wish };
  return { kind: "WishAmended", ...at, change: outcome.change };
}

function isPassingSignal(signal: string): signal is Passing {
  return signal in readableMs;
}

function wordsOf({ compartment, action, reason }: SignalWords = {}): Omit<Sign, "signal"> {
  return {
    ...(compartment !== undefined && { compartment }),
    ...(action !== undefined && { action }),
    ...(reason !== undefined && { reason }),
  };
}

function untouchedKey(box: string): string {
  return `panel-untouched ${box}`;
}

function passingKey(box: string): string {
  return `panel-passing ${box}`;
}
