// One factory for every driver a scenario may choose: here the models of devices plug in.

import { Cu16Board } from "../devices/cu16.ts";
import { Em4100Reader } from "../devices/em4100.ts";
import { CodeScanner } from "../devices/code-scanner.ts";
import { GpsReceiver } from "../devices/gps-receiver.ts";
import { islandFerryRoute } from "../devices/gps-route.ts";
import { ModbusRelay } from "../devices/modbus-relay.ts";
import { OsdpPeripheral } from "../devices/osdp-peripheral.ts";
import { Pn532Reader } from "../devices/pn532-reader.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { XorBoard } from "../devices/xor-board.ts";
import { rangeOfBox } from "../devices/yrm100-range.ts";
import { Yrm100Reader } from "../devices/yrm100.ts";
import type { Line } from "../lines/line.ts";
import type { DeviceSetting, Driver } from "../scenario/drivers.ts";
import type { Spot } from "../world/index.ts";
import type { Credentials } from "./credentials.ts";

/** What a device lives in. */
export interface DeviceParts {
  /** Its name in the world: reader of presentations, board of compartments. */
  readonly id: string;
  /** Compartments by lock, counted from 0. Empty for readers. */
  readonly wiring: ReadonlyMap<number, Spot>;
  readonly stage: Stage;
  readonly line: Line;
  readonly scheduler: Scheduler;
  readonly seed: number;
  /** The box it is at; empty for a device of the whole gateway. */
  readonly box: string;
  readonly credentials: Credentials;
  /** Printed number of each parcel by its tag. */
  readonly printed: ReadonlyMap<string, string>;
}

export interface SimulatedDevice {
  /** Questions answered so far; 0 for devices that are never asked. */
  readonly replyCount: number;
  close(): void;
}

type Factory<D extends Driver> = (setting: DeviceSetting<D>, parts: DeviceParts) => SimulatedDevice;

export const deviceFactories: { readonly [D in Driver]: Factory<D> } = {
  em4100: ({ settings }, parts) => {
    const reader = new Em4100Reader({ ...parts, ...settings });
    return { replyCount: 0, close: () => reader.close() };
  },
  osdp: ({ address, settings: { secure, cardFormat } }, { credentials, ...parts }) =>
    new OsdpPeripheral({
      address,
      ...parts,
      cardFormat,
      isSecureOnly: secure,
      ...(secure && { key: credentials.readerKey(parts.id) }),
    }),
  pn532: (_setting, { credentials, ...parts }) =>
    new Pn532Reader({ ...parts, wallet: credentials.wallet }),
  yrm100: (_setting, parts) => {
    const { box, seed } = parts;
    return new Yrm100Reader({ ...parts, range: rangeOfBox({ box, seed }) });
  },
  scanner: (_setting, { printed, ...parts }) => {
    const scanner = new CodeScanner({ ...parts, codes: printed });
    return { replyCount: 0, close: () => scanner.close() };
  },
  nmea: (_setting, parts) => {
    const startUtcMs = Date.now() - parts.stage.world.nowMs;
    const receiver = new GpsReceiver({ ...parts, route: islandFerryRoute, startUtcMs });
    return { replyCount: 0, close: () => receiver.close() };
  },
  cu16: ({ address, settings }, parts) => new Cu16Board({ address, ...parts, ...settings }),
  "modbus-relay": ({ address, settings }, parts) =>
    new ModbusRelay({ address, ...parts, ...settings }),
  "xor-8a80": ({ address, settings: { channels: channelCount, ...settings } }, parts) =>
    new XorBoard({ address, channelCount, ...parts, ...settings }),
};

/** Makes the device a setting asks for, on its line. */
export function makeDevice(setting: DeviceSetting, parts: DeviceParts): SimulatedDevice {
  switch (setting.driver) {
    case "em4100":
      return deviceFactories[setting.driver](setting, parts);
    case "osdp":
      return deviceFactories[setting.driver](setting, parts);
    case "pn532":
      return deviceFactories[setting.driver](setting, parts);
    case "yrm100":
      return deviceFactories[setting.driver](setting, parts);
    case "scanner":
      return deviceFactories[setting.driver](setting, parts);
    case "nmea":
      return deviceFactories[setting.driver](setting, parts);
    case "cu16":
      return deviceFactories[setting.driver](setting, parts);
    case "modbus-relay":
      return deviceFactories[setting.driver](setting, parts);
    case "xor-8a80":
      return deviceFactories[setting.driver](setting, parts);
    default:
      return setting;
  }
}
