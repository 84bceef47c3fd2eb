// Reads owners and modes of the data folder, and whether keys and enrollment serve.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { ReaderKeyFiles } from "../adapters/osdp/reader-keys.ts";
import type { GatewayConfig } from "../config/config.ts";
import { provisionedIn } from "../provisioning.ts";
import type { FolderFacts, ReaderKeyFacts, SeenFile } from "./facts.ts";

/** More files than a data folder has are not looked at. */
const filesMaxCount = 4_096;
const permissionBits = 0o7777;

export async function readFolder(config: GatewayConfig, software: string): Promise<FolderFacts> {
  const { data } = config;
  let names: readonly string[];
  try {
    names = readdirSync(data, { recursive: true }).map(String).slice(0, filesMaxCount);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return { state: isMissing ? "missing" : "unreadable", detail };
  }
  return {
    state: "read",
    files: [".", ...names].flatMap((name) => seenFile(data, name)),
    misfit: misfitOf(config, software),
    readerKeys: await readerKeysOf(config),
  };
}

/** Files come and go while a gateway runs. */
function seenFile(data: string, name: string): readonly SeenFile[] {
  try {
    const { uid, mode } = statSync(join(data, name));
    return [{ name, uid, mode: mode & permissionBits }];
  } catch {
    return [];
  }
}

function misfitOf(config: GatewayConfig, software: string): string | undefined {
  try {
    provisionedIn(config, software);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readerKeysOf({ readers, data }: GatewayConfig): Promise<readonly ReaderKeyFacts[]> {
  const secure = readers.filter((reader) => reader.driver === "osdp" && reader.secure);
  const found = secure.map(async ({ id }): Promise<ReaderKeyFacts> => {
    try {
      const { current, pending } = await new ReaderKeyFiles(data, id).load();
      return { reader: id, hasCurrent: current !== undefined, hasPending: pending !== undefined };
    } catch {
      return { reader: id, hasCurrent: false, hasPending: false };
    }
  });
  return Promise.all(found);
}
