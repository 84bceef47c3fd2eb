// Finds which gateways and boxes look different from the last time somebody asked.

import type { BoxView, GatewayView, ReadModels } from "../ports/views.ts";

/** Data of a `change` event: whole views, so that a reader can replace what it holds. */
export interface Changed {
  readonly gateways: readonly GatewayView[];
  readonly boxes: readonly BoxView[];
}

/** Remembers the JSON of every view; memory grows with the fleet, not with events. */
export class ChangedViews {
  readonly #models: ReadModels;
  readonly #seen = new Map<string, string>();

  constructor(models: ReadModels) {
    this.#models = models;
  }

  /** What changed since the previous call; the first call answers with everything. */
  take(): Changed {
    return {
      gateways: this.#models
        .gateways()
        .filter((view) => this.#isNew(`g/${view.site}/${view.gateway}`, view)),
      boxes: this.#models
        .boxes()
        .filter((view) => this.#isNew(`b/${view.site}/${view.gateway}/${view.box}`, view)),
    };
  }

  #isNew(key: string, view: unknown): boolean {
    const json = JSON.stringify(view);
    if (this.#seen.get(key) === json) return false;
    this.#seen.set(key, json);
    return true;
  }
}
