// How a conversation with an OSDP device ends: what is told, and when the next one begins.
import type { LineSymptom } from "../../ports/devices.ts";
import type { PdEffect, PdState, PdStep } from "./pd-state.ts";

/** Wait before the next conversation; doubled by each one that failed. */
const waitFirstMs = 500;
const waitMaxMs = 10_000;

export interface Loss {
  readonly nowMs: number;
  /** For logs and `doctor`. */
  readonly reason: string;
  readonly symptom?: LineSymptom;
}

/** Ends the conversation; orders that wait or run are lost. */
export function lose(state: PdState, { nowMs, reason, symptom }: Loss): PdStep {
  const waitMs = Math.min(waitFirstMs * 2 ** Math.min(state.failures, 10), waitMaxMs);
  const { asked } = state;
  const orders = [...(asked?.isOrder === true ? [asked.command] : []), ...state.orders];
  const effects: PdEffect[] = [
    ...(symptom === undefined ? [] : [{ kind: "symptom", symptom } as const]),
    { kind: "health", health: { state: "backing-off", reason } },
    ...orders.map((command) => ({ kind: "order-ended", command, outcome: "lost" }) as const),
  ];
  return { state: { ...restarted(state, nowMs + waitMs), failures: state.failures + 1 }, effects };
}

/**
 * The device does not have the key in use. The next key is tried at once; only when it has none of
 * them the conversation is lost.
 */
export function refuseKey(state: PdState, loss: Omit<Loss, "symptom">): PdStep {
  const refusedKeyCount = state.refusedKeyCount + 1;
  const keyAt = (state.keyAt + 1) % Math.max(1, state.keys.length);
  if (refusedKeyCount < state.keys.length) {
    return { state: { ...restarted(state, loss.nowMs), keyAt, refusedKeyCount }, effects: [] };
  }
  return lose({ ...state, keyAt, refusedKeyCount: 0 }, { ...loss, symptom: "wrong-key" });
}

function restarted(state: PdState, dueMs: number): PdState {
  return {
    ...state,
    link: { name: "down" },
    sequence: 0,
    asked: undefined,
    greetings: [],
    orders: [],
    dueMs,
  };
}
