// Real programs for measurements: a center, an enrolled gateway, and what the kernel says of them.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { Center } from "../../device-sim/run/center.ts";
import { runCommand } from "../../device-sim/run/child-program.ts";
import { driftboxProgram, gatewayNodeFlags } from "../../device-sim/project.ts";

export const site = "bench";
export const gateway = "bench-a";
export const program = driftboxProgram();

export interface Place {
  readonly centerFolder: string;
  readonly gatewayFolder: string;
  readonly dataFolder: string;
  readonly configFile: string;
}

/** Enrolls the one gateway of a measurement. */
export async function provision(folder: string): Promise<Place> {
  const centerFolder = join(folder, "center");
  const gatewayFolder = join(folder, "gateway");
  const dataFolder = join(gatewayFolder, "data");
  mkdirSync(centerFolder, { mode: 0o700 });
  // The center makes its keys at its first start.
  const center = await Center.start({ program, folder: centerFolder, mqttPort: 0, httpPort: 0 });
  await center.stop();
  mkdirSync(gatewayFolder, { mode: 0o700 });
  const of = ["--broker-data", centerFolder, "--gateway-data", dataFolder];
  await command(["enroll", ...of, "--site", site, "--gateway", gateway]);
  return { centerFolder, gatewayFolder, dataFolder, configFile: join(gatewayFolder, "g.yaml") };
}

export async function command(args: readonly string[]): Promise<void> {
  const { exitCode, stderr } = await runCommand([program, ...args]);
  if (exitCode !== 0) throw new Error(`driftbox ${args[0]}: exit ${exitCode}: ${stderr}`);
}

export function startCenter(place: Place): Promise<Center> {
  return Center.start({ program, folder: place.centerFolder, mqttPort: 0, httpPort: 0 });
}

export function writeConfig(place: Place, config: object): void {
  const whole = { site, gateway, data: place.dataFolder, ...config };
  writeFileSync(place.configFile, stringify(whole));
}

export function gatewayArguments(place: Place): string[] {
  return [...gatewayNodeFlags(), program, "gateway", "--config", place.configFile, "--json"];
}

/** Resident memory of a process in MB (10^6 bytes). */
export function residentMb(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return (Number(kib) * 1024) / 1e6;
}

const ticksPerSecond = 100;

/** CPU time of a process so far, user and system, in seconds. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}
