// Fills the journal of a gateway that has not started yet with events, as weeks at sea would.

import { join } from "node:path";
import { loadSigner } from "@driftbox/proto/node";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import { readEnrollment } from "../../gateway/provisioning.ts";
import { makeSealer } from "../bench/sealer.ts";
import { pause } from "./until.ts";

const groupCount = 64;

export async function fillJournal(dataFolder: string, count: number): Promise<void> {
  const { gatewayId, genesis: genesisPrev } = readEnrollment(dataFolder);
  const signer = loadSigner(join(dataFolder, "gateway.key"));
  const sealer = makeSealer({ gatewayId, genesisPrev, signer });
  const folder = join(dataFolder, "journal");
  const { journal } = openFileJournal({ folder, gatewayId, genesisPrev });
  for (let made = 0; made < count; made += groupCount) {
    journal.append(sealer.take(Math.min(groupCount, count - made)), "closing");
    await pause(0);
  }
  journal.close();
}
