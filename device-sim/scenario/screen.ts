// Judges what the screen of a box is shown at one moment of a scenario.

import type { SeenScreen } from "./installation.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import { gatewayOf, type Scene } from "./scene.ts";
import type { StepOf } from "./steps.ts";

const screenWithinMs = 10_000;

interface Shown {
  readonly view: SeenScreen;
  readonly screen: SeenScreen;
  /** The newest check code that it tells. */
  readonly code: SeenScreen;
}

/** Undefined: the box has no screen, or its gateway does not run. */
export async function screenAt(scene: Scene, box: string): Promise<Shown | undefined> {
  const unit = scene.installation.gateways.get(gatewayOf(scene, box).gateway);
  const view = await unit?.screenOf?.(box);
  if (view === undefined) return undefined;
  const screen: SeenScreen = { ...objectOf(view["screen"]) };
  return { view, screen, code: { ...objectOf([screen["codes"]].flat().at(-1)) } };
}

export async function judgeScreen(
  { box, name, where = {}, ...fields }: StepOf<"screen">["fields"],
  scene: Scene,
): Promise<Outcome> {
  return scene.pace.within(fields["within-ms"] ?? screenWithinMs, async () => {
    const shown = await screenAt(scene, box);
    if (shown === undefined) return failed(`${box} has no screen`);
    const { view, screen, code } = shown;
    const all = { ...view, ...code, ...screen };
    const isAsWanted =
      screen["name"] === name &&
      Object.entries(where).every(([key, value]) => comparable(all[key]) === value);
    // A check code is nobody's but theirs who stand there.
    const seen = JSON.stringify({ ...screen, codes: undefined, what: code["what"] });
    return isAsWanted ? held(`screen ${name}`) : failed(seen);
  });
}

/** What a scenario compares: of a list its length. */
export function comparable(value: unknown): unknown {
  return Array.isArray(value) ? value.length : value;
}

function objectOf(value: unknown): object {
  return typeof value === "object" && value !== null ? value : {};
}
