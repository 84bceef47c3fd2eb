// What a session rests on, folded from its grant and from what was stated with it.

import { fromHex, toHex, type FactFields, type FactOf } from "@driftbox/proto";
import { isOfPass } from "../access/passes.ts";
import type { FactMeta } from "../evolve.ts";
import type { Session, SessionBasis, Shown } from "../state/session.ts";

/** The session that a grant begins. */
export function sessionOf(fact: FactOf<"AccessGranted">, { seq, monoMs }: FactMeta): Session {
  const { action, person, role, reader } = fact;
  return {
    grantSeq: seq,
    action,
    person,
    role,
    reader,
    basis: basisOf(fact),
    stage: "granted",
    grantedMonoMs: monoMs,
    attempts: 0,
    isOrphan: false,
  };
}

function basisOf(fact: FactOf<"AccessGranted">): SessionBasis {
  const { proof = "badge", grant = "", code = "" } = fact;
  if (proof === "command") return { kind: "command" };
  if (proof === "none") return { kind: "depositor" };
  if (isOfPass(proof)) return { kind: "pass", authorizers: [], grant, code };
  return { kind: "badge", opener: shownIn(fact), authorizers: [], grant, code };
}

function shownIn(fact: FactOf<"AccessGranted"> | FactOf<"AuthorizerAdded">): Shown {
  const { person, badgeRef, assurance = "identifier", proof } = fact;
  return { person, badgeRef: toHex(badgeRef), assurance, hasPin: proof === "badge-and-pin" };
}

/** One more person is stated for the opening of a session. */
export function withAuthorizer(
  session: Session | undefined,
  fact: FactOf<"AuthorizerAdded">,
): Session | undefined {
  if (session?.grantSeq !== fact.grantSeq || !("authorizers" in session.basis)) return session;
  const authorizers = [...session.basis.authorizers, shownIn(fact)];
  return { ...session, basis: { ...session.basis, authorizers } };
}

/** The opening of a session is stated to be one in an emergency. */
export function asEmergency(
  session: Session | undefined,
  fact: FactOf<"EmergencyDeclared">,
): Session | undefined {
  if (session?.grantSeq !== fact.grantSeq || session.basis.kind !== "badge") return session;
  return { ...session, basis: { kind: "emergency", opener: session.basis.opener } };
}

/** Reference of the badge that opens, lower-case hex; empty = none. */
export function badgeOf({ basis }: Session): string {
  return "opener" in basis ? basis.opener.badgeRef : "";
}

/** What facts say that whoever opens has shown. */
export function credentialOf(
  session: Session,
): Pick<FactFields["AccessRefused"], "badgeRef" | "grant" | "code"> {
  const badgeRef = fromHex(badgeOf(session)) ?? new Uint8Array();
  const { grant = "", code = "" } = "grant" in session.basis ? session.basis : {};
  return { badgeRef, ...(grant !== "" && { grant }), ...(code !== "" && { code }) };
}

/** Whether a refusal is of whoever was granted a session. */
export function isRefusalOf(session: Session, fact: FactOf<"AccessRefused">): boolean {
  const { badgeRef, grant, code } = credentialOf(session);
  return grant === fact.grant && code === fact.code && toHex(badgeRef) === toHex(fact.badgeRef);
}
