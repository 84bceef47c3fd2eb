// The state of a gateway's link in words, never as a bare dot.

import type { JSX } from "preact";
import type { GatewayView } from "../../../ports/views.ts";
import { backlogPeaks, gatewayKey } from "../fleet.ts";
import { t } from "../language.ts";
import { linkStateOf } from "../link-state.ts";
import { nowMs } from "../live.ts";
import { clockText } from "../time.ts";

/** Events delivered of those the gateway had to catch up with, as far as it said. */
function progressOf(view: GatewayView): { n: number; m: number } {
  const left = view.outboxCount ?? 0;
  const m = Math.max(left, backlogPeaks.value.get(gatewayKey(view)) ?? 0);
  return { n: m - left, m };
}

function textOf(view: GatewayView): string {
  const state = linkStateOf(view, nowMs.value);
  if (state === "silent") {
    return t("link.silent", { time: clockText(view.lastWordMs ?? 0, nowMs.value, false) });
  }
  if (state !== "catching") return t(`link.${state}`);
  const progress = progressOf(view);
  return progress.m === 0 ? t("link.catching") : t("link.catchingOf", progress);
}

export function LinkWord({ view }: { view: GatewayView | undefined }): JSX.Element {
  if (view === undefined) return <span class="link never">{t("link.never")}</span>;
  const state = linkStateOf(view, nowMs.value);
  const { n, m } = progressOf(view);
  return (
    <span class={`link ${state}`}>
      {textOf(view)}
      {state === "catching" && m > 0 && <progress value={n} max={m} aria-label={textOf(view)} />}
    </span>
  );
}
