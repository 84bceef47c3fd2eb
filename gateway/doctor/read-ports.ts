// Looks at the serial ports of a configuration by their names; opens none of them.

import { accessSync, constants, readdirSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import type { GatewayConfig } from "../config/config.ts";
import type { PortFacts } from "./facts.ts";

/** Folders of names that outlive a restart, the best first. */
const stableFolders = ["/dev/driftbox", "/dev/serial/by-id", "/dev/serial/by-path"];

interface OnPort {
  readonly id: string;
  readonly port: string;
  readonly isPolled: boolean;
}

export function readPorts(config: GatewayConfig): readonly PortFacts[] {
  const byPort = new Map<string, OnPort[]>();
  for (const device of devicesOn(config)) {
    byPort.set(device.port, [...(byPort.get(device.port) ?? []), device]);
  }
  return [...byPort].map(([port, devices]) => portFacts(port, devices));
}

function devicesOn({ readers, scanners, boards, position }: GatewayConfig): readonly OnPort[] {
  return [
    ...readers.map(({ id, port, driver }) => {
      return { id, port: port.value, isPolled: driver === "osdp" };
    }),
    ...scanners.map(({ id, port }) => ({ id, port: port.value, isPolled: false })),
    ...boards.map(({ id, port }) => ({ id, port: port.value, isPolled: true })),
    ...(position === undefined
      ? []
      : [{ id: "position", port: position.port.value, isPolled: false }]),
  ];
}

function portFacts(port: string, on: readonly OnPort[]): PortFacts {
  const common = {
    port,
    devices: on.map(({ id }) => id),
    isPolled: on.some(({ isPolled }) => isPolled),
    stableName: undefined,
    latencyMs: undefined,
  };
  if (!port.startsWith("/")) return { ...common, state: "network", resolved: port };
  const resolved = realOf(port);
  if (resolved === undefined) return { ...common, state: "missing", resolved: port };
  return {
    ...common,
    state: mayOpen(resolved) ? "there" : "forbidden",
    resolved,
    stableName: stableNameOf(resolved),
    latencyMs: latencyOf(resolved),
  };
}

function mayOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function stableNameOf(resolved: string): string | undefined {
  const names = stableFolders.flatMap((folder) => listOf(folder).map((name) => join(folder, name)));
  return names.find((name) => realOf(name) === resolved);
}

function latencyOf(resolved: string): number | undefined {
  const path = `/sys/bus/usb-serial/devices/${basename(resolved)}/latency_timer`;
  try {
    return Number(readFileSync(path, "latin1"));
  } catch {
    return undefined;
  }
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function listOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
