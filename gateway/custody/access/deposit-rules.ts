// Whether a box takes anything in now, and a compartment a deposit without card and code.

import type { RefusalReason } from "@driftbox/proto";
import type { Now } from "../inputs.ts";
import type { PlaceLayout } from "../layout.ts";
import { isReturn } from "../service/returns.ts";
import { isClosed } from "../service/suspension.ts";
import type { Session, State } from "../state.ts";
import type { CompiledPolicy } from "./policy.ts";
import { demandAt } from "./policy/demands.ts";
import { isOpenToAll, type DepositRule } from "./policy/deposits.ts";
import type { CompiledRole } from "./policy/roles.ts";
import { believed, isWithin, standing } from "./rights.ts";

/**
 * Role of whoever deposits without card. A role of this name in the policy says what is left of it
 * under an old policy and without a clock; without one a policy with an end needs a clock.
 */
export const depositorRole = "depositor";

const plainRole: CompiledRole = {
  rights: [],
  stale: { deposit: [], collect: [] },
  withoutClock: { deposit: "refuse", collect: "refuse" },
};

/** Whether a session is of somebody without card. */
export function isDepositor({ basis }: Session): boolean {
  return basis.kind === "depositor";
}

/** Somebody at a box with what they bring, by its tags. */
interface Bringer {
  readonly box: string;
  /** Empty = nobody who has a name here. */
  readonly person: string;
  readonly tags: readonly string[];
}

/**
 * Why a box takes nothing in now, though what is inside may be taken out; undefined = it does.
 * What is brought back is taken in while service is suspended.
 */
export function depositObstacle(
  state: State,
  now: Now,
  { box, person, tags }: Bringer,
): RefusalReason | undefined {
  if (state.durable.service.maintenance[box] !== undefined) return "in-maintenance";
  if (isClosed(state, now, box) && !isReturn(state, person, tags)) return "service-suspended";
  return state.volatile.hasMains === false ? "power-failing" : undefined;
}

/** What is brought. */
interface Brought {
  readonly hasNumber: boolean;
}

/** Why a compartment must not open for somebody without card; undefined = it may. */
export function depositRefusal(
  state: State,
  now: Now,
  place: PlaceLayout,
  { hasNumber }: Brought,
): RefusalReason | undefined {
  const { volatile, durable } = state;
  const { policy } = volatile;
  if (policy === undefined) return "no-policy";
  const obstacle = depositObstacle(state, now, { box: place.box.id, person: "", tags: [] });
  if (obstacle !== undefined) return obstacle;
  const role = policy.roles[depositorRole] ?? plainRole;
  const clocks = believed(now, policy, durable.lastWallMs);
  const { refusal, takesSecond } = standing({ policy, role, now: clocks }, "deposit");
  if (refusal !== undefined) return refusal;
  if (takesSecond || !isOpenToAll(demandAt(policy.demands, "deposit", place.key))) {
    return "deposits-closed";
  }
  const rules = (policy.deposits[place.key] ?? []).filter(
    ({ needsNumber }) => hasNumber || !needsNumber,
  );
  if (rules.length === 0) return "deposits-closed";
  return refusalByTime({ policy, role, rules, now: clocks });
}

interface Timed {
  readonly policy: CompiledPolicy;
  readonly role: CompiledRole;
  readonly rules: readonly DepositRule[];
  /** As far as they can be believed. */
  readonly now: Now;
}

function refusalByTime({ policy, role, rules, now }: Timed): RefusalReason | undefined {
  if (rules.some(({ windows }) => windows.length === 0)) return undefined;
  if (!now.isWallTrusted) {
    return role.withoutClock.deposit === "allow" ? undefined : "clock-not-trusted";
  }
  const isOpen = rules.some(({ windows }) => isWithin(windows, now.wallMs, policy));
  return isOpen ? undefined : "deposits-closed";
}
