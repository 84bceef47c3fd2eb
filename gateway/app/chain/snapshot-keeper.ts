// Writes the custody snapshot now and then, so that a start folds few events and old ones may go.

import { snapshotOf, type CustodySnapshot } from "../../custody/replay.ts";
import { isReadable } from "../../custody/restored.ts";
import type { State } from "../../custody/state.ts";
import type { Log } from "../../ports/runtime.ts";
import type { Documents } from "../../ports/storage.ts";
import { countOf, fieldsOf } from "../stored.ts";

const documentName = "custody";
/** Events between two snapshots. */
export const snapshotEveryEvents = 5_000;

export class SnapshotKeeper {
  readonly #documents: Documents;
  readonly #log: Log;
  #storedSeq: number;
  #isWriting = false;

  constructor(documents: Documents, log: Log, storedSeq: number) {
    this.#documents = documents;
    this.#log = log;
    this.#storedSeq = storedSeq;
  }

  /** Events below it are in a snapshot that is surely on disk. */
  get storedSeq(): number {
    return this.#storedSeq;
  }

  /** Call after each durable group. */
  note(state: State): void {
    if (state.durable.nextSeq - this.#storedSeq < snapshotEveryEvents || this.#isWriting) return;
    void this.store(state);
  }

  /** A failure is logged only: the journal still holds everything. */
  async store(state: State): Promise<void> {
    // At 0 nothing of this journal is stored, perhaps a snapshot of a lost one.
    if (state.durable.nextSeq === this.#storedSeq && this.#storedSeq > 0) return;
    this.#isWriting = true;
    try {
      await this.#documents.write(documentName, snapshotOf(state));
      this.#storedSeq = state.durable.nextSeq;
    } catch (error) {
      this.#log.error({ error }, "the custody snapshot could not be stored");
    } finally {
      this.#isWriting = false;
    }
  }
}

/** The stored snapshot; undefined: none of a readable version, which costs a longer fold. */
export async function readSnapshot(
  documents: Documents,
  log: Log,
): Promise<CustodySnapshot | undefined> {
  try {
    const stored = await documents.read(documentName);
    if (stored === undefined) return undefined;
    const fields = fieldsOf(documentName, stored);
    if (!isReadable(countOf(documentName, fields, "snapshotVersion"))) return undefined;
    countOf(documentName, fieldsOf(documentName, fields["durable"]), "nextSeq");
    // Written whole by `store` and read back whole or not at all (contract of Documents).
    return stored as CustodySnapshot;
  } catch (error) {
    log.error({ error }, "the custody snapshot is unreadable; folding the whole journal");
    return undefined;
  }
}
