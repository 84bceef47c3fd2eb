// The decision of one input: its facts, and what the shell must do once they are durable.

import { presentBadge } from "./access/access.ts";
import { boot } from "./boot.ts";
import { concludeShutBefore } from "./doors/closing.ts";
import { Draft, type Decision } from "./decision.ts";
import { reportClockStep, reportDevice, reportStorage, sendHeartbeat } from "./devices.ts";
import { reportBolt, reportDoor } from "./doors/doors.ts";
import { reportKey } from "./doors/mechanical-key.ts";
import type { Input, InputOf, Now } from "./inputs.ts";
import { enterPin } from "./access/pins.ts";
import { presentCode } from "./access/codes.ts";
import { acceptGrants } from "./access/grants-change.ts";
import { acceptPolicy } from "./access/policy-change.ts";
import { reportBattery, reportMains, reportPosition, reportTamper } from "./power.ts";
import { reportPresence, reportWeight } from "./doors/presence.ts";
import { concludeOrders } from "./orders/order-outcomes.ts";
import { missOrder, receiveOrder, refuseUnreadable } from "./orders/orders.ts";
import { refuseDocument } from "./access/refused-documents.ts";
import { watchSchedule } from "./service/suspension.ts";
import { orderSignals } from "./signals.ts";
import { giveUpWaiting, releaseCoils } from "./coils/solenoids.ts";
import type { State } from "./state.ts";
import { presentTag, seeTag } from "./parcels/tags.ts";
import { timerDue } from "./timers.ts";
import { tellCodes } from "./told-codes.ts";
import { endPulse } from "./coils/unlocking.ts";
import { answerDeposit, askDeposit } from "./visits/deposits.ts";
import { acceptManifests } from "./manifests/manifest-rules.ts";
import { followRounds } from "./visits/rounds.ts";
import { stateWish } from "./visits/wish-rules.ts";
import { amendWish } from "./visits/wishes.ts";

export type { Decision } from "./decision.ts";

/**
 * Decides one input. Pure: the same state, input and clocks give the same decision. Inputs about
 * boxes or compartments that are not configured, and stale timers, lead to nothing.
 */
export function decide(state: State, input: Input, now: Now): Decision {
  const draft = new Draft(state, now);
  apply(draft, input);
  concludeOrders(draft);
  followRounds(draft);
  tellCodes(draft, input);
  orderSignals(draft, input);
  return draft.finish();
}

function apply(draft: Draft, input: Input): void {
  switch (input.kind) {
    case "Booted":
      return boot(draft, input);
    case "PolicyAccepted":
      acceptPolicy(draft, input.policy);
      return watchSchedule(draft);
    case "BadgePresented":
      return presentBadge(draft, input);
    case "PinEntered":
      return enterPin(draft, input);
    case "CodePresented":
      return presentCode(draft, input);
    case "GrantsAccepted":
      return acceptGrants(draft, input.grants);
    case "WishStated":
      return stateWish(draft, input);
    case "ManifestsAccepted":
      return acceptManifests(draft, input);
    case "WishAmended":
      return amendWish(draft, input);
    case "CommandReceived":
      return receiveOrder(draft, input);
    case "CommandUnreadable":
      return refuseUnreadable(draft, input);
    case "CommandMissed":
      return missOrder(draft, input);
    case "DocumentTurnedAway":
      return refuseDocument(draft, input);
    case "DepositAsked":
      return askDeposit(draft, input);
    case "DepositAnswered":
      return answerDeposit(draft, input);
    case "TagPresented":
      return presentTag(draft, input);
    case "TagSeen":
      return seeTag(draft, input);
    case "PulseEnded":
      return endPulse(draft, input);
    case "TimerDue":
      return timerDue(draft, input.key);
    case "StandstillSeen":
      return giveUpWaiting(draft);
    case "DeviceHealthChanged":
      if (input.isOnline) releaseCoils(draft, input.device);
      return reportDevice(draft, input);
    case "StorageReported":
      return reportStorage(draft, input);
    case "ClockStepSeen":
      reportClockStep(draft, input);
      return watchSchedule(draft);
    case "HeartbeatAsked":
      sendHeartbeat(draft, input);
      return watchSchedule(draft);
    default:
      return hear(draft, input);
  }
}

type Sensed = InputOf<
  | "DoorReported"
  | "BoltReported"
  | "PresenceReported"
  | "WeightReported"
  | "KeyReported"
  | "MainsReported"
  | "BatteryReported"
  | "TamperReported"
  | "PositionReported"
>;

/** What sensors say. */
function hear(draft: Draft, input: Sensed): void {
  switch (input.kind) {
    case "DoorReported":
      reportDoor(draft, input);
      return concludeShutBefore(draft, input);
    case "BoltReported":
      reportBolt(draft, input);
      return concludeShutBefore(draft, input);
    case "PresenceReported":
      reportPresence(draft, input);
      return concludeShutBefore(draft, input);
    case "WeightReported":
      reportWeight(draft, input);
      return concludeShutBefore(draft, input);
    case "KeyReported":
      return reportKey(draft, input);
    case "MainsReported":
      return reportMains(draft, input);
    case "BatteryReported":
      return reportBattery(draft, input);
    case "TamperReported":
      return reportTamper(draft, input);
    case "PositionReported":
      return reportPosition(draft, input);
  }
}
