// Actions on the world: coils switched by boards, hands on doors and parcels,
// badges held to readers.

import { impossible, replaced } from "./changes.ts";
import { energizeCoil, orderUnlock, powerBoard, releaseCoil, weldRelay } from "./coils.ts";
import {
  compartmentAt,
  type Action,
  type Compartment,
  type Flaw,
  type Happening,
  type Spot,
  type Stepped,
  type World,
} from "./model.ts";
import { beamSees, physics } from "./physics.ts";

/** Transponders in the field of one reader at once; a longer queue of people waits outside. */
export const presentationsMaxCount = 16;
/** Lamps and buzzers of one world. */
export const signalsMaxCount = 256;

/** Applies one action at once. What cannot be done happens as `ActionImpossible`, never throws. */
export function act(world: World, action: Action): Stepped {
  switch (action.kind) {
    case "present":
      return present(world, action);
    case "powerBoard":
      return powerBoard(world, action);
    case "weakenSupply":
      return weakenSupply(world, action);
    case "markSilent":
      return markSilent(world, action);
    case "turnSwitch":
      return turnSwitch(world, action);
    case "showSignal":
      return showSignal(world, action);
    case "orderUnlock":
    case "energizeCoil":
    case "releaseCoil":
    case "pullDoor":
    case "shutDoor":
    case "forceDoor":
    case "turnKey":
    case "putParcel":
    case "takeParcel":
    case "setFlaw":
      return actOnCompartment(world, action);
    default:
      return never(action);
  }
}

type SpotAction = Extract<Action, Spot>;

function actOnCompartment(world: World, action: SpotAction): Stepped {
  const target = compartmentAt(world, action);
  if (target === undefined) {
    return impossible(world, action, `no compartment ${action.box}/${action.compartment}`);
  }
  switch (action.kind) {
    case "orderUnlock":
      return orderUnlock(world, target);
    case "energizeCoil":
      return energizeCoil(world, target);
    case "releaseCoil":
      return releaseCoil(world, target);
    case "pullDoor":
    case "shutDoor":
    case "forceDoor":
      return moveDoor(world, target, action.kind);
    case "turnKey":
      return turnKey(world, target, action.isTurned);
    case "putParcel":
      return putParcel(world, target, action.parcel);
    case "takeParcel":
      return takeParcel(world, target, action.parcel);
    case "setFlaw":
      return setFlaw(world, target, action);
    default:
      return never(action);
  }
}

function never(action: never): never {
  throw new Error(`no such action: ${JSON.stringify(action)}`);
}

function setFlaw(
  world: World,
  target: Compartment,
  { flaw, isOn }: { readonly flaw: Flaw; readonly isOn: boolean },
): Stepped {
  if (target[flaw] === isOn) return { world, happenings: [] };
  const { box, compartment } = target;
  const changed = { ...target, [flaw]: isOn };
  const cause = { kind: "FlawChanged", atMs: world.nowMs, flaw, isOn, box, compartment } as const;
  if (flaw === "isBeamDead") return withBeam(replaced(world, changed), target, cause);
  if (flaw === "isWelded") {
    const welded = weldRelay(world, target, isOn);
    return { world: welded.world, happenings: [cause, ...welded.happenings] };
  }
  // A reed that works again shows at once where the door is.
  const isShut = target.doorDegrees < physics.reedDegrees;
  const isFreed = flaw === "isReedStuck" && !isOn && target.contactEdges.length === 0;
  const contactEdges = isFreed ? [{ atMs: world.nowMs, isClosed: isShut }] : target.contactEdges;
  return { world: replaced(world, { ...changed, contactEdges }), happenings: [cause] };
}

function moveDoor(
  world: World,
  target: Compartment,
  kind: "pullDoor" | "shutDoor" | "forceDoor",
): Stepped {
  if (kind === "pullDoor" && target.doorDegrees === 0 && target.bolt === "engaged") {
    return impossible(world, { kind }, "the bolt holds the door");
  }
  const doorTarget = kind === "shutDoor" ? 0 : physics.openDegrees;
  const doorSpeed = physics.handDegreesPerMs;
  const isHeld = kind === "forceDoor" ? false : target.isHeld;
  return { world: replaced(world, { ...target, doorTarget, doorSpeed, isHeld }), happenings: [] };
}

function turnKey(world: World, target: Compartment, isTurned: boolean): Stepped {
  if (target.isKeyTurned === isTurned) return { world, happenings: [] };
  const { box, compartment } = target;
  return {
    world: replaced(world, { ...target, isKeyTurned: isTurned }),
    happenings: [{ kind: "KeyTurned", atMs: world.nowMs, isTurned, box, compartment }],
  };
}

function putParcel(world: World, target: Compartment, number: string): Stepped {
  const parcel = world.parcels.find((one) => one.number === number);
  if (parcel === undefined) return impossible(world, { kind: "putParcel" }, `no parcel ${number}`);
  if (target.doorDegrees < physics.reedDegrees) {
    return impossible(world, { kind: "putParcel" }, "the door is shut");
  }
  const { box, compartment } = target;
  const [isSeenByBeam, random] = beamSees(parcel, world.random);
  const placed = { ...parcel, isSeenByBeam, at: { spot: { box, compartment } } };
  const after = replaced(
    {
      ...world,
      random,
      parcels: world.parcels.map((one) => (one === parcel ? placed : one)),
      compartments: world.compartments.map((one) => withoutParcel(one, number)),
    },
    { ...target, parcels: [...target.parcels.filter((one) => one !== number), number] },
  );
  return withBeam(after, target, {
    kind: "ParcelPut",
    atMs: world.nowMs,
    parcel: number,
    box,
    compartment,
  });
}

function takeParcel(world: World, target: Compartment, number: string): Stepped {
  if (!target.parcels.includes(number)) {
    return impossible(world, { kind: "takeParcel" }, `parcel ${number} is not inside`);
  }
  if (target.doorDegrees < physics.reedDegrees) {
    return impossible(world, { kind: "takeParcel" }, "the door is shut");
  }
  const { box, compartment } = target;
  const parcels = world.parcels.map((one) =>
    one.number === number ? { ...one, isSeenByBeam: false, at: "elsewhere" as const } : one,
  );
  return withBeam(replaced({ ...world, parcels }, withoutParcel(target, number)), target, {
    kind: "ParcelTaken",
    atMs: world.nowMs,
    parcel: number,
    box,
    compartment,
  });
}

function withoutParcel(target: Compartment, number: string): Compartment {
  if (!target.parcels.includes(number)) return target;
  return { ...target, parcels: target.parcels.filter((one) => one !== number) };
}

/** Recomputes the beam of one compartment after its content or its flaws changed. */
function withBeam(world: World, spot: Spot, cause?: Happening): Stepped {
  const happenings: Happening[] = cause === undefined ? [] : [cause];
  const target = compartmentAt(world, spot);
  if (target === undefined || !target.hasBeam) return { world, happenings };
  const isSeen = world.parcels.some(
    (one) => one.isSeenByBeam && target.parcels.includes(one.number),
  );
  const isBroken = isSeen && !target.isBeamDead;
  if (isBroken === target.isBeamBroken) return { world, happenings };
  const { box, compartment } = target;
  happenings.push({ kind: "BeamChanged", atMs: world.nowMs, isBroken, box, compartment });
  return { world: replaced(world, { ...target, isBeamBroken: isBroken }), happenings };
}

function present(world: World, action: Extract<Action, { kind: "present" }>): Stepped {
  const { reader, number, forMs } = action;
  if (world.presentations.length >= presentationsMaxCount) {
    return impossible(world, action, "too many transponders at once");
  }
  const isThere = (one: { reader: string; number: string }) =>
    one.reader === reader && one.number === number;
  const others = world.presentations.filter((one) => !isThere(one));
  const isNew = others.length === world.presentations.length;
  const presentations = [...others, { reader, number, untilMs: world.nowMs + forMs }];
  return {
    world: { ...world, presentations },
    happenings: isNew ? [{ kind: "TransponderArrived", atMs: world.nowMs, reader, number }] : [],
  };
}

function weakenSupply(
  world: World,
  { supplyGroup, isWeak }: Extract<Action, { kind: "weakenSupply" }>,
): Stepped {
  const others = world.weakSupplies.filter((one) => one !== supplyGroup);
  const weakSupplies = isWeak ? [...others, supplyGroup] : others;
  return { world: { ...world, weakSupplies }, happenings: [] };
}

function markSilent(world: World, action: Extract<Action, { kind: "markSilent" }>): Stepped {
  const { name, isSilent } = action;
  if (world.silent.includes(name) === isSilent) return { world, happenings: [] };
  const others = world.silent.filter((one) => one !== name);
  return {
    world: { ...world, silent: isSilent ? [...others, name] : others },
    happenings: [{ kind: "SilenceChanged", atMs: world.nowMs, name, isSilent }],
  };
}

function turnSwitch(world: World, action: Extract<Action, { kind: "turnSwitch" }>): Stepped {
  const { name, isClosed } = action;
  const before = world.switches.find((one) => one.name === name);
  if (before === undefined) return impossible(world, action, `no switch ${name}`);
  if (before.isClosed === isClosed) return { world, happenings: [] };
  const switches = world.switches.map((one) => (one === before ? { name, isClosed } : one));
  return {
    world: { ...world, switches },
    happenings: [{ kind: "SwitchChanged", atMs: world.nowMs, name, isClosed }],
  };
}

function showSignal(world: World, action: Extract<Action, { kind: "showSignal" }>): Stepped {
  const { source, part, shows } = action;
  const before = world.signals.find((one) => one.source === source && one.part === part);
  if (before?.shows === shows) return { world, happenings: [] };
  if (before === undefined && world.signals.length >= signalsMaxCount) {
    return impossible(world, action, "too many lamps");
  }
  const others = world.signals.filter((one) => one !== before);
  return {
    world: { ...world, signals: [...others, { source, part, shows }] },
    happenings: [{ kind: "SignalChanged", atMs: world.nowMs, source, part, shows }],
  };
}
