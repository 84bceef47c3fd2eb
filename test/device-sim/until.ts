// Waits on a condition with a bound, so that no test sleeps and none waits forever.

const boundMs = 5_000;
const pollMs = 2;

export async function until(isTrue: () => boolean, what = isTrue.toString()): Promise<void> {
  const endMs = performance.now() + boundMs;
  while (!isTrue()) {
    if (performance.now() > endMs) throw new Error(`not within ${boundMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
}
