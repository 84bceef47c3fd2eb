// Documents that were turned away: each is told once, and what comes too fast by its number.

import { fromHex, toHex, type DocumentKind, type Fact } from "@driftbox/proto";
import type { Draft } from "../decision.ts";
import { mayTell } from "../doors/flutter.ts";
import type { InputOf } from "../inputs.ts";

/** Refused documents remembered at once; one that was forgotten is told again. */
export const refusedDocumentsMaxCount = 64;

/** The same bytes again say nothing new, unless they are turned away for another reason. */
export function refuseDocument(
  draft: Draft,
  input: Omit<InputOf<"DocumentTurnedAway">, "kind">,
): void {
  const { document, version, code, documentHash } = input;
  if (draft.state.durable.refusedDocuments.includes(keyOf(code, documentHash))) return;
  if (!mayTell(draft, "documents", document)) return;
  const hash = fromHex(documentHash) ?? new Uint8Array();
  draft.record("DocumentRefused", { document, version, code, documentHash: hash });
}

/** How many refusals were not told one by one. */
export function retellDocuments(draft: Draft, untoldCount: number, kind: string): void {
  const document = documentKinds.find((one) => one === kind);
  if (document === undefined) return;
  const nothing = { version: 0, code: "", documentHash: new Uint8Array() };
  draft.record("DocumentRefused", { document, ...nothing, untoldCount });
}

const documentKinds: readonly DocumentKind[] = ["policy", "grants", "manifests"];

/** What is remembered after a fact, oldest first. */
export function refusedDocumentsAfter(known: readonly string[], fact: Fact): readonly string[] {
  if (fact.kind !== "DocumentRefused" || fact.documentHash.length === 0) return known;
  return [...known, keyOf(fact.code, toHex(fact.documentHash))].slice(-refusedDocumentsMaxCount);
}

function keyOf(code: string, hash: string): string {
  return `${code} ${hash}`;
}
