// The result of a step.

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
