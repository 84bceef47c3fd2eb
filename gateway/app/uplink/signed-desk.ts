// Takes signed, versioned documents of one type: from the center's topic, a file, or the disk.

import {
  claimedVersion,
  openDocument,
  parsed,
  refused,
  toHex,
  type BodyOf,
  type DocumentKind,
  type ErrorCode,
  type Parsed,
  type Verifier,
} from "@driftbox/proto";
import type { Input } from "../../custody/inputs.ts";
import type { Steps } from "../../custody/steps.ts";
import type { Log } from "../../ports/runtime.ts";
import type { Documents } from "../../ports/storage.ts";
import type { Identity } from "../identity.ts";
import { isWorthLine } from "../log-pace.ts";
import { fieldsOf, textOf } from "../stored.ts";

export type Origin = "stored" | "file" | "center";

/** What every document becomes once it is compiled for this gateway. */
export interface Compiled {
  readonly version: number;
  /** SHA-256 of the signed document's body, lower-case hex. */
  readonly documentHash: string;
}

/** What the journal says was applied last. Version 0 = nothing yet; an empty hash = not known. */
export interface Applied {
  readonly version: number;
  readonly hash: string;
}

export interface DeskParts {
  readonly identity: Identity;
  readonly documents: Documents;
  readonly log: Log;
  readonly offer: (input: Input) => void;
  /** Calls back after what waits at the readers was read. */
  readonly defer: (run: () => void) => void;
  /** As the journal says. Holds even if the documents are lost. */
  readonly applied: () => Applied;
}

/** The rules of one type of document. */
export interface DeskRules<T extends DocumentKind, C extends Compiled> {
  readonly type: T;
  /** Keys that may sign it now. */
  readonly trusted: () => readonly Verifier[];
  /** Compiles what was signed for this site; short steps, for taps are served between them. */
  readonly compile: (message: BodyOf<T>, hash: Uint8Array) => Steps<Parsed<C>>;
  /** Whether one may follow the one applied last. */
  readonly succeeds: (applied: Applied, candidate: C) => Parsed<C>;
  /**
   * What the core hears once it is on disk.
   * @param bytesHash SHA-256 of its bytes as received, lower-case hex
   */
  readonly inputOf: (compiled: C, bytesHash: string) => Input;
  /** What it hears when the keys that signed it may not any more; absent = they always may. */
  readonly withdrawn?: (compiled: C) => Input;
}

/** Why the last document of an origin was turned away. */
export interface Refusal {
  readonly origin: Origin;
  readonly code: ErrorCode;
  readonly detail: string;
}

interface Counts {
  accepted: number;
  unchanged: number;
  refused: number;
}

/**
 * Judges documents one after the other. What is refused leaves the one in force as it is, and the
 * core hears of it. An accepted document is on disk before the core hears of it, so that a cold
 * boot without network applies the same one.
 */
export class SignedDesk<T extends DocumentKind, C extends Compiled> {
  readonly counts: Counts = { accepted: 0, unchanged: 0, refused: 0 };
  readonly #parts: DeskParts;
  readonly #rules: DeskRules<T, C>;
  readonly #refusals = new Map<Origin, Refusal>();
  #inForce: C | undefined;
  /** True: the core was told that the keys which signed it may not any more. */
  #isWithdrawn = false;
  /** The newest document of the center that was turned away: another moment may judge otherwise. */
  #turnedAway: Uint8Array | undefined;
  #work: Promise<unknown> = Promise.resolve();
  /** What the center sent last while another document is being judged. */
  #newest: Uint8Array | undefined;

  constructor(parts: DeskParts, rules: DeskRules<T, C>) {
    this.#parts = parts;
    this.#rules = rules;
  }

  get inForce(): C | undefined {
    return this.#inForce;
  }

  /** Of each origin whose last document was refused; a good one of the same origin ends it. */
  get refusals(): readonly Refusal[] {
    return [...this.#refusals.values()];
  }

  /** Applies the stored document, if there is one that still verifies. */
  async restore(): Promise<void> {
    const bytes = await this.#readStored();
    if (bytes !== undefined) await this.take(bytes, "stored");
  }

  /**
   * Judges a document and applies it when it is newer. Outcome codes: those of `openDocument` and
   * of the rules; one that could not be stored is refused with documents/io.
   */
  take(bytes: Uint8Array, origin: Origin): Promise<Parsed<C>> {
    const done = this.#work.then(() => this.#take(bytes, origin));
    // One document that could not be judged must not stand in the way of the next.
    this.#work = done.catch(() => undefined);
    return done;
  }

  /**
   * Takes what the center sent. Of documents that come while one is judged only the last counts.
   */
  takeNewest(bytes: Uint8Array): void {
    const isAwaited = this.#newest !== undefined;
    this.#newest = bytes;
    if (isAwaited) return;
    const take = async (): Promise<void> => {
      const document = this.#newest;
      this.#newest = undefined;
      if (document !== undefined) await this.#take(document, "center");
    };
    this.#work = this.#work.then(take).catch(() => undefined);
  }

  /**
   * Judges again what is in force, and what the center sent last and was turned away: other keys
   * may sign now, or the clock is another.
   */
  rejudge(): Promise<void> {
    const done = this.#work.then(() => this.#rejudge());
    this.#work = done.catch(() => undefined);
    return done;
  }

  /** Resolves when all that came so far is judged. */
  async settled(): Promise<void> {
    await this.#work;
  }

  async #take(bytes: Uint8Array, origin: Origin): Promise<Parsed<C>> {
    const judged = await this.#judge(bytes);
    if (!judged.ok) return this.#refuse(judged, origin, bytes);
    if (judged.value.documentHash === this.#inForce?.documentHash && !this.#isWithdrawn) {
      this.#refusals.delete(origin);
      this.counts.unchanged += 1;
      return judged;
    }
    const stored = origin === "stored" ? parsed(true) : await this.#store(bytes);
    if (!stored.ok) return this.#refuse(stored, origin, bytes);
    this.#inForce = judged.value;
    this.#isWithdrawn = false;
    if (origin === "center") this.#turnedAway = undefined;
    this.#refusals.delete(origin);
    this.counts.accepted += 1;
    const { type } = this.#rules;
    this.#parts.log.info({ origin, version: judged.value.version }, `${type} accepted`);
    const bytesHash = toHex(this.#parts.identity.sha256(bytes));
    this.#parts.offer(this.#rules.inputOf(judged.value, bytesHash));
    return judged;
  }

  async #rejudge(): Promise<void> {
    const { withdrawn } = this.#rules;
    if (this.#inForce !== undefined && withdrawn !== undefined) {
      const bytes = await this.#readStored();
      const isSigned = bytes !== undefined && (await this.#judge(bytes)).ok;
      if (isSigned && this.#isWithdrawn) await this.#take(bytes, "stored");
      if (!isSigned && !this.#isWithdrawn) this.#parts.offer(withdrawn(this.#inForce));
      this.#isWithdrawn = !isSigned;
    }
    const again = this.#turnedAway;
    if (again !== undefined && (await this.#judge(again)).ok) await this.#take(again, "center");
  }

  /** What would become of a document, without applying it. Taps are served between its steps. */
  async #judge(bytes: Uint8Array): Promise<Parsed<C>> {
    const { sha256 } = this.#parts.identity;
    const { type, trusted, compile } = this.#rules;
    const opened = openDocument(type, bytes, trusted(), sha256);
    if (!opened.ok) return opened;
    const hash = sha256(opened.value.body);
    const compiled = await this.#inSteps(compile(opened.value.message, hash));
    return compiled.ok ? this.#succeeds(compiled.value) : compiled;
  }

  async #inSteps<V>(steps: Steps<V>): Promise<V> {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise<void>((done) => this.#parts.defer(done));
    return await this.#inSteps(steps);
  }

  #succeeds(candidate: C): Parsed<C> {
    const applied = this.#parts.applied();
    const current = this.#inForce;
    if (current === undefined || current.version < applied.version) {
      return this.#rules.succeeds(applied, candidate);
    }
    const { version, documentHash: hash } = current;
    return this.#rules.succeeds({ version, hash }, candidate);
  }

  #refuse(refusal: Parsed<never>, origin: Origin, bytes: Uint8Array): Parsed<never> {
    this.counts.refused += 1;
    if (refusal.ok) return refusal;
    const inForce = this.#inForce?.version ?? 0;
    const { code, detail } = refusal;
    this.#refusals.set(origin, { origin, code, detail });
    if (origin === "center") this.#turnedAway = bytes;
    const { type } = this.#rules;
    const isOldFile = origin === "file" && code === `${type}/older`;
    if (!isOldFile) this.#tell(bytes, code);
    const { refused: refusedCount } = this.counts;
    if (origin === "center" && !isWorthLine(refusedCount)) return refusal;
    this.#parts.log.error(
      { fault: code, origin, inForce, refusedCount },
      `${type} refused, the old one stays: ${detail}`,
    );
    return refusal;
  }

  #tell(bytes: Uint8Array, code: ErrorCode): void {
    const { type: document } = this.#rules;
    const documentHash = toHex(this.#parts.identity.sha256(bytes));
    const version = claimedVersion(bytes);
    this.#parts.offer({ kind: "DocumentTurnedAway", document, version, code, documentHash });
  }

  async #store(bytes: Uint8Array): Promise<Parsed<true>> {
    try {
      await this.#parts.documents.write(this.#rules.type, {
        document: Buffer.from(bytes).toString("base64"),
      });
      return parsed(true as const);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "write failed";
      return refused("documents/io", `${reason}; free space and send it again`);
    }
  }

  async #readStored(): Promise<Uint8Array | undefined> {
    const { type } = this.#rules;
    try {
      const stored = await this.#parts.documents.read(type);
      if (stored === undefined) return undefined;
      return Buffer.from(textOf(type, fieldsOf(type, stored), "document"), "base64");
    } catch (error) {
      this.counts.refused += 1;
      this.#parts.log.error({ error }, `the stored ${type} is unreadable; send it again`);
      return undefined;
    }
  }
}
