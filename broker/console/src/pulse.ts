// Whether the page may still call itself live, from the time since the last heartbeat.

/** live = trust what is shown; stale = say that it is old; cut = give the connection up. */
export type Pulse = "live" | "stale" | "cut";

const staleAfterMissed = 2;
const cutAfterMissed = 5;

/** Both times from the same monotonic clock, in ms. */
export function pulseOf(sinceBeatMs: number, periodMs: number): Pulse {
  const missed = Math.floor(sinceBeatMs / periodMs);
  if (missed >= cutAfterMissed) return "cut";
  return missed >= staleAfterMissed ? "stale" : "live";
}
