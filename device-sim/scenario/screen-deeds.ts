// What people do on the screen of a box: they press, say what they wish, and write codes down.

import { failed, held, type Outcome } from "./outcome.ts";
import { gatewayOf, parcelOf, type Players, type Scene } from "./scene.ts";
import { screenAt } from "./screen.ts";
import type { ChangeWord } from "./wish-words.ts";

/** How long people usually take for one press, in ms at speed 1. */
const pressMs = 500;
const codeWithinMs = 10_000;

export const screenDeeds: Players<"press-screen" | "state-wish" | "amend-wish" | "note-code"> = {
  "press-screen": ({ box, act, ...fields }, scene) =>
    pressed(scene, box, { act, number: "", ...fields }),
  "state-wish": ({ box, wish: kind, container, ...said }, scene) => {
    const number = container === undefined ? {} : { container: parcelOf(scene, container).number };
    return pressed(scene, box, { act: "wish", wish: { kind, ...said, ...number } });
  },
  "amend-wish": async ({ box, word, parcels, ...said }, scene) => {
    for (const change of changesOf(scene, word, parcels)) {
      const outcome = await pressed(scene, box, { act: "amend", change: { ...change, ...said } });
      if (!outcome.isOk) return outcome;
    }
    return held(`${word} on the screen`);
  },
  "note-code": ({ box }, scene) =>
    scene.pace.within(codeWithinMs, async () => {
      const shown = await screenAt(scene, box);
      const code = shown?.code["code"];
      const name = String(shown?.screen["name"]);
      if (typeof code !== "string") return failed(`no code on the screen, but ${name}`);
      scene.notes.checkCode = code;
      return held("a check code was written down");
    }),
};

interface Change {
  readonly word: ChangeWord;
  readonly parcel?: string;
}

/** One press for each parcel that it is said of. */
function changesOf(
  scene: Scene,
  word: ChangeWord,
  parcels: readonly string[] | undefined,
): readonly Change[] {
  if (parcels === undefined) return [{ word }];
  return parcels.map((parcel) => ({ word, parcel: parcelOf(scene, parcel).number }));
}

async function pressed(
  scene: Scene,
  box: string,
  act: Readonly<Record<string, unknown>>,
): Promise<Outcome> {
  const unit = scene.installation.gateways.get(gatewayOf(scene, box).gateway);
  const refusal =
    unit?.press === undefined ? "it has no screen" : await unit.press({ box, ...act });
  await scene.pace.take(pressMs);
  const what = String(act["act"]);
  return refusal === "" ? held(`${what} on the screen`) : failed(`${what}: ${refusal}`);
}
