// What a person at the live view may do: the deeds of scenarios, and hands that do not wait.

import { playDeed } from "../scenario/deeds.ts";
import type { Scene } from "../scenario/scene.ts";
import { failed, held, type Outcome } from "../scenario/outcome.ts";
import type { Scenario } from "../scenario/plan.ts";
import { readSteps, type References } from "../scenario/read-steps.ts";
import { YamlSource } from "../scenario/located.ts";
import { isDeed } from "../scenario/steps.ts";
import { isSameSpot, type Action } from "../world/index.ts";

/** Longest request: a verb and its fields. */
export const orderMaxBytes = 2_048;

/** Hands that act at once, where the deed of a story would wait for the lock or for the gateway. */
const handVerbs: Readonly<Record<string, "pullDoor" | "shutDoor">> = {
  "pull-door": "pullDoor",
  "shut-door": "shutDoor",
};

/**
 * Does what a JSON text says: one verb with its fields, `{"tap": {"person": …, "box": …}}`.
 * @throws Fault scenario/invalid when the text is no such thing or names what is not there
 */
export async function doOrder(text: string, scene: Scene): Promise<Outcome> {
  const { scenario, installation } = scene;
  const quick = quickAction(text, scenario);
  if (quick !== undefined) {
    const happenings = installation.stage.act(quick);
    const impossible = happenings.find((one) => one.kind === "ActionImpossible");
    return impossible === undefined ? held(quick.kind) : failed(impossible.reason);
  }
  const source = new YamlSource(`[{"do": ${text}}]`, "request");
  const [step] = readSteps(source.root, referencesOf(scenario, installation.lines.keys()));
  if (step === undefined || !isDeed(step)) return failed("expected one deed");
  return playDeed(step, scene);
}

/** The verb of an order, for whoever follows what was ordered; "" when there is none. */
export function verbOf(text: string): { readonly verb: string; readonly fields: object } {
  const order = parsed(text);
  const [verb = "", fields] = Object.entries(order)[0] ?? [];
  return { verb, fields: typeof fields === "object" && fields !== null ? fields : {} };
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

function quickAction(text: string, scenario: Scenario): Action | undefined {
  const { verb, fields } = verbOf(text);
  const kind = Object.hasOwn(handVerbs, verb) ? handVerbs[verb] : undefined;
  if (kind === undefined) return undefined;
  const { box, compartment }: { box?: unknown; compartment?: unknown } = fields;
  if (typeof box !== "string" || typeof compartment !== "number") return undefined;
  const spots = scenario.gateways.flatMap(({ boxes }) =>
    boxes.flatMap((one) => one.compartments.map((place) => ({ ...place, box: one.box }))),
  );
  const spot = { box, compartment };
  return spots.some((one) => isSameSpot(one, spot)) ? { kind, ...spot } : undefined;
}

function referencesOf(scenario: Scenario, lines: Iterable<string>): References {
  const boxes = scenario.gateways.flatMap((one) => one.boxes);
  return {
    person: scenario.people.map(({ person }) => person),
    parcel: scenario.parcels.map(({ parcel }) => parcel),
    box: boxes.map(({ box }) => box),
    gateway: scenario.gateways.map(({ gateway }) => gateway),
    device: [...lines],
    group: boxes.flatMap((one) => one.compartments.map(({ supplyGroup }) => supplyGroup)),
  };
}
