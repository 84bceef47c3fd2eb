// Preloaded into a gateway by a measurement: notes when each fdatasync ran, writes them at exit.

import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";

const path = process.env.DRIFTBOX_SYNC_PROBE;
const spans = [];
const real = fs.fdatasyncSync;
fs.fdatasyncSync = (fd) => {
  const from = process.hrtime.bigint();
  real(fd);
  if (spans.length < 1_000_000) spans.push([Number(from), Number(process.hrtime.bigint())]);
};
syncBuiltinESMExports();
process.on("exit", () => fs.writeFileSync(path, JSON.stringify(spans)));
