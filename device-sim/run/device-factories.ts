// One factory for every driver a scenario may choose: here the models of devices plug in.

import { Cu16Board } from "../devices/cu16.ts";
import { Em4100Reader } from "../devices/em4100.ts";
import { CodeScanner, codeScannerFlaws } from "../devices/code-scanner.ts";
import { GpsReceiver, gpsFlaws } from "../devices/gps-receiver.ts";
import { islandFerryRoute } from "../devices/gps-route.ts";
import { ModbusRelay } from "../devices/modbus-relay.ts";
import { osdpFlaws } from "../devices/osdp-options.ts";
import { OsdpPeripheral } from "../devices/osdp-peripheral.ts";
import { Pn532Reader } from "../devices/pn532-reader.ts";
import type { Scheduler } from "../devices/scheduler.ts";
import type { Stage } from "../devices/stage.ts";
import { XorBoard } from "../devices/xor-board.ts";
import { rangeOfBox } from "../devices/yrm100-range.ts";
import { Yrm100Reader } from "../devices/yrm100.ts";
import type { Line } from "../lines/line.ts";
import { FixtureDevice } from "../record/fixture-device.ts";
import { loadFixtureOf } from "../record/load-fixture.ts";
import type { DeviceSetting, SerialDriver, SerialSetting } from "../scenario/device-setting.ts";
import type { DeviceHandle } from "../scenario/installation.ts";
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

export interface SimulatedDevice extends DeviceHandle {
  close(): void;
}

/** A setter for flaws by name, which refuses the names of others. */
export function flawSetter<F extends string>(
  flaws: readonly F[],
  set: (flaw: F, isOn: boolean) => void,
): (flaw: string, isOn: boolean) => boolean {
  return (name, isOn) => {
    const flaw = flaws.find((one) => one === name);
    if (flaw !== undefined) set(flaw, isOn);
    return flaw !== undefined;
  };
}

type Factory<D extends SerialDriver> = (
  setting: DeviceSetting<D>,
  parts: DeviceParts,
) => SimulatedDevice;

export const deviceFactories: { readonly [D in SerialDriver]: Factory<D> } = {
  em4100: ({ settings }, parts) => {
    const reader = new Em4100Reader({ ...parts, ...settings });
    return { replyCount: 0, close: () => reader.close() };
  },
  osdp: ({ address, settings: { secure, cardFormat } }, { credentials, ...parts }) => {
    const reader = new OsdpPeripheral({
      address,
      ...parts,
      cardFormat,
      isSecureOnly: secure,
      outputCount: 1,
      ...(secure && { key: credentials.readerKey(parts.id) }),
    });
    orderByOutput(reader, parts);
    return {
      get replyCount() {
        return reader.replyCount;
      },
      setFlaw: flawSetter(osdpFlaws, (flaw, isOn) => reader.setFlaw(flaw, isOn)),
      pressKeys: (text) => reader.pressKeys(text),
      setTamper: (isOpen) => reader.setTamper(isOpen),
      close: () => reader.close(),
    };
  },
  pn532: (_setting, { credentials, ...parts }) =>
    new Pn532Reader({ ...parts, wallet: credentials.wallet }),
  yrm100: ({ settings: { neighbors } }, parts) => {
    const { box, seed } = parts;
    return new Yrm100Reader({ ...parts, range: rangeOfBox({ box, neighbors, seed }) });
  },
  scanner: (_setting, { printed, ...parts }) => {
    const scanner = new CodeScanner({ ...parts, codes: printed });
    const setFlaw = flawSetter(codeScannerFlaws, (flaw, isOn) => scanner.setFlaw(flaw, isOn));
    return { replyCount: 0, setFlaw, close: () => scanner.close() };
  },
  nmea: ({ settings: { sky } }, parts) => {
    const startUtcMs = Date.now() - parts.stage.world.nowMs;
    const route = sky === "open" ? { ...islandFerryRoute, gaps: [] } : islandFerryRoute;
    const receiver = new GpsReceiver({ ...parts, route, startUtcMs });
    const setFlaw = flawSetter(gpsFlaws, (flaw, isOn) => receiver.setFlaw(flaw, isOn));
    return { replyCount: 0, setFlaw, close: () => receiver.close() };
  },
  cu16: ({ address, settings }, parts) => new Cu16Board({ address, ...parts, ...settings }),
  "modbus-relay": ({ address, settings }, parts) =>
    new ModbusRelay({ address, ...parts, ...settings }),
  "xor-8a80": ({ address, settings: { channels: channelCount, ...settings } }, parts) =>
    new XorBoard({ address, channelCount, ...parts, ...settings }),
};

/** A relay in a reader could open the lock next to it: whoever turns it on orders an unlock. */
function orderByOutput(
  { signals }: OsdpPeripheral,
  { stage, box }: Pick<DeviceParts, "stage" | "box">,
): void {
  let wasOn = false;
  signals.onChange(() => {
    const isOn = signals.outputs[0] ?? false;
    if (isOn && !wasOn) stage.act({ kind: "orderUnlock", box, compartment: 1 });
    wasOn = isOn;
  });
}

/** Makes the device a setting asks for, on its line. */
export function makeDevice(setting: SerialSetting, parts: DeviceParts): SimulatedDevice {
  if (setting.fixture !== undefined) {
    const fixture = loadFixtureOf(setting.driver, setting.fixture);
    return new FixtureDevice({ fixture, line: parts.line, scheduler: parts.scheduler });
  }
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
