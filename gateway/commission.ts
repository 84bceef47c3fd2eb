// The program `driftbox commission`: gives an OSDP reader its own key while a person is there.

import { statSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { Fault } from "@driftbox/proto";
import { commission, windowMaxMs } from "./adapters/osdp/commissioning.ts";
import { wordsOf } from "./adapters/osdp/commissioning-words.ts";
import type { PdIdentity } from "./adapters/osdp/osdp-reply.ts";
import { ReaderKeyFiles } from "./adapters/osdp/reader-keys.ts";
import { NodeEntropy } from "./adapters/runtime/node-entropy.ts";
import { NodeTimers } from "./adapters/runtime/node-timers.ts";
import { PinoLog } from "./adapters/runtime/pino-log.ts";
import { openerOf } from "./compose/lines.ts";
import { loadConfig, type GatewayConfig, type ReaderConfig } from "./config/config.ts";
import { readingArguments, runCommand, type Command } from "./command-line.ts";

const command: Command = {
  word: "commission",
  usage:
    "driftbox commission --config FILE --reader ID [--serial HEX] [--window SECONDS]" +
    " [--new-reader] [--json]",
};
/** As OSDP readers tell it, and as it is shown. */
const serialShape = /^[0-9A-F]{8}$/;
const windowMinSeconds = 5;
const windowMaxSeconds = windowMaxMs / 1_000;

interface Arguments {
  readonly path: string;
  readonly reader: string;
  /** The reader that shall have the key, in upper case; undefined = ask. */
  readonly serial: string | undefined;
  readonly windowSeconds: number;
  readonly isReplaced: boolean;
  readonly isJson: boolean;
}

type OsdpConfig = Extract<ReaderConfig, { readonly driver: "osdp" }>;

async function main(argv: readonly string[]): Promise<number> {
  const { path, reader, serial, windowSeconds, isReplaced, isJson } = readArguments(argv);
  const config = loadConfig({ path, settings: [], environment: process.env });
  const place = osdpReaderIn(config, reader);
  assertOwner(config.data);
  const entropy = new NodeEntropy();
  await commission({
    id: reader,
    open: openerOf(place),
    baudRate: place.baud,
    address: place.address,
    replyMs: place.replyMs,
    entropy,
    keys: new ReaderKeyFiles(config.data, reader),
    windowMs: windowSeconds * 1_000,
    isReplaced,
    confirm: (identity, signal) =>
      serial === undefined ? askPerson(signal) : compared(serial, identity),
    timers: new NodeTimers(),
    monoMs: () => performance.now(),
    random: Math.random,
    log: new PinoLog("warn"),
    tell: (progress) => {
      const line = isJson ? JSON.stringify({ ...progress, reader }) : wordsOf(reader, progress);
      process.stdout.write(`${line}\n`);
    },
  });
  return 0;
}

function compared(wanted: string, identity: PdIdentity | undefined): Promise<string | undefined> {
  const found = identity?.serial ?? "unknown";
  if (found === wanted) return Promise.resolve(undefined);
  return Promise.resolve(`its serial number is ${found}, not ${wanted}`);
}

/** Waits for a line of `yes`. The question goes to stderr, so that stdout keeps to the events. */
function askPerson(signal: AbortSignal): Promise<string | undefined> {
  const answers = createInterface({ input: process.stdin, signal });
  process.stderr.write(
    "与读卡器标签一致？输入 yes 并回车 / does this match its label? type yes and Enter\n",
  );
  return new Promise((resolve) => {
    answers.once("line", (line) => {
      resolve(line.trim() === "yes" ? undefined : "it was not confirmed");
      answers.close();
    });
    answers.once("close", () => resolve("nobody is there to confirm it; give --serial"));
  });
}

/** @throws Fault config/value */
function osdpReaderIn({ readers }: GatewayConfig, id: string): OsdpConfig {
  const found = readers.find((reader) => reader.id === id);
  const osdp = readers.filter(({ driver }) => driver === "osdp").map((reader) => reader.id);
  if (found === undefined) {
    const known = osdp.length === 0 ? "there is no osdp reader" : osdp.join(", ");
    throw new Fault("config/value", `the configuration has no reader ${id}; it has: ${known}`);
  }
  if (found.driver !== "osdp") {
    throw new Fault("config/value", `reader ${id} is driven by ${found.driver} and has no key`);
  }
  if (!found.secure) {
    throw new Fault("config/value", `reader ${id} has secure: false; it would not use its key`);
  }
  return found;
}

/** A key file of another user could not be read by the gateway. */
function assertOwner(data: string): void {
  try {
    if (statSync(data).uid === process.getuid?.()) return;
  } catch (cause) {
    throw new Fault("journal/unreadable", `${data} cannot be read; is it enrolled?`, { cause });
  }
  throw new Fault("journal/unreadable", `${data} belongs to another user; run this as its owner`);
}

function readArguments(argv: readonly string[]): Arguments {
  return readingArguments(command, () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        reader: { type: "string" },
        serial: { type: "string" },
        window: { type: "string", default: "60" },
        "new-reader": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
      },
    });
    if (values.config === undefined) throw new Error("--config is missing");
    if (values.reader === undefined) throw new Error("--reader is missing");
    const serial = values.serial?.toUpperCase();
    if (serial !== undefined && !serialShape.test(serial)) {
      throw new Error("--serial is not 8 hex digits");
    }
    const windowSeconds = Number(values.window);
    if (!(windowSeconds >= windowMinSeconds && windowSeconds <= windowMaxSeconds)) {
      throw new Error(`--window is not within ${windowMinSeconds}..${windowMaxSeconds} seconds`);
    }
    return {
      path: values.config,
      reader: values.reader,
      serial,
      windowSeconds,
      isReplaced: values["new-reader"],
      isJson: values.json,
    };
  });
}

await runCommand(command, main);
