// Sets what the center holds of each gateway beside what the world saw, and lets it be compared.

import { limits } from "@driftbox/proto";
import {
  compareHistory,
  openedWithoutRecord,
  type Intent,
  type Sight,
  type Spot,
  type ToldOfPlace,
  type Violation,
} from "../world/index.ts";
import { completeness } from "./completeness.ts";
import type { Scene } from "./scene.ts";
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
  return box.compartments.map(({ compartment, door, presence }) => {
    const here = told.filter((one) => one.box === box.box && one.compartment === compartment);
    return {
      box: box.box,
      compartment,
      door: door === "hook" ? "hook" : "contact",
      needs: door === "line" ? [gateway.gateway] : boltNeeds,
      boltNeeds,
      hasPresence: presence !== "none",
      isComplete,
      told: toldOf(scene, here),
    };
  });
}

/** Openings by force, or by the mechanical key. */
const unlawful: readonly string[] = ["DoorForced", "OverrideUsed"];

function toldOf({ installation }: Scene, here: readonly SeenEvent[]): ToldOfPlace {
  const of = (...kinds: readonly string[]) => here.filter(({ kind }) => kinds.includes(kind));
  const concluded = (...outcomes: readonly string[]): number =>
    of("UnlockConcluded").filter(({ fact }) => outcomes.includes(String(fact["outcome"]))).length;
  const isBySensor = ({ fact }: SeenEvent): boolean =>
    fact["evidence"] === "tag-and-presence" || fact["evidence"] === "presence-only";
  const parcelsOf = (events: readonly SeenEvent[]) => events.flatMap(({ parcels }) => parcels);
  const pending = of("UnlockIntended").length - of("UnlockConcluded").length;
  return {
    openings: of("DoorOpened", ...unlawful).length,
    forced: of(...unlawful).length,
    closings: of("DoorClosed").length,
    reopenings: reopeningsIn(here),
    pulses: concluded("opened", "jammed"),
    doubts: concluded("unknown") + Math.max(0, pending),
    intents: intentsIn(here, installation),
    seenDeposits: of("ParcelDeposited").filter(isBySensor).length,
    seenCollections: of("ParcelCollected").filter(isBySensor).length,
    arrivals: of("ParcelDeposited", "DepositUnverified").length,
    deposited: parcelsOf(of("ParcelDeposited")),
    left: parcelsOf(of("ParcelCollected", "ParcelUnaccounted")),
  };
}

/** Of `DoorHeldOpen`: from then on the door keeps nobody else out. */
const alarmStage = 2;

/** Openings told of a door that was told open before: ajar, left open, or by nobody's leave. */
function reopeningsIn(here: readonly SeenEvent[]): number {
  let door: "shut" | "ajar" | "forced" | "open" | "left" = "shut";
  let count = 0;
  for (const { kind, fact } of here) {
    const isAgain =
      door === "ajar" || (kind === "DoorOpened" && (door === "forced" || door === "left"));
    if (kind === "DoorOpened" || unlawful.includes(kind)) {
      if (isAgain) count += 1;
      door = kind === "DoorOpened" ? "open" : "forced";
    } else if (kind === "DoorHeldOpen" && fact["stage"] === alarmStage) door = "left";
    else if (kind === "DoorAjar") door = "ajar";
    else if (kind === "DoorClosed") door = "shut";
  }
  return count;
}

/** Intents of one place, without those that were concluded as never sent. */
function intentsIn(here: readonly SeenEvent[], clock: Clock): readonly Intent[] {
  const unsent = here
    .filter(({ kind, fact }) => kind === "UnlockConcluded" && fact["outcome"] === "refused")
    .map(({ fact }) => fact["intentSeq"]);
  return here
    .filter(({ kind, seq }) => kind === "UnlockIntended" && !unsent.includes(seq))
    .map(({ fact }) => {
      const { deadlineMonoUs, pulseMs } = fact;
      // One that tells no deadline explains any one order.
      if (typeof deadlineMonoUs !== "number")
        return { intendedMs: -Infinity, deadlineMs: Infinity };
      const deadlineMs = clock.worldMsOf(deadlineMonoUs);
      const orderedMs = typeof pulseMs === "number" ? pulseMs : undefined;
      return { intendedMs: deadlineMs - limits.orderLifeMs, deadlineMs, pulseMs: orderedMs };
    });
}

type Clock = Pick<Installation, "worldMsOf">;

/** Openings compared with the intents the center holds. */
export async function unrecordedOpenings(
  installation: Installation,
): Promise<readonly Violation[]> {
  const { stage, center } = installation;
  const events = await center.events();
  const intentsOf = ({ box, compartment }: Spot): readonly Intent[] => {
    const here = events.filter((one) => one.box === box && one.compartment === compartment);
    return intentsIn(here, installation);
  };
  return openedWithoutRecord(stage.monitor, stage.world.nowMs, intentsOf);
}
