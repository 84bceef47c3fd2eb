// How long to wait before the next connection: full jitter over an exponentially growing bound.

export interface BackoffBounds {
  /** Upper bound of the first wait in ms. */
  readonly baseMs: number;
  /** Upper bound of every wait in ms. */
  readonly maxMs: number;
}

/** Spreads a fleet that lost its center at one moment over a minute. */
export const defaultBackoff: BackoffBounds = { baseMs: 1_000, maxMs: 60_000 };

/**
 * Wait before the next try: random(0, min(max, base x 2^failures)), in whole ms.
 * @param failures connections since the last one that brought a receipt, from 0
 * @param share a random number in [0, 1)
 */
export function backoffMs(bounds: BackoffBounds, failures: number, share: number): number {
  const bound = Math.min(bounds.maxMs, bounds.baseMs * 2 ** Math.min(failures, 30));
  return Math.floor(bound * share);
}

/** A share in [0, 1) from 4 random bytes. */
export function shareOf(random: Uint8Array): number {
  return random.subarray(0, 4).reduce((sum, byte) => sum * 256 + byte, 0) / 2 ** 32;
}
