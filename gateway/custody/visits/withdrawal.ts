// Whether what was granted still holds when its coil is free: for each person, as at a tap.

import type { RefusalReason } from "@driftbox/proto";
import { depositObstacle, depositRefusal } from "../access/deposit-rules.ts";
import { nobody } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import { allows } from "../access/rights.ts";
import { obstacle } from "../access/selection.ts";
import type { Draft } from "../decision.ts";
import type { PlaceLayout } from "../layout.ts";
import { isSurelyEmpty } from "../service/emptiness.ts";
import { entitle } from "../service/service-rights.ts";
import { watchAt, type Session } from "../state.ts";
import type { SessionBasis, Shown } from "../state/session.ts";
import { admitAll, openingRights } from "./admission.ts";
import { meet } from "./authorizers.ts";

/**
 * Why the session of a place must not be pulsed now, by the rules of a tap; undefined = it may.
 * What was granted may have been withdrawn while it waited.
 */
export function withdrawal(
  draft: Draft,
  place: PlaceLayout,
  session: Session,
): RefusalReason | undefined {
  const { state, now } = draft;
  const { policy, canOpen } = state.volatile;
  if (policy === undefined) return "no-policy";
  if (!canOpen) return "storage-full";
  const refusal = basisRefusal(draft, { policy, place, session });
  if (refusal !== undefined) return refusal;
  const { action, person } = session;
  const { tags } = watchAt(state, place.key);
  const brought = { box: place.box.id, person, tags };
  const why = action === "deposit" ? depositObstacle(state, now, brought) : undefined;
  return why ?? obstacle(state, place, action);
}

interface Granted {
  readonly policy: CompiledPolicy;
  readonly place: PlaceLayout;
  readonly session: Session;
}

/** Why what a session rests on is gone. A command rests on what the center signed. */
function basisRefusal(draft: Draft, granted: Granted): RefusalReason | undefined {
  const { state, now } = draft;
  const { place, session } = granted;
  const { basis } = session;
  if (basis.kind === "emergency") {
    const entitled = entitledAt(draft, place, basis.opener, "canEmergency");
    return entitled.ok ? undefined : entitled.reason;
  }
  const fitter = state.durable.service.maintenance[place.box.id];
  if (basis.kind === "command") return fitter === undefined ? undefined : "in-maintenance";
  if (fitter !== undefined && fitter.person !== session.person) return "in-maintenance";
  if (basis.kind === "pass") return partyRefusal(draft, granted, basis);
  if (basis.kind === "depositor") {
    const hasNumber = state.volatile.deposits[place.box.id]?.number !== "";
    return depositRefusal(state, now, place, { hasNumber });
  }
  const isFitter = isByFitter(draft, place, basis.opener);
  return isFitter ? undefined : partyRefusal(draft, granted, basis);
}

function entitledAt(
  { state, now }: Draft,
  { box, compartment }: PlaceLayout,
  { badgeRef }: Shown,
  right: "canEmergency" | "canMaintain",
): ReturnType<typeof entitle> {
  const at = { box: box.id, compartment: compartment.number };
  return entitle(state, now, badgeRef, { right, at });
}

/** Whether somebody is the fitter who is at work, at a compartment that is still empty. */
function isByFitter(draft: Draft, place: PlaceLayout, opener: Shown): boolean {
  const { maintenance } = draft.state.durable.service;
  const isFitter = maintenance[place.box.id]?.person === opener.person;
  if (!isFitter || !isSurelyEmpty(draft.state, place)) return false;
  return entitledAt(draft, place, opener, "canMaintain").ok;
}

/** Everybody of an opening is judged again; who opens, only by what it rests on. */
function partyRefusal(
  { state, now }: Draft,
  { policy, place, session }: Granted,
  basis: Extract<SessionBasis, { readonly kind: "badge" | "pass" }>,
): RefusalReason | undefined {
  const { action, reader } = session;
  const { tags, pass } = watchAt(state, place.key);
  const shown = basis.kind === "badge" ? basis.opener : pass && { ...nobody, pass };
  if (shown === undefined) return "no-right";
  // Who opens is the last: whom a refusal is of.
  const visitors = [...basis.authorizers, shown].map((one) => ({ ...one, reader }));
  const company = { policy, box: place.box.id, tags, kept: basis, visitors };
  const admitted = admitAll(state, now, company);
  if (!admitted.ok) return admitted.reason;
  const { guests } = admitted;
  const opener = guests.at(-1);
  if (opener === undefined) return "no-right";
  const right = openingRights(state, company, opener).find((one) => {
    const isOfGrant = (one.grant?.grant ?? "") === basis.grant;
    return isOfGrant && allows([one], action, place.compartment.number);
  });
  if (right === undefined) return "no-right";
  const aim = { policy, place, action, ...(right.grant !== undefined && { grant: right.grant }) };
  const met = meet(state, now.monoMs, aim, { opener, guests });
  return met.word === "ready" ? undefined : met.reason;
}
