// The keys of OSDP readers on disk: one in force, and one that is just being given to a reader.
import { mkdir, open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Fault, fromHex, toHex } from "@driftbox/proto";
import { syncFolder } from "../documents/document-file.ts";
import type { PdIdentity } from "./osdp-reply.ts";
import { scbkBytes } from "./secure-channel.ts";

const privateFile = 0o600;
const privateFolder = 0o700;
const textMaxBytes = 256;

/** Enough of an identity to tell two readers apart. */
export type ReaderIdentity = Pick<PdIdentity, "vendor" | "serial">;

export interface StoredKeys {
  /** Given, or about to be given, to the reader; nobody has seen it work. */
  readonly pending: Uint8Array | undefined;
  /** Proved by a handshake. */
  readonly current: Uint8Array | undefined;
}

/**
 * Keys of one reader. What a method stored survives a power cut when it returns; before that, the
 * state is the old one or the new one. A reader has the pending key or the current one, never a
 * third.
 */
export interface ReaderKeyStore {
  load(): Promise<StoredKeys>;
  /** Replaces a pending key; the current one stays. */
  storePending(key: Uint8Array): Promise<void>;
  /** The pending key was proved: it becomes the current one. */
  promote(identity: ReaderIdentity | undefined): Promise<void>;
}

/**
 * `<data>/reader-keys/<id>.key` (hex, mode 0600), `<id>.pending.key` and `<id>.identity`. Methods
 * reject with `Fault` `key/unreadable` or `documents/io`.
 */
export class ReaderKeyFiles implements ReaderKeyStore {
  readonly #folder: string;
  readonly #id: string;

  /** `id` is a reader's id of the configuration, so it can be no path. */
  constructor(data: string, id: string) {
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(id)) throw new Error(`reader id ${JSON.stringify(id)}`);
    this.#folder = join(data, "reader-keys");
    this.#id = id;
  }

  async load(): Promise<StoredKeys> {
    const [pending, current] = await Promise.all([
      keyIn(this.#path("pending.key")),
      keyIn(this.#path("key")),
    ]);
    return { pending, current };
  }

  /** Who had the key when it was set; undefined when nobody recorded it. */
  async loadIdentity(): Promise<ReaderIdentity | undefined> {
    const text = await textIn(this.#path("identity"));
    const [, vendor, serial] = /^([0-9A-F]{6}) ([0-9A-F]{8})\n$/.exec(text ?? "") ?? [];
    return vendor === undefined || serial === undefined ? undefined : { vendor, serial };
  }

  async storePending(key: Uint8Array): Promise<void> {
    await this.#try(async () => {
      await mkdir(this.#folder, { recursive: true, mode: privateFolder });
      await syncFolder(dirname(this.#folder));
      await this.#write("pending.key", `${toHex(key)}\n`);
    });
  }

  async promote(identity: ReaderIdentity | undefined): Promise<void> {
    await this.#try(async () => {
      if (identity !== undefined) {
        await this.#write("identity", `${identity.vendor} ${identity.serial}\n`);
      }
      await rename(this.#path("pending.key"), this.#path("key"));
      await syncFolder(this.#folder);
    });
  }

  async #write(kind: string, text: string): Promise<void> {
    const draft = this.#path(`${kind}.new`);
    const file = await open(draft, "w", privateFile);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, this.#path(kind));
    await syncFolder(this.#folder);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (cause) {
      const text = `${this.#folder} cannot be written; check space and owner of the folder`;
      throw new Fault("documents/io", text, { cause });
    }
  }

  #path(kind: string): string {
    return join(this.#folder, `${this.#id}.${kind}`);
  }
}

/**
 * The keys a reader may have, the pending one first, for `OsdpReader`; empty before it was
 * commissioned. Rejects with `Fault` `key/unreadable`.
 */
export async function readReaderKeys(data: string, id: string): Promise<readonly Uint8Array[]> {
  const { pending, current } = await new ReaderKeyFiles(data, id).load();
  return [pending, current].filter((key) => key !== undefined);
}

async function keyIn(path: string): Promise<Uint8Array | undefined> {
  const text = await textIn(path);
  if (text === undefined) return undefined;
  const key = fromHex(text.trim());
  if (key?.length === scbkBytes) return key;
  const todo = "restore it, or move it away, reset the reader and run driftbox commission";
  throw new Fault("key/unreadable", `${path}: expected ${scbkBytes * 2} hex digits; ${todo}`);
}

async function textIn(path: string): Promise<string | undefined> {
  try {
    const text = await readFile(path, "latin1");
    return text.length <= textMaxBytes ? text : "";
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    throw new Fault("key/unreadable", `${path} cannot be read; check its owner`, { cause });
  }
}
