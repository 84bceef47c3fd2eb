// Signs sets of manifests anew when a window in them ends, for as long as the center runs.

import type { GatewayIdentity } from "../../ports/ledger.ts";
import type { IssuedManifest } from "../../ports/custody-views.ts";
import type { Log, Now } from "../../ports/downlink.ts";
import type { CenterFolder } from "./center-folder.ts";
import { dropOverManifests } from "./manifest-desk.ts";

interface Parts {
  readonly folder: CenterFolder;
  readonly gateways: () => readonly Pick<GatewayIdentity, "site" | "gateway">[];
  readonly manifests: () => readonly IssuedManifest[];
  readonly log: Log;
  readonly now: Now;
}

/** Between two looks at the books. */
const lookPauseMs = 5_000;

/** Remembers a time for each enrolled gateway. Never throws: what fails is tried again. */
export class ManifestRenewal {
  readonly #parts: Parts;
  /** Windows that ended up to then are not in the set of the gateway. */
  readonly #doneMs = new Map<string, number>();
  #lookedMs: number | undefined;
  /** What was last reported, so that what stays wrong is reported once. */
  #reported = "";

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  look(): void {
    const { now, gateways, manifests } = this.#parts;
    const nowMs = now();
    if (this.#lookedMs !== undefined && Math.abs(nowMs - this.#lookedMs) < lookPauseMs) return;
    this.#lookedMs = nowMs;
    const all = manifests();
    for (const identity of gateways()) {
      const { site, gateway } = identity;
      const doneMs = this.#doneMs.get(`${site}/${gateway}`) ?? 0;
      const own = all.filter((one) => one.site === site && one.gateway === gateway);
      const hasEnded = own.some(({ untilMs }) => {
        return untilMs !== null && untilMs <= nowMs && untilMs > doneMs;
      });
      if (hasEnded) this.#renew(identity, nowMs);
    }
  }

  #renew({ site, gateway }: Pick<GatewayIdentity, "site" | "gateway">, nowMs: number): void {
    const { folder, log } = this.#parts;
    try {
      const version = dropOverManifests({ folder, site, gateway }, nowMs);
      this.#doneMs.set(`${site}/${gateway}`, nowMs);
      this.#reported = "";
      if (version !== undefined) {
        log.info({ site, gateway, version }, "signed manifests again: a window is over");
      }
    } catch (error) {
      const text = `${site}/${gateway} ${String(error)}`;
      if (text === this.#reported) return;
      this.#reported = text;
      log.error({ site, gateway, err: error }, "a manifest that is over is still sent");
    }
  }
}
