// Signed decisions of registrars as files: written by a command, taken by the running center.

import { chownSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { limits } from "@driftbox/proto";
import type { Log } from "../../ports/downlink.ts";
import { makeFolder, replaceFile, writeNew } from "./durable-file.ts";

const waiting = ".document";
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
  if (statSync(path, { throwIfNoEntry: false }) !== undefined) return "waiting";
  if (statSync(answer, { throwIfNoEntry: false }) === undefined) return "taken";
  const reason = readFileSync(answer, "utf8");
  rmSync(answer, { force: true });
  return { refused: reason };
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

  /** One look. What cannot be read or committed stays, and is tried again at the next. */
  look(): void {
    try {
      const files = readdirSync(this.#options.folder).filter((file) => file.endsWith(waiting));
      for (const file of files.toSorted().slice(0, lookMaxCount)) this.#takeFile(file);
      this.#reported = "";
    } catch (error) {
      const text = String(error);
      if (text === this.#reported) return;
      this.#reported = text;
      this.#options.log.error({ err: error }, "a decision waits: check owner, mode and disk");
    }
  }

  #takeFile(file: string): void {
    const { folder, take, log } = this.#options;
    const path = join(folder, file);
    const isTooLarge = statSync(path).size > limits.documentMaxBytes;
    const reason = isTooLarge ? "it is too large" : take(readFileSync(path), path);
    if (reason === undefined) rmSync(path);
    else {
      log.warn({ file, reason }, "refused a decision");
      replaceFile(`${path}${refused}`, Buffer.from(reason));
      rmSync(path);
    }
  }
}
