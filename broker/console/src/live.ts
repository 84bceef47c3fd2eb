// The live stream of the center and the watchdog over it: an EventSource does not notice a server
// that hangs, so only the heartbeat says whether the page is blind.

import { signal } from "@preact/signals";
import type { BoxView, EventView, GatewayView } from "../../ports/views.ts";
import { pulseOf } from "./pulse.ts";

export interface Changed {
  readonly gateways: readonly GatewayView[];
  readonly boxes: readonly BoxView[];
}

interface Beat {
  readonly at: number;
  readonly cursor: number;
  readonly everyMs: number;
}

interface Listener {
  readonly onOpen: () => void;
  readonly onChange: (changed: Changed) => void;
}

export type Sight = "opening" | "live" | "stale";

const checkMs = 250;
const firstPeriodMs = 3_000;

/** What the page knows about its own eyes. */
export const sight = signal<Sight>("opening");
/** The center's time as last told, Unix ms; undefined = it has not spoken yet. */
export const lastBeatMs = signal<number | undefined>(undefined);
/** The center's time now, as far as it can be told; stands still while the page is blind. */
export const nowMs = signal(Date.now());

const eventListeners = new Set<(event: EventView) => void>();

/** Calls back with each committed event while the page is open. */
export function followEvents(onEvent: (event: EventView) => void): () => void {
  eventListeners.add(onEvent);
  return () => eventListeners.delete(onEvent);
}

const newsListeners = new Set<() => void>();

/** Calls back when an event was committed, or staff decided something, while the page is open. */
export function followNews(onNews: () => void): () => void {
  newsListeners.add(onNews);
  return () => newsListeners.delete(onNews);
}

export function tellNews(): void {
  for (const listen of newsListeners) listen();
}

/** Shapes of the stream's data, as docs/api/openapi.json gives them; from the page's own center. */
interface Data {
  readonly hb: Beat;
  readonly change: Changed;
  readonly event: EventView;
}

function dataOf<K extends keyof Data>(_type: K, message: Event): Data[K] {
  const data: unknown = message instanceof MessageEvent ? message.data : "null";
  return JSON.parse(String(data)) as Data[K];
}

/** Follows the ledger after `cursor` for as long as the page lives. */
export function startLive(cursor: number, listener: Listener): void {
  let seen = cursor;
  let source: EventSource | undefined;
  let period = firstPeriodMs;
  /** By performance.now(): the browser's wall clock may be wrong or step. */
  let beatAt = performance.now();
  let centerAhead = 0;

  const onBeat = (message: Event): void => {
    const beat = dataOf("hb", message);
    // A ledger shorter than what was shown is another ledger: nothing on the page holds anymore.
    if (beat.cursor < seen) location.reload();
    period = beat.everyMs;
    beatAt = performance.now();
    centerAhead = beat.at - beatAt;
    lastBeatMs.value = beat.at;
    nowMs.value = beat.at;
    if (sight.value !== "live") listener.onOpen();
    sight.value = "live";
  };
  const open = (): void => {
    source?.close();
    source = new EventSource(`api/v1/stream?after=${seen}`);
    source.addEventListener("hb", onBeat);
    source.addEventListener("change", (message) => listener.onChange(dataOf("change", message)));
    source.addEventListener("event", (message) => {
      const event = dataOf("event", message);
      if (event.cursor <= seen) return;
      seen = event.cursor;
      for (const listen of eventListeners) listen(event);
      tellNews();
    });
  };
  const check = (): void => {
    const pulse = pulseOf(performance.now() - beatAt, period);
    if (pulse === "live") {
      if (sight.value === "live") nowMs.value = Math.round(performance.now() + centerAhead);
      return;
    }
    sight.value = "stale";
    if (pulse === "stale") return;
    // The next try gets as long as this one had.
    beatAt = performance.now() - 2 * period;
    open();
  };
  open();
  setInterval(check, checkMs);
}
