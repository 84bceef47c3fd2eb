// Long work in short steps: whoever runs it may do other things between two of them.

/** Yields between steps of bounded length; returns what the work comes to. */
export type Steps<T> = Generator<void, T, void>;

/** Entries of a list that one step takes. */
const stepMaxCount = 64;

/** Whether it is time for a pause before the entry of this number, counted from 0. */
export function isStepEnd(index: number): boolean {
  return index > 0 && index % stepMaxCount === 0;
}

/** Does all of it at once. */
export function runSteps<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
