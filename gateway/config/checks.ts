// Checks across the configuration: what is named must exist and can do what is asked of it.

import { Fault } from "@driftbox/proto";
import { cu16PulseStepMs } from "../adapters/boards/cu16-frame.ts";
import { modbusPulseStepMs } from "../adapters/boards/modbus-frame.ts";
import { checkLineClaims } from "./claims.ts";
import { checkPorts, type OnPort } from "./ports.ts";
import type { GatewayConfig } from "./config.ts";
import { bounds } from "../custody/layout.ts";

type Wiring = Pick<
  GatewayConfig,
  | "readers"
  | "scanners"
  | "boards"
  | "gpio"
  | "position"
  | "power"
  | "tamper"
  | "signals"
  | "boxes"
  | "timing"
>;
type Board = Wiring["boards"][number];
type Compartment = Wiring["boxes"][number]["compartments"][number];

/** What the hardware behind each driver can tell about a compartment. */
const abilities: Readonly<Record<Board["driver"], readonly ("hook" | "input" | "infrared")[]>> = {
  cu16: ["hook", "infrared"],
  "modbus-relay": ["input"],
  "xor-8a80": ["hook"],
};

/** In what steps a board counts a pulse: the record must say what the coil gets. */
const pulseStepMs: Readonly<Record<Board["driver"], number>> = {
  cu16: cu16PulseStepMs,
  "modbus-relay": modbusPulseStepMs,
  "xor-8a80": 1,
};

/** @throws Fault config/value with the line of the first contradiction */
export function checkWiring(config: Wiring): void {
  const { readers, scanners, boards, position } = config;
  checkNames([...readers, ...scanners, ...boards]);
  checkDeviceCount(config);
  const tampers = config.tamper.map(({ id, input }) => ({ id, port: input }));
  unique([...readers, ...scanners, ...boards, ...tampers]);
  checkPlaces(config);
  const receiver: OnPort[] =
    position === undefined ? [] : [{ ...position, driver: "nmea", id: "position" }];
  const alone = scanners.map((scanner): OnPort => ({ ...scanner, driver: "scanner" }));
  checkPorts([...readers, ...alone, ...boards, ...receiver]);
  checkProofs(config);
  checkCompartments(config);
  checkLineClaims(config);
  checkLocksOnSysfs(config);
  checkBias(config);
}

/** Ids that devices without one in the file have. */
function checkNames(devices: readonly Pick<Board, "id" | "port">[]): void {
  const taken = devices.find(({ id }) => id === "position" || id.startsWith("gpio"));
  if (taken === undefined) return;
  const text = `id ${taken.id}: position and names that begin with gpio are taken; choose another`;
  throw new Fault("config/value", `${taken.port.origin}: ${text}`);
}

/** The health of more devices is not kept; a lock of which nothing is known is never chosen. */
function checkDeviceCount({ readers, scanners, boards, boxes }: Wiring): void {
  const locks = boxes.flatMap(({ compartments }) =>
    compartments.filter(({ lock }) => lock.value.line !== undefined),
  );
  const [first] = locks;
  const count = readers.length + scanners.length + boards.length + locks.length + 1;
  if (first === undefined || count <= bounds.devicesMaxCount) return;
  const most = bounds.devicesMaxCount - (count - locks.length);
  const text = `${locks.length} locks on lines; ${most} can be beside the other devices`;
  throw new Fault("config/value", `${first.lock.origin}: ${text}`);
}

interface Named {
  readonly id: string;
  readonly port: { readonly origin: string };
}

function unique(devices: readonly Named[]): void {
  const seen = new Map<string, string>();
  for (const { id, port } of devices) {
    const other = seen.get(id);
    if (other !== undefined) {
      const text = `id ${id} is also that of another device, at ${other}; each needs its own`;
      throw new Fault("config/value", `${port.origin}: ${text}`);
    }
    seen.set(id, port.origin);
  }
}

function checkPlaces(config: Wiring): void {
  const signals = config.signals.map(({ box }) => ({ id: "signals", box }));
  for (const { id, box } of [...config.readers, ...config.scanners, ...config.tamper, ...signals]) {
    if (box === undefined || config.boxes.some((known) => known.id === box.value)) continue;
    throw new Fault("config/value", `${box.origin}: ${id} is at box ${box.value}: no such box`);
  }
}

function checkProofs({ readers }: Wiring): void {
  for (const reader of readers) {
    if (reader.driver !== "pn532") continue;
    const { id, mode, port, metaKeyFile, cardKeyFile, diversification } = reader;
    const files = [metaKeyFile, cardKeyFile];
    const isProving = mode === "sun";
    const isGood = isProving
      ? files.every((file) => file !== undefined)
      : [...files, diversification].every((one) => one === undefined);
    if (isGood) continue;
    const text = isProving
      ? "mode sun needs metaKeyFile and cardKeyFile"
      : "keys are for mode sun; mode uid proves nothing";
    throw new Fault("config/value", `${port.origin}: reader ${id}: ${text}`);
  }
}

function checkCompartments(config: Wiring): void {
  const owners = new Map<string, string>();
  for (const box of config.boxes) {
    const numbers = new Set<number>();
    for (const compartment of box.compartments) {
      const { number, lock } = compartment;
      const place = `${box.id} compartment ${number}`;
      if (numbers.has(number)) {
        throw new Fault("config/value", `${lock.origin}: ${place} is there twice`);
      }
      numbers.add(number);
      const board = checkLock(config, lock, place);
      checkSensors(compartment, board, place);
      if (board === undefined) continue;
      const output = `${board.id} channel ${lock.value.channel ?? 0}`;
      const other = owners.get(output);
      if (other !== undefined) {
        const text = `${output} is used by ${other} and by ${place}`;
        throw new Fault("config/value", `${lock.origin}: ${text}`);
      }
      owners.set(output, place);
    }
  }
}

/** There a killed process leaves the coil on. */
function checkLocksOnSysfs({ gpio, boxes }: Wiring): void {
  if (gpio?.driver !== "sysfs") return;
  const locks = boxes.flatMap(({ compartments }) => compartments.map(({ lock }) => lock));
  const lock = locks.find(({ value }) => value.line !== undefined && value.oneShot === "process");
  if (lock === undefined) return;
  const text = "a lock on a line of gpio driver sysfs needs oneShot: hardware";
  throw new Fault("config/value", `${lock.origin}: ${text}`);
}

/** A resistor that is asked for and not there leaves a line floating. */
function checkBias(config: Wiring): void {
  if (config.gpio?.driver !== "sysfs") return;
  const { mains, batteryLow } = config.power ?? {};
  const inputs = [
    ...config.boxes.flatMap(({ compartments }) =>
      compartments.flatMap(({ door, presence, key }) => [door, presence, key]),
    ),
    ...config.tamper.map(({ input }) => input),
    mains,
    batteryLow,
  ];
  const asked = inputs.find((input) => input !== undefined && input.value.bias !== "as-is");
  if (asked === undefined) return;
  const text = `bias ${asked.value.bias} needs gpio driver chardev; sysfs cannot set it`;
  throw new Fault("config/value", `${asked.origin}: ${text}`);
}

/** The board of a lock; undefined for a lock on a GPIO line. */
function checkLock(
  config: Wiring,
  { value, origin }: Compartment["lock"],
  place: string,
): Board | undefined {
  const { board: name, channel, line } = value;
  const isOnBoard = name !== undefined && channel !== undefined && line === undefined;
  const isOnLine = line !== undefined && name === undefined && channel === undefined;
  if (!isOnBoard && !isOnLine) {
    throw new Fault(
      "config/value",
      `${origin}: ${place}: lock needs either board and channel, or line`,
    );
  }
  if (!isOnBoard) return undefined;
  const board = config.boards.find(({ id }) => id === name);
  if (board === undefined) {
    throw new Fault("config/value", `${origin}: ${place}: no board ${name}`);
  }
  if (channel >= board.channels) {
    const text = `board ${name} has channels 0 to ${board.channels - 1}, not ${channel}`;
    throw new Fault("config/value", `${origin}: ${place}: ${text}`);
  }
  const stepMs = pulseStepMs[board.driver];
  if (value.pulseMs % stepMs !== 0) {
    const text = `pulseMs is ${value.pulseMs}: board ${name} counts in steps of ${stepMs} ms`;
    throw new Fault("config/value", `${origin}: ${place}: ${text}`);
  }
  return board;
}

function checkSensors(compartment: Compartment, board: Board | undefined, place: string): void {
  const { door, presence } = compartment;
  const { line, hook, input } = door.value;
  const said = [line !== undefined, hook, input].filter(Boolean);
  if (said.length !== 1) {
    throw new Fault(
      "config/value",
      `${door.origin}: ${place}: door needs one of line, hook: true, input: true`,
    );
  }
  const seen = presence?.value;
  if (seen?.infrared === true && seen.line !== undefined) {
    throw new Fault("config/value", `${presence?.origin}: ${place}: infrared or line, not both`);
  }
  const canTell = board === undefined ? [] : abilities[board.driver];
  const asked = { hook, input, infrared: seen?.infrared === true };
  for (const word of ["hook", "input", "infrared"] as const) {
    if (!asked[word] || canTell.includes(word)) continue;
    const origin = word === "infrared" ? presence?.origin : door.origin;
    const what = board === undefined ? "a lock on a line" : `a ${board.driver} board`;
    throw new Fault("config/value", `${origin}: ${place}: ${what} has no ${word}`);
  }
}
