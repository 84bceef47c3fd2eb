// Signed decisions of registrars as files: written by a command, taken by the running center.

import { chownSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@driftbox/proto";
import type { Log } from "../../ports/downlink.ts";
import { hasCode, makeFolder, replaceFile, writeNew } from "./durable-file.ts";

const waiting = ".document";
/** The center acts on it now: nobody can withdraw it any more. */
const taking = ".taking";
const refused = ".refused";
/** What the program reads that wrote a decision. */
const told = [refused, ".answer"];
/** A program that is there reads within minutes; what is older was left by one that was ended. */
const toldMaxMs = 3_600_000;
/** Files taken at one look. */
const lookMaxCount = 64;

/** Puts a decision where the center finds it, readable for the folder's owner; answers its path. */
export function writeDecision(folder: string, name: string, document: Uint8Array): string {
  makeFolder(folder);
  const path = join(folder, `${name}${waiting}`);
  // The center may take it as soon as it has its name.
  const unnamed = `${path}.new`;
  writeNew(unnamed, document);
  const { uid, gid } = statSync(join(folder, ".."));
  if (process.getuid?.() === 0) for (const each of [folder, unnamed]) chownSync(each, uid, gid);
  renameSync(unnamed, path);
  return path;
}

/** What became of a written decision; the word of a refusal is read once. */
export type DecisionState = "waiting" | "taken" | { readonly refused: string };

export function decisionState(path: string): DecisionState {
  const answer = `${path}${refused}`;
  // What could not be committed goes back to its first name.
  if ([path, `${path}${taking}`, path].some(isThere)) return "waiting";
  if (!isThere(answer)) return "taken";
  const reason = readFileSync(answer, "utf8");
  rmSync(answer, { force: true });
  return { refused: reason };
}

/** Takes a decision back that no center has begun to act on; false: it is too late. */
export function withdrawDecision(path: string): boolean {
  try {
    rmSync(path);
    return true;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

interface Options {
  readonly folder: string;
  /** Acts on a decision, durably; answers why it did not, undefined when it did. */
  readonly take: (document: Uint8Array, path: string) => string | undefined;
  readonly log: Log;
  /** Unix ms. */
  readonly now: () => number;
}

/** Looks into the folder of decisions and hands on what is there. */
export class DecisionFolder {
  readonly #options: Options;
  /** What was last reported, so that a file that stays is reported once. */
  #reported = "";

  constructor(options: Options) {
    this.#options = options;
    makeFolder(options.folder);
    this.#dropUnread();
    this.#putBack();
  }

  /** What a center was about to act on when it ended waits again. */
  #putBack(): void {
    const { folder, log } = this.#options;
    try {
      const files = readdirSync(folder).filter((file) => file.endsWith(`${waiting}${taking}`));
      for (const file of files) {
        const path = join(folder, file);
        renameSync(path, path.slice(0, -taking.length));
      }
    } catch (error) {
      log.error({ err: error }, "a decision stays unread: check owner and mode");
    }
  }

  #dropUnread(): void {
    const { folder, now, log } = this.#options;
    try {
      const files = readdirSync(folder).filter((file) => told.some((end) => file.endsWith(end)));
      for (const file of files) {
        const path = join(folder, file);
        if (now() - statSync(path).mtimeMs > toldMaxMs) rmSync(path, { force: true });
      }
    } catch (error) {
      log.error({ err: error }, "old answers stay: check owner and mode");
    }
  }

  /** One look. What cannot be read or committed stays, keeps back no other, and is tried again. */
  look(): void {
    const failed = new Map<string, unknown>();
    try {
      const files = readdirSync(this.#options.folder).filter((file) => file.endsWith(waiting));
      for (const file of files.toSorted().slice(0, lookMaxCount)) {
        try {
          this.#takeFile(file);
        } catch (error) {
          failed.set(file, error);
        }
      }
    } catch (error) {
      failed.set("", error);
    }
    this.#report(failed);
  }

  #report(failed: ReadonlyMap<string, unknown>): void {
    const text = [...failed].map(([file, error]) => `${file} ${String(error)}`).join("\n");
    if (text === this.#reported) return;
    this.#reported = text;
    for (const [file, error] of failed) {
      this.#options.log.error({ file, err: error }, "a decision waits: check owner, mode and disk");
    }
  }

  /** It has another name while it is acted on, so that its program can not withdraw it. */
  #takeFile(file: string): void {
    const { folder, take, log } = this.#options;
    const path = join(folder, file);
    const taken = `${path}${taking}`;
    renameSync(path, taken);
    try {
      const isTooLarge = statSync(taken).size > limits.documentMaxBytes;
      const reason = isTooLarge ? "it is too large" : take(readFileSync(taken), path);
      if (reason !== undefined) {
        log.warn({ file, reason }, "refused a decision");
        replaceFile(`${path}${refused}`, Buffer.from(reason));
      }
    } catch (error) {
      renameSync(taken, path);
      throw error;
    }
    rmSync(taken);
  }
}
