// What a scenario says of one device: its driver, its wires, and what that driver can be told.

import type { OsdpCardFormat } from "../devices/osdp-card.ts";
import type { Em4100Style } from "../devices/em4100.ts";
import type { Plain } from "./located.ts";

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

/** What every device has, whatever its driver. */
export interface CommonSetting {
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
  [P in D]: CommonSetting & { readonly driver: P; readonly settings: DriverSettings[P] };
}[D];

export type SerialSetting = DeviceSetting<SerialDriver>;
