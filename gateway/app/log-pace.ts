// How often one kind of event that anybody can cause may write a line to the log.

/** Whether the n-th of like events, counted from 1, is worth a line: 1, 2, 4, 8, … */
export function isWorthLine(count: number): boolean {
  return count > 0 && Number.isInteger(Math.log2(count));
}
