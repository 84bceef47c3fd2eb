// Judges that something did not happen: by all that a gateway wrote, not by what has arrived.

import type { Violation } from "../world/index.ts";
import { completeness } from "./completeness.ts";
import type { Scene } from "./scene.ts";
import type { SeenEvent } from "./installation.ts";
import { failed, held, type Outcome } from "./outcome.ts";
import type { StepOf } from "./steps.ts";

type Fields = StepOf<"never">["fields"];

/** What a gateway had written when it was said to have said nothing, and nobody had heard yet. */
export interface Unheard {
  readonly fields: Fields;
  readonly gateway: string;
  /** Its events before this one are meant. */
  readonly nextSeq: number;
}

/** How long a gateway that runs and is linked may take to deliver. */
const deliverMaxMs = 10_000;

/**
 * Waits for everything its gateways wrote. Of one that cannot deliver now, what it has written is
 * noted and judged at the end of the play.
 */
export async function judgeNever(fields: Fields, scene: Scene): Promise<Outcome> {
  const later: string[] = [];
  for (const gateway of gatewaysOf(fields, scene)) {
    if ((await delivered(scene, gateway)).isOk) continue;
    const journal = await scene.installation.gateways.get(gateway)?.checkJournal();
    scene.unheard?.push({ fields, gateway, nextSeq: journal?.nextSeq ?? Infinity });
    later.push(gateway);
  }
  const { found, count } = await foundOf(scene, fields, () => true);
  if (found.length > 0) return failed(found.map(describe).join("; "));
  const rest = later.length > 0 ? `; ${later.join(", ")} is judged at the end` : "";
  return held(`none among ${count} events${rest}`);
}

/** Judges at the end of a play what could not be heard before. */
export async function judgeUnheard(scene: Scene): Promise<readonly Violation[]> {
  const violations: Violation[] = [];
  const note = (detail: string): void => {
    const atMs = scene.installation.stage.world.nowMs;
    violations.push({ monitor: "never-happens", atMs, detail });
  };
  for (const { fields, gateway, nextSeq } of scene.unheard ?? []) {
    const whole = await delivered(scene, gateway);
    if (!whole.isOk && canDeliver(scene, gateway)) note(`${gateway}: ${whole.seen}`);
    const isMeant = (event: SeenEvent) => event.gateway === gateway && event.seq < nextSeq;
    const { found } = await foundOf(scene, fields, isMeant);
    if (found.length > 0) note(found.map(describe).join("; "));
  }
  return violations;
}

function canDeliver({ installation }: Scene, gateway: string): boolean {
  const isCut = installation.links.get(gateway)?.isCut ?? false;
  return !isCut && installation.gateways.get(gateway)?.isRunning === true;
}

function delivered(scene: Scene, gateway: string): Promise<Outcome> {
  const boundMs = canDeliver(scene, gateway) ? deliverMaxMs : 0;
  return scene.pace.within(boundMs, () => completeness(scene, gateway));
}

function gatewaysOf({ gateway, box }: Fields, { scenario }: Scene): readonly string[] {
  return scenario.gateways
    .filter((one) => gateway === undefined || one.gateway === gateway)
    .filter(({ boxes }) => box === undefined || boxes.some((one) => one.box === box))
    .map((one) => one.gateway);
}

async function foundOf(
  { installation, sinceCursor }: Scene,
  { kinds, box, gateway }: Fields,
  isMeant: (event: SeenEvent) => boolean,
): Promise<{ readonly found: readonly SeenEvent[]; readonly count: number }> {
  const events = (await installation.center.events()).filter((one) => one.cursor > sinceCursor);
  const found = events.filter(
    (event) =>
      isMeant(event) &&
      kinds.includes(event.kind) &&
      (box === undefined || event.box === box) &&
      (gateway === undefined || event.gateway === gateway),
  );
  return { found, count: events.length };
}

/** An event in a few words. */
export function describe(event: SeenEvent): string {
  const place = event.box === null ? event.gateway : `${event.box}/${event.compartment ?? 0}`;
  const late = event.isLate ? ", late" : "";
  return `#${event.seq} ${event.kind} ${place}${late}`;
}
