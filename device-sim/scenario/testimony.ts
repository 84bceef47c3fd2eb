// Sets what the center holds of each gateway beside what the world saw, and lets it be compared.

import {
  compareHistory,
  noteFact,
  openedWithoutRecord,
  type Sight,
  type Violation,
} from "../world/index.ts";
import { completeness } from "./completeness.ts";
import type { Scene } from "./deeds.ts";
import type { Installation, SeenEvent } from "./installation.ts";
import { deviceNames, type BoxSetting, type GatewaySetting } from "./plan.ts";

/** Violations between journal and physical history since the play began. */
export async function compareTestimony(scene: Scene): Promise<readonly Violation[]> {
  const { stage, center } = scene.installation;
  const { history } = stage;
  if (history === undefined) throw new Error("more happened than the stage keeps");
  const events = (await center.events()).filter(({ cursor }) => cursor > scene.sinceCursor);
  const sights: Sight[] = [];
  for (const gateway of scene.scenario.gateways) {
    const isComplete = (await completeness(scene, gateway.gateway)).isOk;
    const isRunning = scene.installation.gateways.get(gateway.gateway)?.isRunning ?? false;
    const told = events.filter((one) => one.gateway === gateway.gateway);
    for (const box of gateway.boxes) {
      sights.push(...sightsOf(scene, { gateway, box, told, isComplete: isComplete && isRunning }));
    }
  }
  const since = history.filter(({ atMs }) => atMs >= scene.sinceMs);
  return compareHistory(since, sights, stage.world.nowMs);
}

interface Witness {
  readonly gateway: GatewaySetting;
  readonly box: BoxSetting;
  readonly told: readonly SeenEvent[];
  readonly isComplete: boolean;
}

function sightsOf(scene: Scene, { gateway, box, told, isComplete }: Witness): readonly Sight[] {
  const { board } = deviceNames(box.box);
  const boltNeeds = [
    gateway.gateway,
    board,
    ...(box.board.bus === undefined ? [] : [box.board.bus]),
  ];
  return box.compartments.map(({ compartment, door }) => {
    const here = told.filter((one) => one.box === box.box && one.compartment === compartment);
    const count = (...kinds: readonly string[]): number =>
      here.filter((one) => kinds.includes(one.kind)).length;
    return {
      box: box.box,
      compartment,
      door: door === "hook" ? "hook" : "contact",
      needs: door === "line" ? [gateway.gateway] : boltNeeds,
      boltNeeds,
      isComplete,
      told: {
        openings: count("DoorOpened", "DoorForced"),
        closings: count("DoorClosed"),
        reopenings: count("DoorForced", "DoorAjar"),
        pulses: here.filter(isPulseTold).length,
        deadlinesMs: here.flatMap((one) => deadlineOf(scene, one)),
      },
    };
  });
}

function isPulseTold({ kind, fact }: SeenEvent): boolean {
  const outcome = fact["outcome"];
  return kind === "UnlockConcluded" && (outcome === "opened" || outcome === "jammed");
}

/** World time of an intent's deadline; an intent that tells none never ends. */
function deadlineOf({ installation }: Scene, { kind, fact }: SeenEvent): readonly number[] {
  if (kind !== "UnlockIntended") return [];
  const deadlineUs = fact["deadlineMonoUs"];
  return [typeof deadlineUs === "number" ? installation.worldMsOf(deadlineUs) : Infinity];
}

/** Openings compared with the intents the center holds. */
export async function unrecordedOpenings({
  stage,
  center,
}: Installation): Promise<readonly Violation[]> {
  let state = stage.monitor;
  for (const { kind, box, compartment } of await center.events()) {
    if (box !== null && compartment !== null) state = noteFact(state, { kind, box, compartment });
  }
  return openedWithoutRecord(state, stage.world.nowMs);
}
