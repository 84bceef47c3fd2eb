// The simulated GPIO lines as docs/architecture.md describes them: levels in ASCII over TCP.

import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { GpioServer } from "../../device-sim/devices/gpio-server.ts";
import { buildWorld } from "../../device-sim/world/index.ts";
import { rig, smallWorld } from "./rig.ts";
import { until } from "./until.ts";

const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const emptyPlan = { seed: 1, compartments: [], parcels: [], people: [] };

async function served() {
  const world = buildWorld({ ...emptyPlan, switches: ["mains"] });
  const given = rig({ world: { ...smallWorld(), switches: world.switches } });
  const gpio = await GpioServer.open({
    stage: given.stage,
    contacts: new Map([
      ["door-1", { box: "box-a", compartment: 1 }],
      ["door-2", { box: "box-a", compartment: 2 }],
    ]),
    beams: new Map(),
    switches: ["mains"],
    outputs: new Map([["led", "led" as const]]),
    host: "127.0.0.1",
    tcpPort: 0,
  });
  closers.push(() => gpio.close());
  const socket = connect(Number(new URL(gpio.url).port), "127.0.0.1");
  closers.push(() => void socket.destroy());
  const lines: string[] = [];
  let rest = "";
  socket.on("data", (bytes) => {
    const parts = (rest + bytes.toString("latin1")).split("\n");
    rest = parts.pop() ?? "";
    lines.push(...parts);
  });
  await until(() => lines.length >= 4);
  return { ...given, gpio, socket, lines };
}

it("tells every level on connect; a shut door reads 1", async () => {
  const { lines } = await served();
  expect(lines).toEqual(["door-1 1", "door-2 1", "mains 1", "led 0"]);
});

it("tells each change of a door, bounce included, and ends at the level of the door", async () => {
  const { lines, stage, scheduler, happenings } = await served();
  stage.act({ kind: "forceDoor", box: "box-a", compartment: 1 });
  scheduler.advance(1_000);
  const edges = happenings.filter((one) => one.kind === "ContactChanged").length;
  expect(edges).toBeGreaterThan(0);
  await until(() => lines.length === 4 + edges);
  expect(lines.at(-1)).toBe("door-1 0");
  expect(lines.slice(4).every((line) => line.startsWith("door-1 "))).toBe(true);
});

it("takes levels for its outputs and nothing else", async () => {
  const { gpio, socket, lines } = await served();
  socket.write("door-1 0\nnothing 1\nled on\nled 1\n");
  await until(() => lines.includes("led 1"));
  expect(gpio.outputLevel("led")).toBe(true);
  expect(lines).toEqual(["door-1 1", "door-2 1", "mains 1", "led 0", "led 1"]);
});

it("tells each turn of a switch, and the world sees what its lamps show", async () => {
  const { stage, socket, lines, gpio } = await served();
  stage.act({ kind: "turnSwitch", name: "mains", isClosed: false });
  await until(() => lines.at(-1) === "mains 0");
  socket.write("led 1\n");
  await until(() => lines.includes("led 1"));
  expect(stage.world.signals).toEqual([{ source: "led", part: "led", shows: "on" }]);
  socket.destroy();
  await until(() => gpio.outputLevel("led") === false);
  expect(stage.world.signals).toEqual([{ source: "led", part: "led", shows: "off" }]);
});
