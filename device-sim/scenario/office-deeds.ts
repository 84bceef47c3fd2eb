// What staff at the center do, each by the program for it: codes, commands, grants, policies.

import { failed, held, type Outcome } from "./outcome.ts";
import { peopleDeeds, present } from "./people-deeds.ts";
import { deviceNames } from "./plan.ts";
import { gatewayOf, parcelOf, type Players, type Scene } from "./scene.ts";
import type { Installation } from "./installation.ts";
import type { StepOf } from "./steps.ts";

export const officeDeeds: Players<
  | "enter-pickup-code"
  | "enter-once-code"
  | "command"
  | "repeat-command"
  | "forge-command"
  | "show-grant"
  | "publish-manifest"
  | "publish-grant"
  | "revoke-grant"
  | "switch-policy"
> = {
  "enter-pickup-code": async ({ box, parcel, slip = false }, scene) => {
    const { number } = parcelOf(scene, parcel);
    const code = await officeOf(scene).pickupCode(gatewayOf(scene, box), number);
    const last = (Number(code.at(-1)) + 1) % 10;
    const keys = slip ? code.slice(0, -1) + String(last) : code;
    return peopleDeeds["press-keys"]({ box, keys: `${keys}#` }, scene);
  },
  "enter-once-code": async ({ box, action, again = false, yesterday = false }, scene) => {
    const { notes } = scene;
    const at = { ...gatewayOf(scene, box), box };
    const aheadDays = yesterday ? -1 : 0;
    if (!again) notes.onceCode = await officeOf(scene).onceCode(at, action, aheadDays);
    if (notes.onceCode === undefined) return failed("no code was entered before");
    return peopleDeeds["press-keys"]({ box, keys: `${notes.onceCode}#` }, scene);
  },
  command: async ({ gateway, word, "at-once": isAtOnce = false, ...said }, scene) => {
    const { notes } = scene;
    notes.answer = undefined;
    const options = commandOptions(said, scene);
    const asked = officeOf(scene)
      .command(siteOf(scene, gateway), word, options)
      .catch((error: unknown) => ({ state: "failed", outcome: String(error) }))
      .then((answer) => (notes.answer = answer));
    if (isAtOnce) return held(`${word} is ordered`);
    const { state, outcome } = await asked;
    return state === "failed" ? failed(outcome) : held(`${word}: ${state} ${outcome}`);
  },
  "publish-manifest": async ({ gateway, manifest, voyage, parcels }, scene) => {
    const numbers = parcels.map((name) => parcelOf(scene, name).number);
    const of = { manifest, voyage, parcels: numbers };
    await officeOf(scene).publishManifest(siteOf(scene, gateway), of);
    return held(`${manifest} is issued`);
  },
  "repeat-command": async ({ gateway }, scene) => {
    const command = scene.installation.links.get(gateway)?.command;
    if (command === undefined) return failed("no command came down before");
    return delivered(scene, gateway, command);
  },
  "forge-command": async ({ gateway, forgery, of = gateway }, scene) => {
    const command = scene.installation.links.get(of)?.command;
    if (command === undefined) return failed(`no command came down to ${of} before`);
    return delivered(scene, gateway, officeOf(scene).forgeCommand(command, forgery));
  },
  "show-grant": async ({ box, grant, smudged = false }, scene) => {
    const qr = await officeOf(scene).paperGrant(gatewayOf(scene, box), grant);
    const middle = Math.floor(qr.length / 2);
    const other = qr[middle] === "A" ? "B" : "A";
    const number = smudged ? qr.slice(0, middle) + other + qr.slice(middle + 1) : qr;
    return present(scene, { reader: deviceNames(box).scanner, number });
  },
  "publish-grant": async ({ gateway, grant }, scene) => {
    await officeOf(scene).publishGrant(siteOf(scene, gateway), grant);
    return held("published");
  },
  "revoke-grant": async ({ gateway, grant }, scene) => {
    await officeOf(scene).revokeGrant(siteOf(scene, gateway), grant);
    return held(`${grant} is revoked`);
  },
  "switch-policy": async ({ gateway, policy, ...times }, scene) => {
    const life = { agoHours: times["hours-ago"], expiresInMs: times["expires-in-ms"] };
    await officeOf(scene).switchPolicy(siteOf(scene, gateway), policy, life);
    return held("the next policy is signed");
  },
};

function delivered(scene: Scene, gateway: string, command: Uint8Array): Outcome {
  const { site } = siteOf(scene, gateway);
  const topic = `driftbox/v1/${site}/${gateway}/commands`;
  const isSaid = scene.installation.links.get(gateway)?.say?.(topic, command) ?? false;
  return isSaid ? held("a command came down") : failed(`${gateway} is not connected`);
}

type Said = Omit<StepOf<"command">["fields"], "gateway" | "word" | "at-once">;

/** As the program takes them, by their names without dashes. */
function commandOptions(
  { parcel, "once-code": isOnce = false, "within-ms": withinMs, ...plain }: Said,
  scene: Scene,
): Readonly<Record<string, string>> {
  const { onceCode } = scene.notes;
  return {
    ...Object.fromEntries(Object.entries(plain).map(([name, value]) => [name, String(value)])),
    ...(parcel !== undefined && { parcel: parcelOf(scene, parcel).number }),
    ...(isOnce && onceCode !== undefined && { code: onceCode }),
    ...(withinMs !== undefined && { within: `${Math.ceil(withinMs / 1_000)}s` }),
  };
}

function officeOf({ installation }: Scene): NonNullable<Installation["office"]> {
  if (installation.office === undefined) throw new Error("nobody is at the center");
  return installation.office;
}

function siteOf({ scenario }: Scene, gateway: string): { site: string; gateway: string } {
  const site = scenario.gateways.find((one) => one.gateway === gateway)?.site ?? "";
  return { site, gateway };
}
