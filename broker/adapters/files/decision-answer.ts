// Waits until the running center has taken a decision that was written for it.

import { decisionState, type DecisionState } from "./decision-folder.ts";

/** How long a command waits for the running center. */
const answerMaxMs = 10_000;
const lookMs = 100;

/** `waiting` = no center answers yet; it acts on the decision once it runs. */
export async function answerTo(path: string): Promise<DecisionState> {
  const untilMs = Date.now() + answerMaxMs;
  for (;;) {
    const state = decisionState(path);
    if (state !== "waiting" || Date.now() > untilMs) return state;
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}
