// What a trouble is called, how loud it is, what it is about, what to do and whom to call.

import type { TroubleView } from "../../ports/custody-views.ts";
import { kindText, toneOf, type Tone } from "./fact-tone.ts";
import { t, wireWord } from "./language.ts";

type Whom = "duty" | "police" | "security" | "fitter" | "dispatcher";

/** How loud, whom to call, and the area of words of its `about`, where that is a word. */
type Row = readonly [tone: Tone, whom: Whom, area?: string];

const rows: Readonly<Record<string, Row>> = {
  DuressSignaled: ["alarm", "police"],
  DoorForced: ["alarm", "duty"],
  TamperDetected: ["alarm", "duty"],
  ParcelUnaccounted: ["alarm", "duty"],
  ParcelsMissing: ["alarm", "dispatcher"],
  HandoverDisputed: ["alarm", "dispatcher"],
  ContainerDoubtful: ["alarm", "dispatcher", "unvouched"],
  BadgeCloned: ["alarm", "security", "reason"],
  ImpossibleTravel: ["warn", "security"],
  OverrideUsed: ["warn", "duty"],
  EmergencyDeclared: ["warn", "duty"],
  EmptyingUnconfirmed: ["warn", "duty"],
  DepositUnverified: ["warn", "duty", "reason"],
  TroublesLeftOff: ["warn", "duty"],
  DoorHeldOpen: ["warn", "duty"],
  DoorAjar: ["warn", "duty"],
  LockoutStarted: ["warn", "security"],
  ManifestOverdue: ["warn", "dispatcher"],
  ManifestNotTaken: ["warn", "dispatcher"],
  BoxNearlyFull: ["warn", "dispatcher"],
  DocumentRefused: ["warn", "security", "document"],
  LockFaulted: ["warn", "fitter", "fault"],
  SensorQuarantined: ["warn", "fitter", "sensor"],
};

const unknownRow: Row = ["warn", "duty"];
const rowOf = (kind: string): Row => rows[kind] ?? unknownRow;

/** The name of a trouble, or of the event that a box is marked with. */
export function troubleText(kind: string): string {
  const word = wireWord("trouble", kind);
  return word === kind ? kindText(kind) : word;
}

export function troubleTone(kind: string): Tone {
  return rows[kind]?.[0] ?? toneOf(kind);
}

/** What goes to the repair list. */
export function isRepair({ kind }: TroubleView): boolean {
  return rowOf(kind)[1] === "fitter";
}

export function todoText({ kind, about }: TroubleView): string {
  if (kind === "DocumentRefused" && about === "manifests") return t("todo.ManifestsRefused");
  const word = wireWord("todo", kind);
  return word === kind ? "" : word;
}

export function callText(kind: string): string {
  return t(`call.${rowOf(kind)[1]}`);
}

export function aboutText({ kind, about }: TroubleView): string {
  if (about === "") return "";
  if (kind === "ImpossibleTravel") return t("troubles.other", { site: about });
  if (kind === "BoxNearlyFull") return t("troubles.left", { n: about });
  if (kind === "TroublesLeftOff") return troubleText(about);
  const [, , area] = rowOf(kind);
  return area === undefined ? about : wireWord(area, about);
}

const ranks: Readonly<Record<Tone, number>> = { alarm: 0, warn: 1, hand: 2, calm: 3 };

/** Loudest first; the newest of them as the center gave them. */
export function byLoudness(a: TroubleView, b: TroubleView): number {
  const rank = ({ kind }: TroubleView): number =>
    kind === "DuressSignaled" ? -1 : ranks[troubleTone(kind)];
  return rank(a) - rank(b);
}
