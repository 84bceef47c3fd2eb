// Whether a compartment holds something, fused from what each of its witnesses says. Pure.

import type { Confidence, Presence } from "@driftbox/proto";

/** Who tells of what is inside: the presence sensor, the tags read, a scale where there is one. */
export type WitnessName = "infrared" | "tags" | "weight";

export interface Witness {
  readonly name: WitnessName;
  /** Unknown = silent, not there, or quarantined. */
  readonly says: Presence;
}

/** All that is known when a door has closed. */
export interface Testimony {
  readonly witnesses: readonly Witness[];
  /** False: the contact or the bolt cannot be read, so the door is shut by half its witnesses. */
  readonly isShutForSure: boolean;
  /** True: an envelope may lie under the beam. */
  readonly isForThin: boolean;
}

export interface Fused {
  readonly presence: Presence;
  readonly confidence: Confidence;
  /**
   * `agreed`, `<witness>-alone`, `no-witness`, `hidden-from-infrared`, or `<witness>-dissents` for
   * each that was overruled, with `<sensor>-agrees` for a sensor beside another that was; then
   * `door-unsure` where that made it less sure.
   */
  readonly reason: string;
}

/** A parcel that its tag tells of and a beam passes over. */
export const hiddenReason = "hidden-from-infrared";
const tagsAloneReason = "tags-alone";

const ranks: readonly Confidence[] = ["low", "medium", "high"];

/** How sure a witness alone can make anybody. Tags tell of parcels at the box, not inside it. */
export function strengthOf({ name, says }: Witness, isForThin: boolean): Confidence {
  if (name === "tags") return "medium";
  return name === "infrared" && says === "empty" && isForThin ? "low" : "high";
}

/**
 * Total: any testimony has an outcome. The strongest side is believed, of equal ones the one that
 * says occupied; it is never more certain than the best witness on it, and hardly at all where a
 * witness of some weight says otherwise.
 */
export function fusePresence({ witnesses, isShutForSure, isForThin }: Testimony): Fused {
  const heard = witnesses.filter(({ says }) => says !== "unknown");
  const strength = (says: Presence): number => {
    const own = heard.filter((one) => one.says === says);
    return Math.max(-1, ...own.map((one) => ranks.indexOf(strengthOf(one, isForThin))));
  };
  if (heard.length === 0) return { presence: "unknown", confidence: "low", reason: "no-witness" };
  const presence = strength("empty") > strength("occupied") ? "empty" : "occupied";
  const others = heard.filter(({ says }) => says !== presence);
  const opposed = strength(presence === "empty" ? "occupied" : "empty");
  const doorLimit = isShutForSure ? 2 : 1;
  const own = opposed > 0 ? 0 : strength(presence);
  const confidence = ranks[Math.min(own, doorLimit)] ?? "low";
  const word = reasonOf(heard, others, isForThin);
  return { presence, confidence, reason: own > doorLimit ? `${word} door-unsure` : word };
}

function reasonOf(
  heard: readonly Witness[],
  overruled: readonly Witness[],
  isForThin: boolean,
): string {
  if (overruled.length === 0)
    return heard.length === 1 ? `${heard[0]?.name ?? ""}-alone` : "agreed";
  const names = overruled.map(({ name }) => name);
  const isHidden = isForThin && names.length === 1 && names[0] === "infrared";
  const isSensorOverruled = names.some((name) => name !== "tags");
  const agreeing = heard.filter((one) => one.name !== "tags" && !overruled.includes(one));
  return [
    ...(isHidden && overruled[0]?.says === "empty"
      ? [hiddenReason]
      : names.map((name) => `${name}-dissents`)),
    ...(isSensorOverruled ? agreeing.map(({ name }) => `${name}-agrees`) : []),
  ].join(" ");
}

/** What presence sensor and scale together said, by the presence and the reason recorded. */
export function sensedOf(presence: Presence, reason: string | undefined): Presence {
  if (reason === undefined || reason.includes("-agrees")) return presence;
  if (reason.startsWith(tagsAloneReason)) return "unknown";
  const isOverruled = /^hidden-from-infrared|(infrared|weight)-dissents/.test(reason);
  if (!isOverruled) return presence;
  return presence === "occupied" ? "empty" : "occupied";
}

/** Presence as one word. */
export function presenceWord(isOccupied: boolean | undefined): Presence {
  if (isOccupied === undefined) return "unknown";
  return isOccupied ? "occupied" : "empty";
}

/** Presence by sensor and scale: what either of them notices is there. */
export function sensedTogether(
  isSeen: boolean | undefined,
  isFelt: boolean | undefined,
): boolean | undefined {
  if (isSeen === true || isFelt === true) return true;
  return isSeen ?? isFelt;
}

/** What tags read in a visit say of inside: new ones went in, and all that were there came out. */
export function saidByTags(tags: readonly string[], inventory: readonly string[]): Presence {
  if (tags.some((tag) => !inventory.includes(tag))) return "occupied";
  const areAllOut = inventory.length > 0 && inventory.every((parcel) => tags.includes(parcel));
  return areAllOut ? "empty" : "unknown";
}
