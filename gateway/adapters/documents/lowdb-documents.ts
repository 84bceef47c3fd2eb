// Small documents through lowdb, with an adapter that makes each write durable.

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { Fault } from "@driftbox/proto";
import { Low, type Adapter } from "lowdb";
import type { Documents } from "../../ports/storage.ts";
import { readDocumentText, syncFolder, writeDocumentText } from "./document-file.ts";
import { assertDocumentName } from "./document-name.ts";

/** lowdb refuses to hold nothing, so the document's value is wrapped. */
interface Held {
  readonly value: unknown;
}

const nothing: Held = { value: undefined };

/** One lowdb database per document; reads and writes of one name follow each other. */
export class LowdbDocuments implements Documents {
  readonly #folder: string;
  readonly #databases = new Map<string, Low<Held>>();
  readonly #turns = new Map<string, Promise<unknown>>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Makes the folder if its parent exists. @throws Fault documents/io */
  static async open(folder: string): Promise<LowdbDocuments> {
    try {
      await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
      await syncFolder(dirname(folder));
    } catch (cause) {
      const text = `${folder}: the folder cannot be made; check path and owner`;
      throw new Fault("documents/io", text, { cause });
    }
    return new LowdbDocuments(folder);
  }

  read(name: string): Promise<unknown> {
    const database = this.#database(name);
    return this.#inTurn(name, async () => {
      // A database that found no file keeps its old value, so forget it first.
      database.data = nothing;
      await database.read();
      return database.data.value;
    });
  }

  write(name: string, value: unknown): Promise<void> {
    const database = this.#database(name);
    return this.#inTurn(name, async () => {
      database.data = { value };
      await database.write();
    });
  }

  #database(name: string): Low<Held> {
    assertDocumentName(name);
    const known = this.#databases.get(name);
    if (known !== undefined) return known;
    const made = new Low(durableAdapter(`${this.#folder}/${name}.json`), nothing);
    this.#databases.set(name, made);
    return made;
  }

  #inTurn<T>(name: string, task: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(name) ?? Promise.resolve();
    const turn = before.then(task, task);
    this.#turns.set(name, turn);
    return turn;
  }
}

/** What lowdb's own file adapter lacks: flush of file and folder, and a checksum. */
function durableAdapter(path: string): Adapter<Held> {
  return {
    read: async () => {
      const text = await readDocumentText(path);
      if (text === undefined) return null;
      const value: unknown = JSON.parse(text);
      return { value };
    },
    write: ({ value }) => writeDocumentText(path, JSON.stringify(value)),
  };
}

function ignoreExisting(error: unknown): void {
  if (error instanceof Error && "code" in error && error.code === "EEXIST") return;
  throw error;
}
