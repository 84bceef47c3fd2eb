// How loud a kind of event is on the screen, and the few words that complete its name.

import type { EventView } from "../../ports/views.ts";
import { t, wireWord } from "./language.ts";
import { spanText } from "./time.ts";

/** alarm = act; warn = look; hand = the parcel changed hands; calm = everything else. */
export type Tone = "alarm" | "warn" | "hand" | "calm";

const tones: Readonly<Record<string, Tone>> = {
  DoorForced: "alarm",
  Quarantined: "alarm",
  TamperDetected: "alarm",
  DuressSignaled: "alarm",
  ParcelUnaccounted: "alarm",
  HandoverDisputed: "alarm",
  ChainRecovered: "alarm",
  DoorHeldOpen: "warn",
  DoorAjar: "warn",
  LockFaulted: "warn",
  OverrideUsed: "warn",
  AccessRefused: "warn",
  LockoutStarted: "warn",
  DepositUnverified: "warn",
  SensorDissented: "warn",
  ReaderLost: "warn",
  StorageLow: "warn",
  BatteryLow: "warn",
  PowerLost: "warn",
  ClockStepped: "warn",
  DocumentRefused: "warn",
  EmergencyDeclared: "warn",
  SensorQuarantined: "warn",
  ParcelDeposited: "hand",
  ParcelCollected: "hand",
  BoxEmptied: "hand",
  HandoverReleased: "hand",
  HandoverAccepted: "hand",
};

export function toneOf(kind: string): Tone {
  return tones[kind] ?? "calm";
}

export function kindText(kind: string): string {
  return wireWord("kind", kind);
}

/** Fields of a fact that are words of a table, with the area of their translations. */
const spokenFields = [
  ["reason", "reason"],
  ["outcome", "outcome"],
  ["result", "result"],
  ["evidence", "evidence"],
  ["fault", "fault"],
  ["recovery", "recovery"],
  ["action", "action"],
  ["proof", "proof"],
  ["cause", "cause"],
  ["method", "method"],
  ["confidence", "confidence"],
  ["document", "document"],
] as const;

/** What the fact adds to its name: a reason, a result, how long, from whom to whom. */
export function factNote(event: EventView): string {
  const { fact } = event;
  const notes = spokenFields.flatMap(([field, area]) => {
    const word = fact[field];
    return typeof word === "string" && word !== "" ? [wireWord(area, word)] : [];
  });
  const openMs = fact["openMs"] ?? fact["offMs"];
  if (typeof openMs === "number") notes.push(spanText(openMs));
  const { giver, receiver } = fact;
  if (typeof giver === "string" && typeof receiver === "string") {
    notes.push(`${giver} → ${receiver}`);
  }
  const { setting, value } = fact;
  if (typeof setting === "string" && typeof value === "string") {
    notes.push(`${setting} = ${value === "" ? t("setting.asConfigured") : value}`);
  }
  const parcelCount = fact["parcelCount"];
  if (typeof parcelCount === "number") notes.push(t("box.parcels", { n: parcelCount }));
  return notes.join(" · ");
}
