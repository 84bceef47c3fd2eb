// Signed documents for the gateways from folders; each is read again when its file changes.

import { readFileSync, statSync } from "node:fs";
import { limits } from "@driftbox/proto";
import type { Address, Log, Published, PublishedDocument } from "../../ports/downlink.ts";
import type { CenterFolder } from "./center-folder.ts";

interface Read {
  readonly changedMs: number;
  /** Undefined: no gateway would take it. */
  readonly bytes: Uint8Array | undefined;
}

/** One file a site and two a gateway: bounded by the number of those enrolled. */
export class PublishedFiles implements Published {
  readonly #folder: CenterFolder;
  readonly #log: Log;
  readonly #read = new Map<string, Read>();
  /** What was last told of a file that cannot be read: it is looked at each second. */
  readonly #told = new Map<string, string>();

  constructor(folder: CenterFolder, log: Log) {
    this.#folder = folder;
    this.#log = log;
  }

  /** Without those that are not there, or cannot be read: the log says so. */
  of({ site, gateway }: Address): readonly PublishedDocument[] {
    const paths = [
      ["policy", this.#folder.policyOf(site)],
      ["grants", this.#folder.grantsOf(site, gateway)],
      ["manifests", this.#folder.manifestsOf(site, gateway)],
    ] as const;
    return paths.flatMap(([word, path]) => {
      const body = this.#bytesOf(path);
      return body === undefined ? [] : [{ word, body }];
    });
  }

  #bytesOf(path: string): Uint8Array | undefined {
    try {
      const bytes = this.#newest(path);
      this.#told.delete(path);
      return bytes;
    } catch (error) {
      const text = String(error);
      if (this.#told.get(path) === text) return undefined;
      this.#told.set(path, text);
      this.#log.error({ path, err: error }, "a signed document cannot be read; check the owner");
      return undefined;
    }
  }

  #newest(path: string): Uint8Array | undefined {
    const file = statSync(path, { throwIfNoEntry: false });
    if (file === undefined) return undefined;
    const { size, mtimeMs: changedMs } = file;
    const known = this.#read.get(path);
    if (known?.changedMs === changedMs) return known.bytes;
    const isTooLarge = size > limits.policyMaxBytes;
    if (isTooLarge) this.#log.error({ path, size }, "a signed document is too large to be sent");
    const bytes = isTooLarge ? undefined : readFileSync(path);
    this.#read.set(path, { changedMs, bytes });
    return bytes;
  }
}
