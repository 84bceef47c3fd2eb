// The process that writes until the power goes: acknowledges each item on stdout before the next one.

import { writeSync } from "node:fs";
import { seededRandom } from "./random.ts";
import { stores } from "./stores.ts";

const stdoutFd = 1;
const [, , storeName, folder, seed, flushing] = process.argv;
const store = stores.find(({ name }) => name === storeName);
if (store === undefined || folder === undefined) throw new Error("usage: writer STORE FOLDER SEED");

const writer = await store.writer(folder, seededRandom(Number(seed)), flushing !== "careless");
for (;;) {
  const { slot, item } = await writer.step();
  writeSync(stdoutFd, `${slot} ${item}\n`);
}
