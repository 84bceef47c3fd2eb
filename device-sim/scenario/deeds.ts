// Plays the deeds of a scenario: hands, badges, faults and the sea, on a given installation.

import { compartmentAt, type Action, type Compartment, type Spot } from "../world/index.ts";
import type { Installation } from "./installation.ts";
import type { Unheard } from "./never.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import { deviceNames, flawWords, powerLines, tamperLine, type Scenario } from "./plan.ts";
import type { DeedName, StepOf } from "./steps.ts";

export interface Scene {
  readonly scenario: Scenario;
  readonly installation: Installation;
  readonly pace: Pace;
  /** Events up to this cursor belong to what was before this play. */
  readonly sinceCursor: number;
  /** World time at which this play began. */
  readonly sinceMs: number;
  /** What is left to judge when the play ends; undefined = nobody will. */
  readonly unheard?: Unheard[];
}

/** How long people usually take, in ms at speed 1. */
const usual = { holdMs: 400, betweenMs: 500, reachMs: 500, carryMs: 900 };
/** A badge is never held shorter than a reader needs, whatever the speed. */
const holdMinMs = 200;
/** A person waits this long for the lock, then taps again, this often. Not divided by the speed. */
const patienceMs = 4_500;
const tapsMaxCount = 4;
const handMaxMs = 3_000;
const clickMaxMs = 1_500;
/**
 * The gateway samples its sensors this long after a door shut, by polling the board; people wait
 * for its light. On a busy machine its polls take longer than that.
 */
const settleMs = 1_200;
const settlePollCount = 6;
const settleMaxMs = 4_000;

type Player<K extends DeedName> = (step: StepOf<K>["fields"], scene: Scene) => Promise<Outcome>;

const players: { readonly [K in DeedName]: Player<K> } = {
  tap: async ({ person, box, ...fields }, scene) => {
    const badge = badgeOf(scene, person);
    const hold = { forMs: fields["for-ms"], isAtOnce: fields["at-once"] };
    return present(scene, { reader: deviceNames(box).reader, number: badge, ...hold });
  },
  "show-parcel": async ({ parcel, box }, scene) => {
    const { reader, scanner } = deviceNames(box);
    const boxes = scene.scenario.gateways.flatMap((one) => one.boxes);
    const hasScanner = boxes.some((one) => one.box === box && one.scanner !== undefined);
    const number = parcelOf(scene, parcel).tag;
    return present(scene, { reader: hasScanner ? scanner : reader, number });
  },
  "open-door": (spot, scene) => openDoor(scene, spot),
  "close-door": (spot, scene) => closeDoor(scene, spot),
  "force-door": (spot, scene) => acted(scene, { kind: "forceDoor", ...spot }),
  put: ({ parcel, ...spot }, scene) => {
    return acted(scene, { kind: "putParcel", parcel: parcelOf(scene, parcel).number, ...spot });
  },
  take: ({ parcel, ...spot }, scene) => {
    return acted(scene, { kind: "takeParcel", parcel: parcelOf(scene, parcel).number, ...spot });
  },
  deposit: ({ person, parcel, ...spot }, scene) =>
    visit(scene, spot, [
      () => tapUntilOpen(scene, spot, { person, parcel }),
      () => players.put({ parcel, ...spot }, scene),
    ]),
  collect: ({ person, parcel, ...spot }, scene) =>
    visit(scene, spot, [
      () => tapUntilOpen(scene, spot, { person }),
      () => players.take({ parcel, ...spot }, scene),
    ]),
  wait: async ({ ms }, scene) => {
    await scene.pace.wait(ms);
    return held(`waited ${ms} ms`);
  },
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
  "press-keys": async ({ box, keys }, scene) => {
    const { reader } = deviceNames(box);
    const device = scene.installation.devices.get(reader);
    if (device?.pressKeys === undefined) return failed(`${reader} has no keys`);
    device.pressKeys(keys);
    await scene.pace.take(usual.betweenMs);
    return held(`${keys.length} keys pressed`);
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
  "cut-link": ({ gateway }, scene) => onLink(scene, gateway, "cut"),
  "slow-link": async (fields, scene) => {
    scene.installation.links.get(fields.gateway)?.slow(fields["delay-ms"]);
    return held(`the link is ${fields["delay-ms"]} ms late`);
  },
  "restore-link": ({ gateway }, scene) => onLink(scene, gateway, "restore"),
  "kill-gateway": async ({ gateway }, scene) => {
    scene.installation.stage.act({ kind: "markSilent", name: gateway, isSilent: true });
    await scene.installation.gateways.get(gateway)?.kill();
    return held(`${gateway} was killed`);
  },
  "step-clock": async ({ gateway, "by-ms": byMs }, scene) => {
    scene.installation.gateways.get(gateway)?.stepClock(byMs);
    return held(`the clock of ${gateway} stepped by ${byMs} ms`);
  },
  "start-gateway": async ({ gateway }, scene) => {
    await scene.installation.gateways.get(gateway)?.start();
    scene.installation.stage.act({ kind: "markSilent", name: gateway, isSilent: false });
    return held(`${gateway} is ready`);
  },
};

/** Plays one deed. A deed the world does not allow is a failed outcome, not an exception. */
export function playDeed<K extends DeedName>(step: StepOf<K>, scene: Scene): Promise<Outcome> {
  const player = players[step.verb] as Player<K>;
  return player(step.fields, scene);
}

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

function parcelOf(scene: Scene, name: string): { readonly tag: string; readonly number: string } {
  const parcel = scene.scenario.parcels.find((one) => one.parcel === name);
  if (parcel === undefined) throw new Error(`no parcel ${name}`);
  return parcel;
}

function badgeOf(scene: Scene, person: string): string {
  return scene.scenario.people.find((one) => one.person === person)?.badge ?? "";
}

interface Presented {
  readonly reader: string;
  readonly number: string;
  readonly forMs?: number | undefined;
  readonly isAtOnce?: boolean | undefined;
}

async function present(
  scene: Scene,
  { reader, number, isAtOnce = false, ...hold }: Presented,
): Promise<Outcome> {
  const usualMs = Math.max(holdMinMs, Math.round(scene.pace.jittered(usual.holdMs)));
  const forMs = hold.forMs ?? usualMs;
  const outcome = await acted(scene, { kind: "present", reader, number, forMs });
  if (isAtOnce) return outcome;
  await scene.pace.pause(forMs);
  await scene.pace.take(usual.betweenMs);
  return outcome;
}

async function acted(scene: Scene, action: Action): Promise<Outcome> {
  const happenings = scene.installation.stage.act(action);
  const impossible = happenings.find((one) => one.kind === "ActionImpossible");
  return impossible === undefined
    ? held(happenings.map((one) => one.kind).join(", ") || action.kind)
    : failed(`${action.kind}: ${impossible.reason}`);
}

function doorOf(scene: Scene, spot: Spot): Compartment | undefined {
  return compartmentAt(scene.installation.stage.world, spot);
}

/** Shows the parcel if there is one, then the badge; whoever is not understood tries again. */
async function tapUntilOpen(
  scene: Scene,
  spot: Spot,
  { person, parcel }: { readonly person: string; readonly parcel?: string },
): Promise<Outcome> {
  const { box } = spot;
  for (let tap = 1; ; tap += 1) {
    if (parcel !== undefined) await players["show-parcel"]({ parcel, box }, scene);
    await players.tap({ person, box }, scene);
    const opened = await openDoor(scene, spot);
    if (opened.isOk || tap === tapsMaxCount) return opened;
  }
}

/** Waits for the spring to push the door, then opens it wide by hand. */
async function openDoor(scene: Scene, spot: Spot): Promise<Outcome> {
  const sprung = await scene.pace.within(patienceMs, () =>
    (doorOf(scene, spot)?.doorDegrees ?? 0) > 0 ? held("sprung") : failed("the door stays shut"),
  );
  if (!sprung.isOk) return sprung;
  await scene.pace.take(usual.reachMs);
  const pulled = await acted(scene, { kind: "pullDoor", ...spot });
  if (!pulled.isOk) return pulled;
  return scene.pace.within(handMaxMs, () =>
    doorOf(scene, spot)?.isContactClosed === false
      ? held("the door is open")
      : failed("the door does not open"),
  );
}

/** Shuts the door and listens for the bolt; a worn latch never clicks, and people walk away. */
async function closeDoor(scene: Scene, spot: Spot): Promise<Outcome> {
  await acted(scene, { kind: "shutDoor", ...spot });
  const shut = await scene.pace.within(handMaxMs, () => {
    const door = doorOf(scene, spot);
    const isShut = door?.doorDegrees === 0 && door.contactEdges.length === 0;
    return isShut ? held("the door is shut") : failed("the door does not close");
  });
  if (!shut.isOk) return shut;
  const bolted = await scene.pace.within(clickMaxMs, () =>
    doorOf(scene, spot)?.bolt === "engaged" ? held("bolted") : failed("not bolted"),
  );
  await boxSettled(scene, spot.box);
  return held(`the door is shut, ${bolted.seen}`);
}

/** Ends in any case: a box whose gateway is dead has no light to wait for. */
async function boxSettled(scene: Scene, box: string): Promise<void> {
  const board = scene.installation.boards.get(deviceNames(box).board);
  const pollsBefore = board?.replyCount ?? 0;
  await scene.pace.pause(settleMs);
  if (board === undefined) return;
  await scene.pace.within(settleMaxMs - settleMs, () =>
    (board?.replyCount ?? 0) - pollsBefore >= settlePollCount ? held("polled") : failed("busy"),
  );
}

/** A visit ends with the door closed; the first deed that fails is its outcome. */
async function visit(
  scene: Scene,
  spot: Spot,
  deeds: readonly (() => Promise<Outcome>)[],
): Promise<Outcome> {
  for (const deed of deeds) {
    const outcome = await deed();
    if (!outcome.isOk) return outcome;
    await scene.pace.take(usual.carryMs);
  }
  return closeDoor(scene, spot);
}

async function onLink(scene: Scene, gateway: string, order: "cut" | "restore"): Promise<Outcome> {
  scene.installation.links.get(gateway)?.[order]();
  return held(`link of ${gateway}: ${order}`);
}
