// A live installation as the page sees it: its picture, what changes in it, and what is done to it.

import type { Scene } from "../scenario/scene.ts";
import { failed, type Outcome } from "../scenario/outcome.ts";
import { Pace } from "../scenario/pace.ts";
import { Blinks } from "./blinks.ts";
import { doOrder } from "./live-deeds.ts";
import { JournalMonitors } from "./journal-monitors.ts";
import { tell } from "./happening-words.ts";
import type { MonitorName } from "../world/index.ts";
import type { TraceRow } from "./line-trace.ts";
import type { Change, HappeningView, MonitorView, RowView, Snapshot } from "./page/shapes.ts";
import { OrderedStates } from "./ordered-states.ts";
import { drawSections, type Drawable, type Subject } from "./picture.ts";
import type { WireTraces } from "./wire-traces.ts";

/** Changes are gathered for so long. */
export const changePeriodMs = 100;
export const happeningsMaxCount = 120;
/** Orders under way at once. */
export const ordersMaxCount = 16;
/** Findings told of one monitor. */
const detailsMaxCount = 5;

/** Monitors of the stage: each is told even while it has found nothing. */
const stageMonitors: readonly MonitorName[] = [
  "coil-on-time",
  "coil-duty",
  "coil-rest",
  "coil-burnt",
  "one-coil-per-group",
  "group-gap",
];

export interface LiveOptions {
  readonly subject: Subject;
  readonly traces: WireTraces;
  readonly onChange: (change: Change) => void;
}

export class LiveSession {
  readonly #options: LiveOptions;
  readonly #scene: Scene;
  readonly #journal: JournalMonitors | undefined;
  readonly #ending = new AbortController();
  readonly #ordered = new OrderedStates();
  readonly #stop: () => void;
  #sent = new Map<string, string>();
  #happenings: readonly HappeningView[] = [];
  #freshHappenings: HappeningView[] = [];
  #freshRows = new Map<string, RowView>();
  #lastId = 0;
  #orderCount = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    const { scenario, installation, seed, consoleUrl } = options.subject;
    const pace = new Pace({ seed, speed: 1, signal: this.#ending.signal });
    const sinceMs = installation.stage.world.nowMs;
    this.#scene = { scenario, installation, pace, sinceCursor: 0, sinceMs, notes: {} };
    this.#journal =
      consoleUrl === null
        ? undefined
        : new JournalMonitors(this.#scene, (gateway) => this.#ordered.linkOf(gateway) === "up");
    const blinks = new Blinks();
    this.#stop = installation.stage.onHappening((happening) => {
      const told = blinks.isNews(happening) ? tell(happening) : undefined;
      if (told === undefined) return;
      this.#lastId += 1;
      const view = { id: this.#lastId, atMs: happening.atMs, ...told };
      this.#happenings = [...this.#happenings, view].slice(-happeningsMaxCount);
      this.#freshHappenings = [...this.#freshHappenings, view].slice(-happeningsMaxCount);
    });
  }

  start(): void {
    this.#journal?.start();
    this.#timer = setInterval(() => this.#tellChanges(), changePeriodMs);
  }

  stop(): void {
    this.#stop();
    this.#ending.abort();
    this.#journal?.stop();
    clearInterval(this.#timer);
  }

  /** A row of a trace is new or has grown. */
  heardRow(line: string, row: TraceRow): void {
    this.#freshRows.set(`${line} ${row.id}`, rowView(line, row));
  }

  snapshot(): Snapshot {
    const monitors = this.#monitors();
    const sections = { ...this.#draw(), monitors };
    const rows = [...this.#options.traces.traces].flatMap(([line, trace]) =>
      trace.rows.map((row) => rowView(line, row)),
    );
    return { sections, rows, happenings: this.#happenings };
  }

  /** Does what the text says. What is wrong with it is a failed outcome, never an exception. */
  async order(text: string): Promise<Outcome> {
    if (this.#orderCount >= ordersMaxCount) return failed("too much at once");
    this.#orderCount += 1;
    try {
      const outcome = await doOrder(text, this.#scene);
      if (outcome.isOk) this.#ordered.note(text);
      return outcome;
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    } finally {
      this.#orderCount -= 1;
    }
  }

  #draw(): Drawable {
    return drawSections(this.#options.subject, this.#ordered);
  }

  #monitors(): readonly MonitorView[] {
    const found = this.#scene.installation.stage.violations();
    const own = stageMonitors.map((monitor) => {
      const all = found.filter((one) => one.monitor === monitor).map(({ detail }) => detail);
      return { monitor, isHeld: all.length === 0, details: all.slice(-detailsMaxCount) };
    });
    return [...own, ...(this.#journal?.views() ?? [])];
  }

  #tellChanges(): void {
    this.#options.traces.settle();
    const sections = this.#draw();
    const change: Change = {
      ...this.#changedOnly("about", sections.about),
      ...this.#changedOnly("hand", sections.hand),
      ...this.#changedOnly("supplies", sections.supplies),
      ...this.#changedOnly("monitors", this.#monitors()),
      ...this.#changedOf("boxes", sections.boxes),
      ...this.#changedOf("lines", sections.lines),
      ...this.#changedOf("gateways", sections.gateways),
      ...(this.#freshRows.size > 0 ? { rows: [...this.#freshRows.values()] } : {}),
      ...(this.#freshHappenings.length > 0 ? { happenings: this.#freshHappenings } : {}),
    };
    this.#freshRows = new Map();
    this.#freshHappenings = [];
    if (Object.keys(change).length > 0) this.#options.onChange(change);
  }

  #isNew(key: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.#sent.get(key) === text) return false;
    this.#sent.set(key, text);
    return true;
  }

  #changedOnly<T>(key: string, value: T): Readonly<Record<string, T>> {
    return this.#isNew(key, value) ? { [key]: value } : {};
  }

  #changedOf<T>(key: string, all: Readonly<Record<string, T>>): object {
    const news = Object.entries(all).filter(([name, one]) => this.#isNew(`${key} ${name}`, one));
    return news.length === 0 ? {} : { [key]: Object.fromEntries(news) };
  }
}

function rowView(line: string, row: TraceRow): RowView {
  const { id, way, sinceMs, hex, words, isSound, count } = row;
  return { line, id, way, sinceMs, hex, words, isSound, count };
}
