// Which facts may use the last space of the journal: a pure table, one row for each kind of fact.

import type { Fact, FactKind } from "@driftbox/proto";
import { isStrange } from "../../custody/index.ts";
import type { RoomClass } from "../../ports/storage.ts";

/** Facts that are not listed say what already happened and are `closing`. */
const classOfKind: { readonly [K in FactKind]?: RoomClass } = {
  Heartbeat: "telemetry",
  TimeAnchored: "telemetry",
  PolicyApplied: "telemetry",
  BatteryLow: "telemetry",
  SensorDissented: "telemetry",
  ReaderLost: "telemetry",
  ClockStepped: "telemetry",
  AccessGranted: "opening",
  AccessRefused: "opening",
  AuthorizerAdded: "opening",
  LockoutStarted: "telemetry",
  UnlockIntended: "opening",
};

/** Whoever stands at a reader can cause refusals of strangers at will: openings come first. */
function classOf(fact: Fact): RoomClass {
  const isOfStranger = fact.kind === "AccessRefused" && isStrange(fact.reason, fact.counter);
  return isOfStranger ? "telemetry" : (classOfKind[fact.kind] ?? "closing");
}

/**
 * The class of what one input led to: `opening` if any fact begins an opening, else `closing` if
 * any fact closes one, else `telemetry`.
 */
export function roomOf(facts: readonly Fact[]): RoomClass {
  const classes = new Set(facts.map(classOf));
  if (classes.has("opening")) return "opening";
  return classes.has("closing") ? "closing" : "telemetry";
}

const failsFirst: readonly RoomClass[] = ["telemetry", "opening", "closing"];

/**
 * A group is written with the class that fails first, so that no member takes space not its own.
 */
export function weakestRoom(rooms: readonly RoomClass[]): RoomClass {
  return failsFirst.find((room) => rooms.includes(room)) ?? "closing";
}
