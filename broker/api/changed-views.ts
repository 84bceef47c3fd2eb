// Finds which gateways and boxes look different from the last time somebody asked.

import type { BoxView, GatewayView, ReadModels } from "../ports/views.ts";

/** Data of a `change` event: whole views, so that a reader can replace what it holds. */
export interface Changed {
  readonly gateways: readonly GatewayView[];
  readonly boxes: readonly BoxView[];
}

/**
 * Remembers the JSON of every view; memory grows with the fleet, not with events. A look costs what
 * the noted gateways cost, not the fleet.
 */
export class ChangedViews {
  readonly #models: ReadModels;
  readonly #seen = new Map<string, string>();
  readonly #noted = new Set<number>();

  constructor(models: ReadModels) {
    this.#models = models;
  }

  /** These gateways may look different now. */
  note(gateways: readonly number[]): void {
    for (const gateway of gateways) this.#noted.add(gateway);
  }

  /** Every view that differs from when it was last taken, noted or not. */
  takeAll(): Changed {
    this.#noted.clear();
    return this.#fresh(this.#models.gateways(), this.#models.boxes());
  }

  /** What differs of the gateways noted since the previous call. */
  take(): Changed {
    const views = [...this.#noted].flatMap((gateway) => this.#models.viewsOf(gateway) ?? []);
    this.#noted.clear();
    return this.#fresh(
      views.map(({ gateway }) => gateway),
      views.flatMap(({ boxes }) => boxes),
    );
  }

  #fresh(gateways: readonly GatewayView[], boxes: readonly BoxView[]): Changed {
    return {
      gateways: gateways.filter((view) => this.#isNew(`g/${view.site}/${view.gateway}`, view)),
      boxes: boxes.filter((view) =>
        this.#isNew(`b/${view.site}/${view.gateway}/${view.box}`, view),
      ),
    };
  }

  #isNew(key: string, view: unknown): boolean {
    const json = JSON.stringify(view);
    if (this.#seen.get(key) === json) return false;
    this.#seen.set(key, json);
    return true;
  }
}
