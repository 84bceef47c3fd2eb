// Waits for a condition with a generous bound: these machines are shared and slow.

const pollMs = 20;

export async function until(
  isTrue: () => boolean | Promise<boolean>,
  what: string,
  boundMs = 180_000,
): Promise<void> {
  const endMs = performance.now() + boundMs;
  while (!(await isTrue())) {
    if (performance.now() > endMs) throw new Error(`not within ${boundMs} ms: ${what}`);
    await pause(pollMs);
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
