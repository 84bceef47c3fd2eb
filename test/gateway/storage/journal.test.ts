// Runs the journal contract on the file journal and on the memory journal.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MemoryJournal, newMemoryStore } from "../../../gateway/adapters/journal/memory-journal.ts";
import { openFileJournal } from "../../../gateway/adapters/journal/open-file-journal.ts";
import { gatewayId, genesisPrev } from "./chain-writer.ts";
import { describeJournalContract } from "./journal-contract.ts";

/** A journal that was not closed may still make its spare segment beside the removal. */
function removeFolder(folder: string): void {
  for (let left = 20; ; left -= 1) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

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
    remove: () => removeFolder(folder),
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
