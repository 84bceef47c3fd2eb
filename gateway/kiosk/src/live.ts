// What the gateway says this screen shows, and what is pressed on it. The page keeps nothing else.

import { computed, signal } from "@preact/signals";
import type { PanelAct, PanelLanguage, PanelView } from "../../ports/panel.ts";

const firstPeriodMs = 3_000;
/** After so many signs of life that did not come, the page is blind. */
const missedMaxCount = 3;
const checkMs = 500;
/** Touches that ask for nothing but time are sent at most so often. */
const touchGapMs = 5_000;

export const view = signal<PanelView | undefined>(undefined);
export const isBlind = signal(false);
export const language = computed<PanelLanguage>(() => view.value?.choices.language ?? "zh");

const token = document.querySelector<HTMLMetaElement>('meta[name="driftbox-token"]')?.content ?? "";
const asked = new URLSearchParams(location.search).get("box");
/** By performance.now(): the wall clock of the board may step. */
let beatAt = performance.now();
let touchedAt = 0;

/** Page and gateway are built together, so a view has the shape that this page knows. */
function isView(value: unknown): value is PanelView {
  return typeof value === "object" && value !== null && "screen" in value;
}

function viewIn(message: Event): PanelView | undefined {
  const data: unknown = message instanceof MessageEvent ? message.data : "null";
  const value: unknown = JSON.parse(String(data));
  return isView(value) ? value : undefined;
}

/** Tells the gateway. A press that it did not hear is lost; the screen stays as it is. */
export async function press(act: PanelAct): Promise<void> {
  const box = view.value?.box;
  if (box === undefined) return;
  touchedAt = performance.now();
  const headers = { "content-type": "application/json", "x-driftbox-token": token };
  try {
    await fetch("act", { method: "POST", headers, body: JSON.stringify({ box, ...act }) });
  } catch {
    isBlind.value = true;
  }
}

/** Any touch shows that somebody is there. */
export function touch(): void {
  if (performance.now() - touchedAt > touchGapMs) void press({ act: "touch" });
}

/** A gateway that started again has another token, which only a new page has. */
async function comeBack(): Promise<void> {
  try {
    const response = await fetch(location.href);
    if (response.ok) location.reload();
  } catch {
    // Not there yet; the next look is soon.
  }
}

/** Follows the gateway for as long as the page lives. */
export function startLive(): void {
  const query = new URLSearchParams({ token, ...(asked !== null && { box: asked }) });
  const source = new EventSource(`view?${query.toString()}`);
  const onSign = (): void => {
    beatAt = performance.now();
    isBlind.value = false;
  };
  source.addEventListener("view", (message) => {
    const next = viewIn(message);
    if (JSON.stringify(next) !== JSON.stringify(view.value)) view.value = next;
    onSign();
  });
  source.addEventListener("hb", onSign);
  setInterval(() => {
    const isSilent = performance.now() - beatAt > missedMaxCount * firstPeriodMs;
    if (!isSilent && source.readyState !== EventSource.CLOSED) return;
    isBlind.value = true;
    beatAt = performance.now() - (missedMaxCount - 1) * firstPeriodMs;
    void comeBack();
  }, checkMs);
}
