// What people do: they hold badges and parcels to readers, move doors, put in and take out.

import { compartmentAt, type Compartment, type Spot } from "../world/index.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import { deviceNames } from "./plan.ts";
import { acted, badgeOf, parcelOf, type Players, type Scene } from "./scene.ts";

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

export const peopleDeeds: Players<
  | "tap"
  | "show-parcel"
  | "open-door"
  | "close-door"
  | "force-door"
  | "put"
  | "take"
  | "put-all"
  | "take-all"
  | "deposit"
  | "collect"
  | "wait"
  | "press-keys"
  | "tap-together"
  | "show-parcels"
> = {
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
  "put-all": ({ parcels, ...spot }, scene) =>
    inTurn(parcels, (parcel) => peopleDeeds.put({ parcel, ...spot }, scene)),
  "take-all": ({ parcels, ...spot }, scene) =>
    inTurn(parcels, (parcel) => peopleDeeds.take({ parcel, ...spot }, scene)),
  deposit: ({ person, parcel, ...spot }, scene) =>
    visit(scene, spot, [
      () => tapUntilOpen(scene, spot, { person, parcel }),
      () => peopleDeeds.put({ parcel, ...spot }, scene),
    ]),
  collect: ({ person, parcel, ...spot }, scene) =>
    visit(scene, spot, [
      () => tapUntilOpen(scene, spot, { person }),
      () => peopleDeeds.take({ parcel, ...spot }, scene),
    ]),
  wait: async ({ ms }, scene) => {
    await scene.pace.wait(ms);
    return held(`waited ${ms} ms`);
  },
  "press-keys": async ({ box, keys }, scene) => {
    const { reader } = deviceNames(box);
    const device = scene.installation.devices.get(reader);
    if (device?.pressKeys === undefined) return failed(`${reader} has no keys`);
    device.pressKeys(keys);
    await scene.pace.take(usual.betweenMs);
    return held(`${keys.length} keys pressed`);
  },
  "tap-together": ({ people, box }, scene) =>
    inTurn(people, (person) => peopleDeeds.tap({ person, box, "at-once": false }, scene)),
  "show-parcels": ({ parcels, box }, scene) =>
    inTurn(parcels, (parcel) => peopleDeeds["show-parcel"]({ parcel, box }, scene)),
};

/** The first that fails is the outcome. */
async function inTurn(
  names: readonly string[],
  each: (name: string) => Promise<Outcome>,
): Promise<Outcome> {
  for (const name of names) {
    const outcome = await each(name);
    if (!outcome.isOk) return outcome;
  }
  return held(`${names.length} in turn`);
}

interface Presented {
  readonly reader: string;
  readonly number: string;
  readonly forMs?: number | undefined;
  readonly isAtOnce?: boolean | undefined;
}

/** Something is held to a reader or scanner for a moment. */
export async function present(
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
    if (parcel !== undefined) await peopleDeeds["show-parcel"]({ parcel, box }, scene);
    await peopleDeeds.tap({ person, box }, scene);
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
