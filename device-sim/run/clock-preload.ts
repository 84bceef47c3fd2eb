// Moves the wall clock of a gateway, as a bad clock would: loaded before its own code.

import { readFileSync } from "node:fs";

/** Names the file that holds the offset in ms. */
const variable = "DRIFTBOX_SIM_CLOCK_FILE";
const rereadMs = 50;

const file = process.env[variable];
if (file !== undefined) {
  const realNow = Date.now.bind(Date);
  let offsetMs = readOffset(file);
  setInterval(() => (offsetMs = readOffset(file)), rereadMs).unref();
  Date.now = () => realNow() + offsetMs;
}

function readOffset(path: string): number {
  try {
    const offset = Number(readFileSync(path, "latin1"));
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
}
