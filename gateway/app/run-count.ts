// Counts the runs of this gateway, so that the number of its connections grows across restarts.

import type { Log } from "../ports/runtime.ts";
import type { Documents } from "../ports/storage.ts";
import { countOf, fieldsOf } from "./stored.ts";

const documentName = "boot";
/** More connections than one run can make. */
const connectionsPerRun = 1_000_000;

/**
 * Number before the first connection of this run. The center tells a late will from a new one by
 * it; when it cannot be stored the gateway still runs.
 */
export async function firstConnectionOfRun(documents: Documents, log: Log): Promise<number> {
  let runs = 0;
  try {
    const stored = await documents.read(documentName);
    runs = stored === undefined ? 0 : countOf(documentName, fieldsOf(documentName, stored), "runs");
    await documents.write(documentName, { runs: runs + 1 });
  } catch (error) {
    log.error({ error }, "the run count could not be stored");
  }
  return (runs + 1) * connectionsPerRun;
}
