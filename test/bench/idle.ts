// A gateway at rest with its devices answering: memory, CPU, and how long it takes to be ready.

import { setTimeout } from "node:timers/promises";
import { loadScenario, startRun } from "../../device-sim/compose.ts";
import { atMost, figure, median, type Figure, type Measurement } from "./measurement.ts";
import { cpuSeconds, residentMb } from "./processes.ts";
import { scratchFolder } from "./scratch.ts";

const starts = 7;
const settleMs = 8_000;
const watchS = 20;

async function run(): Promise<readonly Figure[]> {
  const folder = scratchFolder("idle");
  const scenario = loadScenario("story");
  const options = { scenario, seed: 1, serial: "pty", keep: false } as const;
  const installation = await startRun({ ...options, folder, mqttPort: 0, httpPort: 0 });
  try {
    const gateway = installation.gateways.get("ferry-12-a");
    if (gateway === undefined) throw new Error("the story has no gateway ferry-12-a");
    const readyMs: number[] = [];
    for (let i = 0; i < starts; i += 1) {
      await gateway.stop();
      const start = performance.now();
      await gateway.start();
      readyMs.push(performance.now() - start);
    }
    await setTimeout(settleMs);
    const { pid } = gateway;
    if (pid === undefined) throw new Error("the gateway ended");
    const cpuBefore = cpuSeconds(pid);
    const memory: number[] = [];
    for (let second = 0; second < watchS; second += 1) {
      memory.push(residentMb(pid));
      await setTimeout(1_000);
    }
    const cpuShare = ((cpuSeconds(pid) - cpuBefore) / watchS) * 100;
    return [
      atMost("resident memory, 2 boxes, 5 polls/s each", median(memory), "MB", 70),
      figure("CPU of one core", cpuShare, "%"),
      atMost("start to ready, median", median(readyMs), "ms", 1_000),
    ];
  } finally {
    await installation.close();
  }
}

export const idle: Measurement = {
  title: "Gateway at rest",
  method: "the ferry gateway of the story on pseudo-terminals, after its link and devices are up",
  run,
};
