// Monitors of coils: each order that reaches one is looked at in the instant it does. Each returns
// what it found, or undefined while its promise holds.

import type { PulseOrder } from "../../gateway/ports/devices.ts";
import { intentKey, type Chronicle } from "./chronicle.ts";
import type { Compartment } from "./compartment.ts";

export interface CoilMoment {
  readonly place: Compartment;
  readonly order: PulseOrder;
  readonly nowMs: number;
  /** Monotonic clock of the machine. */
  readonly monoMs: number;
  readonly isGatewayOn: boolean;
  readonly chronicle: Chronicle;
  /** Every compartment of the gateway. */
  readonly places: readonly Compartment[];
}

/** The journal acknowledged an intent for this very order, and no other order used it. */
export function coilWithoutIntent({ place, order, chronicle }: CoilMoment): string | undefined {
  const { box, number: compartment, key } = place;
  const deadlineMonoUs = order.deadlineMonoMs * 1_000;
  const isIntended = chronicle.openIntents.delete(intentKey({ box, compartment, deadlineMonoUs }));
  return isIntended ? undefined : `coil ${key} without a durable intent of its own`;
}

export function pulseAfterDeadline({ place, order, monoMs }: CoilMoment): string | undefined {
  const lateMs = monoMs - order.deadlineMonoMs;
  return lateMs <= 0 ? undefined : `coil ${place.key}, ${lateMs} ms late`;
}

export function pulseOfDeadGateway({ place, isGatewayOn }: CoilMoment): string | undefined {
  return isGatewayOn ? undefined : `coil ${place.key} by a gateway that is off`;
}

export function coilsOverlap({ place, places, nowMs }: CoilMoment): string | undefined {
  const { supplyGroup } = place.layout;
  const other = places.find(
    (each) => each.layout.supplyGroup === supplyGroup && each.coilOnUntilMs > nowMs,
  );
  return other === undefined ? undefined : `${place.key} while ${other.key} is on`;
}

/** By name, in the words of the promises. */
export const coilMonitors = {
  "no coil without a durable intent before it": coilWithoutIntent,
  "no pulse after its deadline": pulseAfterDeadline,
  "no pulse from a gateway that is off": pulseOfDeadGateway,
  "no two coils of a supply group at once": coilsOverlap,
} as const;
