// The flags of `driftbox sim --record` and `driftbox sim --replay`.

import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Fault } from "@driftbox/proto";
import { WallScheduler } from "../devices/scheduler.ts";
import type { Line } from "../lines/line.ts";
import { PtyLine } from "../lines/pty-line.ts";
import { TcpLine } from "../lines/tcp-line.ts";
import { numberFlag, portFlag, readFlags } from "../run/arguments.ts";
import { loopback } from "../run/devices.ts";
import { abortOnSignal } from "../run/ending.ts";
import { drivers } from "../scenario/drivers.ts";
import { decoderOf, decoders } from "../view/decode/decoders.ts";
import { openFarPort } from "./far-port.ts";
import { formatHead } from "./fixture.ts";
import { FixtureDevice } from "./fixture-device.ts";
import { loadFixture } from "./load-fixture.ts";
import { Pseudonyms } from "./pseudonyms.ts";
import { redactors } from "./redactors.ts";
import { Tee } from "./tee.ts";

export const recordUsage = `driftbox sim --record PORT --driver NAME --out FILE [--baud N]
             [--listen [--tcp-port N]] [--keep-numbers] [--json]
driftbox sim --replay FILE [--listen [--tcp-port N]] [--json]`;

const flagsOfBoth = {
  listen: { type: "boolean" },
  "tcp-port": { type: "string" },
  json: { type: "boolean" },
} as const;

/** Until a signal, or until the real port ends. @throws Fault device/absent, usage/invalid */
export async function recordCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, {
    ...flagsOfBoth,
    record: { type: "string" },
    driver: { type: "string" },
    out: { type: "string" },
    baud: { type: "string" },
    "keep-numbers": { type: "boolean" },
  });
  const { record = "", driver = "", out } = flags;
  if (out === undefined) throw new Fault("usage/invalid", "--out FILE is missing");
  const known = Object.entries(drivers).find(([name]) => name === driver)?.[1];
  if (known === undefined || !decoders.has(driver)) {
    const names = [...decoders.keys()].join(", ");
    throw new Fault("usage/invalid", `--driver ${JSON.stringify(driver)}: one of ${names}`);
  }
  const hasRealNumbers = flags["keep-numbers"] === true;
  const redactor = redactors.get(driver);
  if (redactor === undefined && !hasRealNumbers) {
    const what = `numbers of ${driver} cannot be replaced; --keep-numbers records them`;
    throw new Fault("usage/invalid", what);
  }
  const bounds = { from: 1_200, to: 921_600, otherwise: known.baudRate };
  const baudRate = numberFlag("baud", flags.baud, bounds);
  const closers: (() => Promise<void> | void)[] = [];
  try {
    const far = await openFarPort(record, baudRate);
    closers.push(() => far.close());
    const file = createFile(out);
    closers.push(() => closeSync(file));
    const near = await openEnd({ ...flags, baudRate });
    closers.push(() => near.close());
    writeSync(file, formatHead({ driver, baudRate, hasRealNumbers }));
    const tee = new Tee({
      far,
      line: near.line,
      frameAt: decoderOf([driver]),
      redactor: hasRealNumbers ? undefined : redactor,
      pseudonyms: new Pseudonyms(),
      nowMs: () => performance.now(),
      write: (text) => writeSync(file, text),
    });
    tellPort(near.line, flags.json === true);
    await untilEnd((end) => far.onEnd(end));
    tee.end();
    process.stderr.write(`driftbox sim: ${tee.frameCount} frames in ${out}\n`);
    return 0;
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/** Until a signal. @throws Fault scenario/invalid */
export async function replayCommand(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, { ...flagsOfBoth, replay: { type: "string" } });
  const fixture = loadFixture(flags.replay ?? "");
  const end = await openEnd({ ...flags, baudRate: fixture.baudRate });
  const device = new FixtureDevice({ fixture, line: end.line, scheduler: end.scheduler });
  try {
    tellPort(end.line, flags.json === true);
    await untilEnd();
    return 0;
  } finally {
    device.close();
    await end.close();
  }
}

/** A new file for its owner only: what is there is never overwritten. */
function createFile(path: string): number {
  try {
    return openSync(path, "wx", 0o600);
  } catch (cause) {
    throw new Fault("usage/invalid", `--out ${path}: cannot be made, or is there`, { cause });
  }
}

interface EndOptions {
  readonly listen?: boolean | undefined;
  readonly "tcp-port"?: string | undefined;
  readonly baudRate: number;
}

interface End {
  readonly line: Line;
  readonly scheduler: WallScheduler;
  close(): Promise<void>;
}

/** Where the gateway connects: a pseudo-terminal, or a TCP port with `--listen`. */
async function openEnd(options: EndOptions): Promise<End> {
  const scheduler = new WallScheduler();
  const { baudRate, listen } = options;
  if (listen === true) {
    const tcpPort = portFlag("tcp-port", options["tcp-port"], 0);
    const line = await TcpLine.open({ host: loopback, tcpPort, baudRate, scheduler });
    return { line, scheduler, close: () => line.close() };
  }
  const folder = mkdtempSync(join(tmpdir(), "driftbox-port-"));
  const line = new PtyLine({ link: join(folder, "device"), baudRate, scheduler });
  const close = async (): Promise<void> => {
    await line.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { line, scheduler, close };
}

function tellPort({ port, baudRate }: Line, isJson: boolean): void {
  const text = isJson
    ? JSON.stringify({ event: "ready", port, baudRate })
    : `${port} ${baudRate} 8N1`;
  process.stdout.write(`${text}\n`);
}

/** A signal, or what `onEnd` tells. Timers of the simulator keep no process alive, this does. */
function untilEnd(onEnd?: (end: () => void) => void): Promise<void> {
  const signal = abortOnSignal();
  return new Promise((resolve) => {
    const keepAlive = setInterval(() => {}, 60_000);
    const end = (): void => {
      clearInterval(keepAlive);
      resolve();
    };
    signal.addEventListener("abort", end);
    onEnd?.(end);
  });
}
