// Signed policies by site from a folder; read again when the file changes.

import { readFileSync, statSync } from "node:fs";
import { limits, type SiteName } from "@driftbox/proto";
import type { Log, Policies } from "../../ports/downlink.ts";
import type { CenterFolder } from "./center-folder.ts";

interface Read {
  readonly changedMs: number;
  readonly bytes: Uint8Array;
}

/** One file a site: bounded by the number of enrolled sites. */
export class FilePolicies implements Policies {
  readonly #folder: CenterFolder;
  readonly #log: Log;
  readonly #read = new Map<SiteName, Read>();

  constructor(folder: CenterFolder, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Undefined when there is none, or none that can be read: the log says so. */
  ofSite(site: SiteName): Uint8Array | undefined {
    try {
      return this.#newest(site);
    } catch (error) {
      this.#log.error({ site, err: error }, "the site's policy cannot be read; check the owner");
      return undefined;
    }
  }

  #newest(site: SiteName): Uint8Array | undefined {
    const path = this.#folder.policyOf(site);
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined || file.size > limits.policyMaxBytes) return undefined;
    const known = this.#read.get(site);
    if (known?.changedMs === file.mtimeMs) return known.bytes;
    const bytes = readFileSync(path);
    this.#read.set(site, { changedMs: file.mtimeMs, bytes });
    return bytes;
  }
}
