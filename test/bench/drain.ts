// Drain of a backlog: from the moment the link returns to the receipt of the last event.

import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { loadSigner } from "@driftbox/proto/node";
import { ChildProgram } from "../../device-sim/run/child-program.ts";
import type { Center } from "../../device-sim/run/center.ts";
import { LinkProxy } from "../../device-sim/run/link-proxy.ts";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import { readEnrollment } from "../../gateway/provisioning.ts";
import { atLeast, atMost, figure, type Figure, type Measurement } from "./measurement.ts";
import {
  gateway,
  gatewayArguments,
  provision,
  residentMb,
  site,
  startCenter,
  writeConfig,
  type Place,
} from "./processes.ts";
import { scratchFolder } from "./scratch.ts";
import { makeSealer } from "./sealer.ts";

const backlogCount = 50_000;
const groupSize = 64;
const settleMs = 5_000;
const pollMs = 20;
const drainMaxMs = 120_000;
const slowRoundTripMs = 300;

/** One box whose lock board is not there: only the uplink is measured. */
const bareBox = {
  boards: [{ id: "lock", driver: "cu16", port: "tcp://127.0.0.1:1" }],
  boxes: [
    {
      id: "box-a",
      kind: "drop-box",
      compartments: [{ number: 1, lock: { board: "lock", channel: 0 }, door: { hook: true } }],
    },
  ],
};

/** Fills the gateway's journal as hours at sea would. */
async function fillJournal(place: Place): Promise<void> {
  const { gatewayId, genesis } = readEnrollment(place.dataFolder);
  const signer = loadSigner(join(place.dataFolder, "gateway.key"));
  const sealer = makeSealer({ gatewayId, genesisPrev: genesis, signer });
  const folder = join(place.dataFolder, "journal");
  const { journal } = openFileJournal({ folder, gatewayId, genesisPrev: genesis });
  for (let made = 0; made < backlogCount; made += groupSize) {
    const group = sealer.take(Math.min(groupSize, backlogCount - made));
    journal.append(group, "closing");
    await setTimeout(0);
  }
  journal.close();
}

interface Drained {
  readonly events: number;
  readonly seconds: number;
  readonly peakMb: number;
}

/** Watches until the center holds at least the backlog and the gateway waits for no receipt. */
async function watch(center: Center, pid: number): Promise<Drained> {
  const start = performance.now();
  let peakMb = 0;
  while (performance.now() - start < drainMaxMs) {
    peakMb = Math.max(peakMb, residentMb(pid));
    const seen = await center.gateway(site, gateway);
    if (seen !== undefined && seen.nextSeq >= backlogCount) {
      return { events: seen.nextSeq, seconds: (performance.now() - start) / 1_000, peakMb };
    }
    await setTimeout(pollMs);
  }
  throw new Error(`not drained within ${drainMaxMs} ms`);
}

async function drainOnce(
  folder: string,
  roundTripMs: number,
): Promise<Drained & { startSeconds: number; idleMb: number }> {
  const place = await provision(folder);
  await fillJournal(place);
  const center = await startCenter(place);
  const link = await LinkProxy.open({ host: "127.0.0.1", targetPort: center.mqtt.port });
  link.cut();
  const backoff = { backoffBaseMs: 50, backoffMaxMs: 200 };
  writeConfig(place, { uplink: { url: link.url, ...backoff }, ...bareBox });
  const logFile = join(folder, "gateway.log");
  const start = performance.now();
  const child = await ChildProgram.start({
    name: "the gateway",
    args: gatewayArguments(place),
    logFile,
  });
  const startSeconds = (performance.now() - start) / 1_000;
  try {
    await setTimeout(settleMs);
    const idleMb = residentMb(child.pid);
    if (roundTripMs > 0) link.slow(roundTripMs / 2);
    else link.restore();
    return { ...(await watch(center, child.pid)), startSeconds, idleMb };
  } finally {
    await child.stop();
    await link.close();
    await center.stop();
  }
}

async function run(): Promise<readonly Figure[]> {
  const near = await drainOnce(scratchFolder("drain"), 0);
  const far = await drainOnce(scratchFolder("drain-far"), slowRoundTripMs);
  const growth = near.peakMb - near.idleMb;
  return [
    figure("backlog", near.events, "events"),
    figure("start to ready with all of it to fold, no snapshot", near.startSeconds, "s"),
    atLeast("link back to last commit, loopback", near.events / near.seconds, "events/s", 20_000),
    atLeast("the same at 300 ms round trip", far.events / far.seconds, "events/s", 5_000),
    figure("gateway memory before the link returns", near.idleMb, "MB"),
    atMost("gateway memory above that during the drain", growth, "MB", 30),
  ];
}

export const drain: Measurement = {
  title: "Drain after 50,000 buffered events",
  method: "real gateway, TCP proxy, real center; every event durable in the ledger at the end",
  run,
};
