// Where the programs are that this one starts: beside it, in a checkout as in a package.

import { fileURLToPath } from "node:url";

/** Gives one pulse on one GPIO line. This file and that program stand in one folder. */
export const pulseLineProgram = fileURLToPath(new URL("./pulse-line.js", import.meta.url));
