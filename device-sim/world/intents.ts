// Which unlock orders and pulses of a coil the intents of a journal explain, each intent once.

/** An unlock as a journal announced it; world times in ms, the end of its life included. */
export interface Intent {
  readonly intendedMs: number;
  /** No unlock order of it may be sent after this. */
  readonly deadlineMs: number;
  /** Ordered on-time of the coil; undefined = the journal does not tell it. */
  readonly pulseMs?: number | undefined;
}

/** An order may arrive this much later than the last of its bytes was sent. */
const arrivalMs = 500;
/** The clock of the world and that of an intent are read one after the other. */
const readingMs = 100;

export interface Explained {
  readonly atMs: number;
  /** Undefined = no intent explains it that has not explained another one. */
  readonly intent: Intent | undefined;
}

/** Gives each time in order the intent that ends first of those alive then and not used yet. */
export function explain(
  timesMs: readonly number[],
  intents: readonly Intent[],
): readonly Explained[] {
  const unused = intents.toSorted((a, b) => a.deadlineMs - b.deadlineMs);
  return timesMs
    .toSorted((a, b) => a - b)
    .map((atMs) => {
      const at = unused.findIndex((one) => isAlive(one, atMs));
      return { atMs, intent: at < 0 ? undefined : unused.splice(at, 1)[0] };
    });
}

function isAlive({ intendedMs, deadlineMs }: Intent, atMs: number): boolean {
  return atMs >= intendedMs - readingMs && atMs <= deadlineMs + arrivalMs;
}
