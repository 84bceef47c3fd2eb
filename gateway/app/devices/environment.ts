// Turns what power inputs, tamper switches and the position receiver say into inputs of the core.

import type { Whereabouts } from "@driftbox/proto";
import type { Input } from "../../custody/inputs.ts";
import type { InputLine, Position, PositionFix, Unsubscribe } from "../../ports/devices.ts";
import type { SatelliteTime } from "../../ports/runtime.ts";

/** A tamper switch: active = the enclosure is open. `box` empty = the gateway's own enclosure. */
export interface TamperWire {
  readonly line: InputLine;
  readonly sensor: string;
  readonly box: string;
}

/** Power inputs, tamper switches and the position receiver, as far as they are wired. */
export interface EnvironmentWiring {
  /** Active while mains power is present. */
  readonly mains?: InputLine;
  /** Active while the battery is low. */
  readonly batteryLow?: InputLine;
  readonly tampers?: readonly TamperWire[];
  readonly position?: Position;
}

export interface EnvironmentParts {
  readonly offer: (input: Input) => void;
  /** Learns the time from satellites. */
  readonly satelliteTime?: SatelliteTime;
}

/** Degrees of latitude that are worth telling: about 50 m. */
const movedMinDegrees = 0.000_5;
/** A position that stands still is told this often. */
const standingTellMs = 60_000;

/** Lines and devices of the wiring, to be started and stopped with the others. */
export function environmentDevices(wiring: EnvironmentWiring): readonly (InputLine | Position)[] {
  const { mains, batteryLow, tampers = [], position } = wiring;
  const all = [mains, batteryLow, ...tampers.map(({ line }) => line), position];
  return all.filter((one) => one !== undefined);
}

/** Listens until the returned functions are called. The health of the receiver is not told here. */
export function listenToEnvironment(
  parts: EnvironmentParts,
  wiring: EnvironmentWiring,
): readonly Unsubscribe[] {
  const { offer } = parts;
  const { mains, batteryLow, tampers = [], position } = wiring;
  const power = [
    mains?.onLevel((isPresent) => offer({ kind: "MainsReported", isPresent })),
    batteryLow?.onLevel((isLow) => offer({ kind: "BatteryReported", isLow })),
  ];
  const switches = tampers.map(({ line, sensor, box }) =>
    line.onLevel((isActive) => {
      offer({ kind: "TamperReported", sensor, box, isActive, detail: "switch" });
    }),
  );
  const fixes = position === undefined ? undefined : listenToPosition(parts, position);
  return [...power, ...switches, fixes].filter((one) => one !== undefined);
}

function listenToPosition(parts: EnvironmentParts, position: Position): Unsubscribe {
  let told: PositionFix | undefined;
  return position.onFix((fix) => {
    if (fix !== undefined) parts.satelliteTime?.hear(fix);
    if (!isNews(told, fix)) return;
    told = fix;
    parts.offer({ kind: "PositionReported", position: whereaboutsOf(fix) });
  });
}

function whereaboutsOf(fix: PositionFix | undefined): Whereabouts | undefined {
  if (fix === undefined || fix.quality === 0) return undefined;
  const { latitude, longitude, quality } = fix;
  return { latitude, longitude, quality };
}

/** Whether a fix is worth telling after the one told before. Pure. */
export function isNews(told: PositionFix | undefined, fix: PositionFix | undefined): boolean {
  if (told === undefined || fix === undefined) return told !== fix;
  if (told.quality !== fix.quality) return true;
  const northDegrees = Math.abs(fix.latitude - told.latitude);
  const eastDegrees = Math.abs(fix.longitude - told.longitude);
  if (Math.max(northDegrees, eastDegrees) >= movedMinDegrees) return true;
  return fix.heardMonoMs - told.heardMonoMs >= standingTellMs;
}
