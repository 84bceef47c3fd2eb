// The conversation with one OSDP device as a pure transition function: state and input in,
// effects out.
import type { OsdpCommand } from "./osdp-command.ts";
import { hear } from "./pd-hearing.ts";
import { lose } from "./pd-loss.ts";
import { ask } from "./pd-question.ts";
import {
  attemptMaxCount,
  closedPd,
  type PdInput,
  type PdKey,
  type PdSettings,
  type PdState,
  type PdStep,
} from "./pd-state.ts";

/** What happens next. An input that does not belong to the state changes nothing. */
export function stepPd(state: PdState, input: PdInput, settings: PdSettings): PdStep {
  const { nowMs } = input;
  switch (input.kind) {
    case "opened":
      return opened(state, nowMs);
    case "closed":
      return closed(state);
    case "rekey":
      return rekeyed(state, input.keys, nowMs);
    case "order":
      return ordered(state, input.command, nowMs);
    case "turn":
      return state.link.name === "closed" ? unchanged(state) : ask(state, input, settings);
    case "silence":
      return silent(state, nowMs);
    default:
      return hear(state, input, settings);
  }
}

function unchanged(state: PdState): PdStep {
  return { state, effects: [] };
}

function opened(state: PdState, nowMs: number): PdStep {
  const health = { state: "probing", reason: "the reader has not answered yet" } as const;
  const fresh = { ...closedPd(state.keys), keyAt: state.keyAt, hasCrc: state.hasCrc };
  return {
    state: { ...fresh, link: { name: "down" }, dueMs: nowMs },
    effects: [{ kind: "health", health }],
  };
}

function closed(state: PdState): PdStep {
  const { effects } = lose(state, { nowMs: 0, reason: "the line is closed" });
  return {
    state: { ...closedPd(state.keys), keyAt: state.keyAt, hasCrc: state.hasCrc },
    effects: effects.filter((effect) => effect.kind === "order-ended"),
  };
}

function rekeyed(state: PdState, keys: readonly PdKey[], nowMs: number): PdStep {
  if (state.link.name === "closed") return unchanged({ ...state, keys, keyAt: 0 });
  const { effects } = lose(state, { nowMs, reason: "the reader has a new key" });
  const fresh = { ...closedPd(keys), hasCrc: state.hasCrc };
  return { state: { ...fresh, link: { name: "down" }, dueMs: nowMs }, effects };
}

function ordered(state: PdState, command: OsdpCommand, nowMs: number): PdStep {
  if (state.link.name !== "online") {
    return { state, effects: [{ kind: "order-ended", command, outcome: "lost" }] };
  }
  const replaced = state.orders.filter((order) => order.kind === command.kind);
  const orders = [...state.orders.filter((order) => !replaced.includes(order)), command];
  return {
    state: { ...state, orders, dueMs: Math.min(state.dueMs, nowMs) },
    effects: replaced.map((order) => ({ kind: "order-ended", command: order, outcome: "lost" })),
  };
}

function silent(state: PdState, nowMs: number): PdStep {
  const { asked, link } = state;
  if (asked === undefined) return unchanged(state);
  const isKnown = link.name !== "identifying" || state.failures === 0;
  if (isKnown && asked.sentCount < attemptMaxCount) {
    const again = { ...state, dueMs: nowMs };
    return { state: again, effects: [{ kind: "symptom", symptom: "no-answer" }] };
  }
  const reason = "no answer to its address";
  // A device that never answered may know only the older check.
  const isUnheard = link.name === "identifying";
  const hasCrc = isUnheard ? !state.hasCrc : state.hasCrc;
  return lose({ ...state, hasCrc }, { nowMs, reason, symptom: "no-answer" });
}
