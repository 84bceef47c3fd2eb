// Writes the keys of readers and cards where a gateway looks for them.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "@driftbox/proto";
import { deviceNames, type GatewaySetting } from "../scenario/plan.ts";
import type { Credentials } from "./credentials.ts";
import type { CardFiles } from "./gateway-files.ts";

const ownerOnly = { mode: 0o600 } as const;

/** Reader keys go into the data folder, as commissioning leaves them; card keys into `folder`. */
export function writeKeyFiles(
  setting: GatewaySetting,
  folder: string,
  { metaKey, cardKey, readerKey, diversification }: Credentials,
): CardFiles {
  const readerKeys = join(folder, "data", "reader-keys");
  for (const { box, reader } of setting.boxes) {
    if (reader.driver !== "osdp" || !reader.settings.secure) continue;
    const id = deviceNames(box).reader;
    mkdirSync(readerKeys, { recursive: true, mode: 0o700 });
    writeFileSync(join(readerKeys, `${id}.key`), `${toHex(readerKey(id))}\n`, ownerOnly);
  }
  const metaKeyFile = join(folder, "meta.key");
  const cardKeyFile = join(folder, "card.key");
  if (setting.boxes.some(({ reader }) => reader.driver === "pn532")) {
    writeFileSync(metaKeyFile, `${toHex(metaKey)}\n`, ownerOnly);
    writeFileSync(cardKeyFile, `${toHex(cardKey)}\n`, ownerOnly);
  }
  return { metaKeyFile, cardKeyFile, diversification };
}
