// Settings that operators may change at run time: which, within what bounds, and what is in force.

import type { Fact } from "@driftbox/proto";
import type { CustodyTiming, Layout } from "../layout.ts";
import type { State } from "../state.ts";
import type { OrderSetting } from "./order.ts";

/** A changed setting; what it means stands beside its rule. */
export interface ChangedSetting {
  readonly value: string;
  /** The command that changed it. */
  readonly command: string;
}

export type SettingName =
  | "kiosk.helpNumber"
  | "signals.buzzer"
  | "timing.heldOpenWarnMs"
  | "timing.openWithinMs";

/** By name, as in the configuration file; what is not there is as configured. Plain JSON. */
export type Settings = Readonly<Partial<Record<SettingName, ChangedSetting>>>;

export const noSettings: Settings = {};

interface SettingRule {
  /** For whoever gives the command. */
  readonly bounds: string;
  readonly isGood: (value: string, layout: Layout) => boolean;
}

export const settingRules: { readonly [N in SettingName]: SettingRule } = {
  "kiosk.helpNumber": {
    bounds: "1 to 24 digits, spaces and + - ( )",
    isGood: (value) => /^[0-9 +()-]{1,24}$/.test(value) && /[0-9]/.test(value),
  },
  "signals.buzzer": {
    bounds: "on, or alarms: the buzzer sounds for alarms alone",
    isGood: (value) => value === "on" || value === "alarms",
  },
  "timing.heldOpenWarnMs": {
    bounds: "5000 to below timing.heldOpenAlarmMs",
    isGood: (value, { timing }) => isWithin(value, 5_000, timing.heldOpenAlarmMs - 1),
  },
  "timing.openWithinMs": {
    bounds: "3000 to 60000",
    isGood: (value) => isWithin(value, 3_000, 60_000),
  },
};

function isWithin(value: string, least: number, most: number): boolean {
  return /^[0-9]{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most;
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settingRules, name);
}

/** Whether all of them may be changed as they are asked for; an empty value = as configured. */
export function areSettable(settings: readonly OrderSetting[], layout: Layout): boolean {
  return (
    settings.length > 0 &&
    settings.every(({ key, value }) => {
      if (!isSettingName(key)) return false;
      return value === "" || settingRules[key].isGood(value, layout);
    })
  );
}

/** The settings after a fact. Names that this version does not know are of a newer one. */
export function settingsAfter(settings: Settings, fact: Fact): Settings {
  if (fact.kind !== "SettingChanged" || !isSettingName(fact.setting)) return settings;
  const { setting, value, command } = fact;
  const { [setting]: _before, ...others } = settings;
  return value === "" ? others : { ...others, [setting]: { value, command } };
}

/** The times in force. A changed one gives way where the configuration leaves no room for it. */
export function timingOf({ layout, durable }: State): CustodyTiming {
  const { timing } = layout;
  const inForce = (name: SettingName, configuredMs: number): number => {
    const { value } = durable.settings[name] ?? { value: "" };
    return settingRules[name].isGood(value, layout) ? Number(value) : configuredMs;
  };
  return {
    ...timing,
    heldOpenWarnMs: inForce("timing.heldOpenWarnMs", timing.heldOpenWarnMs),
    openWithinMs: inForce("timing.openWithinMs", timing.openWithinMs),
  };
}

/** Whether buzzers sound for alarms alone. */
export function isBuzzerForAlarms({ durable }: State): boolean {
  return durable.settings["signals.buzzer"]?.value === "alarms";
}
