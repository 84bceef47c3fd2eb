// The program `driftbox gateway`: arguments, signals, the ready line and exit codes.

import { parseArgs } from "node:util";
import { PinoLog } from "./adapters/runtime/pino-log.ts";
import { openSupervisor } from "./adapters/runtime/sd-notify.ts";
import { optimizeLate } from "./adapters/runtime/tier-up.ts";
import type { Gateway } from "./app/gateway.ts";
import { composeGateway } from "./compose.ts";
import { loadConfig, type GatewayConfig } from "./config/config.ts";
import { software } from "./software.ts";
import { failureOf, helped, readingArguments, type Command } from "./command-line.ts";

const command: Command = {
  word: "gateway",
  usage: "driftbox gateway --config FILE [--data DIR] [--set key.key=value]… [--json]",
};
/** A stop that takes longer is cut off; the journal needs no goodbye. */
const stopMaxMs = 9_000;

interface Arguments {
  readonly path: string;
  readonly settings: readonly string[];
  readonly isJson: boolean;
}

/** Starts the gateway; it runs until a signal or a fatal error. */
async function main(argv: readonly string[]): Promise<void> {
  if (helped(command, argv)) return;
  optimizeLate();
  try {
    const { path, settings, isJson } = readArguments(argv);
    const config = loadConfig({ path, settings, environment: process.env });
    await run(config, isJson);
  } catch (error) {
    die(error);
  }
}

async function run(config: GatewayConfig, isJson: boolean): Promise<void> {
  const log = new PinoLog(config.logLevel);
  const onFatal = (error: unknown): void => {
    log.error({ error }, "stopping");
    die(error);
  };
  process.on("uncaughtException", onFatal);
  process.on("unhandledRejection", onFatal);
  const supervisor = openSupervisor(process.env, process.pid);
  const runtimeFolders = process.env["RUNTIME_DIRECTORY"] ?? "";
  const outside = { config, log, software, onFatal, supervisor, runtimeFolders };
  const gateway = await composeGateway(outside);
  listenToSignals(gateway, log);
  await gateway.whenReady();
  const { site, gateway: name } = config;
  log.info({ site, gateway: name, software }, "ready");
  if (!isJson) return;
  const { kioskUrl: kiosk } = gateway;
  const line = { event: "ready", site, gateway: name, pid: process.pid, kiosk };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function readArguments(argv: readonly string[]): Arguments {
  return readingArguments(command, () => {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        config: { type: "string" },
        data: { type: "string" },
        set: { type: "string", multiple: true, default: [] },
        json: { type: "boolean", default: false },
      },
    });
    if (values.config === undefined) throw new Error("--config is missing");
    const data = values.data === undefined ? [] : [`data=${values.data}`];
    return { path: values.config, settings: [...values.set, ...data], isJson: values.json };
  });
}

/** SIGTERM and SIGINT stop in order, SIGHUP reads the policy file again. */
function listenToSignals(gateway: Gateway, log: PinoLog): void {
  let isStopping = false;
  const stop = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), stopMaxMs).unref();
    gateway.stop().then(() => process.exit(0), die);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("SIGHUP", () => {
    if (!isStopping) gateway.reloadPolicy().catch(die);
  });
}

/** One line for the operator, then the exit code of the fault; a defect is 1. */
function die(error: unknown): never {
  process.exit(failureOf(command, error));
}

await main(process.argv.slice(2));
