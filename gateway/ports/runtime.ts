// Ports to time, timers, randomness and the log: values passed in, so that tests own them.

/** What the wall clock is worth. Order of trust grows from left to right. */
export type ClockSource = "none" | "rtc" | "ntp" | "gnss" | "center";

export interface ClockReading {
  /** Microseconds of CLOCK_BOOTTIME: grows in suspend, restarts at boot, never steps. */
  readonly monoUs: number;
  /** Microseconds since 1970-01-01 UTC as claimed by the wall clock; 0 = unknown. */
  readonly wallUs: number;
  /** Claimed bound of the wall clock's error in milliseconds; undefined = unknown. */
  readonly wallErrMs: number | undefined;
  readonly source: ClockSource;
}

/** Both clocks read together, and the boot they belong to (16 bytes, new at each boot). */
export interface Clock {
  readonly bootId: Uint8Array;
  read(): ClockReading;
}

/**
 * A clock that can learn the time from satellites. It believes them only while nothing better keeps
 * it, only after fixes that agree, and never a time before the given floor.
 */
export interface SatelliteTime {
  /** `utcUs` in microseconds since 1970, undefined = not told; `heardMonoMs` of CLOCK_BOOTTIME. */
  hear(fix: { readonly utcUs: number | undefined; readonly heardMonoMs: number }): void;
  /** No time before this one is true: a policy was issued, or an event recorded, by then. */
  notBefore(wallUs: number): void;
}

/**
 * Who started this program and ends it when it stands still.
 *
 * Contract: none of them throws or waits. `ready` once, when the box can be used; `progress` only
 * when work was really done since the last call.
 */
export interface Supervisor {
  /** Longest time between two calls of `progress`; undefined = nobody watches. */
  readonly watchdogMs: number | undefined;
  ready(): void;
  /** One line for the operator, replaced by the next. */
  status(text: string): void;
  progress(): void;
  stopping(): void;
}

/** One-shot timers on the monotonic clock. `set` with a key in use replaces that timer. */
export interface Timers {
  set(key: string, afterMs: number, onDue: () => void): void;
  clear(key: string): void;
  clearAll(): void;
}

/** Cryptographically strong random bytes. */
export interface Entropy {
  bytes(count: number): Uint8Array;
}

/**
 * Structured log. Contract: never throws, never blocks a custody decision, never receives a raw
 * transponder number, a code or a name.
 */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  info(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
}
