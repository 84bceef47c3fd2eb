// Listens to every configured serial device for some seconds, with the drivers of the gateway.

import type { DeviceRole } from "../app/devices/device-book.ts";
import { isGpioBoard } from "../compose/boards.ts";
import { wiringOf, type WiringParts } from "../compose/devices.ts";
import type { Device, DeviceHealth } from "../ports/devices.ts";
import type { SeenDevice } from "./facts.ts";

/** Longer than a line takes to be given up once, and to be tried again. */
export const probeMs = 12_000;
const lookEveryMs = 100;

/** All that a probe may do with a device: it has no way to order a lock to open. */
export type ProbedDevice = Pick<Device, "id" | "onHealth" | "symptoms" | "start" | "stop">;

export interface Probed {
  readonly role: DeviceRole;
  readonly device: ProbedDevice;
}

/**
 * Starts the serial devices, waits until all are online or the time is over, and stops them. GPIO
 * lines are not taken. Boards hear what they hear at every start: outputs off, pulse time, polls.
 * Rejects with Fault config/value, key/unreadable.
 */
export async function probe(parts: WiringParts, maxMs = probeMs): Promise<readonly SeenDevice[]> {
  return listen(await probedOf(parts), maxMs);
}

async function probedOf(parts: WiringParts): Promise<readonly Probed[]> {
  const { readers, scanners = [], boards, position } = await wiringOf(parts);
  return [
    ...readers.map(({ reader }) => ({ role: "reader", device: reader }) as const),
    ...scanners.map(({ scanner }) => ({ role: "scanner", device: scanner }) as const),
    ...boards
      .filter(({ board }) => !isGpioBoard(board.id))
      .map(({ board }) => ({ role: "board", device: board }) as const),
    ...(position === undefined ? [] : [{ role: "position", device: position } as const]),
  ];
}

/** The same for devices that are made already. */
export async function listen(
  devices: readonly Probed[],
  maxMs: number,
): Promise<readonly SeenDevice[]> {
  const health = new Map<ProbedDevice, DeviceHealth>();
  for (const { device } of devices) {
    device.onHealth((now) => keepTelling(health, device, now));
    device.start();
  }
  const isOnline = ({ device }: Probed): boolean => health.get(device)?.state === "online";
  for (let waitedMs = 0; waitedMs < maxMs && !devices.every(isOnline); waitedMs += lookEveryMs) {
    await new Promise((done) => setTimeout(done, lookEveryMs));
  }
  const seen = devices.map((one) => seenDevice(one, health.get(one.device)));
  await Promise.all(devices.map(({ device }) => device.stop()));
  return seen;
}

/** The next attempt is less telling than how the last one ended. */
function keepTelling(
  health: Map<ProbedDevice, DeviceHealth>,
  device: ProbedDevice,
  now: DeviceHealth,
): void {
  const isTrying = now.state === "opening" || now.state === "probing";
  if (!isTrying || !health.has(device)) health.set(device, now);
}

function seenDevice({ role, device }: Probed, health: DeviceHealth | undefined): SeenDevice {
  const { state, reason } = { reason: "", ...(health ?? { state: "absent" }) };
  return { id: device.id, role, state, reason, symptoms: device.symptoms() };
}
