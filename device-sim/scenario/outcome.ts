// The result of a step, and waiting on a condition with a bound.

/** ok with what was seen, or not with what was seen instead. */
export interface Outcome {
  readonly isOk: boolean;
  readonly seen: string;
}

export function held(seen: string): Outcome {
  return { isOk: true, seen };
}

export function failed(seen: string): Outcome {
  return { isOk: false, seen };
}

const pollMs = 50;

/** Looks again until the outcome is ok or the time is over; the last look is the answer. */
export async function within(
  boundMs: number,
  look: () => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const endMs = performance.now() + boundMs;
  for (;;) {
    const outcome = await look();
    if (outcome.isOk || performance.now() >= endMs) return outcome;
    await pause(pollMs);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
