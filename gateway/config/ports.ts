// Checks who shares a serial port: one protocol, one speed, different addresses, one spelling.

import { Fault } from "@driftbox/proto";
import type { Located } from "./readers.ts";

/** A device on a serial line. Only devices with an address may share one. */
export interface OnPort {
  readonly id: string;
  readonly driver: string;
  readonly port: Located<string>;
  readonly baud: number;
  readonly address?: number;
  readonly localEcho?: string;
}

/** @throws Fault config/value with the line of the device that cannot be on its port */
export function checkPorts(devices: readonly OnPort[]): void {
  const byPort = new Map<string, OnPort[]>();
  for (const device of devices) {
    const port = placeOf(device.port.value);
    const others = byPort.get(port) ?? [];
    for (const other of others) checkPair(device, other);
    byPort.set(port, [...others, device]);
  }
}

/** The same for each way to write a serial server on this machine. */
function placeOf(port: string): string {
  const [, host, number] = /^tcp:\/\/([^:]+):(\d+)$/.exec(port.toLowerCase()) ?? [];
  if (host === undefined) return port;
  return `tcp://${host === "localhost" ? "127.0.0.1" : host}:${Number(number)}`;
}

function checkPair(device: OnPort, other: OnPort): void {
  const { id, port } = device;
  const refuse = (text: string): Fault => new Fault("config/value", `${port.origin}: ${text}`);
  if (port.value !== other.port.value) {
    const text = `${id} has port ${port.value} and ${other.id} ${other.port.value}`;
    throw refuse(`${text}, which is the same one: write it the same way`);
  }
  const both = `${id} and ${other.id} use the same port ${port.value}`;
  if (device.driver !== other.driver || device.address === undefined) throw refuse(both);
  if (device.address === other.address) throw refuse(`${both} and address ${device.address}`);
  if (device.baud !== other.baud) {
    const speeds = `${id} is at ${device.baud} baud, ${other.id} at ${other.baud}`;
    throw refuse(`${speeds} on one port ${port.value}`);
  }
  if (device.localEcho !== other.localEcho) {
    throw refuse(`${both}, but only one of them has localEcho`);
  }
}
