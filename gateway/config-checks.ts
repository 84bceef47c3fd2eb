// Checks across the configuration: what is named must exist, and no output may belong to two locks.

import { Fault } from "@driftbox/proto";
import type { Located } from "./config-readers.ts";

interface Named {
  readonly id: string;
}

interface Lock {
  readonly board: string;
  readonly channel: number;
}

interface Wiring {
  readonly readers: readonly (Named & { readonly port: string; readonly box: Located<string> })[];
  readonly boards: readonly (Named & {
    readonly port: Located<string>;
    readonly address: number;
    readonly baud: number;
  })[];
  readonly gpio: object | undefined;
  readonly boxes: readonly (Named & {
    readonly compartments: readonly {
      readonly number: number;
      readonly lock: Located<Lock>;
      readonly door: Located<{ readonly line: string | undefined; readonly hook: boolean }>;
    }[];
  })[];
  readonly timing: { readonly heldOpenWarnMs: number; readonly heldOpenAlarmMs: number };
}

/** @throws Fault config/value with the line of the first contradiction */
export function checkWiring(config: Wiring): void {
  unique("readers", config.readers);
  unique("boards", config.boards);
  unique("boxes", config.boxes);
  if (config.boxes.length === 0) throw new Fault("config/value", "boxes is empty: name one");
  checkReaders(config);
  checkPorts(config);
  checkSpeeds(config);
  checkCompartments(config);
  const { heldOpenWarnMs, heldOpenAlarmMs } = config.timing;
  if (heldOpenWarnMs >= heldOpenAlarmMs) {
    throw new Fault("config/value", "timing: heldOpenWarnMs must be below heldOpenAlarmMs");
  }
}

function unique(what: string, members: readonly Named[]): void {
  const seen = new Set<string>();
  for (const { id } of members) {
    if (seen.has(id)) throw new Fault("config/value", `${what}: id ${id} is there twice`);
    seen.add(id);
  }
}

function checkReaders(config: Wiring): void {
  for (const { id, box } of config.readers) {
    if (config.boxes.some((known) => known.id === box.value)) continue;
    throw new Fault(
      "config/value",
      `${box.origin}: reader ${id} is at box ${box.value}: no such box`,
    );
  }
}

/** Readers never share a port; boards of one port have different addresses. */
function checkPorts(config: Wiring): void {
  const seen = new Map<string, string>();
  const claim = (key: string, id: string): void => {
    const other = seen.get(key);
    if (other !== undefined) {
      throw new Fault("config/value", `${id} and ${other} use the same port ${key}`);
    }
    seen.set(key, id);
  };
  for (const { id, port } of config.readers) claim(port, id);
  for (const { id, port, address } of config.boards) {
    if (config.readers.some((reader) => reader.port === port.value)) claim(port.value, id);
    claim(`${port.value} address ${address}`, id);
  }
}

/** One port has one speed: a board at another would never be heard. */
function checkSpeeds(config: Wiring): void {
  const first = new Map<string, Wiring["boards"][number]>();
  for (const board of config.boards) {
    const { id, port, baud } = board;
    const other = first.get(port.value) ?? board;
    first.set(port.value, other);
    if (other.baud === baud) continue;
    const speeds = `${baud} baud, ${other.id} at ${other.baud}`;
    const text = `${port.origin}: board ${id} is at ${speeds} on one port ${port.value}`;
    throw new Fault("config/value", text);
  }
}

function checkCompartments(config: Wiring): void {
  const locks = new Map<string, string>();
  const lines = new Map<string, string>();
  for (const box of config.boxes) {
    const numbers = new Set<number>();
    for (const { number, lock, door } of box.compartments) {
      const place = `${box.id} compartment ${number}`;
      if (numbers.has(number)) throw new Fault("config/value", `${place} is there twice`);
      numbers.add(number);
      checkLock(config, lock, place);
      claimOnce(locks, `${lock.value.board} channel ${lock.value.channel}`, place, lock.origin);
      checkDoor(config, door, place);
      if (door.value.line !== undefined) claimOnce(lines, door.value.line, place, door.origin);
    }
  }
}

function checkLock(config: Wiring, lock: Located<Lock>, place: string): void {
  if (config.boards.some(({ id }) => id === lock.value.board)) return;
  throw new Fault("config/value", `${lock.origin}: ${place}: no board ${lock.value.board}`);
}

function checkDoor(
  config: Wiring,
  door: Wiring["boxes"][number]["compartments"][number]["door"],
  place: string,
): void {
  const { line, hook } = door.value;
  if ((line === undefined) === !hook) {
    throw new Fault(
      "config/value",
      `${door.origin}: ${place}: door needs either line or hook: true`,
    );
  }
  if (line === undefined || config.gpio !== undefined) return;
  throw new Fault("config/value", `${door.origin}: ${place}: door line ${line} needs gpio`);
}

function claimOnce(
  taken: Map<string, string>,
  output: string,
  place: string,
  origin: string,
): void {
  const other = taken.get(output);
  if (other !== undefined) {
    throw new Fault("config/value", `${origin}: ${output} is used by ${other} and by ${place}`);
  }
  taken.set(output, place);
}
