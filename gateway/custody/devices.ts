// Devices, storage, clock and heartbeat: what is recorded about the gateway itself.

import type { Draft } from "./decision.ts";
import type { InputOf } from "./inputs.ts";
import { bounds } from "./layout.ts";
import { clockToleranceMs } from "./access/rights.ts";
import type { State } from "./state.ts";

/** Undefined: nothing was heard of the device in this run. */
export function isDeviceOnline(state: State, device: string): boolean | undefined {
  return state.volatile.devices[device]?.isOnline;
}

export function reportDevice(draft: Draft, input: InputOf<"DeviceHealthChanged">): void {
  const { devices } = draft.state.volatile;
  const { device, isOnline, reason } = input;
  const wasLost = isDeviceOnline(draft.state, device) === false;
  const isNew = devices[device] === undefined;
  if (isNew && Object.keys(devices).length >= bounds.devicesMaxCount) return;
  draft.observe({ devices: { ...devices, [device]: { isOnline } } });
  if (!wasLost && !isOnline) draft.record("ReaderLost", { device, reason });
}

export function reportStorage(draft: Draft, input: InputOf<"StorageReported">): void {
  const { canOpen, freeBytes, reserveBytes } = input;
  const isStorageLow = freeBytes < reserveBytes;
  const wasLow = draft.state.volatile.isStorageLow;
  draft.observe({ canOpen, isStorageLow });
  if (isStorageLow && !wasLow) draft.record("StorageLow", { freeBytes, reserveBytes });
}

export function reportClockStep(draft: Draft, input: InputOf<"ClockStepSeen">): void {
  const { stepUs, wallBeforeUs, wallAfterUs } = input;
  draft.record("ClockStepped", { stepUs, wallBeforeUs, wallAfterUs });
}

export function sendHeartbeat(draft: Draft, input: InputOf<"HeartbeatAsked">): void {
  const { reason, outboxCount, storageFreeBytes } = input;
  const { position } = draft.state.volatile;
  draft.record("Heartbeat", { reason, outboxCount, storageFreeBytes, ...position });
  correctTime(draft);
}

/** A disciplined clock that is behind the record of time: an earlier one had run ahead. */
export function correctTime(draft: Draft): void {
  const { wallMs, isWallDisciplined } = draft.now;
  const { lastWallMs } = draft.state.durable;
  if (!isWallDisciplined || wallMs === 0 || wallMs >= lastWallMs - clockToleranceMs) return;
  const wallBeforeUs = lastWallMs * 1_000;
  const wallAfterUs = wallMs * 1_000;
  draft.record("ClockStepped", { stepUs: wallAfterUs - wallBeforeUs, wallBeforeUs, wallAfterUs });
}
