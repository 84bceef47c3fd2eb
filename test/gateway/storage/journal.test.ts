// Runs the journal contract on the file journal and on the memory journal.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryJournal, newMemoryStore } from "../../../gateway/adapters/journal/memory-journal.ts";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { gatewayId, genesisPrev } from "./chain-writer.ts";
import { describeJournalContract } from "./journal-contract.ts";

describeJournalContract("the file journal", () => {
  const folder = mkdtempSync(join(tmpdir(), "driftbox-journal-"));
  return {
    open: (limits) =>
      openFileJournal({
        folder: join(folder, "journal"),
        gatewayId,
        genesisPrev,
        segmentBytes: 16_384,
        maxBytes: limits?.maxBytes ?? 8_388_608,
        limits: limits ?? { reserveBytes: 20_000, telemetryMarginBytes: 8_000 },
      }).journal,
    remove: () => rmSync(folder, { recursive: true, maxRetries: 5 }),
  };
});

describeJournalContract("the memory journal", () => {
  const owner = { gatewayId, genesisPrev };
  const store = newMemoryStore(owner);
  return {
    open: (limits) => new MemoryJournal({ ...owner, segmentMaxCount: 40, ...limits }, store),
    remove: () => undefined,
  };
});
