// The id of an enrolled gateway, as programs beside the running center find it.

import { Fault, fromHex } from "@driftbox/proto";
import type { CenterFolder } from "./center-folder.ts";
import { FileRegistry } from "./file-registry.ts";

/** @throws Fault ingest/unknown-gateway */
export function gatewayIdOf(
  folder: CenterFolder,
  ...[site, gateway]: Parameters<FileRegistry["find"]>
): Uint8Array {
  const registry = new FileRegistry({
    folder: folder.enrollments,
    registrarKey: folder.registrar.publicKey,
    now: () => Date.now(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  const id = fromHex(registry.find(site, gateway)?.gatewayId ?? "");
  if (id !== undefined && id.length > 0) return id;
  throw new Fault("ingest/unknown-gateway", `${site}/${gateway} is not enrolled at this center`);
}
