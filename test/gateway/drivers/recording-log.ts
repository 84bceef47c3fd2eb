// A log that keeps what it was given, so that tests can search it for secrets.
import type { Log } from "../../../gateway/ports/runtime.ts";

export class RecordingLog implements Log {
  readonly lines: string[] = [];

  readonly debug: Log["debug"] = (fields, message) => this.#keep(fields, message);
  readonly info: Log["info"] = (fields, message) => this.#keep(fields, message);
  readonly warn: Log["warn"] = (fields, message) => this.#keep(fields, message);
  readonly error: Log["error"] = (fields, message) => this.#keep(fields, message);

  #keep(fields: Readonly<Record<string, unknown>>, message: string): void {
    this.lines.push(`${message} ${JSON.stringify(fields)}`);
  }
}
