// Coils and what feeds them: relays that may weld, boards with power, supplies that sag.

import { impossible, replaced } from "./changes.ts";
import {
  compartmentAt,
  type Compartment,
  type Happening,
  type Stepped,
  type World,
} from "./model.ts";
import { physics, supplyVolts } from "./physics.ts";

/** Notes that a board took an order to unlock; the coil is another matter. */
export function orderUnlock(world: World, { box, compartment }: Compartment): Stepped {
  return {
    world,
    happenings: [{ kind: "UnlockOrdered", atMs: world.nowMs, box, compartment }],
  };
}

/** Closes the relay. A supply that sags too far resets every board that hangs on it. */
export function energizeCoil(world: World, target: Compartment): Stepped {
  if (world.darkBoards.includes(target.board)) {
    return impossible(world, { kind: "energizeCoil" }, `board ${target.board} has no power`);
  }
  return fed(replaced(world, driven(target, true)), target);
}

/** Opens the relay, unless it is welded: then the coil stays on. */
export function releaseCoil(world: World, target: Compartment): Stepped {
  const after = replaced(world, driven(target, false));
  return target.coil.isStuck ? { world: after, happenings: [] } : unfed(after, target);
}

/** Welds a relay that is on, or frees a welded one: it lets go if nothing orders it on. */
export function weldRelay(world: World, target: Compartment, isWelded: boolean): Stepped {
  const isStuck = isWelded && target.coil.isEnergized;
  const after = replaced(world, { ...target, isWelded, coil: { ...target.coil, isStuck } });
  return isWelded || target.coil.isDriven ? { world: after, happenings: [] } : unfed(after, target);
}

/**
 * Takes or gives the power of a board and of the coils on it. Relays open without power; a welded
 * one feeds its coil again as soon as the power is back.
 */
export function powerBoard(
  world: World,
  { board, isOn }: { readonly board: string; readonly isOn: boolean },
): Stepped {
  const brownOuts = world.brownOuts.filter((one) => one.board !== board);
  const calm = brownOuts.length === world.brownOuts.length ? world : { ...world, brownOuts };
  if (calm.darkBoards.includes(board) !== isOn) return { world: calm, happenings: [] };
  const atMs = world.nowMs;
  const others = calm.darkBoards.filter((one) => one !== board);
  const darkBoards = isOn ? others : [...others, board];
  const cause: Happening = { kind: isOn ? "BoardPowered" : "BoardWentDark", atMs, board };
  const turned: Stepped = { world: { ...calm, darkBoards }, happenings: [cause] };
  return world.compartments
    .filter((one) => one.board === board)
    .reduce<Stepped>(
      (before, one) => then(before, isOn ? refed(before.world, one) : cut(before.world, one)),
      turned,
    );
}

function then(before: Stepped, after: Stepped): Stepped {
  return { world: after.world, happenings: [...before.happenings, ...after.happenings] };
}

function cut(world: World, target: Compartment): Stepped {
  return unfed(replaced(world, driven(target, false)), target);
}

function refed(world: World, target: Compartment): Stepped {
  return target.coil.isStuck ? fed(world, target) : { world, happenings: [] };
}

function driven(target: Compartment, isDriven: boolean): Compartment {
  return { ...target, coil: { ...target.coil, isDriven } };
}

function fed(world: World, spot: Compartment): Stepped {
  const target = compartmentAt(world, spot);
  const isDark = target !== undefined && world.darkBoards.includes(target.board);
  if (target === undefined || target.coil.isEnergized || isDark) return { world, happenings: [] };
  const { box, compartment, supplyGroup } = target;
  const atMs = world.nowMs;
  const coil = { ...target.coil, isEnergized: true, isStuck: target.isWelded, onSinceMs: atMs };
  const after = replaced(world, { ...target, coil });
  const on: Happening = { kind: "CoilEnergized", atMs, supplyGroup, box, compartment };
  const fedCount = after.compartments.filter(
    (one) => one.supplyGroup === supplyGroup && one.coil.isEnergized,
  ).length;
  const volts = supplyVolts(fedCount, world.weakSupplies.includes(supplyGroup));
  if (volts >= physics.brownOutVolts) return { world: after, happenings: [on] };
  const sag: Happening = { kind: "SupplySagged", atMs, supplyGroup, volts };
  return brownOut({ world: after, happenings: [on, sag] }, supplyGroup);
}

function unfed(world: World, spot: Compartment): Stepped {
  const target = compartmentAt(world, spot);
  if (target === undefined || !target.coil.isEnergized) return { world, happenings: [] };
  const { box, compartment, supplyGroup, coil } = target;
  const onMs = world.nowMs - coil.onSinceMs;
  return {
    world: replaced(world, { ...target, coil: { ...coil, isEnergized: false } }),
    happenings: [{ kind: "CoilReleased", atMs: world.nowMs, supplyGroup, onMs, box, compartment }],
  };
}

/** Every board on the supply stops and starts again by itself. */
function brownOut(before: Stepped, supplyGroup: string): Stepped {
  const fedBoards = before.world.compartments
    .filter((one) => one.supplyGroup === supplyGroup)
    .map((one) => one.board);
  const untilMs = before.world.nowMs + physics.boardStartMs;
  return [...new Set(fedBoards)]
    .filter((board) => !before.world.darkBoards.includes(board))
    .reduce<Stepped>((current, board) => {
      const dark = powerBoard(current.world, { board, isOn: false });
      const brownOuts = [...dark.world.brownOuts, { board, untilMs }];
      return then(current, { ...dark, world: { ...dark.world, brownOuts } });
    }, before);
}

/** Boards whose start after a brown-out is due. */
export function restartedBoards(world: World): Stepped {
  return world.brownOuts
    .filter((one) => one.untilMs <= world.nowMs)
    .reduce<Stepped>(
      (before, { board }) => then(before, powerBoard(before.world, { board, isOn: true })),
      {
        world,
        happenings: [],
      },
    );
}
