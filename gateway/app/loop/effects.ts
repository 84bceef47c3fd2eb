// Runs the effects of the core on locks, timers and lamps; what becomes of them returns as inputs.

import type { Effect, Input, ToldFact } from "../../custody/inputs.ts";
import { placeKey } from "../../custody/layout.ts";
import type { LockBoard, PulseResult } from "../../ports/devices.ts";
import type { Timers } from "../../ports/runtime.ts";
import type { ShowSignal } from "../devices/box-signals.ts";

/** Which lock belongs to which compartment. `channel` counts from 0. */
export interface LockWire {
  readonly board: LockBoard;
  readonly channel: number;
}

interface Parts {
  /** By `placeKey`. */
  readonly locks: ReadonlyMap<string, LockWire>;
  readonly timers: Timers;
  readonly offer: (input: Input) => void;
  readonly show: ShowSignal;
  /** Absent: nobody shows codes. */
  readonly tell?: TellCode;
}

/** A check code, for the screen of a box and for a voice. */
export interface ToldCode {
  readonly box: string;
  /** Eight characters; `showCheckCode` and `spokenCheckCode` say how they are given. */
  readonly code: string;
  readonly what: ToldFact;
  /** Whom it is told, by staff number; absent = whoever stands there. */
  readonly for?: string;
}

export type TellCode = (told: ToldCode) => void;

type PulseLock = Extract<Effect, { readonly kind: "pulseLock" }>;

/** A runner for `LoopParts.runEffect`. Never throws: a failed order is an outcome. */
export function effectRunner(parts: Parts): (effect: Effect) => void {
  return (effect) => {
    switch (effect.kind) {
      case "pulseLock":
        void pulse(parts, effect);
        return;
      case "setTimer":
        parts.timers.set(timerKey(effect.key), effect.afterMs, () =>
          parts.offer({ kind: "TimerDue", key: effect.key }),
        );
        return;
      case "clearTimer":
        parts.timers.clear(timerKey(effect.key));
        return;
      case "signal":
        parts.show(effect.box, effect.signal, effect);
        return;
      case "tellCode": {
        const { kind: _, seq: __, code = "", ...told } = effect;
        parts.tell?.({ ...told, code });
      }
    }
  };
}

async function pulse(parts: Parts, effect: PulseLock): Promise<void> {
  const { intentSeq, pulseMs, deadlineMonoMs } = effect;
  const wire = parts.locks.get(placeKey(effect.box, effect.compartment));
  const ended = (result: PulseResult): void => {
    const { outcome, isReleased } = result;
    const detail = result.outcome === "answered" ? "" : result.reason;
    const said = isReleased === undefined ? {} : { isReleased };
    parts.offer({ kind: "PulseEnded", intentSeq, outcome, ...said, detail });
  };
  if (wire === undefined) {
    return ended({ outcome: "not-sent", reason: "no lock is wired to this compartment" });
  }
  try {
    ended(await wire.board.pulse({ channel: wire.channel, pulseMs, deadlineMonoMs }));
  } catch (error) {
    // Whether bytes left is not known, so it must not be ordered again by itself.
    const reason = error instanceof Error ? error.message : "the driver failed";
    ended({ outcome: "unknown", reason });
  }
}

/** Timers of the core and of the shell share one port. */
function timerKey(key: string): string {
  return `custody ${key}`;
}
