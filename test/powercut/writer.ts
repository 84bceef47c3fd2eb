// The process that writes until the power goes:
// acknowledges each item on stdout before the next one.
// It loads, waits for a line with a seed on stdin, and only then opens its store.

import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { seededRandom } from "./random.ts";
import { loadStore } from "./stores.ts";

const stdoutFd = 1;
const [, , storeName, folder, flushing] = process.argv;
const store = await loadStore(storeName);
if (store === undefined || folder === undefined) throw new Error("usage: writer STORE FOLDER");

const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { value: seed, done } = await orders.next();
// The rig has ended without needing this one.
if (done === true) process.exit(0);
const writer = await store.writer(folder, seededRandom(Number(seed)), flushing !== "careless");
for (;;) {
  const { slot, item } = await writer.step();
  writeSync(stdoutFd, `${slot} ${item}\n`);
}
