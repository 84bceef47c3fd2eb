// From the last byte of a badge to the first byte of the unlock frame, the durable intent between.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { stringify } from "yaml";
import { ChildProgram } from "../../device-sim/run/child-program.ts";
import { BoardFarEnd, channelCount, openReader, type FarEnd } from "./bench-far-end.ts";
import { atMost, figure, quantile, type Figure, type Measurement } from "./measurement.ts";
import {
  command,
  gatewayArguments,
  provision,
  site,
  writeConfig,
  type Place,
} from "./processes.ts";
import { scratchFolder } from "./scratch.ts";

const taps = 320;
/** Every box once, not counted: the first order to a board tells it the time of its pulse. */
const warmUpTaps = channelCount;
/** Sixteen boxes in turn: each coil rests longer than its minimum off-time. */
const tapEveryMs = 160;
const settleMs = 3_000;
const answerMaxMs = 2_000;
const badge = "0A001E4C11";

type Reader = Awaited<ReturnType<typeof openReader>>;

async function signPolicy(folder: string, place: Place): Promise<string> {
  const source = join(folder, "policy.yaml");
  const signed = join(folder, "bench.policy");
  const boxes = Array.from({ length: channelCount }, (_, index) => `box-${index}`);
  const rights = boxes.map((box) => ({ box, canDeposit: true, canCollect: true }));
  const roles = [{ role: "courier", allowWithoutClock: true, rights }];
  const badges = [
    {
      number: badge,
      person: "courier-1",
      role: "courier",
      organization: "o",
      assurance: "identifier",
    },
  ];
  const policy = { version: 1, site, utcOffsetMin: 480, badges, roles };
  writeFileSync(source, stringify(policy));
  const of = ["--broker-data", place.centerFolder, "--site", site];
  await command(["policy", "sign", ...of, source, signed]);
  return signed;
}

function configOf(readers: readonly FarEnd[], board: FarEnd, policyFile: string): object {
  return {
    uplink: { url: "mqtt://127.0.0.1:1", backoffBaseMs: 60_000, backoffMaxMs: 60_000 },
    policy: { file: policyFile },
    readers: readers.map(({ url }, index) => ({
      id: `reader-${index}`,
      driver: "em4100",
      port: url,
      box: `box-${index}`,
    })),
    boards: [{ id: "lock", driver: "cu16", port: board.url }],
    boxes: readers.map((_, index) => ({
      id: `box-${index}`,
      kind: "drop-box",
      compartments: [
        {
          number: 1,
          lock: { board: "lock", channel: index, pulseMs: 100, supplyGroup: `g${index}` },
          door: { hook: true },
        },
      ],
    })),
  };
}

interface Tap {
  readonly fromNs: number;
  readonly toNs: number;
}

async function tapAll(readers: readonly Reader[], board: BoardFarEnd): Promise<Tap[]> {
  const seen: Tap[] = [];
  for (let i = 0; i < warmUpTaps + taps; i += 1) {
    const channel = i % channelCount;
    const unlocked = new Promise<number>((resolve) => {
      board.onUnlock = (opened, atNs) => {
        if (opened === channel) resolve(atNs);
      };
    });
    const fromNs = readers[channel]?.present(badge) ?? 0;
    const toNs = await Promise.race([unlocked, setTimeout(answerMaxMs, 0)]);
    if (toNs === 0) throw new Error(`tap ${i} at box-${channel}: no unlock frame`);
    if (i >= warmUpTaps) seen.push({ fromNs, toNs });
    board.setHook(channel, false);
    await setTimeout(tapEveryMs);
    const before = (channel + channelCount - 4) % channelCount;
    board.setHook(before, true);
  }
  return seen;
}

async function run(): Promise<readonly Figure[]> {
  const folder = scratchFolder("tap-to-lock");
  const place = await provision(folder);
  const readers = await Promise.all(Array.from({ length: channelCount }, () => openReader()));
  const board = await BoardFarEnd.open();
  writeConfig(place, configOf(readers, board, await signPolicy(folder, place)));
  const probeFile = join(folder, "syncs.json");
  process.env["DRIFTBOX_SYNC_PROBE"] = probeFile;
  const probe = new URL("sync-probe.mjs", import.meta.url).pathname;
  const child = await ChildProgram.start({
    name: "the gateway",
    args: ["--import", probe, ...gatewayArguments(place)],
    logFile: join(folder, "gateway.log"),
  });
  let seen: Tap[];
  try {
    await setTimeout(settleMs);
    seen = await tapAll(readers, board);
  } finally {
    await child.stop();
    for (const line of [...readers, board]) line.close();
  }
  const syncs = JSON.parse(readFileSync(probeFile, "utf8")) as [number, number][];
  return figuresOf(seen, syncs);
}

function figuresOf(seen: readonly Tap[], syncs: readonly [number, number][]): Figure[] {
  const wholeMs = seen.map(({ fromNs, toNs }) => (toNs - fromNs) / 1e6);
  const syncMs = seen.map(({ fromNs, toNs }) => {
    const inside = syncs.filter(([from, to]) => from >= fromNs && to <= toNs);
    return inside.reduce((sum, [from, to]) => sum + (to - from), 0) / 1e6;
  });
  const withSync = syncMs.filter((each) => each > 0).length;
  if (withSync < seen.length) throw new Error(`${seen.length - withSync} taps without a flush`);
  const restMs = wholeMs.map((each, index) => each - (syncMs[index] ?? 0));
  return [
    figure("taps, each with a durable intent before its frame", seen.length, "taps"),
    figure("last badge byte to unlock byte, p50", quantile(wholeMs, 0.5), "ms"),
    figure("last badge byte to unlock byte, p99", quantile(wholeMs, 0.99), "ms"),
    figure("of which fdatasync, p50", quantile(syncMs, 0.5), "ms"),
    figure("of which fdatasync, p99", quantile(syncMs, 0.99), "ms"),
    atMost("everything else, p99", quantile(restMs, 0.99), "ms", 3),
  ];
}

export const tapToLock: Measurement = {
  title: "Tap to lock frame",
  method: `${taps} taps after one at each box, TCP without pacing, flushes timed in the gateway`,
  run,
};
