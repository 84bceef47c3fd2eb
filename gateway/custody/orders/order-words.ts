// What each word of a command does, and by which rules of a tap it may not be done now.

import type { Draft } from "../decision.ts";
import { placeAt, placesOf, type PlaceLayout } from "../layout.ts";
import { isOccupied } from "../access/selection.ts";
import { canWait } from "../coils/solenoids.ts";
import { trayOf } from "../parcels/tags.ts";
import { resumeService, suspendService } from "../service/suspension.ts";
import { restoreSensor } from "../doors/quarantine.ts";
import { isSensorName } from "../doors/trust.ts";
import { recordAt, type State } from "../state.ts";
import { blockingPlaces } from "../visits/sessions.ts";
import { locate } from "./locating.ts";
import type { Order, OrderRefusal, OrderWord } from "./order.ts";
import { markOf } from "./order-marks.ts";
import { openByOrder, openingObstacle } from "./order-opening.ts";
import { revocableAt, revoke } from "./revoking.ts";
import { beginRound } from "../visits/rounds.ts";
import { areSettable } from "./settings.ts";

/** One word: what it needs to be there, why it may not be done now, and its doing. */
interface WordRule {
  /** `all`: a box, or every box where none is named. */
  readonly needs: "place" | "box" | "all" | "nothing";
  readonly obstacle?: (draft: Draft, order: Order) => OrderRefusal | undefined;
  /** Whatever it does at once is stated as done by `obey`; else by whoever sees its end. */
  readonly obey: (draft: Draft, order: Order) => "done" | "spent already" | "goes-on";
}

const rules: { readonly [W in OrderWord]: WordRule } = {
  open: {
    needs: "place",
    obstacle: (draft, order) => boxObstacle(draft, order.box) ?? placeObstacle(draft, order),
    obey: (draft, order) => {
      openByOrder(draft, placeOf(draft.state, order), order.givenBy);
      return "goes-on";
    },
  },
  disable: {
    needs: "place",
    obey: (draft, { box, compartment, reason }) => {
      const { isEnabled } = recordAt(draft.state, placeOf(draft.state, { box, compartment }).key);
      if (isEnabled) draft.record("CompartmentDisabled", { box, compartment, reason });
      return "done";
    },
  },
  enable: {
    needs: "place",
    obey: (draft, { box, compartment, reason }) => {
      draft.record("CompartmentEnabled", { box, compartment, reason });
      return "done";
    },
  },
  "collect-all": {
    needs: "box",
    obstacle: (draft, { box }) => boxObstacle(draft, box) ?? roundObstacle(draft, box),
    obey: (draft, { box, command, givenBy }) => {
      const { deadlineMonoMs } = markOf(draft.state.durable.orders, command) ?? {};
      const basis = { kind: "command", command, givenBy } as const;
      beginRound(draft, basis, roundPlaces(draft, box), deadlineMonoMs);
      return "goes-on";
    },
  },
  locate: { needs: "box", obey: (draft, order) => locate(draft, order) },
  configure: {
    needs: "nothing",
    obstacle: ({ state }, { settings }) =>
      areSettable(settings, state.layout) ? undefined : "bad-setting",
    obey: (draft, { settings, command }) => {
      for (const { key: setting, value } of settings) {
        draft.record("SettingChanged", { setting, value, command });
      }
      return "done";
    },
  },
  suspend: {
    needs: "all",
    obey: (draft, { box, reason }) => suspendService(draft, { box, source: "command", reason }),
  },
  resume: {
    needs: "all",
    obey: (draft, { box, reason }) => resumeService(draft, { box, source: "command", reason }),
  },
  reissue: {
    needs: "nothing",
    obstacle: (_draft, { parcel }) => (parcel === "" ? "unknown-place" : undefined),
    obey: (draft, { parcel, issue: leastIssue, command }) => {
      draft.record("CodeReissued", { parcel, leastIssue, command });
      return "done";
    },
  },
  "restore-sensor": {
    needs: "place",
    obstacle: (_draft, { sensor }) => (isSensorName(sensor) ? undefined : "unknown-place"),
    obey: (draft, { box, compartment, sensor }) => {
      const place = placeAt(draft.state.layout, box, compartment);
      if (place !== undefined && isSensorName(sensor)) restoreSensor(draft, place, sensor);
      return "done";
    },
  },
  revoke: {
    needs: "box",
    obstacle: (draft, { code }) =>
      revocableAt(draft, code) === undefined ? "bad-code" : undefined,
    obey: (draft, order) => revoke(draft, order),
  },
};

/** Why a command of this boot and time may not be done now. */
export function obstacleTo(draft: Draft, order: Order): OrderRefusal | undefined {
  if (order.word === undefined) return "unknown-word";
  const rule = rules[order.word];
  if (!isThere(draft.state, rule.needs, order)) return "unknown-place";
  return rule.obstacle?.(draft, order);
}

/** Does what an accepted command says, and states the outcome of what is done at once. */
export function obey(draft: Draft, order: Order): void {
  if (order.word === undefined) return;
  const { command } = order;
  const outcome = rules[order.word].obey(draft, order);
  if (outcome !== "goes-on") draft.record("CommandExecuted", { command, outcome });
}

function isThere({ layout }: State, needs: WordRule["needs"], order: Order): boolean {
  const { box, compartment } = order;
  const isBox = layout.boxes.some(({ id }) => id === box);
  if (needs === "nothing") return true;
  if (needs === "place") return placeAt(layout, box, compartment) !== undefined;
  return isBox || (needs === "all" && box === "");
}

function placeOf({ layout }: State, at: Pick<Order, "box" | "compartment">): PlaceLayout {
  const place = placeAt(layout, at.box, at.compartment);
  if (place === undefined) throw new Error(`no compartment ${at.box} ${at.compartment}`);
  return place;
}

/** What keeps a whole box from being opened from afar: first of all that somebody is there. */
function boxObstacle({ state, now }: Draft, box: string): OrderRefusal | undefined {
  const { policy, canOpen, visits, wishes, deposits } = state.volatile;
  if (!canOpen) return "storage-full";
  if (policy === undefined) return "not-permitted";
  if (state.durable.service.maintenance[box] !== undefined) return "in-maintenance";
  const isBegun = [visits, wishes, deposits].some((begun) => begun[box] !== undefined);
  if (isBegun || trayOf(state, box, now.monoMs).length > 0) return "person-at-box";
  const inBox = placesOf(state.layout).filter((place) => place.box.id === box);
  if (inBox.some(({ key }) => recordAt(state, key).isDoorOpen)) return "door-open";
  return blockingPlaces(state, box, now.monoMs).length > 0 ? "busy" : undefined;
}

function placeObstacle(draft: Draft, order: Order): OrderRefusal | undefined {
  const place = placeOf(draft.state, order);
  const why = openingObstacle(draft.state, place);
  if (why !== undefined) return why;
  return canWait(draft.state, place, draft.now.monoMs) ? undefined : "busy";
}

/** Compartments of a box with something inside that may be opened from afar, by their numbers. */
function roundPlaces({ state }: Draft, box: string): readonly PlaceLayout[] {
  return placesOf(state.layout)
    .filter((place) => place.box.id === box && isOccupied(state, place.key))
    .filter((place) => openingObstacle(state, place) === undefined);
}

function roundObstacle(draft: Draft, box: string): OrderRefusal | undefined {
  const [first] = roundPlaces(draft, box);
  if (first === undefined) return "nothing-to-collect";
  return canWait(draft.state, first, draft.now.monoMs) ? undefined : "busy";
}
