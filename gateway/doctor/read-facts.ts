// Gathers the facts of one gateway from its configuration, its folder and its machine.

import { realpathSync } from "node:fs";
import { SystemClock } from "../adapters/runtime/system-clock.ts";
import type { GatewayConfig } from "../config/config.ts";
import { software } from "../software.ts";
import type { Facts } from "./facts.ts";
import { readFolder } from "./read-folder.ts";
import { readGpio } from "./read-gpio.ts";
import { readHost } from "./read-host.ts";
import { readJournal } from "./read-journal.ts";
import { readPage } from "./read-page.ts";
import { readPorts } from "./read-ports.ts";
import { readProcesses } from "./read-processes.ts";

export interface FactSources {
  readonly config: GatewayConfig;
  readonly path: string;
  readonly valueCount: number;
  readonly runtimeFolders: string | undefined;
}

/** Opens no serial port, takes no lock and writes nothing. */
export async function readFacts(sources: FactSources): Promise<Facts> {
  const { config, path, valueCount, runtimeFolders } = sources;
  const { data } = config;
  const configPath = realpathSync(path);
  const processes = readProcesses({ data, configPath });
  const clock = new SystemClock({ hasRtc: config.hasRtc });
  return {
    config,
    configPath,
    valueCount,
    processes,
    page: readPage({ config, holder: processes.holder, runtimeFolders, clock }),
    folder: await readFolder(config, software),
    journal: readJournal(data),
    ports: readPorts(config),
    gpio: readGpio(config),
    host: readHost({ data, software }),
    probe: undefined,
  };
}
