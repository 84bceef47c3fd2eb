// What somebody holds instead of a badge, and what it opens now: a code for one parcel, a one-time
// code, a signed grant of whoever shows it.

import {
  onceAheadMaxDays,
  type Action,
  type FactOf,
  type Proof,
  type RefusalReason,
} from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import { placeAt, placesOf, type PlaceLayout } from "../layout.ts";
import { holds } from "../parcels/inventory.ts";
import { recordAt, type State } from "../state.ts";
import { formatReference, parseReference } from "./code-reference.ts";
import { isCodeRevoked, isCodeSpent, leastIssueOf } from "./code-record.ts";
import {
  isRevoked,
  isUnknownSet,
  isUsed,
  onlyOpens,
  rightOf,
  type CompiledGrant,
} from "./grants.ts";
import type { CompiledPolicy } from "./policy.ts";
import { demandAt, type CompiledDemands } from "./policy/demands.ts";
import type { CompiledRight, CompiledRole } from "./policy/roles.ts";
import { actions } from "./policy/verdict.ts";
import { believed, judgeRights, localDayOf, type Admission } from "./rights.ts";

/** Plain JSON, and no digits: nobody can open anything with it at another box. */
export type Pass =
  | { readonly proof: "pickup-code"; readonly parcel: string; readonly issue: number }
  | {
      readonly proof: "one-time-code";
      readonly action: Action;
      /** The last day on which it holds: days since 1970-01-01 in local time. */
      readonly day: number;
      readonly number: number;
    }
  | { readonly proof: "grant"; readonly grant: CompiledGrant };

/** How facts name the holder of a pass. Rules of a role of that name hold for them. */
export type PassRole = "recipient" | "bearer";

export function roleOf(pass: Pass): PassRole {
  return pass.proof === "pickup-code" ? "recipient" : "bearer";
}

/** As whom whoever holds a pass is at a box. */
export const nobody = {
  person: "",
  badgeRef: "",
  assurance: "identifier",
  hasPin: false,
} as const;

/** What facts say that an opening rests on. */
export interface Basis {
  readonly grant?: string;
  readonly code?: string;
}

export function basisOf(pass: Pass): Basis {
  if (pass.proof === "grant") return basisOfGrant(pass.grant);
  if (pass.proof === "one-time-code") return { code: formatReference({ word: "once", ...pass }) };
  return { code: formatReference({ word: "pickup", ...pass }) };
}

export function basisOfGrant({ grant, isOnce }: CompiledGrant): Basis {
  return { grant, ...(isOnce && { code: formatReference({ word: "grant", grant }) }) };
}

export interface PassAt {
  readonly policy: CompiledPolicy;
  readonly box: string;
  readonly pass: Pass;
  /** What a session rests on that has spent it: that counts still. */
  readonly kept?: Required<Basis>;
}

/** Whether a pass is what an opening rests on. */
export function isBehind(pass: Pass, basis: Required<Basis>): boolean {
  const { grant = "", code = "" } = basisOf(pass);
  return grant === basis.grant && code === basis.code;
}

/** Judges a pass as a badge is judged. A role of its name may limit it further. */
export function judgePass(state: State, now: Now, at: PassAt): Admission {
  const { policy, pass } = at;
  const no = (reason: RefusalReason): Admission => ({ ok: false, reason, person: "" });
  const clocks = believed(now, policy, state.durable.lastWallMs);
  const reason = invalidity(state, clocks, at);
  if (reason !== undefined) return no(reason);
  const name = roleOf(pass);
  const role = policy.roles[name] ?? defaultRoles[name];
  const given = openTo(state, at);
  if (given.length === 0) return no("weak-credential");
  const { person, assurance } = nobody;
  const badge = { person, role: name, organization: "", assurance };
  return judgeRights({ policy, role, now: clocks }, { badge, assurance }, given);
}

/** Rules of a policy that says nothing of them: what opens for a parcel needs no clock. */
const defaultRoles: Readonly<Record<PassRole, CompiledRole>> = {
  recipient: roleWithout("allow"),
  bearer: roleWithout("refuse"),
};

function roleWithout(clock: "allow" | "refuse"): CompiledRole {
  const withoutClock = { deposit: clock, collect: clock };
  return { rights: [], stale: { deposit: [], collect: [] }, withoutClock };
}

/** Why a pass opens nothing, whoever holds it and whatever the policy says. */
function invalidity(state: State, clocks: Now, at: PassAt): RefusalReason | undefined {
  const { box, pass, kept } = at;
  const { codes } = state.durable;
  const isOwn = kept !== undefined && isBehind(pass, kept);
  if (pass.proof === "one-time-code") {
    const why = onceRefusal(state, clocks, at, pass);
    return why === "code-spent" && isOwn ? undefined : why;
  }
  if (pass.proof === "grant") {
    const { grant } = pass;
    if (grant.holder !== "bearer" || grant.box !== box) return "grant-invalid";
    if (isRevoked(state.volatile.grants, grant)) return "grant-revoked";
    if (!isOwn && isUsed(state, grant)) return "code-spent";
    return isUnknownSet(state) ? "grant-invalid" : undefined;
  }
  if (pickupPlace(state, box, pass.parcel) === undefined) return "wrong-code";
  return pass.issue < leastIssueOf(codes, pass.parcel) ? "code-revoked" : undefined;
}

function onceRefusal(
  { durable }: State,
  clocks: Now,
  { policy, box }: PassAt,
  { day, number }: Extract<Pass, { readonly proof: "one-time-code" }>,
): RefusalReason | undefined {
  const today = localDayOf(clocks, policy);
  if (today === undefined) return "clock-not-trusted";
  if (day < today) return "code-expired";
  if (day > today + onceAheadMaxDays) return "wrong-code";
  if (isCodeRevoked(durable.codes, { box, day, number })) return "code-revoked";
  return isCodeSpent(durable.codes, { box, day, number }) ? "code-spent" : undefined;
}

/**
 * The compartment that holds a parcel. Only of a cabinet: in a drop box everybody's parcels lie
 * together, and no code opens it to them all.
 */
function pickupPlace(state: State, box: string, parcel: string): PlaceLayout | undefined {
  return placesOf(state.layout).find(
    (place) =>
      place.box.id === box &&
      place.box.kind === "cabinet" &&
      holds(recordAt(state, place.key), parcel),
  );
}

/** Rights of a pass where nobody is asked who they are. A pass never lowers what is asked. */
function openTo(state: State, at: PassAt): readonly CompiledRight[] {
  const { policy, box } = at;
  const places = placesOf(state.layout).filter((place) => place.box.id === box);
  return actions.flatMap((action): readonly CompiledRight[] => {
    const right = passRight(state, at);
    const opens = action === "deposit" ? right.canDeposit : right.canCollect;
    const compartments = places
      .filter(({ key }) => asksForNobody(policy.demands, action, key))
      .map(({ compartment }) => compartment.number)
      .filter((number) => right.compartments.length === 0 || right.compartments.includes(number));
    if (!opens || compartments.length === 0) return [];
    const [canDeposit, canCollect] = [action === "deposit", action === "collect"];
    return [{ ...right, compartments, canDeposit, canCollect }];
  });
}

function passRight(state: State, { box, pass }: PassAt): CompiledRight {
  if (pass.proof === "grant") return rightOf(pass.grant);
  const none = { ...onlyOpens, box, compartments: [] };
  if (pass.proof === "one-time-code") {
    const [canDeposit, canCollect] = [pass.action === "deposit", pass.action === "collect"];
    return { ...none, canDeposit, canCollect };
  }
  const place = pickupPlace(state, box, pass.parcel);
  const compartments = place === undefined ? [] : [place.compartment.number];
  return { ...none, compartments, canDeposit: false, canCollect: true };
}

/** Whether a compartment asks for no proof and no person beside whoever opens it. */
export function asksForNobody(demands: CompiledDemands, action: Action, placeKey: string): boolean {
  const { assurance, pin, authorizers, otherOrganization, hosts } = demandAt(
    demands,
    action,
    placeKey,
  );
  const asksProof = assurance !== "identifier" || pin !== "never";
  return !asksProof && authorizers === 0 && !otherOrganization && hosts.length === 0;
}

/** Whether a grant of access was given to whoever held a pass. */
export function isOfPass(proof: Proof): proof is Pass["proof"] {
  return proof === "pickup-code" || proof === "one-time-code" || proof === "grant";
}

/** Whether an opening by a pass is where its parcel is, and where nobody is asked who they are. */
export function isLawfulPass(
  before: State,
  { box, compartment, action, code = "", grant = "" }: FactOf<"AccessGranted">,
  policy: CompiledPolicy,
): boolean {
  const place = placeAt(before.layout, box, compartment);
  const reference = parseReference(code);
  if (place === undefined || !asksForNobody(policy.demands, action, place.key)) return false;
  if (reference?.word !== "pickup") return reference !== undefined || grant !== "";
  const { parcel, issue } = reference;
  const isThere = holds(recordAt(before, place.key), parcel) && place.box.kind === "cabinet";
  return isThere && issue >= leastIssueOf(before.durable.codes, parcel);
}
