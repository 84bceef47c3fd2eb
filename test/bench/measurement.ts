// The shape of a measurement, its printing and its summary statistics.

/** One measured figure. A ratio is against a limit or a peer measured in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The goal in words, e.g. ">= 0.8"; empty when the figure only explains another. */
  readonly goal: string;
  readonly isMet?: boolean;
}

export interface Measurement {
  readonly title: string;
  /** How it is done, in one sentence a reader can check. */
  readonly method: string;
  run(): Promise<readonly Figure[]>;
}

/** The value below which the given share (0 to 1) of the samples lies. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export function figure(name: string, value: number, unit: string): Figure {
  return { name, value, unit, goal: "" };
}

export function atLeast(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal: `>= ${goal}`, isMet: value >= goal };
}

export function atMost(name: string, value: number, unit: string, goal: number): Figure {
  return { name, value, unit, goal: `<= ${goal}`, isMet: value <= goal };
}

/** Three significant digits, without an exponent. */
export function formatValue(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString("en") : value.toPrecision(3);
}

export function formatFigure(each: Figure): string {
  const verdict = each.goal === "" ? "" : `   goal ${each.goal}: ${each.isMet ? "met" : "NOT MET"}`;
  return `  ${each.name.padEnd(58)} ${formatValue(each.value).padStart(10)} ${each.unit}${verdict}`;
}
