// The life of a supervised line as a pure transition function: state and input in, effects out.
import type { DeviceHealth } from "../../ports/devices.ts";

/** Times of a supervised line in ms. Waits grow from `backoffFirstMs` by doubling. */
export interface LinePacing {
  readonly backoffFirstMs: number;
  readonly backoffMaxMs: number;
  /** Share of a wait, 0..1, that chance may take off it. Waits never exceed `backoffMaxMs`. */
  readonly jitterShare: number;
  readonly openTimeoutMs: number;
  readonly probeTimeoutMs: number;
}

export const defaultPacing: LinePacing = {
  backoffFirstMs: 500,
  backoffMaxMs: 30_000,
  jitterShare: 0.25,
  openTimeoutMs: 5_000,
  probeTimeoutMs: 5_000,
};

/**
 * `absent`: the port could not be opened. `backing-off`: it was open and failed, or the device did
 * not identify itself. Both wait for the next attempt. `failures` counts attempts since online.
 */
export type LineState =
  | { readonly name: "stopped" }
  | Trying<"opening">
  | Trying<"probing">
  | { readonly name: "online" }
  | Waiting<"absent">
  | Waiting<"backing-off">;

interface Trying<Name extends string> {
  readonly name: Name;
  readonly failures: number;
}

interface Waiting<Name extends string> extends Trying<Name> {
  readonly reason: string;
}

/** `chance` is uniform in [0, 1). `due` means the timer of the last `wait` ran out. */
export type LineInput =
  | { readonly kind: "start" | "stop" | "opened" | "probed" }
  | { readonly kind: "failed"; readonly reason: string; readonly chance: number }
  | { readonly kind: "due"; readonly chance: number };

/** `wait` replaces the running timer, `rest` clears it; `close` also gives up an opening. */
export type LineEffect =
  | { readonly kind: "open" | "probe" | "close" | "rest" }
  | { readonly kind: "wait"; readonly ms: number };

export interface LineStep {
  readonly state: LineState;
  readonly effects: readonly LineEffect[];
}

/** What happens next. An input that does not belong to the state changes nothing. */
export function stepLine(state: LineState, input: LineInput, pacing: LinePacing): LineStep {
  if (input.kind === "stop") {
    return { state: { name: "stopped" }, effects: [{ kind: "rest" }, { kind: "close" }] };
  }
  if (state.name === "stopped") {
    return input.kind === "start" ? opening(0, pacing) : unchanged(state);
  }
  if (state.name === "absent" || state.name === "backing-off") {
    return input.kind === "due" ? opening(state.failures, pacing) : unchanged(state);
  }
  if (state.name === "opening" && input.kind === "opened") return probing(state.failures, pacing);
  if (state.name === "probing" && input.kind === "probed") {
    return { state: { name: "online" }, effects: [{ kind: "rest" }] };
  }
  return lost(state, input, pacing);
}

/** The wait before the next attempt after `failures` failed ones (1 = the first). */
export function backoffMs(failures: number, chance: number, pacing: LinePacing): number {
  const full = Math.min(pacing.backoffFirstMs * 2 ** (failures - 1), pacing.backoffMaxMs);
  return full * (1 - pacing.jitterShare * chance);
}

/** The state as the device ports report it. */
export function healthOf(state: LineState): DeviceHealth {
  if (state.name === "stopped") return { state: "absent", reason: "not started" };
  if (state.name === "online") return { state: "online" };
  if (state.name === "opening") {
    return { state: "opening", reason: `attempt ${state.failures + 1}` };
  }
  if (state.name === "probing") {
    return { state: "probing", reason: "the port is open, the device has not answered yet" };
  }
  return { state: state.name, reason: state.reason };
}

function unchanged(state: LineState): LineStep {
  return { state, effects: [] };
}

function opening(failures: number, pacing: LinePacing): LineStep {
  return {
    state: { name: "opening", failures },
    effects: [{ kind: "wait", ms: pacing.openTimeoutMs }, { kind: "open" }],
  };
}

function probing(failures: number, pacing: LinePacing): LineStep {
  return {
    state: { name: "probing", failures },
    effects: [{ kind: "wait", ms: pacing.probeTimeoutMs }, { kind: "probe" }],
  };
}

function lost(
  state: Extract<LineState, { name: "opening" | "probing" | "online" }>,
  input: LineInput,
  pacing: LinePacing,
): LineStep {
  if (input.kind !== "failed" && input.kind !== "due") return unchanged(state);
  if (input.kind === "due" && state.name === "online") return unchanged(state);
  const late = state.name === "opening" ? "the port did not open in time" : "no answer in time";
  const reason = input.kind === "failed" ? input.reason : late;
  const failures = state.name === "online" ? 1 : state.failures + 1;
  const ms = backoffMs(failures, input.chance, pacing);
  const name = state.name === "opening" ? "absent" : "backing-off";
  return {
    state: { name, failures, reason },
    effects: [{ kind: "close" }, { kind: "wait", ms }],
  };
}
