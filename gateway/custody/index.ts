// The custody core as the gateway's shell uses it.

export { decide, type Decision } from "./decide.ts";
export { evolve, type FactMeta } from "./evolve.ts";
export type { Input, Now } from "./inputs.ts";
export { assertInvariants } from "./invariants.ts";
export { defaultTiming, placeKey, type Layout } from "./layout.ts";
export type { CodeMeaning } from "./access/codes.ts";
export { compileGrant } from "./access/grant-set.ts";
export { believed, localDayOf } from "./access/rights.ts";
export { compilePolicy, type AppliedPolicy } from "./access/policy.ts";
export { isBuzzerForAlarms } from "./orders/settings.ts";
export { boxStates } from "./snapshot.ts";
export { isStrange } from "./access/lockouts.ts";
export { awaitedVisitor } from "./visits/visits.ts";
export { initialState, type State } from "./state.ts";
