// The custody core as the gateway's shell uses it.

export { decide, type Decision } from "./decide.ts";
export { evolve, type FactMeta } from "./evolve.ts";
export type { Effect, Input, InputKind, InputOf, Now } from "./inputs.ts";
export { assertInvariants, invariantNames, violations } from "./invariants.ts";
export {
  bounds,
  defaultTiming,
  placeKey,
  type BoxLayout,
  type CompartmentLayout,
  type CustodyTiming,
  type Layout,
} from "./layout.ts";
export { compilePolicy, judgeSuccession, type CompiledPolicy } from "./policy.ts";
export { foldEvents, snapshotOf, type CustodySnapshot, type StoredFact } from "./replay.ts";
export { boxStates, compartmentWords } from "./snapshot.ts";
export { initialState, snapshotVersion, type State } from "./state.ts";
