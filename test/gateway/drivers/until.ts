// Waits for a condition on real ports, with a bound.

/** Resolves once `isTrue` holds; rejects with `what` after `limitMs`. */
export async function until(what: string, isTrue: () => boolean, limitMs = 10_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`waited ${limitMs} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
