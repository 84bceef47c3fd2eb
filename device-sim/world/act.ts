// Actions on the world: coils switched by boards, hands on doors and parcels,
// badges held to readers.

import {
  compartmentAt,
  isSameSpot,
  type Action,
  type Compartment,
  type Happening,
  type Spot,
  type Stepped,
  type World,
} from "./model.ts";
import { beamSees, physics, supplyVolts } from "./physics.ts";

/** Transponders in the field of one reader at once; a longer queue of people waits outside. */
export const presentationsMaxCount = 16;

/** Applies one action at once. What cannot be done happens as `ActionImpossible`, never throws. */
export function act(world: World, action: Action): Stepped {
  switch (action.kind) {
    case "present":
      return present(world, action);
    case "powerBoard":
      return powerBoard(world, action);
    case "energizeCoil":
    case "releaseCoil":
    case "pullDoor":
    case "shutDoor":
    case "forceDoor":
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
    case "energizeCoil":
      return energizeCoil(world, target);
    case "releaseCoil":
      return releaseCoil(world, target);
    case "pullDoor":
    case "shutDoor":
    case "forceDoor":
      return moveDoor(world, target, action.kind);
    case "putParcel":
      return putParcel(world, target, action.parcel);
    case "takeParcel":
      return takeParcel(world, target, action.parcel);
    case "setFlaw":
      return withBeam(replaced(world, { ...target, [action.flaw]: action.isOn }), target);
    default:
      return never(action);
  }
}

function never(action: never): never {
  throw new Error(`no such action: ${JSON.stringify(action)}`);
}

function energizeCoil(world: World, target: Compartment): Stepped {
  const { box, compartment, supplyGroup } = target;
  if (world.darkBoards.includes(target.board)) {
    return impossible(world, { kind: "energizeCoil" }, `board ${target.board} has no power`);
  }
  if (target.coil.isEnergized) return { world, happenings: [] };
  const coil = { ...target.coil, isEnergized: true, onSinceMs: world.nowMs };
  const after = replaced(world, { ...target, coil });
  const atMs = world.nowMs;
  const happenings: Happening[] = [{ kind: "CoilEnergized", atMs, supplyGroup, box, compartment }];
  const isOn = (one: Compartment) => one.supplyGroup === supplyGroup && one.coil.isEnergized;
  const volts = supplyVolts(after.compartments.filter(isOn).length);
  if (volts < physics.brownOutVolts) {
    happenings.push({ kind: "SupplySagged", atMs, supplyGroup, volts });
  }
  return { world: after, happenings };
}

function releaseCoil(world: World, target: Compartment): Stepped {
  if (!target.coil.isEnergized) return { world, happenings: [] };
  const { box, compartment, supplyGroup, coil } = target;
  const onMs = world.nowMs - coil.onSinceMs;
  return {
    world: replaced(world, { ...target, coil: { ...coil, isEnergized: false } }),
    happenings: [{ kind: "CoilReleased", atMs: world.nowMs, supplyGroup, onMs, box, compartment }],
  };
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

function powerBoard(world: World, action: Extract<Action, { kind: "powerBoard" }>): Stepped {
  const { board, isOn } = action;
  if (world.darkBoards.includes(board) !== isOn) return { world, happenings: [] };
  const atMs = world.nowMs;
  if (isOn) {
    const darkBoards = world.darkBoards.filter((one) => one !== board);
    return { world: { ...world, darkBoards }, happenings: [{ kind: "BoardPowered", atMs, board }] };
  }
  let after: World = { ...world, darkBoards: [...world.darkBoards, board] };
  const happenings: Happening[] = [{ kind: "BoardWentDark", atMs, board }];
  for (const fed of world.compartments.filter((one) => one.board === board)) {
    const released = releaseCoil(after, fed);
    after = released.world;
    happenings.push(...released.happenings);
  }
  return { world: after, happenings };
}

function replaced(world: World, changed: Compartment): World {
  const compartments = world.compartments.map((one) => (isSameSpot(one, changed) ? changed : one));
  return { ...world, compartments };
}

function impossible(world: World, action: { readonly kind: string }, reason: string): Stepped {
  return {
    world,
    happenings: [{ kind: "ActionImpossible", atMs: world.nowMs, action: action.kind, reason }],
  };
}
