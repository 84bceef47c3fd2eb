// Reads a device of a scenario file: a name that says all, or a mapping with its driver.

import type { CommonSetting, DeviceSetting, Driver, SerialSetting } from "./device-setting.ts";
import {
  driverNames,
  drivers,
  em4100Styles,
  usualBoard,
  usualReader,
  type DeviceKind,
  type DriverRow,
  type Fields,
} from "./drivers.ts";
import {
  readFields,
  readNumber,
  readPlain,
  readText,
  readWord,
  wrong,
  type Located,
} from "./located.ts";

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

const baudBounds = [1_200, 921_600] as const;
const commonKeys = ["driver", "bus", "address", "baud", "gateway", "fixture"];

function readDevice(located: Located, kind: DeviceKind): DeviceSetting {
  const driver = readDriver(located, kind);
  const row = drivers[driver];
  const fields: Fields = isText(located)
    ? {}
    : readFields(located, kind, [...commonKeys, ...row.keys]);
  const common = readCommon(located, fields, row);
  return row.setting(common, fields);
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

function readCommon(located: Located, fields: Fields, row: DriverRow<Driver>): CommonSetting {
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
