// A session of the gateway's own driver is recorded, and the recording is a device it accepts.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { Cu16Board } from "../../device-sim/devices/cu16.ts";
import { cu16BaudRate } from "../../device-sim/devices/cu16-frame.ts";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import type { Line } from "../../device-sim/lines/line.ts";
import { PtyLine } from "../../device-sim/lines/pty-line.ts";
import { openFarPort } from "../../device-sim/record/far-port.ts";
import { FixtureDevice } from "../../device-sim/record/fixture-device.ts";
import { formatHead, readFixture } from "../../device-sim/record/fixture.ts";
import { Pseudonyms } from "../../device-sim/record/pseudonyms.ts";
import { redactors } from "../../device-sim/record/redactors.ts";
import { Tee } from "../../device-sim/record/tee.ts";
import { readScenario } from "../../device-sim/scenario/read-scenario.ts";
import { decoderOf } from "../../device-sim/view/decode/decoders.ts";
import { DevicesOnly } from "../../device-sim/view/devices-only.ts";
import { cu16Board } from "../../gateway/adapters/boards/cu16-board.ts";
import { cu16Rule } from "../../gateway/adapters/boards/cu16-frame.ts";
import { RequestBus } from "../../gateway/adapters/boards/request-bus.ts";
import { lineOpener } from "../../gateway/adapters/serial/open-line.ts";
import type { LockBoard } from "../../gateway/ports/devices.ts";
import { RecordingLog } from "../gateway/drivers/recording-log.ts";
import { SystemTime } from "../gateway/drivers/system-time.ts";
import { bytes, hex } from "./bytes.ts";
import { smallWorld } from "./rig.ts";
import { until } from "./until.ts";

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "driftbox-record-"));
  cleanups.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

interface Driven {
  readonly board: LockBoard;
  isOnline: boolean;
}

/** The gateway's driver of a CU16 on a port. */
function drive(port: string): Driven {
  const time = new SystemTime();
  const pacing = { backoffFirstMs: 20, backoffMaxMs: 50 };
  const runtime = { timers: time, monoMs: time.monoMs, random: Math.random, pacing };
  const log = new RecordingLog();
  const open = lineOpener(port, cu16BaudRate);
  const bus = new RequestBus({ id: "bus", open, rule: cu16Rule, log, ...runtime });
  const board = cu16Board({ id: "lock-a", bus, ...runtime, pollMs: 20 });
  const driven: Driven = { board, isOnline: false };
  board.onHealth((health) => (driven.isOnline = health.state === "online"));
  cleanups.push(() => board.stop());
  board.start();
  return driven;
}

function simulatedBoard(link: string): Stage {
  const scheduler = new WallScheduler();
  const stage = new Stage(smallWorld(), scheduler);
  const line = new PtyLine({ link, baudRate: cu16BaudRate, scheduler });
  const wiring = new Map([[0, { box: "box-a", compartment: 1 }]]);
  const board = new Cu16Board({ id: "lock-a", address: 0, wiring, stage, line, scheduler });
  stage.start();
  cleanups.push(
    () => line.close(),
    () => board.close(),
    () => stage.stop(),
  );
  return stage;
}

it("a session recorded over a pseudo-terminal is a board that the driver brings online", async () => {
  const here = folder();
  const stage = simulatedBoard(join(here, "real"));
  const scheduler = new WallScheduler();
  const line = new PtyLine({ link: join(here, "tee"), baudRate: cu16BaudRate, scheduler });
  const far = await openFarPort(join(here, "real"), cu16BaudRate);
  const written = [formatHead({ driver: "cu16", baudRate: cu16BaudRate, hasRealNumbers: false })];
  const tee = new Tee({
    far,
    line,
    frameAt: decoderOf(["cu16"]),
    redactor: redactors.get("cu16"),
    pseudonyms: new Pseudonyms(),
    nowMs: () => performance.now(),
    write: (text) => written.push(text),
  });
  cleanups.push(() => line.close());

  const first = drive(line.port);
  await until(() => first.isOnline);
  const deadlineMonoMs = performance.now() + 5_000;
  const pulse = await first.board.pulse({ channel: 0, pulseMs: 200, deadlineMonoMs });
  expect(pulse).toEqual({ outcome: "answered" });
  await until(() => stage.world.compartments[0]?.bolt === "released");
  await first.board.stop();
  tee.end();

  const fixture = readFixture(written.join(""), "session.fixture");
  expect(fixture.frames.length).toBe(tee.frameCount);
  expect(written.some((text) => text.includes("# board 0: unlock 1"))).toBe(true);

  const replay = new PtyLine({ link: join(here, "replay"), baudRate: fixture.baudRate, scheduler });
  const device = new FixtureDevice({ fixture, line: replay, scheduler });
  cleanups.push(
    () => replay.close(),
    () => device.close(),
  );
  const second = drive(replay.port);
  await until(() => second.isOnline);
  expect(device.replyCount).toBeGreaterThan(0);
  expect(device.strangeCount).toBe(0);
});

it("a port that is not there, or is no terminal, is refused in words", async () => {
  const here = folder();
  await expect(openFarPort(join(here, "nothing"), 9_600)).rejects.toThrow(/cannot be opened/);
  await expect(openFarPort("/dev/null", 9_600)).rejects.toThrow(/no serial port/);
});

it("a scenario may have a recording in the place of a device, of the same driver only", async () => {
  const here = folder();
  const file = join(here, "board.fixture");
  const head = formatHead({ driver: "cu16", baudRate: cu16BaudRate, hasRealNumbers: false });
  writeFileSync(file, `${head}0.0 > 02 00 30 03 35\n4.0 < 02 00 35 FE FF 00 00 03 37\n`);
  const live = await DevicesOnly.start(scenarioWith("cu16", file, here));
  cleanups.push(() => live.close());
  const port = await openFarPort(live.lines.get("lock-box-a")?.port ?? "", cu16BaudRate);
  cleanups.push(() => port.close());
  const heard: number[] = [];
  port.onBytes((chunk) => heard.push(...chunk));
  port.send(bytes("02 00 30 03 35"));
  await until(() => heard.length >= 9, "the recorded answer");
  expect(hex(heard)).toBe("02 00 35 FE FF 00 00 03 37");
  const other = DevicesOnly.start(scenarioWith("xor-8a80", file, folder()));
  await expect(other).rejects.toThrow(/recorded of a cu16, not a xor-8a80/);
});

function scenarioWith(driver: string, fixture: string, home: string) {
  const text = `
title: { en: a recording, zh: 录制 }
gateways:
  - site: pier-3
    gateway: pier-3-a
    boxes:
      - box: box-a
        kind: drop-box
        board: { driver: ${driver}, fixture: ${JSON.stringify(fixture)} }
        compartments: [{ compartment: 1 }]
steps: []
`;
  const scenario = readScenario(text, "recorded", "recorded.yaml");
  const wrapLine = (_name: string, line: Line): Line => line;
  return { scenario, seed: 1, serial: "tcp", folder: home, wrapLine } as const;
}
