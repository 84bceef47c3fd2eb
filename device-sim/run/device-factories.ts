// One factory for every driver a scenario may choose: here the models of devices plug in.

import { Cu16Board } from "../devices/cu16.ts";
import { Em4100Reader } from "../devices/em4100.ts";
import { ModbusRelay } from "../devices/modbus-relay.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { XorBoard } from "../devices/xor-board.ts";
import type { Line } from "../lines/line.ts";
import type { DeviceSetting, Driver } from "../scenario/drivers.ts";
import type { Spot } from "../world/index.ts";

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
