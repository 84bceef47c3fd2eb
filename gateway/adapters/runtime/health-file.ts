// The health page as a file that is replaced whole and may be lost: it is made again at once.

import { chmodSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../../ports/runtime.ts";

const fileName = "health.json";

/**
 * Keeps values as JSON in a folder, in memory where there is one (RUNTIME_DIRECTORY of the
 * supervisor). Readable by the group, for whoever may run `doctor`. The first failure is logged.
 */
export function healthFile(folder: string, log: Log): (page: unknown) => void {
  const path = join(folder, fileName);
  let hasFailed = false;
  return (page) => {
    try {
      writeFileSync(`${path}.new`, `${JSON.stringify(page)}\n`, { mode: 0o600 });
      // The mode of a new file is cut by the umask of the service.
      chmodSync(`${path}.new`, 0o640);
      renameSync(`${path}.new`, path);
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) log.warn({ error, path }, "the health page cannot be written");
      hasFailed = true;
    }
  };
}

/** Folder for the page: the first runtime folder of the service, else the data folder. */
export function healthFolder(runtimeFolders: string | undefined, dataFolder: string): string {
  const first = runtimeFolders?.split(":")[0];
  return first === undefined || first === "" ? dataFolder : first;
}
