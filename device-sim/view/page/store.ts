// The page's picture of the simulator: a snapshot, then changes; and whether the page is blind.

import type {
  Answer,
  Change,
  HappeningView,
  RowView,
  Sections,
  Snapshot,
  Text,
  Tongue,
} from "./shapes.ts";
import { names, words, type WordKey } from "./words.ts";

const heartbeatMs = 3_000;
const rowsMaxCount = 200;
const happeningsMaxCount = 120;
const languageKey = "driftbox-sim-language";

export interface Picture {
  readonly sections: Sections;
  /** By line. */
  readonly rows: ReadonlyMap<string, readonly RowView[]>;
  readonly happenings: readonly HappeningView[];
}

/** What the person at the page has chosen. */
export interface Choices {
  /** `person:NAME` or `parcel:NAME`. */
  readonly inHand: string | undefined;
  /** Undefined = all wires. */
  readonly line: string | undefined;
  readonly isFrozen: boolean;
  readonly tongue: Tongue;
}

export interface PageState {
  readonly picture: Picture | undefined;
  readonly choices: Choices;
  readonly feed: "connecting" | "live" | "blind";
  readonly answer: Answer | undefined;
}

export class Store {
  readonly #onChange: () => void;
  #state: PageState = {
    picture: undefined,
    choices: { inHand: undefined, line: undefined, isFrozen: false, tongue: firstTongue() },
    feed: "connecting",
    answer: undefined,
  };
  #source: EventSource | undefined;
  #heardMs = 0;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): PageState {
    return this.#state;
  }

  text(text: Text): string {
    return text[this.#state.choices.tongue];
  }

  say(key: WordKey): string {
    return this.text(words[key]);
  }

  /** The name of a fault, a monitor or a color; unknown ones are shown as they are. */
  name(name: string): string {
    const known = names[name];
    return known === undefined ? name : this.text(known);
  }

  choose(choices: Partial<Choices>): void {
    if (choices.tongue !== undefined) localStorage.setItem(languageKey, choices.tongue);
    this.#set({ choices: { ...this.#state.choices, ...choices } });
  }

  /** Listens for ever; a silent server is noticed by its missing heartbeats. */
  listen(): void {
    this.#connect();
    setInterval(() => {
      const silentMs = performance.now() - this.#heardMs;
      if (silentMs > 2 * heartbeatMs && this.#state.feed === "live") this.#set({ feed: "blind" });
      if (silentMs > 4 * heartbeatMs) this.#connect();
    }, 500);
  }

  /** Asks the simulator to do something; what came of it is shown and returned. */
  async act(verb: string, fields: Readonly<Record<string, unknown>>): Promise<Answer> {
    let answer: Answer;
    try {
      const response = await fetch("do", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ [verb]: fields }),
      });
      answer = await response.json();
    } catch {
      answer = { isOk: false, seen: this.say("blind") };
    }
    this.#set({ answer });
    return answer;
  }

  #connect(): void {
    this.#source?.close();
    this.#heardMs = performance.now();
    const source = new EventSource("events");
    this.#source = source;
    source.addEventListener("snapshot", (event) => {
      const snapshot: Snapshot = JSON.parse(event.data);
      this.#hear(pictureOf(snapshot));
    });
    source.addEventListener("change", (event) => {
      const change: Change = JSON.parse(event.data);
      const { picture } = this.#state;
      if (picture !== undefined) this.#hear(changed(picture, change));
    });
    source.addEventListener("hb", () => {
      if (this.#state.picture !== undefined) this.#hear(this.#state.picture);
    });
  }

  #hear(picture: Picture): void {
    this.#heardMs = performance.now();
    this.#set({ picture, feed: "live" });
  }

  #set(change: Partial<PageState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}

function firstTongue(): Tongue {
  const kept = localStorage.getItem(languageKey);
  if (kept === "en" || kept === "zh") return kept;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}

function pictureOf({ sections, rows, happenings }: Snapshot): Picture {
  return { sections, rows: withRows(new Map(), rows), happenings };
}

function changed(before: Picture, change: Change): Picture {
  const { rows = [], happenings = [], ...sections } = change;
  const old = before.sections;
  return {
    sections: {
      ...old,
      ...sections,
      boxes: { ...old.boxes, ...sections.boxes },
      lines: { ...old.lines, ...sections.lines },
      gateways: { ...old.gateways, ...sections.gateways },
    },
    rows: withRows(before.rows, rows),
    happenings: [...before.happenings, ...happenings].slice(-happeningsMaxCount),
  };
}

function withRows(
  before: Picture["rows"],
  rows: readonly RowView[],
): ReadonlyMap<string, readonly RowView[]> {
  if (rows.length === 0) return before;
  const after = new Map(before);
  for (const row of rows) {
    const kept = after.get(row.line) ?? [];
    const isKnown = kept.some((one) => one.id === row.id);
    const next = isKnown ? kept.map((one) => (one.id === row.id ? row : one)) : [...kept, row];
    after.set(row.line, next.slice(-rowsMaxCount));
  }
  return after;
}
