// Feeds /dev/watchdog for three of its time limits, writes down when, and leaves it hungry.
// Usage: feed.ts FILE.

import { closeSync, fsyncSync, openSync, writeFileSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import koffi from "koffi";

const limitS = 2;
const feedEveryMs = 500;
const feedCount = (3 * limitS * 1_000) / feedEveryMs;
/** WDIOC_SETTIMEOUT of linux/watchdog.h: one int, seconds, read and written. */
const setTimeoutRequest = 0xc004_5706;

const ioctl = koffi.load("libc.so.6").func("int ioctl(int fd, unsigned long request, void *arg)");

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: feed.ts FILE");
const watchdog = openSync("/dev/watchdog", "w");
const limit = Buffer.alloc(4);
limit.writeInt32LE(limitS);
if (ioctl(watchdog, setTimeoutRequest, limit) !== 0) throw new Error("no time limit can be set");
const startedMs = Date.now();
for (let feed = 0; feed < feedCount; feed += 1) {
  writeSync(watchdog, "\0");
  await sleep(feedEveryMs);
}
const record = openSync(file, "w");
writeFileSync(
  record,
  JSON.stringify({ limitS: limit.readInt32LE(), startedMs, fedMs: Date.now() }),
);
fsyncSync(record);
// Without the letter V before it, a close does not stop the watchdog.
closeSync(watchdog);
