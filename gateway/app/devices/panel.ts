// Panels: the screens at the boxes of this gateway. Keeps what a screen remembers, makes what is
// pressed into inputs, and wipes what nobody looks at.

import { showCheckCode, spokenCheckCode } from "@driftbox/proto";
import type { BoxSignal, Sign } from "../../custody/inputs.ts";
import { restSign } from "../../custody/signals.ts";
import type { State } from "../../custody/state.ts";
import type { Log, Timers } from "../../ports/runtime.ts";
import type { Wish } from "../../custody/visits/wishes.ts";
import type {
  PanelAct,
  PanelDesk,
  PanelServer,
  PanelView,
  ServiceWord,
} from "../../ports/panel.ts";
import type { TellCode } from "../loop/effects.ts";
import type { ShowSignal, SignalWords } from "./box-signals.ts";
import type { Offering } from "./credential-desk.ts";
import type { CompartmentSize } from "../../custody/layout.ts";
import { isWiped, pressed, wiped, type PanelMemory } from "./panel-memory.ts";
import { panelView } from "./panel-view.ts";

/** Untouched for so long, in ms, a screen says that it will be wiped. One touch gives it again. */
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
const readableMs = { working: 6_000, granted: 15_000, refused: 60_000, secured: 30_000 } as const;

/** Only for signs of the box; `working` before a decision has no words yet. */
type Passing = keyof typeof readableMs;

export interface PanelParts {
  readonly server: PanelServer;
  readonly boxes: readonly string[];
  readonly state: () => State;
  readonly isLinked: () => boolean;
  readonly helpNumber: () => string;
  readonly offer: (offering: Offering) => void;
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
    // A new tap, or a wait for somebody: whoever was told a code before is not there any more.
    const isNew = signal === "working" || signal === "waiting";
    const kept = isNew ? { ...memory, code: undefined } : memory;
    this.#remember(box, { ...kept, passing: isPassing ? sign : undefined });
    const key = passingKey(box);
    this.#parts.timers.clear(key);
    if (isPassing) this.#parts.timers.set(key, readableMs[signal], () => this.#pass(box));
    if (signal !== "idle") this.#awake(box);
  };

  /** Hears which check code is told at a box. Two persons of one handover are told the same one. */
  readonly onCode: TellCode = ({ box, code, what }) => {
    if (!this.boxes.includes(box)) return;
    const spoken = { zh: spokenCheckCode(code, "zh"), en: spokenCheckCode(code, "en") };
    const told = { code: showCheckCode(code), spoken, what };
    this.#remember(box, { ...this.#memoryOf(box), code: told });
    this.#awake(box);
  };

  /** What is durable has changed. */
  refresh(): void {
    for (const box of this.boxes) this.#parts.server.show(box);
  }

  view(box: string): PanelView | undefined {
    if (!this.boxes.includes(box)) return undefined;
    const { state, helpNumber, isLinked } = this.#parts;
    const around = { helpNumber: helpNumber(), isLinked: isLinked() };
    return panelView(state(), box, this.#memoryOf(box), around);
  }

  press(box: string, act: PanelAct): void {
    if (!this.boxes.includes(box)) return;
    const { size } = this.#memoryOf(box);
    this.#remember(box, pressed(this.#memoryOf(box), act));
    this.#awake(box);
    if (act.act === "back") this.#forgetWish(box);
    const offering = offeringOf({ box, panel: panelName(box) }, act, size);
    if (offering !== undefined) this.#parts.offer(offering);
  }

  #memoryOf(box: string): PanelMemory {
    return this.#memories.get(box) ?? wiped;
  }

  #remember(box: string, memory: PanelMemory): void {
    this.#memories.set(box, memory);
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
    if (isWiped(memory)) return;
    // Nobody is hurried who stands at an open door, or still looks for a badge.
    if (peopleSigns.has(restSign(this.#parts.state(), box).signal)) return this.#awake(box);
    this.#remember(box, { ...memory, isEnding: true });
    this.#parts.timers.set(untouchedKey(box), endingMs, () => {
      this.#forgetWish(box);
      this.#remember(box, wiped);
    });
  }

  /** What was said at this screen before a badge is not wanted any more. */
  #forgetWish(box: string): void {
    const standing = this.#parts.state().volatile.wishes[box];
    const panel = panelName(box);
    if (standing?.panel !== panel) return;
    this.#parts.offer({ kind: "WishStated", panel, box, wish: undefined });
  }
}

interface At {
  readonly box: string;
  readonly panel: string;
}

/** Undefined: what is pressed is about the screen alone. */
function offeringOf(at: At, act: PanelAct, size?: CompartmentSize): Offering | undefined {
  const { box, panel } = at;
  switch (act.act) {
    case "digits":
      return { kind: "DigitsEntered", reader: panel, box, digits: act.digits };
    case "deposit": {
      const numbered = act.number === "" ? {} : { number: act.number };
      return { kind: "DepositAsked", ...at, size: size ?? "small", ...numbered };
    }
    case "answer":
      return { kind: "DepositAnswered", ...at, answer: act.answer };
    case "handover":
      return { kind: "WishStated", ...at, wish: { kind: "handover", method: act.method } };
    case "service":
      return { kind: "WishStated", ...at, wish: serviceWish(act.word) };
    case "open-empty":
      return { kind: "WishStated", ...at, wish: { kind: "open-empty", compartment: act.n } };
    case "amend":
      return { kind: "WishAmended", ...at, change: act.change };
    default:
      return undefined;
  }
}

function serviceWish(word: ServiceWord): Wish {
  return word === "maintain" ? { kind: word, reason: "at the screen" } : { kind: word };
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
