// A position receiver that a test moves by hand.

import type {
  DeviceHealth,
  Position,
  PositionFix,
  SymptomCounts,
} from "../../../gateway/ports/devices.ts";

export const someFix: PositionFix = {
  latitude: 29.9854,
  longitude: 122.2072,
  speedKnots: 12,
  courseDegrees: undefined,
  quality: 1,
  satelliteCount: 9,
  utcUs: 1_790_000_000_000_000,
  heardMonoMs: 5_000,
};

export class HandPosition implements Position {
  readonly id = "position";
  readonly #listeners = new Set<(fix: PositionFix | undefined) => void>();
  report: (health: DeviceHealth) => void = () => undefined;

  onFix(listener: (fix: PositionFix | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  fix(fix: PositionFix | undefined): void {
    for (const tell of this.#listeners) tell(fix);
  }

  onHealth(listener: (health: DeviceHealth) => void): () => void {
    this.report = listener;
    return () => (this.report = () => undefined);
  }

  symptoms = (): SymptomCounts => ({});
  start(): void {}
  stop = (): Promise<void> => Promise.resolve();
}
