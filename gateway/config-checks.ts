// Checks across the configuration: what is named must exist and can do what is asked of it.

import { Fault } from "@driftbox/proto";
import { checkPorts, type OnPort } from "./config-ports.ts";
import type { Located } from "./config-readers.ts";
import type { GatewayConfig } from "./config.ts";

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

/** @throws Fault config/value with the line of the first contradiction */
export function checkWiring(config: Wiring): void {
  const { readers, scanners, boards, position } = config;
  unique("devices", [...readers, ...scanners, ...boards, ...config.tamper]);
  unique("boxes", config.boxes);
  if (config.boxes.length === 0) throw new Fault("config/value", "boxes is empty: name one");
  checkPlaces(config);
  const receiver: OnPort[] =
    position === undefined ? [] : [{ ...position, driver: "nmea", id: "position" }];
  const alone = scanners.map((scanner): OnPort => ({ ...scanner, driver: "scanner" }));
  checkPorts([...readers, ...alone, ...boards, ...receiver]);
  checkProofs(config);
  checkCompartments(config);
  checkBias(config);
  const { heldOpenWarnMs, heldOpenAlarmMs } = config.timing;
  if (heldOpenWarnMs >= heldOpenAlarmMs) {
    throw new Fault("config/value", "timing: heldOpenWarnMs must be below heldOpenAlarmMs");
  }
}

function unique(what: string, members: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of members) {
    if (seen.has(id)) throw new Fault("config/value", `${what}: id ${id} is there twice`);
    seen.add(id);
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
    if (reader.driver !== "pn532" || reader.mode !== "sun") continue;
    if (reader.metaKeyFile !== undefined && reader.cardKeyFile !== undefined) continue;
    const text = `reader ${reader.id}: mode sun needs metaKeyFile and cardKeyFile`;
    throw new Fault("config/value", `${reader.port.origin}: ${text}`);
  }
}

/** Who has an output or a line: one owner each. */
class Claims {
  readonly #owners = new Map<string, string>();

  claim(what: string, owner: string, origin: string): void {
    const other = this.#owners.get(what);
    if (other !== undefined) {
      throw new Fault("config/value", `${origin}: ${what} is used by ${other} and by ${owner}`);
    }
    this.#owners.set(what, owner);
  }
}

function checkCompartments(config: Wiring): void {
  const claims = new Claims();
  const claimLine = (line: string | undefined, owner: string, origin: string): void => {
    if (line === undefined) return;
    if (config.gpio === undefined) {
      throw new Fault("config/value", `${origin}: ${owner}: line ${line} needs gpio`);
    }
    claims.claim(`line ${line}`, owner, origin);
  };
  for (const box of config.boxes) {
    const numbers = new Set<number>();
    for (const compartment of box.compartments) {
      const { number, lock, door, presence } = compartment;
      const place = `${box.id} compartment ${number}`;
      if (numbers.has(number)) throw new Fault("config/value", `${place} is there twice`);
      numbers.add(number);
      const board = checkLock(config, lock, place);
      checkSensors(compartment, board, place);
      const { channel = 0 } = lock.value;
      if (board !== undefined) claims.claim(`${board.id} channel ${channel}`, place, lock.origin);
      claimLine(lock.value.line, `the lock of ${place}`, lock.origin);
      claimLine(door.value.line, `the door of ${place}`, door.origin);
      claimLine(presence?.value.line, `presence of ${place}`, presence?.origin ?? "");
    }
  }
  for (const [owner, wired] of otherLines(config)) claimLine(wired.value.line, owner, wired.origin);
}

/** A resistor that is asked for and not there leaves a line floating. */
function checkBias(config: Wiring): void {
  if (config.gpio?.driver !== "sysfs") return;
  const { mains, batteryLow } = config.power ?? {};
  const inputs = [
    ...config.boxes.flatMap(({ compartments }) =>
      compartments.flatMap(({ door, presence }) => [door, presence]),
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

type WiredLine = Located<{ readonly line: string }>;

function otherLines(config: Wiring): readonly (readonly [string, WiredLine])[] {
  const { mains, batteryLow } = config.power ?? {};
  const wired: readonly (readonly [string, WiredLine | undefined])[] = [
    ["power.mains", mains],
    ["power.batteryLow", batteryLow],
    ...config.tamper.map(({ id, input }) => [`tamper ${id}`, input] as const),
    ...config.signals.flatMap(({ box, led, buzzer }) => [
      [`the LED of ${box.value}`, led] as const,
      [`the buzzer of ${box.value}`, buzzer] as const,
    ]),
  ];
  return wired.flatMap(([owner, line]) => (line === undefined ? [] : [[owner, line] as const]));
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
