// The table of stable error codes, `area/what`. Each has a line in docs/operating.md for the
// operator.

/** What a code means, whether trying again can help, and the exit code of a program it ends. */
interface ErrorRow {
  readonly means: string;
  readonly retryable: boolean;
  /** sysexits: 65 bad data, 69 unavailable, 74 input/output, 77 permission, 78 configuration. */
  readonly exitCode: 1 | 2 | 65 | 69 | 74 | 77 | 78;
}

function row(means: string, exitCode: ErrorRow["exitCode"], retryable = false): ErrorRow {
  return { means, exitCode, retryable };
}

export const errorCodes = {
  "wire/header": row("the 144-byte event header is malformed", 65),
  "wire/record": row("a record is truncated, oversized or trailing bytes follow", 65),
  "wire/batch": row("a batch is malformed, empty, out of order or over its limits", 65),
  "wire/payload": row("a payload is not a custody payload of a known encoding", 65),
  "wire/document": row("a signed document is malformed or over its limit", 65),
  "wire/topic": row("a topic is not one of driftbox/v1/<site>/<gateway>/…", 65),
  "wire/id": row("an identifier has a forbidden character or length", 65),
  "seal/invalid": row("the seal does not verify under the gateway's key", 65),
  "seal/payload-hash": row("the payload is not the one the header commits to", 65),
  "seal/chain": row("an event does not follow the one before it", 65),
  "document/signature": row("the signature of a document does not verify", 65),
  "document/unknown-key": row("a document is signed by a key that is not trusted here", 65),
  "document/type": row("a signed document is of another type than asked for", 65),
  "key/weak": row("a public key is of small order or not canonical", 65),
  "key/unreadable": row("a key file, a reader's too, cannot be read or holds no usable key", 78),
  "policy/older": row("a policy is older than the one in force", 65),
  "policy/expired": row("a policy has expired before it came", 65),
  "policy/invalid": row("a policy contradicts itself or names what this gateway lacks", 65),
  "grants/older": row("a set of grants is older than the one in force", 65),
  "grants/invalid": row("a grant contradicts itself or names what this gateway lacks", 65),
  "manifests/older": row("a set of manifests is older than the one in force", 65),
  "manifests/invalid": row("a set of manifests contradicts itself or is over a limit", 65),
  "manifests/no-room": row("a box has no room for all of a set of manifests", 65),
  "config/unreadable": row("the configuration file cannot be read or is not YAML", 78),
  "config/unknown-key": row("the configuration has a key this program does not know", 78),
  "config/value": row("a configuration value is missing or out of range", 78),
  "journal/locked": row("another process holds this journal", 69),
  "journal/unreadable": row("the data folder cannot be read or written", 77),
  "journal/io": row("the disk failed to read, write or flush", 74, true),
  "journal/full": row("no space is left for this class of event", 74, true),
  "journal/foreign": row("the journal belongs to another gateway", 78),
  "journal/damaged": row("the journal is damaged before its tail", 74),
  "documents/io": row("a small document could not be stored durably", 74, true),
  "documents/damaged": row("a small document is not readable as stored", 65),
  "ledger/io": row("the ledger's database failed", 74, true),
  "ledger/not-durable": row("the ledger's database is not in synchronous FULL mode", 78),
  "ledger/locked": row("another process holds this ledger", 69),
  "ingest/unknown-gateway": row("an event is from a gateway that is not enrolled", 65),
  "ingest/wrong-gateway": row("a gateway sent records of another gateway", 65),
  "ingest/over-limit": row("a gateway exceeds its share of parked records", 65, true),
  "mqtt/refused": row("the MQTT server refused the connection", 69, true),
  "mqtt/lost": row("the connection to the MQTT server ended", 69, true),
  "mqtt/certificate": row("a certificate of an MQTT connection is not accepted", 69, true),
  "mqtt/frame": row("an MQTT frame is malformed, oversized or has forbidden text", 65),
  "command/not-sent": row("a command could not be sent to its gateway now", 69, true),
  "command/refused": row("a gateway refused a command; nothing was done", 1),
  "command/unheard": row("a command was sent, and its gateway has not said what came of it", 1),
  "decision/refused": row("the center did not act on a signed decision of staff", 65),
  "listen/failed": row("a port cannot be opened for listening", 69),
  "device/absent": row("a device does not answer or its port is missing", 69, true),
  "device/busy": row("another program holds a port or a GPIO line", 69, true),
  "device/frame": row("bytes from a device do not form a valid frame", 65, true),
  "reader/no-presence": row("nobody held a card to the reader in its time", 69, true),
  "reader/foreign-key": row(
    "a reader has neither our key nor the one it leaves the factory with",
    69,
  ),
  "supervisor/unreachable": row("the supervisor that started the program cannot be told", 69),
  "scenario/invalid": row("a scenario file is malformed", 65),
  "scenario/failed": row("an expectation of a scenario did not hold", 1),
  "usage/invalid": row("a command was called with wrong arguments", 2),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof errorCodes;

/**
 * A port failed, or input cannot be used at all. `message` says what was seen and what to do.
 * Refusals and duplicates are values, never faults; broken invariants are plain `Error`s.
 */
export class Fault extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = "Fault";
    this.code = code;
  }

  get isRetryable(): boolean {
    return errorCodes[this.code].retryable;
  }

  get exitCode(): number {
    return errorCodes[this.code].exitCode;
  }
}
