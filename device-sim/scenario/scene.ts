// What a deed or an expectation works on: the installation, its scenario, and the pace of people.

import type { Action } from "../world/index.ts";
import type { CommandAnswer, GatewayAt, Installation } from "./installation.ts";
import type { Unheard } from "./never.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import type { Pace } from "./pace.ts";
import type { Scenario } from "./plan.ts";
import type { DeedName, StepOf } from "./steps.ts";

export interface Scene {
  readonly scenario: Scenario;
  readonly installation: Installation;
  readonly pace: Pace;
  /** Events up to this cursor belong to what was before this play. */
  readonly sinceCursor: number;
  /** World time at which this play began. */
  readonly sinceMs: number;
  /** What is left to judge when the play ends; undefined = nobody will. */
  readonly unheard?: Unheard[];
  /** What people wrote down for later. */
  readonly notes: Notes;
}

export interface Notes {
  /** Check code of a screen. */
  checkCode?: string;
  /** One-time code that was entered last. */
  onceCode?: string;
  /** Of the last command; undefined until it is there. */
  answer?: CommandAnswer | undefined;
}

/** Plays one kind of deed. What the world does not allow is a failed outcome, not an exception. */
export type Player<K extends DeedName> = (
  step: StepOf<K>["fields"],
  scene: Scene,
) => Promise<Outcome>;
export type Players<K extends DeedName = DeedName> = { readonly [P in K]: Player<P> };

/** Lets the world act, and says what happened. */
export async function acted(scene: Scene, action: Action): Promise<Outcome> {
  const happenings = scene.installation.stage.act(action);
  const impossible = happenings.find((one) => one.kind === "ActionImpossible");
  return impossible === undefined
    ? held(happenings.map((one) => one.kind).join(", ") || action.kind)
    : failed(`${action.kind}: ${impossible.reason}`);
}

export function badgeOf(scene: Scene, person: string): string {
  return scene.scenario.people.find((one) => one.person === person)?.badge ?? "";
}

/** Site and gateway of a box. @throws Error for a box that no gateway has */
export function gatewayOf({ scenario }: Scene, box: string): GatewayAt {
  const found = scenario.gateways.find(({ boxes }) => boxes.some((one) => one.box === box));
  if (found === undefined) throw new Error(`no box ${box}`);
  return found;
}

/** @throws Error for a parcel that nobody made */
export function parcelOf(
  { scenario }: Scene,
  name: string,
): { readonly tag: string; readonly number: string } {
  const parcel = scenario.parcels.find((one) => one.parcel === name);
  if (parcel === undefined) throw new Error(`no parcel ${name}`);
  return parcel;
}
