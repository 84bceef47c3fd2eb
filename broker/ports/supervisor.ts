// Port to the program that started the center and watches it.

export interface Supervisor {
  /** Silence longer than this ends the program; undefined = nobody watches. Milliseconds. */
  readonly watchdogMs: number | undefined;
  /**
   * The center takes messages and answers requests. `status` is for the operator.
   * @throws Fault supervisor/unreachable
   */
  ready(status: string): void;
  /** The center made progress. Never throws, never waits. */
  alive(): void;
  /** The center stops because it was told to. Never throws, never waits. */
  stopping(): void;
}
