// Where policies come from: the signed file, the center's retained topic and the copy kept on disk.

import {
  openDocument,
  parsed,
  refused,
  type ErrorCode,
  type Parsed,
  type Policy,
} from "@driftbox/proto";
import type { Input } from "../../custody/inputs.ts";
import type { Steps } from "../../custody/steps.ts";
import type { Layout } from "../../custody/layout.ts";
import {
  compilingPolicy,
  judgeSuccession,
  type AppliedPolicy,
  type CompiledPolicy,
} from "../../custody/access/policy.ts";
import type { Log } from "../../ports/runtime.ts";
import type { Documents } from "../../ports/storage.ts";
import type { Identity } from "../identity.ts";
import { isWorthLine } from "../log-pace.ts";
import { fieldsOf, textOf } from "../stored.ts";

const documentName = "policy";

export type PolicyOrigin = "stored" | "file" | "center";

interface Parts {
  readonly identity: Identity;
  readonly layout: Layout;
  readonly documents: Documents;
  readonly log: Log;
  readonly offer: (input: Input) => void;
  /** Calls back after what waits at the readers was read. */
  readonly defer: (run: () => void) => void;
  /** As the journal says. Holds even if the documents are lost. */
  readonly applied: () => AppliedPolicy;
}

/** Why the last document of an origin was turned away. */
export interface PolicyRefusal {
  readonly origin: PolicyOrigin;
  readonly code: ErrorCode;
  readonly detail: string;
}

export interface PolicyCounts {
  accepted: number;
  unchanged: number;
  refused: number;
}

/**
 * Judges policy documents one after the other. What is refused leaves the policy in force as it
 * is. An accepted document is on disk before the core hears of it, so that a cold boot without
 * network applies the same one.
 */
export class PolicySource {
  readonly counts: PolicyCounts = { accepted: 0, unchanged: 0, refused: 0 };
  readonly #parts: Parts;
  readonly #refusals = new Map<PolicyOrigin, PolicyRefusal>();
  #inForce: CompiledPolicy | undefined;
  #work: Promise<unknown> = Promise.resolve();
  /** What the center sent last while another document is being judged. */
  #newest: Uint8Array | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get inForce(): CompiledPolicy | undefined {
    return this.#inForce;
  }

  /** Of each origin whose last document was refused; a good one of the same origin ends it. */
  get refusals(): readonly PolicyRefusal[] {
    return [...this.#refusals.values()];
  }

  /** Whether the policy in force names a badge, to let it in or to keep it out. */
  knows(badgeRef: string): boolean {
    const { badges = {}, blocked = {} } = this.#inForce ?? {};
    return Object.hasOwn(badges, badgeRef) || Object.hasOwn(blocked, badgeRef);
  }

  /** Applies the stored document, if there is one that still verifies. */
  async restore(): Promise<void> {
    const bytes = await this.#readStored();
    if (bytes !== undefined) await this.take(bytes, "stored");
  }

  /**
   * Judges a document and applies it when it is newer. Outcome codes: document/signature,
   * document/unknown-key, document/type, wire/document, policy/older, policy/invalid; a policy
   * that could not be stored is refused with documents/io.
   */
  take(bytes: Uint8Array, origin: PolicyOrigin): Promise<Parsed<CompiledPolicy>> {
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

  async #take(bytes: Uint8Array, origin: PolicyOrigin): Promise<Parsed<CompiledPolicy>> {
    const judged = await this.judge(bytes);
    if (!judged.ok) return this.#refuse(judged, origin);
    if (judged.value.documentHash === this.#inForce?.documentHash) {
      this.#refusals.delete(origin);
      this.counts.unchanged += 1;
      return judged;
    }
    const stored = origin === "stored" ? parsed(true) : await this.#store(bytes);
    if (!stored.ok) return this.#refuse(stored, origin);
    this.#inForce = judged.value;
    this.#refusals.delete(origin);
    this.counts.accepted += 1;
    this.#parts.log.info({ origin, version: judged.value.version }, "policy accepted");
    this.#parts.offer({ kind: "PolicyAccepted", policy: judged.value });
    return judged;
  }

  /** What would become of a document, without applying it. Taps are served between its steps. */
  async judge(bytes: Uint8Array): Promise<Parsed<CompiledPolicy>> {
    const { identity, layout } = this.#parts;
    const opened = openDocument("policy", bytes, identity.centerKeys, identity.sha256);
    if (!opened.ok) return opened;
    const policy: Policy = opened.value.message;
    if (policy.site !== identity.site) {
      return refused("policy/invalid", `it is for site ${policy.site.slice(0, 64)}`);
    }
    const hash = identity.sha256(opened.value.body);
    const compiled = await this.#inSteps(compilingPolicy(policy, layout, hash));
    if (!compiled.ok) return compiled;
    return this.#succeeds(compiled.value);
  }

  async #inSteps<T>(steps: Steps<T>): Promise<T> {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise<void>((done) => this.#parts.defer(done));
    return await this.#inSteps(steps);
  }

  #succeeds(candidate: CompiledPolicy): Parsed<CompiledPolicy> {
    const applied = this.#parts.applied();
    const current = this.#inForce;
    if (current === undefined || current.version < applied.version) {
      return judgeSuccession(applied, candidate);
    }
    return judgeSuccession({ version: current.version, hash: current.documentHash }, candidate);
  }

  #refuse(refusal: Parsed<never>, origin: PolicyOrigin): Parsed<never> {
    this.counts.refused += 1;
    if (refusal.ok) return refusal;
    const inForce = this.#inForce?.version ?? 0;
    const { code, detail } = refusal;
    this.#refusals.set(origin, { origin, code, detail });
    const { refused: refusedCount } = this.counts;
    if (origin === "center" && !isWorthLine(refusedCount)) return refusal;
    this.#parts.log.error(
      { fault: code, origin, inForce, refusedCount },
      `policy refused, the old one stays: ${detail}`,
    );
    return refusal;
  }

  async #store(bytes: Uint8Array): Promise<Parsed<true>> {
    try {
      await this.#parts.documents.write(documentName, {
        document: Buffer.from(bytes).toString("base64"),
      });
      return parsed(true as const);
    } catch (error) {
      const reason = error instanceof Error ? error.message : "write failed";
      return refused("documents/io", `${reason}; free space and send it again`);
    }
  }

  async #readStored(): Promise<Uint8Array | undefined> {
    try {
      const stored = await this.#parts.documents.read(documentName);
      if (stored === undefined) return undefined;
      return Buffer.from(
        textOf(documentName, fieldsOf(documentName, stored), "document"),
        "base64",
      );
    } catch (error) {
      this.counts.refused += 1;
      this.#parts.log.error({ error }, "the stored policy is unreadable; load the file again");
      return undefined;
    }
  }
}
