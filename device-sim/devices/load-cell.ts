// A load cell under a compartment as the kernel shows it: one file with raw counts of in_voltage0.
// Kernel documentation: Documentation/ABI/testing/sysfs-bus-iio.

import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compartmentAt, nextInteger, splitRandom, type Random, type Spot } from "../world/index.ts";
import type { Stage } from "./stage.ts";

/** Counts of this cell: what the floor alone weighs, and what 1 kg adds. */
export const loadCell = { emptyRaw: 84_000, rawPerKg: 420_000 } as const;
/** Noise of an hx711 at ten conversions a second, in counts. */
const noiseRaw = 60;
/** An envelope weighs something, and paper about this much for each mm of a stack of A4. */
const envelopeG = 5;
const gramsPerMm = 50;

/** `dead-cell`: a wire of the bridge is broken, and it reads as empty whatever lies on it. */
export const loadCellFlaws = ["dead-cell"] as const;
export type LoadCellFlaw = (typeof loadCellFlaws)[number];

export interface LoadCellOptions {
  readonly stage: Stage;
  readonly spot: Spot;
  /** Folder of the device; made if it is missing. */
  readonly folder: string;
  readonly seed: number;
}

export class LoadCell {
  readonly #options: LoadCellOptions;
  readonly #stop: () => void;
  #random: Random;
  #isDead = false;

  constructor(options: LoadCellOptions) {
    const { stage, spot, folder, seed } = options;
    this.#options = options;
    this.#random = splitRandom(seed, `scale ${spot.box} ${spot.compartment}`);
    mkdirSync(folder, { recursive: true });
    this.#convert();
    this.#stop = stage.onHappening(({ kind }) => {
      if (kind === "ParcelPut" || kind === "ParcelTaken") this.#convert();
    });
  }

  /** The file that a gateway reads. */
  get file(): string {
    return rawFile(this.#options.folder);
  }

  setFlaw(_: LoadCellFlaw, isOn: boolean): void {
    this.#isDead = isOn;
    this.#convert();
  }

  close(): void {
    this.#stop();
  }

  /** Whoever reads sees a whole number, as of a file of the kernel. */
  #convert(): void {
    const [noise, random] = nextInteger(this.#random, -noiseRaw, noiseRaw);
    this.#random = random;
    const grams = this.#isDead ? 0 : this.#grams();
    const raw = loadCell.emptyRaw + Math.round((grams * loadCell.rawPerKg) / 1_000) + noise;
    writeFileSync(`${this.file}.next`, `${raw}\n`);
    renameSync(`${this.file}.next`, this.file);
  }

  #grams(): number {
    const { world } = this.#options.stage;
    const inside = compartmentAt(world, this.#options.spot)?.parcels ?? [];
    const lying = world.parcels.filter(({ number }) => inside.includes(number));
    return lying.reduce((sum, { thicknessMm }) => sum + envelopeG + thicknessMm * gramsPerMm, 0);
  }
}

export function rawFile(folder: string): string {
  return join(folder, "in_voltage0_raw");
}
