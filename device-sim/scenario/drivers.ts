// Which devices a scenario may choose by driver: one row says what each has and can be told.

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
import type { CommonSetting, DeviceSetting, Driver } from "./device-setting.ts";
import {
  readFlag,
  readList,
  readNumber,
  readText,
  readWord,
  wrong,
  type Located,
} from "./located.ts";

/** Fields of a device in a scenario file, by their keys. */
export type Fields = Readonly<Partial<Record<string, Located>>>;

export type DeviceKind = "reader" | "tags" | "board" | "scanner" | "position";

export interface DriverRow<D extends Driver> {
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
  readonly setting: (common: CommonSetting, fields: Fields) => DeviceSetting<D>;
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
export const em4100Styles: readonly Em4100Style[] = ["rdm6300", "id-12la", "clone"];
const polarities = ["closed-is-11", "closed-is-00"] as const;

const skies = ["open", "hidden"] as const;
const cardFormats: readonly OsdpCardFormat[] = ["raw", "wiegand-26"];
const byteOrders = ["first-byte", "last-byte"] as const;

export const drivers: { readonly [D in Driver]: DriverRow<D> } = {
  em4100: {
    ...reader,
    baudRate: em4100BaudRate,
    keys: ["style"],
    setting: (common, { style }) => ({
      ...common,
      driver: "em4100",
      settings: {
        style: style === undefined ? "rdm6300" : readWord(style, "style", em4100Styles),
      },
    }),
  },
  osdp: {
    ...reader,
    baudRate: osdpBaudRate,
    addresses: [0, 126],
    flaws: osdpFlaws,
    keys: ["secure", "cardFormat"],
    setting: (common, { secure, cardFormat }) => ({
      ...common,
      driver: "osdp",
      settings: {
        secure: secure === undefined ? true : readFlag(secure, "secure"),
        cardFormat:
          cardFormat === undefined ? "raw" : readWord(cardFormat, "cardFormat", cardFormats),
      },
    }),
  },
  pn532: {
    ...reader,
    baudRate: pn532BaudRate,
    keys: ["mode"],
    setting: (common, { mode }) => ({
      ...common,
      driver: "pn532",
      settings: { mode: mode === undefined ? "uid" : readWord(mode, "mode", ["uid", "sun"]) },
    }),
  },
  yrm100: {
    ...reader,
    kind: "tags",
    baudRate: yrm100BaudRate,
    keys: ["neighbors"],
    setting: (common, { neighbors }) => ({
      ...common,
      driver: "yrm100",
      settings: {
        neighbors: readList(neighbors, "neighbors").map((one) => readText(one, "neighbors")),
      },
    }),
  },
  scanner: {
    ...reader,
    kind: "scanner",
    baudRate: codeScannerBaudRate,
    flaws: codeScannerFlaws,
    keys: [],
    setting: (common) => ({ ...common, driver: "scanner", settings: {} }),
  },
  nmea: {
    ...reader,
    kind: "position",
    baudRate: gpsBaudRate,
    flaws: gpsFlaws,
    keys: ["sky"],
    setting: (common, { sky }) => ({
      ...common,
      driver: "nmea",
      settings: { sky: sky === undefined ? "hidden" : readWord(sky, "sky", skies) },
    }),
  },
  cu16: {
    ...board,
    baudRate: cu16BaudRate,
    addresses: [0, 14],
    channelMax: 16,
    hasBeams: true,
    keys: ["silentAfterUnlockMs"],
    setting: (common, { silentAfterUnlockMs: silent }) => ({
      ...common,
      driver: "cu16",
      settings: {
        silentAfterUnlockMs:
          silent === undefined ? 0 : readNumber(silent, "silentAfterUnlockMs", [0, silentMaxMs]),
      },
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
    setting: (common, { linkage }) => ({
      ...common,
      driver: "modbus-relay",
      settings: { linkage: linkage === undefined ? 0 : readNumber(linkage, "linkage", [0, 1]) },
    }),
  },
  "xor-8a80": {
    ...board,
    baudRate: xorBaudRate,
    addresses: [1, xorAddressMax],
    channelMax: Math.max(...xorChannelCounts),
    keys: ["channels", "feedbackPolarity", "firstChannelIn", "reportsChanges"],
    setting: (
      common,
      { channels, feedbackPolarity: polarity, firstChannelIn, reportsChanges },
    ) => ({
      ...common,
      driver: "xor-8a80",
      settings: {
        channels: channels === undefined ? 24 : readChannels(channels),
        feedbackPolarity:
          polarity === undefined ? "closed-is-11" : readWord(polarity, "polarity", polarities),
        firstChannelIn:
          firstChannelIn === undefined
            ? "first-byte"
            : readWord(firstChannelIn, "firstChannelIn", byteOrders),
        reportsChanges:
          reportsChanges === undefined ? false : readFlag(reportsChanges, "reportsChanges"),
      },
    }),
  },
  gpio: {
    ...board,
    baudRate: 0,
    addresses: undefined,
    channelMax: gpioLocksMaxCount,
    hasHooks: false,
    keys: [],
    setting: (common) => ({ ...common, driver: "gpio", settings: {} }),
  },
};

function readChannels(located: Located): number {
  const count = readNumber(located, "channels", [1, Math.max(...xorChannelCounts)]);
  if (xorChannelCounts.includes(count)) return count;
  throw wrong(located, `channels: boards have ${xorChannelCounts.join(", ")}`);
}

export const driverNames: readonly Driver[] = [
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
