// The log as JSON lines on stderr, through pino, with the fields that could name a person removed.

import { pino, type DestinationStream, type Logger } from "pino";
import type { Log } from "../../ports/runtime.ts";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

type Fields = Readonly<Record<string, unknown>>;

/** Fields that may hold a transponder number, a code or a name, at this depth and one below. */
const secretFields = ["badge", "number", "tag", "code", "name"];
const stderrFd = 2;

/**
 * Never throws: a log that cannot be written is lost. An `Error` under the key `error` is written
 * with its stack. Stable error codes go under `fault`, because `code` is removed.
 */
export class PinoLog implements Log {
  readonly #pino: Logger;

  /** `sink` is stderr unless a test reads along. */
  constructor(level: LogLevel, sink?: DestinationStream) {
    const options = {
      level,
      base: null,
      redact: {
        paths: secretFields.flatMap((field) => [field, `*.${field}`]),
        censor: "[removed]",
      },
      serializers: { error: describeError },
      formatters: { level: (label: string) => ({ level: label }) },
    };
    this.#pino = pino(options, sink ?? pino.destination({ fd: stderrFd, sync: false }));
  }

  debug(fields: Fields, message: string): void {
    this.#write("debug", fields, message);
  }

  info(fields: Fields, message: string): void {
    this.#write("info", fields, message);
  }

  warn(fields: Fields, message: string): void {
    this.#write("warn", fields, message);
  }

  error(fields: Fields, message: string): void {
    this.#write("error", fields, message);
  }

  #write(level: "debug" | "info" | "warn" | "error", fields: Fields, message: string): void {
    try {
      this.#pino[level](fields, message);
    } catch {
      // A log line is never worth a custody decision.
    }
  }
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const fault = "code" in error ? error.code : undefined;
  return { type: error.name, fault, message: error.message, stack: error.stack };
}
