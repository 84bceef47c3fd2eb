// What the visitors of a box can do together now: open a compartment, wait for more, or nothing.

import type { Action, RefusalReason } from "@driftbox/proto";
import {
  demandOn,
  mayJoin,
  missingOf,
  proofObstacle,
  type Aim,
  type Guest,
} from "./authorizers.ts";
import type { Now } from "../inputs.ts";
import { placesOf, type PlaceLayout } from "../layout.ts";
import { holds } from "../parcels/inventory.ts";
import { grantsAt, type CompiledGrant } from "../access/grants.ts";
import { judgePass } from "../access/passes.ts";
import type { CompiledPolicy } from "../access/policy.ts";
import { demandAt, type Demand } from "../access/policy/demands.ts";
import type { CompiledRight } from "../access/policy/roles.ts";
import { allows, believed, judgeBadge, opens, type Presented } from "../access/rights.ts";
import {
  selectCompartment,
  selectToCollect,
  type Selection,
  type Wish,
} from "../access/selection.ts";
import { isReturn } from "../service/returns.ts";
import { isClosed } from "../service/suspension.ts";
import { canWait } from "../coils/solenoids.ts";
import { recordAt, type State, type Visitor } from "../state.ts";
import { actions } from "../access/policy/verdict.ts";

const minuteMs = 60_000;

/** Who is at a box with which tags; the newest visitor is the last. */
export interface Company {
  readonly policy: CompiledPolicy;
  readonly box: string;
  readonly visitors: readonly Visitor[];
  readonly tags: readonly string[];
}

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
  const guests: Guest[] = [];
  for (const visitor of company.visitors) {
    const admitted = admit(state, now, company, visitor);
    if (admitted.ok) guests.push(admitted.guest);
    else if (visitor === company.visitors.at(-1)) {
      return { word: "refused", reason: admitted.reason, compartment: 0 };
    }
  }
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
    return meet(state, now, aim, { opener, guests });
  }
  if (refusal !== undefined) return refusal;
  const visitors = guests.map(({ visitor }) => visitor);
  return { word: "waiting", visitors, missing: "second-person-missing", compartment: 0 };
}

type Admitted =
  | { readonly ok: true; readonly guest: Guest }
  | { readonly ok: false; readonly reason: RefusalReason };

/** Judged again at each step of a visit: the policy, or the time of day, may be another. */
function admit(state: State, now: Now, company: Company, visitor: Visitor): Admitted {
  const { policy, box, tags } = company;
  const { pass } = visitor;
  const clocks = believed(now, policy, state.durable.lastWallMs);
  const admission =
    pass === undefined
      ? judgeBadge(policy, presentedBy(state, { box, tags }, visitor), clocks)
      : judgePass(state, now, { policy, box, pass });
  if (!admission.ok) return admission;
  if (admission.permission.badge.person !== visitor.person)
    return { ok: false, reason: "no-right" };
  return { ok: true, guest: { ...admission.permission, visitor } };
}

/** What a badge shows at a box, with what its person brings. */
export function presentedBy(
  state: State,
  { box, tags }: Pick<Company, "box" | "tags">,
  visitor: Pick<Visitor, "badgeRef" | "assurance" | "person">,
): Presented {
  const { badgeRef, assurance, person } = visitor;
  const grantsOf = grantsAt(state, box);
  return { badgeRef, assurance, box, grantsOf, isReturn: isReturn(state, person, tags) };
}

function mayOpen(guest: Guest): boolean {
  return actions.some((action) => guest[action].rights.some((right) => opens(right, action)));
}

/** Each right of a wish opens for one action: time may have left only that one. */
function wishOf(state: State, now: Now, company: Company, opener: Guest): Wish {
  const rights = actions.flatMap((action) =>
    opener[action].rights
      .filter((right) => opens(right, action))
      .flatMap((right) => forItsParcels(state, company, action, right))
      .map((right): CompiledRight => {
        if (right.canDeposit !== right.canCollect) return right;
        return { ...right, canDeposit: action === "deposit", canCollect: action === "collect" };
      }),
  );
  const { demands } = company.policy;
  const wasJust = (place: PlaceLayout): boolean => {
    const demand = demandAt(demands, "collect", place.key);
    return isPassedBack(state, now, place, { demand, person: opener.visitor.person });
  };
  return { box: company.box, rights, tray: company.tags, isPassedBack: wasJust };
}

/** A grant for named parcels opens where one of them is, or for whoever brings one. */
function forItsParcels(
  state: State,
  { box, tags }: Company,
  action: Action,
  right: CompiledRight,
): readonly CompiledRight[] {
  const { parcels = [] } = right.grant ?? {};
  if (parcels.length === 0) return [right];
  if (action === "deposit") return tags.some((tag) => parcels.includes(tag)) ? [right] : [];
  const compartments = placesOf(state.layout)
    .filter((place) => place.box.id === box && allows([right], action, place.compartment.number))
    .filter(({ key }) => parcels.some((parcel) => holds(recordAt(state, key), parcel)))
    .map(({ compartment }) => compartment.number);
  return compartments.length === 0 ? [] : [{ ...right, compartments }];
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
  const reason = depositObstacle(state, now, person, wish);
  if (reason === undefined) return wished;
  const instead = selectToCollect(state, wish);
  if (instead.ok) return instead;
  return { ok: false, reason, compartment: wished.place.compartment.number };
}

/** Why a box takes nothing in now, though what is inside may still be taken out. */
function depositObstacle(
  state: State,
  now: Now,
  person: string,
  { box, tray }: Wish,
): RefusalReason | undefined {
  if (state.durable.service.maintenance[box] !== undefined) return "in-maintenance";
  if (isClosed(state, now, box) && !isReturn(state, person, tray)) return "service-suspended";
  return state.volatile.hasMains === false ? "power-failing" : undefined;
}

interface Meeting {
  readonly opener: Guest;
  readonly guests: readonly Guest[];
}

/** An opening that one of the guests has the right to: can these people do it? */
function meet(state: State, now: Now, aim: Aim, { opener, guests }: Meeting): Outlook {
  const { number } = aim.place.compartment;
  const refused = (reason: RefusalReason): Outlook => {
    return { word: "refused", reason, compartment: number };
  };
  const demand = demandOn(aim, opener);
  const newest = guests.at(-1);
  const wanted = [opener, ...guests.filter((one) => one !== opener && mayJoin(aim, one))];
  const obstacleOf = ({ visitor }: Guest): RefusalReason | undefined => {
    const at = { policy: aim.policy, visitor, box: aim.place.box.id };
    return proofObstacle(state, now.monoMs, demand, at);
  };
  const ownObstacle = newest && wanted.includes(newest) ? obstacleOf(newest) : "box-busy";
  if (ownObstacle !== undefined) return refused(ownObstacle);
  const party = wanted.filter((one) => obstacleOf(one) === undefined);
  const missing = party[0] === opener ? missingOf(demand, party) : "second-person-missing";
  if (missing === undefined) {
    if (canWait(state, aim.place, now.monoMs)) return { word: "ready", aim, party };
    return refused("box-busy");
  }
  const visitors = guests.map(({ visitor }) => visitor);
  return { word: "waiting", visitors, missing, compartment: number };
}
