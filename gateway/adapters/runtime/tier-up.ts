// Tells V8 to optimize only what runs very often: a gateway is idle, and optimized code is memory.

import { setFlagsFromString } from "node:v8";

/** In units of V8's interrupt budget; its default is some hundred thousand. */
const lateBudget = 10_000_000;

/** Call it first. Only the V8 of Node 20 knows this flag; a newer one would complain of it. */
export function optimizeLate(v8Version: string = process.versions.v8): void {
  if (Number.parseInt(v8Version, 10) < 12) setFlagsFromString(`--interrupt-budget=${lateBudget}`);
}
