// Counts what a driver concludes from the bytes it saw, for the log and for `doctor`.
import { lineSymptoms, type LineSymptom, type SymptomCounts } from "../../ports/devices.ts";

/** One per device or per line; counts never go back. */
export class SymptomCounter {
  readonly #counts = new Map<LineSymptom, number>();

  note(symptom: LineSymptom, count = 1): void {
    if (count > 0) this.#counts.set(symptom, (this.#counts.get(symptom) ?? 0) + count);
  }

  counts(): SymptomCounts {
    return Object.fromEntries(this.#counts);
  }
}

/** The counts of a device and of the line it is on, added. */
export function addedCounts(a: SymptomCounts, b: SymptomCounts): SymptomCounts {
  const sums = lineSymptoms.map((name) => [name, (a[name] ?? 0) + (b[name] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}
