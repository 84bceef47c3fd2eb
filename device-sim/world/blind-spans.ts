// When a gateway could not see a place, and how long seeing anew takes.

import type { Happening } from "./model.ts";

export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Seeing anew takes reconnecting and a few polls. */
const recoverMs = 8_000;

export function isBlind(atMs: number, spans: readonly Span[]): boolean {
  return spans.some(({ fromMs, untilMs }) => atMs >= fromMs && atMs <= untilMs + recoverMs);
}

/** When something the sight needs was silent or dark, or the place had one of the flaws. */
export function blindSpans(
  here: readonly Happening[],
  needs: readonly string[],
  flaws: readonly string[],
): readonly Span[] {
  const since = new Map<string, number>();
  const spans: Span[] = [];
  const turn = (key: string, isDown: boolean, atMs: number): void => {
    const fromMs = since.get(key);
    if (isDown) since.set(key, fromMs ?? atMs);
    else if (fromMs !== undefined) {
      since.delete(key);
      spans.push({ fromMs, untilMs: atMs });
    }
  };
  for (const one of here) {
    if (one.kind === "SilenceChanged" && needs.includes(one.name)) {
      turn(one.name, one.isSilent, one.atMs);
    } else if (one.kind === "BoardWentDark" && needs.includes(one.board)) {
      turn(`power of ${one.board}`, true, one.atMs);
    } else if (one.kind === "BoardPowered" && needs.includes(one.board)) {
      turn(`power of ${one.board}`, false, one.atMs);
    } else if (one.kind === "FlawChanged" && flaws.includes(one.flaw)) {
      turn(one.flaw, one.isOn, one.atMs);
    }
  }
  return [...spans, ...Array.from(since.values(), (fromMs) => ({ fromMs, untilMs: Infinity }))];
}
