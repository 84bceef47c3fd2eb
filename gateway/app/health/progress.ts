// Whether the gateway really does its work, judged from what moved since the last look. Pure.

/** What one lock board shows of itself. */
export interface BoardSign {
  readonly id: string;
  /** False: known to be offline, so nobody expects it to be polled. */
  readonly isOnline: boolean;
  /** Polls that ended so far; undefined = this board is never polled. */
  readonly pollCount: number | undefined;
}

/** What the gateway shows of itself at one moment. */
export interface Signs {
  readonly monoMs: number;
  /** Inputs taken from the queue so far. */
  readonly takenCount: number;
  readonly waitingCount: number;
  /** True: inputs wait for space in the journal, which a restart would not make. */
  readonly isPaused: boolean;
  /** False: the journal failed; nothing can be recorded any more. */
  readonly isJournalUsable: boolean;
  readonly boards: readonly BoardSign[];
}

/** A count and when it was last seen to move. */
interface Moved {
  readonly count: number;
  readonly monoMs: number;
}

/** What is remembered from one look to the next. */
export interface Progress {
  readonly queue: Moved;
  readonly boards: Readonly<Record<string, Moved>>;
}

export interface ProgressVerdict {
  readonly progress: Progress;
  /** Each thing that stands still, in words; empty = work goes on. */
  readonly stuck: readonly string[];
}

/** Nothing was seen yet: everything has moved just now. */
export function firstProgress(signs: Signs): Progress {
  const { monoMs, takenCount, boards } = signs;
  const entries = boards.map(
    ({ id, pollCount = 0 }) => [id, { count: pollCount, monoMs }] as const,
  );
  return { queue: { count: takenCount, monoMs }, boards: Object.fromEntries(entries) };
}

/**
 * Work goes on while the journal can be written, and within `windowMs` the queue was taken from or
 * empty, and every lock board that is online was polled.
 */
export function judgeProgress(before: Progress, signs: Signs, windowMs: number): ProgressVerdict {
  const { monoMs, waitingCount, takenCount, isPaused, boards } = signs;
  const isIdle = waitingCount === 0 || isPaused;
  const queue = moved(before.queue, takenCount, isIdle, monoMs);
  const seen = boards.map((board) => {
    const last = before.boards[board.id] ?? { count: -1, monoMs };
    const isResting = !board.isOnline || board.pollCount === undefined;
    return [board.id, moved(last, board.pollCount ?? 0, isResting, monoMs)] as const;
  });
  const isStale = (one: Moved): boolean => monoMs - one.monoMs > windowMs;
  const still = seen.filter(([, one]) => isStale(one)).map(([id]) => id);
  const stuck = [
    ...(signs.isJournalUsable ? [] : ["the journal failed"]),
    ...(isStale(queue) ? [`${waitingCount} inputs wait and none is taken`] : []),
    ...still.map((id) => `lock board ${id} is online and not polled`),
  ];
  return { progress: { queue, boards: Object.fromEntries(seen) }, stuck };
}

function moved(last: Moved, count: number, isResting: boolean, monoMs: number): Moved {
  return isResting || count !== last.count ? { count, monoMs } : last;
}
