// What the visitors of a box can do together now: open a compartment, wait for more, or nothing.

import type { Action, RefusalReason } from "@driftbox/proto";
import { admitAll, openingRights, type Company } from "./admission.ts";
import { meet, type Aim, type Guest, type Meeting } from "./authorizers.ts";
import type { Now } from "../inputs.ts";
import type { PlaceLayout } from "../layout.ts";
import type { CompiledGrant } from "../access/grants.ts";
import { depositObstacle } from "../access/deposit-rules.ts";
import { demandAt, type Demand } from "../access/policy/demands.ts";
import type { CompiledRight } from "../access/policy/roles.ts";
import { allows, opens } from "../access/rights.ts";
import {
  selectCompartment,
  selectToCollect,
  type Selection,
  type Wish,
} from "../access/selection.ts";
import { canWait } from "../coils/solenoids.ts";
import { recordAt, type State, type Visitor } from "../state.ts";
import { actions } from "../access/policy/verdict.ts";

const minuteMs = 60_000;

/** A refusal is of the newest visitor. */
export type Outlook =
  /** The first of the party opens, the others confirm. */
  | { readonly word: "ready"; readonly aim: Aim; readonly party: readonly Guest[] }
  | {
      readonly word: "waiting";
      /** Those whom the policy admits now. */
      readonly visitors: readonly Visitor[];
      readonly missing: RefusalReason;
      /** 0 = not known yet. */
      readonly compartment: number;
    }
  | {
      readonly word: "refused";
      readonly reason: RefusalReason;
      readonly compartment: number;
    };

/** Pure. Whoever has the right opens, in the order they came; the others may confirm. */
export function outlookOf(state: State, now: Now, company: Company): Outlook {
  const admitted = admitAll(state, now, company);
  if (!admitted.ok) return { word: "refused", reason: admitted.reason, compartment: 0 };
  const { guests } = admitted;
  let refusal: Outlook | undefined;
  for (const opener of guests) {
    const wish = wishOf(state, now, company, opener);
    if (wish.rights.length === 0 && !mayOpen(opener)) continue;
    const selection = select(state, now, opener.visitor.person, wish);
    if (!selection.ok) {
      const { reason, compartment } = selection;
      refusal ??= { word: "refused", reason, compartment };
      continue;
    }
    const { place, action } = selection;
    const grant = grantBehind(wish.rights, action, place.compartment.number);
    const aim = { policy: company.policy, place, action, ...(grant !== undefined && { grant }) };
    return outlookOn(state, now, aim, { opener, guests });
  }
  if (refusal !== undefined) return refusal;
  const visitors = guests.map(({ visitor }) => visitor);
  return { word: "waiting", visitors, missing: "second-person-missing", compartment: 0 };
}

function mayOpen(guest: Guest): boolean {
  return actions.some((action) => guest[action].rights.some((right) => opens(right, action)));
}

function wishOf(state: State, now: Now, company: Company, opener: Guest): Wish {
  const rights = openingRights(state, company, opener);
  const { demands } = company.policy;
  const wasJust = (place: PlaceLayout): boolean => {
    const demand = demandAt(demands, "collect", place.key);
    return isPassedBack(state, now, place, { demand, person: opener.visitor.person });
  };
  return { box: company.box, rights, tray: company.tags, isPassedBack: wasJust };
}

/** The grant that an opening rests on: none where the policy's own rights do, else the easiest. */
function grantBehind(
  rights: readonly CompiledRight[],
  action: Action,
  compartment: number,
): CompiledGrant | undefined {
  const fitting = rights.filter((right) => allows([right], action, compartment));
  if (fitting.some(({ grant }) => grant === undefined)) return undefined;
  const [easiest] = fitting
    .flatMap(({ grant }) => grant ?? [])
    .toSorted((a, b) => a.authorizers - b.authorizers);
  return easiest;
}

/** Whether a person was the last to open a compartment, to collect, and too short a time ago. */
function isPassedBack(
  state: State,
  now: Now,
  place: PlaceLayout,
  { demand, person }: { readonly demand: Demand; readonly person: string },
): boolean {
  const last = recordAt(state, place.key).lastCollection;
  return (
    person !== "" &&
    last?.person === person &&
    now.monoMs - last.monoMs < demand.passbackMin * minuteMs
  );
}

function select(state: State, now: Now, person: string, wish: Wish): Selection {
  const wished = selectCompartment(state, wish);
  if (!wished.ok || wished.action !== "deposit") return wished;
  const { box, tray: tags } = wish;
  const reason = depositObstacle(state, now, { box, person, tags });
  if (reason === undefined) return wished;
  const instead = selectToCollect(state, wish);
  if (instead.ok) return instead;
  return { ok: false, reason, compartment: wished.place.compartment.number };
}

/** What the guests can do about an opening that one of them has the right to. */
function outlookOn(state: State, now: Now, aim: Aim, { opener, guests }: Meeting): Outlook {
  const { number: compartment } = aim.place.compartment;
  const met = meet(state, now.monoMs, aim, { opener, guests });
  const refused = (reason: RefusalReason): Outlook => ({ word: "refused", reason, compartment });
  if (met.word === "ready") {
    return canWait(state, aim.place, now.monoMs) ? { ...met, aim } : refused("box-busy");
  }
  if (met.word === "refused") return refused(met.reason);
  const visitors = guests.map(({ visitor }) => visitor);
  return { word: "waiting", visitors, missing: met.reason, compartment };
}
