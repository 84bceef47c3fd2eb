// Configuration of boxes and their compartments: which lock, door contact and presence sensor.

import { Fault, limits } from "@driftbox/proto";
import { absolutePath, id, input, inputTuning, lineName } from "./devices.ts";
import {
  badValue,
  choice,
  flag,
  integer,
  list,
  located,
  object,
  optional,
  type Spot,
} from "./readers.ts";
import { compartmentSizes, defaultTiming } from "../custody/layout.ts";

/** Upper bound of a coil's on-time, whatever the configuration says (cu16 data sheet: 3 s). */
const pulseMaxMs = defaultTiming.pulseMaxMs;

/** Either `board` with `channel`, or `line` for a lock on a GPIO line. */
const lockKeys = object({
  board: optional(id, undefined),
  channel: optional(integer(0, 49), undefined),
  line: optional(lineName, undefined),
  activeLow: optional(flag, undefined),
  /** Who ends the pulse of a GPIO lock: a process of its own, or a monostable in hardware. */
  oneShot: optional(choice(["process", "hardware"]), undefined),
  pulseMs: optional(integer(1, pulseMaxMs), 500),
  supplyGroup: optional(id, "a"),
});

/** A board has its own way to drive a coil and to end a pulse. */
function lock(spot: Spot) {
  const { activeLow, oneShot, ...rest } = lockKeys(spot);
  if (rest.board !== undefined && (activeLow !== undefined || oneShot !== undefined)) {
    const text = `${spot.path}: activeLow and oneShot are for a lock on a line`;
    throw new Fault("config/value", `${spot.node?.origin ?? spot.within}: ${text}`);
  }
  return { ...rest, activeLow: activeLow ?? false, oneShot: oneShot ?? ("process" as const) };
}

/** Exactly one of: a GPIO line, the lock's hook switch, the board's own door input. */
const door = object({
  line: optional(lineName, undefined),
  activeLow: optional(flag, false),
  ...inputTuning,
  hook: optional(flag, false),
  input: optional(flag, false),
});

const rawMax = 2_147_483_647;
const scale = object({
  /** Raw counts, one whole number: in_voltage0_raw of the device. */
  file: absolutePath,
  /** Counts of the empty compartment. */
  emptyRaw: integer(-rawMax, rawMax),
  /** Counts that 1 kg adds; negative for a cell that is wired the other way round. */
  rawPerKg: gain,
  /** The lightest load that is told. */
  leastG: optional(integer(1, 10_000), 10),
});

function gain(spot: Spot): number {
  const rawPerKg = integer(-rawMax, rawMax)(spot);
  if (rawPerKg === 0) throw badValue(spot, "expected counts that a load adds, not 0");
  return rawPerKg;
}

const compartment = object({
  number: integer(1, limits.compartmentsMaxCount),
  size: optional(choice(compartmentSizes), "medium" as const),
  /** Parcels that fit in; a compartment of a cabinet takes those of one visit. */
  holds: optional(integer(1, limits.parcelsMaxCount), limits.parcelsMaxCount),
  /** For single envelopes, that a presence sensor may not see. */
  thin: optional(flag, false),
  lock: located(lock),
  door: located(door),
  presence: optional(
    located(
      object({
        infrared: optional(flag, false),
        line: optional(lineName, undefined),
        activeLow: optional(flag, false),
        ...inputTuning,
      }),
    ),
    undefined,
  ),
  /** A load cell under its floor, behind the kernel's industrial I/O. */
  weight: optional(scale, undefined),
  /** The switch behind the lock's mechanical key: active while it is turned. */
  key: optional(input, undefined),
});

const box = object({
  id,
  kind: choice(["drop-box", "cabinet"]),
  compartments: list(compartment, limits.compartmentsMaxCount),
});

/** At least one box, each with a name of its own. */
export function boxes(spot: Spot): readonly ReturnType<typeof box>[] {
  const read = list(located(box), limits.boxesMaxCount)(spot);
  if (read.length === 0) throw badValue(spot, "expected at least one box");
  for (const [index, { value, origin }] of read.entries()) {
    const other = read.slice(0, index).find((before) => before.value.id === value.id);
    if (other === undefined) continue;
    const text = `box ${value.id} is also at ${other.origin}; each needs its own id`;
    throw new Fault("config/value", `${origin}: ${text}`);
  }
  return read.map(({ value }) => value);
}
