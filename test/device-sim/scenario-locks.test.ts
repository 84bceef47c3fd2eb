// Orders to unlock that pass by every lock board are seen all the same: GPIO lines, reader relays.

import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { GpioServer } from "../../device-sim/devices/gpio-server.ts";
import { osdpFrame } from "../../device-sim/devices/osdp-frame.ts";
import { osdpCommands } from "../../device-sim/devices/osdp-functions.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { credentialsOf } from "../../device-sim/run/credentials.ts";
import { makeDevice } from "../../device-sim/run/device-factories.ts";
import { loadScenario } from "../../device-sim/compose.ts";
import { compartmentAt } from "../../device-sim/world/index.ts";
import { rig } from "./rig.ts";
import { until } from "./until.ts";

const spot = { box: "box-a", compartment: 1 };
const closers: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function wired() {
  const given = rig();
  const gpio = await GpioServer.open({
    stage: given.stage,
    contacts: new Map(),
    beams: new Map(),
    switches: [],
    outputs: new Map(),
    coils: new Map([["lock", spot]]),
    host: "127.0.0.1",
    tcpPort: 0,
  });
  closers.push(() => gpio.close());
  const socket = connect(Number(new URL(gpio.url).port), "127.0.0.1");
  closers.push(() => void socket.destroy());
  const coil = () => compartmentAt(given.stage.world, spot)?.coil.isEnergized;
  return { ...given, socket, coil };
}

it("a high line feeds its coil and is an order, once", async () => {
  const { socket, coil, happenings } = await wired();
  socket.write("lock 1\nlock 1\n");
  await until(() => coil() === true);
  socket.write("lock 0\n");
  await until(() => coil() === false);
  const kinds = happenings.map(({ kind }) => kind).filter((kind) => /^Unlock|^Coil/.test(kind));
  expect(kinds).toEqual(["UnlockOrdered", "CoilEnergized", "CoilReleased"]);
});

it("the line of a client that dies falls, and with it the coil", async () => {
  const { socket, coil } = await wired();
  socket.write("lock 1\n");
  await until(() => coil() === true);
  socket.destroy();
  await until(() => coil() === false);
});

it("a reader whose relay is ordered on has taken an order to unlock", () => {
  const { stage, scheduler, happenings } = rig();
  const line = new MemoryLine({ name: "reader", baudRate: 9_600, scheduler });
  const settings = { secure: false, cardFormat: "raw" } as const;
  const place = { id: "reader-a", box: "box-a", wiring: new Map(), printed: new Map(), seed: 1 };
  const credentials = credentialsOf(loadScenario("signals"), 1);
  const own = { driver: "osdp", bus: undefined, address: 0, baud: 9_600, gateway: {} } as const;
  const device = makeDevice(
    { ...own, settings },
    { ...place, stage, line, scheduler, credentials },
  );
  const ask = (sequence: number, payload: readonly number[]): void => {
    line.far.write(osdpFrame({ address: 0, isReply: false, sequence, hasCrc: true, payload }));
    scheduler.advance(500);
  };
  ask(0, [osdpCommands.poll]);
  ask(1, [osdpCommands.output, 0, 2, 0, 0]);
  ask(2, [osdpCommands.output, 0, 2, 0, 0]);
  device.close();
  expect(device.replyCount).toBe(3);
  expect(happenings.filter(({ kind }) => kind === "UnlockOrdered")).toMatchObject([spot]);
});
