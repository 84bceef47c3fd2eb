// What every device last said of its health, and every input line of its level. The supply of a
// reader that watches it is such a line: active while it is there.

import type {
  Device,
  DeviceHealth,
  InputLine,
  PositionFix,
  SymptomCounts,
} from "../../ports/devices.ts";
import type { Wiring } from "./devices.ts";
import type { BoardSign } from "../health/progress.ts";

export type DeviceRole = "reader" | "scanner" | "board" | "position";

export interface DeviceEntry {
  readonly id: string;
  readonly role: DeviceRole;
  readonly health: DeviceHealth;
  readonly symptoms: SymptomCounts;
}

export interface LineEntry {
  readonly id: string;
  /** Undefined = cannot be read. */
  readonly isActive: boolean | undefined;
  /** Changes that followed the one before sooner than a door or a hand can move. */
  readonly restlessCount: number;
}

/** No door is opened and shut again, and no switch turned twice, in so short a time. */
const restlessMs = 300;

interface Level {
  readonly isActive: boolean | undefined;
  readonly sinceMonoMs: number;
  readonly restlessCount: number;
}

const notStarted: DeviceHealth = { state: "absent", reason: "not started" };

/** Listens from its making on, so make it before the devices are started. */
export class DeviceBook {
  readonly #devices: readonly { readonly role: DeviceRole; readonly device: Device }[];
  readonly #boards: Wiring["boards"];
  readonly #health = new Map<Device, DeviceHealth>();
  readonly #levels = new Map<string, Level>();
  readonly #monoMs: () => number;
  #fix: PositionFix | undefined;

  constructor(wiring: Wiring, monoMs: () => number) {
    this.#monoMs = monoMs;
    const { readers, scanners = [], boards, position } = wiring;
    this.#boards = boards;
    this.#devices = [
      ...readers.map(({ reader }) => ({ role: "reader", device: reader }) as const),
      ...scanners.map(({ scanner }) => ({ role: "scanner", device: scanner }) as const),
      ...boards.map(({ board }) => ({ role: "board", device: board }) as const),
      ...(position === undefined ? [] : [{ role: "position", device: position } as const]),
    ];
    for (const { device } of this.#devices) {
      device.onHealth((health) => void this.#health.set(device, health));
    }
    position?.onFix((fix) => void (this.#fix = fix));
    for (const { reader, onPower } of readers) {
      if (onPower === undefined) continue;
      const id = `${reader.id} supply`;
      this.#note(id, undefined);
      onPower((isLost) => this.#note(id, isLost === undefined ? undefined : !isLost));
    }
    for (const line of linesOf(wiring)) {
      this.#note(line.id, undefined);
      line.onLevel((isActive) => this.#note(line.id, isActive));
    }
  }

  devices(): readonly DeviceEntry[] {
    return this.#devices.map(({ role, device }) => {
      return { id: device.id, role, health: this.#healthOf(device), symptoms: device.symptoms() };
    });
  }

  lines(): readonly LineEntry[] {
    return [...this.#levels].map(([id, { isActive, restlessCount }]) => {
      return { id, isActive, restlessCount };
    });
  }

  /** What the satellites said last; undefined = there is no fix now. */
  fix(): PositionFix | undefined {
    return this.#fix;
  }

  /** What the lock boards show of their work. */
  boardSigns(): readonly BoardSign[] {
    return this.#boards.map(({ board }) => ({
      id: board.id,
      isOnline: this.#healthOf(board).state === "online",
      pollCount: board.pollCount?.(),
    }));
  }

  #note(id: string, isActive: boolean | undefined): void {
    const before = this.#levels.get(id);
    const sinceMonoMs = this.#monoMs();
    const isTurned = before?.isActive !== undefined && isActive === !before.isActive;
    const isRestless = isTurned && sinceMonoMs - before.sinceMonoMs < restlessMs;
    const restlessCount = (before?.restlessCount ?? 0) + (isRestless ? 1 : 0);
    this.#levels.set(id, { isActive, sinceMonoMs, restlessCount });
  }

  #healthOf(device: Device): DeviceHealth {
    return this.#health.get(device) ?? notStarted;
  }
}

function linesOf(wiring: Wiring): readonly InputLine[] {
  const { doors, presences = [], keys = [], scales = [], tampers = [] } = wiring;
  const { mains, batteryLow } = wiring;
  const all = [...doors, ...presences, ...keys, ...scales, ...tampers].map(({ line }) => line);
  return [...all, mains, batteryLow].filter((line) => line !== undefined);
}
