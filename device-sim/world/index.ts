// The simulated world: pure, deterministic, stepped by a virtual clock from one seed.

export * from "./act.ts";
export * from "./build.ts";
export * from "./history.ts";
export type * from "./intents.ts";
export * from "./model.ts";
export * from "./monitors.ts";
export * from "./physics.ts";
export * from "./prng.ts";
export type * from "./sight.ts";
export * from "./step.ts";
