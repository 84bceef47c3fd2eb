// The invariants that need the journal: judged now and then from what the center holds.

import { completeness, gatewayAt } from "../scenario/completeness.ts";
import type { Scene } from "../scenario/scene.ts";
import { compareTestimony, unrecordedOpenings } from "../scenario/testimony.ts";
import type { Violation } from "../world/index.ts";
import type { MonitorView } from "./page/shapes.ts";

const periodMs = 2_000;
const detailsMaxCount = 5;
/** A difference is believed when it was seen so often in a row: what is new takes its time. */
const leastSightings = 3;

const needAll = "no-opening-without-record";
const compared = ["unlock-deadline", "journal-equals-history"];

/** Judged only while the center holds every event of every gateway. */
export class JournalMonitors {
  readonly #scene: Scene;
  readonly #isLinked: (gateway: string) => boolean;
  readonly #sightings = new Map<string, number>();
  #isComplete = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(scene: Scene, isLinked: (gateway: string) => boolean) {
    this.#scene = scene;
    this.#isLinked = isLinked;
  }

  start(): void {
    const again = async (): Promise<void> => {
      await this.look();
      if (this.#timer !== undefined) this.#timer = setTimeout(() => void again(), periodMs);
    };
    this.#timer = setTimeout(() => void again(), periodMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  views(): readonly MonitorView[] {
    return [needAll, ...compared].map((monitor) => {
      const details = [...this.#sightings]
        .filter(([key, count]) => count >= leastSightings && key.startsWith(`${monitor}: `))
        .map(([key]) => key.slice(monitor.length + 2))
        .slice(-detailsMaxCount);
      const isHeld = details.length > 0 ? false : this.#isComplete ? true : null;
      return { monitor, isHeld, details };
    });
  }

  /** Judges once. A center that cannot be asked leaves everything undecided. */
  async look(): Promise<void> {
    await this.#judge().catch(() => {
      this.#isComplete = false;
      this.#note([]);
    });
  }

  async #judge(): Promise<void> {
    this.#isComplete = await this.#holdsAll();
    if (!this.#isComplete) return this.#note([]);
    const unrecorded = await unrecordedOpenings(this.#scene.installation);
    const found = [...unrecorded, ...(await compareTestimony(this.#scene))];
    this.#note(found.map(keyOf));
  }

  /** A center that hears nothing of a gateway takes what it holds for all there is. */
  async #holdsAll(): Promise<boolean> {
    const { scenario, installation } = this.#scene;
    for (const { gateway } of scenario.gateways) {
      const isRunning = installation.gateways.get(gateway)?.isRunning ?? false;
      if (!isRunning || !this.#isLinked(gateway)) return false;
      const seen = await gatewayAt(this.#scene, gateway);
      if (seen?.status !== "ready") return false;
      if (!(await completeness(this.#scene, gateway)).isOk) return false;
    }
    return true;
  }

  /** Forgets what is no longer seen. */
  #note(keys: readonly string[]): void {
    for (const key of this.#sightings.keys()) if (!keys.includes(key)) this.#sightings.delete(key);
    for (const key of keys) this.#sightings.set(key, (this.#sightings.get(key) ?? 0) + 1);
  }
}

function keyOf({ monitor, detail }: Violation): string {
  return `${monitor}: ${detail}`;
}
