// Boxes and gateways as the page holds them: fetched whole, then kept current by the stream.

import { signal } from "@preact/signals";
import type { BoxPlace, BoxView, GatewayView } from "../../ports/views.ts";
import { ask, type Failure } from "./ask.ts";
import { tellNews, type Changed } from "./live.ts";

interface Listed<T> {
  readonly rows: readonly T[];
  readonly cursor: number;
}

export const boxes = signal<readonly BoxView[] | undefined>(undefined);
export const gateways = signal<readonly GatewayView[] | undefined>(undefined);
export const fleetFailure = signal<Failure | undefined>(undefined);
/** Largest backlog a gateway named since it was last empty: the m of "n of m". */
export const backlogPeaks = signal<ReadonlyMap<string, number>>(new Map());

export function gatewayKey(view: { readonly site: string; readonly gateway: string }): string {
  return `${view.site}/${view.gateway}`;
}

/** A box's name says which one it is only within its gateway. */
export function boxKey(view: BoxPlace): string {
  return `${gatewayKey(view)}/${view.box}`;
}

function notePeaks(views: readonly GatewayView[]): void {
  const peaks = new Map(backlogPeaks.value);
  for (const view of views) {
    const left = view.outboxCount ?? 0;
    const key = gatewayKey(view);
    if (left === 0) peaks.delete(key);
    else peaks.set(key, Math.max(left, peaks.get(key) ?? 0));
  }
  backlogPeaks.value = peaks;
}

/** Reads both lists; answers the cursor to stream from, or undefined when the center is away. */
export async function loadFleet(): Promise<number | undefined> {
  const [boxList, gatewayList] = await Promise.all([
    ask<Listed<BoxView>>("api/v1/boxes"),
    ask<Listed<GatewayView>>("api/v1/gateways"),
  ]);
  const failed = [boxList, gatewayList].find((answer) => !answer.ok);
  fleetFailure.value = failed?.ok === false ? failed.failure : undefined;
  if (!boxList.ok || !gatewayList.ok) return undefined;
  boxes.value = boxList.value.rows;
  gateways.value = gatewayList.value.rows;
  notePeaks(gatewayList.value.rows);
  return Math.min(boxList.value.cursor, gatewayList.value.cursor);
}

function replaced<T>(rows: readonly T[], news: readonly T[], keyOf: (row: T) => string): T[] {
  const byKey = new Map([...rows, ...news].map((row): [string, T] => [keyOf(row), row]));
  return [...byKey.values()];
}

/** Decisions of staff are no events: what they end is seen by these. */
function isDecided(changed: Changed): boolean {
  const counts = new Map(gateways.value?.map((view) => [gatewayKey(view), view.decisionCount]));
  return changed.gateways.some((view) => counts.get(gatewayKey(view)) !== view.decisionCount);
}

export function applyChange(changed: Changed): void {
  const isNews = isDecided(changed);
  boxes.value = replaced(boxes.value ?? [], changed.boxes, boxKey);
  gateways.value = replaced(gateways.value ?? [], changed.gateways, gatewayKey);
  notePeaks(changed.gateways);
  if (isNews) tellNews();
}
