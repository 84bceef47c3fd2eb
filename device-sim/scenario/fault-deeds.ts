// What breaks: locks, wires, devices, cards, cables, boards, power, and the case of a box.

import { failed, held, type Outcome } from "./outcome.ts";
import { deviceNames, flawWords, keyLine, powerLines, tamperLine } from "./plan.ts";
import { acted, badgeOf, type Players, type Scene } from "./scene.ts";
import type { StepOf } from "./steps.ts";

export const faultDeeds: Players<
  | "flaw"
  | "byte-fault"
  | "device-flaw"
  | "card-flaw"
  | "reader-tamper"
  | "unplug"
  | "replug"
  | "board-power"
  | "supply"
  | "mains"
  | "battery"
  | "enclosure"
  | "turn-key"
> = {
  flaw: ({ flaw, on, ...spot }, scene) => {
    const word = flawWords[flaw];
    if (word === undefined) return Promise.resolve(failed(`no flaw ${flaw}`));
    return acted(scene, { kind: "setFlaw", flaw: word, isOn: on, ...spot });
  },
  "byte-fault": (fields, scene) => setLayer(fields, scene),
  "device-flaw": async ({ device, flaw, on }, scene) => {
    const isKnown = scene.installation.devices.get(device)?.setFlaw?.(flaw, on) ?? false;
    if (!isKnown) return failed(`${device} has no flaw ${flaw}`);
    return held(`${device}: ${flaw} ${on ? "on" : "off"}`);
  },
  "card-flaw": async ({ person, flaw, on }, scene) => {
    const card = scene.installation.cards.get(badgeOf(scene, person));
    const isKnown = card?.setFlaw?.(flaw, on) ?? false;
    if (!isKnown) return failed(`the card of ${person} has no flaw ${flaw}`);
    return held(`card of ${person}: ${flaw} ${on ? "on" : "off"}`);
  },
  "reader-tamper": async ({ box, open }, scene) => {
    const { reader } = deviceNames(box);
    const device = scene.installation.devices.get(reader);
    if (device?.setTamper === undefined) return failed(`${reader} does not notice its case`);
    device.setTamper(open);
    return held(`the case of ${reader} is ${open ? "open" : "shut"}`);
  },
  unplug: async ({ device, ...fields }, scene) => {
    const line = scene.installation.lines.get(device);
    const byteCount = fields["after-bytes"] ?? 0;
    if (line === undefined) return failed(`${device} has no cable`);
    if (byteCount > 0) {
      line.unplugAfter(byteCount);
      return held(`${device} will be unplugged after ${byteCount} bytes`);
    }
    await line.unplug();
    return marked(scene, device, `${device} is unplugged`);
  },
  replug: async ({ device, as: name }, scene) => {
    const line = scene.installation.lines.get(device);
    await line?.replug(name);
    return marked(scene, device, `${device} is plugged in as ${line?.port ?? "nothing"}`);
  },
  "board-power": ({ device, on }, scene) =>
    acted(scene, { kind: "powerBoard", board: device, isOn: on }),
  supply: ({ group, weak }, scene) =>
    acted(scene, { kind: "weakenSupply", supplyGroup: group, isWeak: weak }),
  mains: ({ gateway, on }, scene) => turned(scene, powerLines(gateway).mains, on),
  battery: ({ gateway, low }, scene) => turned(scene, powerLines(gateway).battery, !low),
  enclosure: ({ box, open }, scene) => turned(scene, tamperLine(box), !open),
  "turn-key": async ({ box, compartment, on }, scene) => {
    const isWatched = scene.scenario.gateways
      .flatMap(({ boxes }) => boxes.filter((one) => one.box === box))
      .some((one) => one.compartments.some((it) => it.compartment === compartment && it.hasKey));
    if (isWatched) await turned(scene, keyLine(box, compartment), !on);
    return acted(scene, { kind: "turnKey", box, compartment, isTurned: on });
  },
};

function turned(scene: Scene, name: string, isClosed: boolean): Promise<Outcome> {
  return acted(scene, { kind: "turnSwitch", name, isClosed });
}

async function setLayer(
  { device, layer, rate, ...fields }: StepOf<"byte-fault">["fields"],
  scene: Scene,
): Promise<Outcome> {
  const line = scene.installation.lines.get(device);
  if (line === undefined) return failed(`no device ${device}`);
  const delayMs = fields["delay-ms"];
  if (rate === 0) line.clearLayer(layer);
  else line.setLayer(layer, { rate, ...(delayMs === undefined ? {} : { delayMs }) });
  const shown = await marked(scene, device, `layers: ${line.layers.join(", ") || "none"}`);
  const forMs = fields["for-ms"];
  if (forMs === undefined || rate === 0) return shown;
  void scene.pace.pause(forMs).then(() => {
    line.clearLayer(layer);
    return marked(scene, device, "");
  });
  return shown;
}

/** Tells the world whether the wire of a device carries what is sent on it. */
async function marked(scene: Scene, device: string, seen: string): Promise<Outcome> {
  const line = scene.installation.lines.get(device);
  const isSound = line !== undefined && line.isPlugged && line.layers.length === 0;
  scene.installation.stage.act({ kind: "markSilent", name: device, isSilent: !isSound });
  return held(seen);
}
