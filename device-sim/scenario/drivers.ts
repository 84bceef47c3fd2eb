// Which devices a scenario may choose by driver, and how their settings are read.

import { cu16BaudRate } from "../devices/cu16-frame.ts";
import { codeScannerBaudRate, codeScannerFlaws } from "../devices/code-scanner.ts";
import { em4100BaudRate, type Em4100Style } from "../devices/em4100.ts";
import { gpsBaudRate, gpsFlaws } from "../devices/gps-receiver.ts";
import { modbusBaudRate } from "../devices/modbus-relay.ts";
import type { OsdpCardFormat } from "../devices/osdp-card.ts";
import { osdpFlaws } from "../devices/osdp-options.ts";
import { osdpBaudRate } from "../devices/osdp-peripheral.ts";
import { pn532BaudRate } from "../devices/pn532-reader.ts";
import { yrm100BaudRate } from "../devices/yrm100.ts";
import { xorAddressMax, xorBaudRate, xorChannelCounts } from "../devices/xor-board.ts";
import {
  readFields,
  readFlag,
  readList,
  readNumber,
  readPlain,
  readText,
  readWord,
  wrong,
  type Located,
  type Plain,
} from "./located.ts";

/** Settings of every driver by its name, which is the gateway's name for it too. */
export interface DriverSettings {
  em4100: { readonly style: Em4100Style };
  osdp: {
    /** True: with a key of its own, and nothing in clear. */
    readonly secure: boolean;
    readonly cardFormat: OsdpCardFormat;
  };
  pn532: {
    /** sun = cards must prove themselves. */
    readonly mode: "uid" | "sun";
  };
  yrm100: {
    /** Boxes whose parcels its antenna reads through the walls. */
    readonly neighbors: readonly string[];
  };
  scanner: object;
  nmea: {
    /** open = satellites all the way; hidden = none at the pier and at the island. */
    readonly sky: "open" | "hidden";
  };
  cu16: {
    /** The board answers nothing for this long after an unlock. */
    readonly silentAfterUnlockMs: number;
  };
  "modbus-relay": {
    /** Linkage of its inputs when the board is new: 0 = none, as it must be. */
    readonly linkage: number;
  };
  "xor-8a80": {
    readonly channels: number;
    readonly feedbackPolarity: "closed-is-11" | "closed-is-00";
    readonly firstChannelIn: "first-byte" | "last-byte";
    readonly reportsChanges: boolean;
  };
  /** No board: each lock hangs on a GPIO line of the gateway. */
  gpio: object;
}
export type Driver = keyof DriverSettings;
/** Drivers of devices that have a port. */
export type SerialDriver = Exclude<Driver, "gpio">;

interface Common {
  /** Name of the wires it shares with others; undefined = a line of its own. */
  readonly bus: string | undefined;
  /** As its switches say; 0 where the driver has no addresses. */
  readonly address: number;
  /** The device's own rate. */
  readonly baud: number;
  /** More keys of its entry in the gateway's configuration, as they are. */
  readonly gateway: Readonly<Record<string, Plain>>;
  /** File of a recording that answers in its place. */
  readonly fixture?: string | undefined;
}

/** One device of a scenario. */
export type DeviceSetting<D extends Driver = Driver> = {
  [P in D]: Common & { readonly driver: P; readonly settings: DriverSettings[P] };
}[D];

export type SerialSetting = DeviceSetting<SerialDriver>;

type Fields = Readonly<Partial<Record<string, Located>>>;

type DeviceKind = "reader" | "tags" | "board" | "scanner" | "position";

interface DriverRow<D extends Driver> {
  readonly kind: DeviceKind;
  readonly baudRate: number;
  /** Lowest and highest address; undefined = it has none and cannot share a bus. */
  readonly addresses: readonly [number, number] | undefined;
  /** Locks a board can have. 0 for readers. */
  readonly channelMax: number;
  /** Whether the board reports hook switches and infrared beams of its locks. */
  readonly hasHooks: boolean;
  readonly hasBeams: boolean;
  /** Whether door contacts hang on the board's own inputs. */
  readonly hasInputs: boolean;
  /** Ways in which the device itself can misbehave. */
  readonly flaws: readonly string[];
  readonly keys: readonly string[];
  readonly read: (fields: Fields) => DriverSettings[D];
}

const reader = {
  kind: "reader",
  addresses: undefined,
  channelMax: 0,
  hasHooks: false,
  hasBeams: false,
  hasInputs: false,
  flaws: [],
} as const;
const board = {
  kind: "board",
  hasHooks: true,
  hasBeams: false,
  hasInputs: false,
  flaws: [],
} as const;

const silentMaxMs = 10_000;
const gpioLocksMaxCount = 16;
const baudBounds = [1_200, 921_600] as const;
const em4100Styles: readonly Em4100Style[] = ["rdm6300", "id-12la", "clone"];
const polarities = ["closed-is-11", "closed-is-00"] as const;

const skies = ["open", "hidden"] as const;
const cardFormats: readonly OsdpCardFormat[] = ["raw", "wiegand-26"];
const byteOrders = ["first-byte", "last-byte"] as const;

export const drivers: { readonly [D in Driver]: DriverRow<D> } = {
  em4100: {
    ...reader,
    baudRate: em4100BaudRate,
    keys: ["style"],
    read: ({ style }) => ({
      style: style === undefined ? "rdm6300" : readWord(style, "style", em4100Styles),
    }),
  },
  osdp: {
    ...reader,
    baudRate: osdpBaudRate,
    addresses: [0, 126],
    flaws: osdpFlaws,
    keys: ["secure", "cardFormat"],
    read: ({ secure, cardFormat }) => ({
      secure: secure === undefined ? true : readFlag(secure, "secure"),
      cardFormat:
        cardFormat === undefined ? "raw" : readWord(cardFormat, "cardFormat", cardFormats),
    }),
  },
  pn532: {
    ...reader,
    baudRate: pn532BaudRate,
    keys: ["mode"],
    read: ({ mode }) => ({
      mode: mode === undefined ? "uid" : readWord(mode, "mode", ["uid", "sun"]),
    }),
  },
  yrm100: {
    ...reader,
    kind: "tags",
    baudRate: yrm100BaudRate,
    keys: ["neighbors"],
    read: ({ neighbors }) => ({
      neighbors: readList(neighbors, "neighbors").map((one) => readText(one, "neighbors")),
    }),
  },
  scanner: {
    ...reader,
    kind: "scanner",
    baudRate: codeScannerBaudRate,
    flaws: codeScannerFlaws,
    keys: [],
    read: () => ({}),
  },
  nmea: {
    ...reader,
    kind: "position",
    baudRate: gpsBaudRate,
    flaws: gpsFlaws,
    keys: ["sky"],
    read: ({ sky }) => ({ sky: sky === undefined ? "hidden" : readWord(sky, "sky", skies) }),
  },
  cu16: {
    ...board,
    baudRate: cu16BaudRate,
    addresses: [0, 14],
    channelMax: 16,
    hasBeams: true,
    keys: ["silentAfterUnlockMs"],
    read: ({ silentAfterUnlockMs: silent }) => ({
      silentAfterUnlockMs:
        silent === undefined ? 0 : readNumber(silent, "silentAfterUnlockMs", [0, silentMaxMs]),
    }),
  },
  "modbus-relay": {
    ...board,
    baudRate: modbusBaudRate,
    addresses: [1, 247],
    channelMax: 8,
    hasHooks: false,
    hasInputs: true,
    keys: ["linkage"],
    read: ({ linkage }) => ({
      linkage: linkage === undefined ? 0 : readNumber(linkage, "linkage", [0, 1]),
    }),
  },
  "xor-8a80": {
    ...board,
    baudRate: xorBaudRate,
    addresses: [1, xorAddressMax],
    channelMax: Math.max(...xorChannelCounts),
    keys: ["channels", "feedbackPolarity", "firstChannelIn", "reportsChanges"],
    read: ({ channels, feedbackPolarity: polarity, firstChannelIn, reportsChanges: reports }) => ({
      channels: channels === undefined ? 24 : readChannels(channels),
      feedbackPolarity:
        polarity === undefined ? "closed-is-11" : readWord(polarity, "polarity", polarities),
      firstChannelIn:
        firstChannelIn === undefined
          ? "first-byte"
          : readWord(firstChannelIn, "firstChannelIn", byteOrders),
      reportsChanges: reports === undefined ? false : readFlag(reports, "reportsChanges"),
    }),
  },
  gpio: {
    ...board,
    baudRate: 0,
    addresses: undefined,
    channelMax: gpioLocksMaxCount,
    hasHooks: false,
    keys: [],
    read: () => ({}),
  },
};

function readChannels(located: Located): number {
  const count = readNumber(located, "channels", [1, Math.max(...xorChannelCounts)]);
  if (xorChannelCounts.includes(count)) return count;
  throw wrong(located, `channels: boards have ${xorChannelCounts.join(", ")}`);
}

/** What a box has unless its scenario says otherwise. */
export const usualReader: DeviceSetting<"em4100"> = {
  driver: "em4100",
  settings: { style: "rdm6300" },
  bus: undefined,
  address: 0,
  baud: em4100BaudRate,
  gateway: {},
};
export const usualBoard: DeviceSetting<"cu16"> = {
  driver: "cu16",
  settings: { silentAfterUnlockMs: 0 },
  bus: undefined,
  address: 0,
  baud: cu16BaudRate,
  gateway: {},
};

/** A reader: the name of an EM4100 style, or a mapping with its driver. */
export function readReader(located: Located | undefined): SerialSetting {
  if (located === undefined) return usualReader;
  if (!isText(located)) return readSerial(located, "reader");
  return { ...usualReader, settings: { style: readWord(located, "reader", em4100Styles) } };
}

/** A lock board: the name of its driver, or a mapping. */
export function readBoard(located: Located | undefined): DeviceSetting {
  if (located === undefined) return usualBoard;
  return readDevice(located, "board");
}

/** A device that a box or a gateway may have: the name of its driver, or a mapping. */
export function readExtra(
  located: Located | undefined,
  kind: "scanner" | "position" | "tags",
): SerialSetting | undefined {
  return located === undefined ? undefined : readSerial(located, kind);
}

function readSerial(located: Located, kind: Exclude<DeviceKind, "board">): SerialSetting {
  const setting = readDevice(located, kind);
  if (setting.driver === "gpio") throw wrong(located, `${kind}: not on a line`);
  return setting;
}

function isText({ node }: Located): boolean {
  return node !== null && "value" in node && typeof node.value === "string";
}

const commonKeys = ["driver", "bus", "address", "baud", "gateway", "fixture"];

function readDevice(located: Located, kind: DeviceKind): DeviceSetting {
  const driver = readDriver(located, kind);
  const row = drivers[driver];
  const fields: Fields = isText(located)
    ? {}
    : readFields(located, kind, [...commonKeys, ...row.keys]);
  const common = readCommon(located, fields, row);
  switch (driver) {
    case "em4100":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "osdp":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "pn532":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "yrm100":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "nmea":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "scanner":
      return { ...common, driver, settings: {} };
    case "gpio":
      return { ...common, driver, settings: {} };
    case "cu16":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "modbus-relay":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    case "xor-8a80":
      return { ...common, driver, settings: drivers[driver].read(fields) };
    default:
      return driver;
  }
}

/** The driver first: it says which other keys there are. */
function readDriver(located: Located, kind: DeviceKind): Driver {
  const known = driverNames.filter((name) => drivers[name].kind === kind);
  if (isText(located)) return readWord(located, kind, known);
  const every = [...commonKeys, ...driverNames.flatMap((name) => drivers[name].keys)];
  const { driver } = readFields(located, kind, [...new Set(every)]);
  if (driver === undefined) throw wrong(located, `${kind}: "driver" is missing`);
  return readWord(driver, "driver", known);
}

const driverNames: readonly Driver[] = [
  "em4100",
  "osdp",
  "pn532",
  "yrm100",
  "scanner",
  "nmea",
  "cu16",
  "modbus-relay",
  "xor-8a80",
  "gpio",
];

function readCommon(located: Located, fields: Fields, row: DriverRow<Driver>): Common {
  const { bus, address, baud, gateway, fixture } = fields;
  if (row.addresses === undefined && (bus ?? address) !== undefined) {
    throw wrong(located, "bus, address: this driver has no addresses and shares no wires");
  }
  const [low, high] = row.addresses ?? [0, 0];
  return {
    bus: bus === undefined ? undefined : readText(bus, "bus"),
    address: address === undefined ? low : readNumber(address, "address", [low, high]),
    baud: baud === undefined ? row.baudRate : readNumber(baud, "baud", baudBounds),
    gateway: gateway === undefined ? {} : readPlain(gateway, "gateway"),
    ...(fixture === undefined ? {} : { fixture: readText(fixture, "fixture") }),
  };
}
