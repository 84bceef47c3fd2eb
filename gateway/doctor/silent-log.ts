// A log that keeps nothing: what the drivers would say is in the rows.

import type { Log } from "../ports/runtime.ts";

export class SilentLog implements Log {
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
}
