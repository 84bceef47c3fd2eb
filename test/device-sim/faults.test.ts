// Fault layers: each does what its name says, they stack, switch off, and repeat with their seed.

import { expect, it } from "vitest";
import { VirtualScheduler, type Scheduler } from "../../device-sim/devices/scheduler.ts";
import {
  byteFaultNames,
  type ByteFaultName,
  type ByteFaultSetting,
} from "../../device-sim/faults/byte-faults.ts";
import { FaultedLine } from "../../device-sim/faults/faulted-line.ts";
import type { Line } from "../../device-sim/lines/line.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";

const sent = Uint8Array.from({ length: 100 }, (_, at) => at);

function faulted(seed = 1) {
  const scheduler = new VirtualScheduler();
  const memory = new MemoryLine({ name: "x", baudRate: 115_200, scheduler });
  const line = new FaultedLine({ line: memory, scheduler, seed });
  const heard: number[] = [];
  memory.far.onBytes((bytes) => heard.push(...bytes));
  const send = (bytes = sent): number[] => {
    heard.length = 0;
    line.send(bytes);
    scheduler.advance(1_000);
    return [...heard];
  };
  return { scheduler, memory, line, send };
}

/** A wire at once, without a pace of its own. */
function wireInto(heard: number[]): Line {
  return {
    port: "x",
    baudRate: 115_200,
    isPlugged: true,
    setBaudRate: () => undefined,
    onBytes: () => () => undefined,
    send: (bytes) => void heard.push(...bytes),
    unplug: () => Promise.resolve(),
    replug: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function heardWith(layers: readonly [ByteFaultName, ByteFaultSetting][], seed = 1): number[] {
  const { line, send } = faulted(seed);
  for (const [name, setting] of layers) line.setLayer(name, setting);
  return send();
}

it("knows every fault of a wire by name", () => {
  const ofBytes = ["noise", "bit-flip", "drop", "duplicate", "truncate"];
  const ofTime = ["delay", "jitter", "split"];
  const ofWiring = ["wrong-checksum", "local-echo", "baud-mismatch", "swapped-wires", "stuck-busy"];
  expect(byteFaultNames).toEqual([...ofBytes, ...ofTime, ...ofWiring]);
});

it("split sends every byte alone with a gap, and jitter makes each late by its own time", () => {
  for (const layer of ["split", "jitter"] as const) {
    const { line, memory, scheduler } = faulted();
    line.setLayer(layer, { rate: 1, delayMs: 5 });
    const chunks: { readonly count: number; readonly atMs: number }[] = [];
    memory.far.onBytes((bytes) => chunks.push({ count: bytes.length, atMs: scheduler.nowMs() }));
    line.send(Uint8Array.of(1, 2, 3, 4));
    scheduler.advance(1_000);
    expect(chunks.reduce((sum, one) => sum + one.count, 0)).toBe(4);
    if (layer === "split") expect(chunks.map((one) => one.count)).toEqual([1, 1, 1, 1]);
    if (layer === "split") expect((chunks[3]?.atMs ?? 0) - (chunks[0]?.atMs ?? 0)).toBe(15);
  }
});

it("a wrong checksum is one wrong bit in what the device says, never in what it hears", () => {
  const heard = heardWith([["wrong-checksum", { rate: 1 }]]);
  const wrong = heard.map((byte, at) => byte ^ (sent[at] ?? 0)).filter((bits) => bits !== 0);
  expect(wrong.length).toBe(1);
  expect((wrong[0] ?? 0) & ((wrong[0] ?? 0) - 1)).toBe(0);
  expect(heardByDevice("wrong-checksum").near).toEqual([...sent]);
});

function heardByDevice(layer: ByteFaultName) {
  const { line, memory, scheduler } = faulted();
  line.setLayer(layer, { rate: 1 });
  const near: number[] = [];
  const far: number[] = [];
  line.onBytes((bytes) => near.push(...bytes));
  memory.far.onBytes((bytes) => far.push(...bytes));
  memory.far.write(sent);
  scheduler.advance(1_000);
  return { near, far };
}

it("a local echo gives back what the gateway sent, besides giving it to the device", () => {
  expect(heardByDevice("local-echo")).toEqual({ near: [...sent], far: [...sent] });
});

it("a wrong rate and swapped wires leave nothing as it was, both ways", () => {
  for (const layer of ["baud-mismatch", "swapped-wires"] as const) {
    const { near } = heardByDevice(layer);
    const heard = heardWith([[layer, { rate: 1 }]]);
    expect(heard.length).toBeGreaterThan(50);
    expect(near.slice(0, 50)).not.toEqual([...sent.subarray(0, 50)]);
    expect(heard.slice(0, 50)).not.toEqual([...sent.subarray(0, 50)]);
  }
});

it("a device that is stuck busy hears everything and says nothing", () => {
  expect(heardByDevice("stuck-busy").near).toEqual([...sent]);
  expect(heardWith([["stuck-busy", { rate: 1 }]])).toEqual([]);
});

it("noise adds bytes and keeps the real ones in order", () => {
  const heard = heardWith([["noise", { rate: 0.3 }]]);
  expect(heard.length).toBeGreaterThan(sent.length);
  let at = 0;
  for (const byte of heard) if (byte === sent[at]) at += 1;
  expect(at).toBe(sent.length);
});

it("bit flips change exactly one bit of some bytes", () => {
  const heard = heardWith([["bit-flip", { rate: 0.2 }]]);
  const flips = heard.map((byte, at) => byte ^ (sent[at] ?? 0)).filter((bits) => bits !== 0);
  expect(flips.length).toBeGreaterThan(5);
  for (const bits of flips) expect(bits & (bits - 1)).toBe(0);
});

it("drop loses bytes, duplicate repeats them, truncate cuts the tail", () => {
  expect(heardWith([["drop", { rate: 1 }]])).toEqual([]);
  const twice = heardWith([["duplicate", { rate: 1 }]]);
  expect(twice).toEqual([...sent].flatMap((byte) => [byte, byte]));
  const cut = heardWith([["truncate", { rate: 1 }]]);
  expect(cut.length).toBeLessThan(sent.length);
  expect(cut).toEqual(Array.from(sent.subarray(0, cut.length)));
});

it("delay makes bytes late but never out of order", () => {
  const { line, send, scheduler, memory } = faulted();
  line.setLayer("delay", { rate: 1, delayMs: 500 });
  const heard: number[] = [];
  memory.far.onBytes((bytes) => heard.push(...bytes));
  for (const byte of sent) line.send(Uint8Array.of(byte));
  scheduler.advance(1);
  expect(heard.length).toBeLessThan(sent.length);
  scheduler.advance(5_000);
  expect(heard).toEqual([...sent]);
  line.clearLayer("delay");
  expect(send()).toEqual([...sent]);
});

it("a delayed wire keeps the order of bytes also where timers fire out of order", () => {
  const runs: (() => void)[] = [];
  const scheduler: Scheduler = {
    nowMs: () => 0,
    after: (_, run) => {
      runs.push(run);
      return () => undefined;
    },
  };
  const heard: number[] = [];
  const line = new FaultedLine({ line: wireInto(heard), scheduler, seed: 1 });
  line.setLayer("delay", { rate: 1, delayMs: 9 });
  for (const byte of sent) line.send(Uint8Array.of(byte));
  for (const run of runs.splice(0).toReversed()) run();
  expect(heard).toEqual([...sent]);
});

it("a cable may be pulled when the device has sent so many bytes: the rest is lost", () => {
  const { line, scheduler, send } = faulted();
  line.unplugAfter(7);
  expect(send()).toEqual([...sent.subarray(0, 7)]);
  expect(line.isPlugged).toBe(false);
  void line.replug();
  scheduler.advance(10);
  expect(send()).toEqual([...sent]);
});

it("layers stack in the order they were added and are changed in place", () => {
  const both = heardWith([
    ["duplicate", { rate: 1 }],
    ["drop", { rate: 0.5 }],
  ]);
  expect(both.length).toBeGreaterThan(sent.length / 2);
  expect(both.length).toBeLessThan(sent.length * 2);
  const { line } = faulted();
  line.setLayer("drop", { rate: 1 });
  line.setLayer("drop", { rate: 0 });
  expect(line.layers).toEqual(["drop"]);
});

it("also hurts what the device hears", () => {
  const { line, memory, scheduler } = faulted();
  line.setLayer("drop", { rate: 1 });
  const heard: number[] = [];
  line.onBytes((bytes) => heard.push(...bytes));
  memory.far.write(sent);
  scheduler.advance(1_000);
  expect(heard).toEqual([]);
});

it("one seed gives one history, another seed another", () => {
  const layers: [ByteFaultName, ByteFaultSetting][] = [
    ["noise", { rate: 0.2 }],
    ["bit-flip", { rate: 0.2 }],
  ];
  expect(heardWith(layers, 7)).toEqual(heardWith(layers, 7));
  expect(heardWith(layers, 7)).not.toEqual(heardWith(layers, 8));
});
