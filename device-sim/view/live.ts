// The command `driftbox sim --live`: devices, programs and page together, until a signal ends them.

import { startRun } from "../compose.ts";
import { WallScheduler } from "../devices/scheduler.ts";
import { pageFolder, pageModuleFolder } from "../project.ts";
import type { SerialKind } from "../run/devices.ts";
import type { Installation } from "../scenario/installation.ts";
import type { Language, Scenario } from "../scenario/plan.ts";
import { DevicesOnly } from "./devices-only.ts";
import { LiveSession } from "./live-session.ts";
import { PlainView } from "./plain-view.ts";
import type { Subject } from "./picture.ts";
import { ViewServer } from "./view-server.ts";
import { WireTraces } from "./wire-traces.ts";

/** Where the page is unless told. */
export const usualHttpPort = 7_090;

export interface LiveSettings {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly serial: SerialKind;
  readonly folder: string;
  readonly httpPort: number;
  /** In the terminal, without a page. */
  readonly isPlain: boolean;
  /** Every frame, not only those that differ from the polls before. */
  readonly isVerbose: boolean;
  /** Without gateways and center. */
  readonly isDevicesOnly: boolean;
  readonly isJson: boolean;
  readonly language: Language;
  readonly write: (line: string) => void;
  readonly signal: AbortSignal;
}

type Live = Installation & { close(): Promise<void> };

export async function runLive(settings: LiveSettings): Promise<void> {
  const { scenario, isPlain, isVerbose } = settings;
  let heardRow: ConstructorParameters<typeof WireTraces>[0]["onRow"] = () => {};
  const traces = new WireTraces({
    scenario,
    scheduler: new WallScheduler(),
    folds: !(isPlain && isVerbose),
    onRow: (line, row) => heardRow(line, row),
  });
  const { live, consoleUrl } = await startParts(settings, traces);
  try {
    const driversOf = (line: string): readonly string[] => traces.driversOf(line);
    const isTraced = (line: string): boolean => traces.traces.has(line);
    const { seed } = settings;
    const subject = { scenario, seed, installation: live, consoleUrl, driversOf, isTraced };
    tellPorts(settings, live, consoleUrl);
    if (isPlain) {
      const plain = new PlainView(settings);
      // What passed while everything started.
      for (const [line, { rows }] of traces.traces) for (const row of rows) plain.first(line, row);
      heardRow = (line, row) => plain.heardRow(line, row);
      const stop = live.stage.onHappening((happening) => plain.happened(happening));
      await untilEnd(settings.signal);
      stop();
    } else {
      await serve(settings, { subject, traces, listen: (listener) => (heardRow = listener) });
    }
  } finally {
    await live.close();
  }
}

async function startParts(
  settings: LiveSettings,
  traces: WireTraces,
): Promise<{ readonly live: Live; readonly consoleUrl: string | null }> {
  const { scenario, seed, serial, folder, isDevicesOnly } = settings;
  const wrapLine = traces.wrap;
  if (isDevicesOnly) {
    const live = await DevicesOnly.start({ scenario, seed, serial, folder, wrapLine });
    return { live, consoleUrl: null };
  }
  const own = { keep: false, mqttPort: 0, httpPort: 0, wrapLine };
  const live = await startRun({ scenario, seed, serial, folder, ...own });
  return { live, consoleUrl: live.center.url };
}

interface Served {
  readonly subject: Subject;
  readonly traces: WireTraces;
  readonly listen: (listener: ConstructorParameters<typeof WireTraces>[0]["onRow"]) => void;
}

async function serve(settings: LiveSettings, { subject, traces, listen }: Served): Promise<void> {
  const session = new LiveSession({ subject, traces, onChange: (change) => server.change(change) });
  const server = await ViewServer.open({
    httpPort: settings.httpPort,
    pageFolder: pageFolder(),
    moduleFolder: pageModuleFolder(),
    snapshot: () => session.snapshot(),
    order: (text) => session.order(text),
  });
  listen((line, row) => session.heardRow(line, row));
  session.start();
  const { isJson, language, write } = settings;
  const name = { en: "Live view", zh: "实时页面" }[language];
  write(isJson ? JSON.stringify({ event: "ready", view: server.url }) : `${name}: ${server.url}`);
  await untilEnd(settings.signal);
  session.stop();
  await server.close();
}

function tellPorts(settings: LiveSettings, live: Live, consoleUrl: string | null): void {
  const { isJson, write, language } = settings;
  const ports = Array.from(live.lines, ([name, { port, baudRate }]) => ({ name, port, baudRate }));
  const gpio = live instanceof DevicesOnly ? Object.fromEntries(live.gpioUrls) : {};
  if (isJson) {
    write(JSON.stringify({ event: "ports", ports, gpio, console: consoleUrl }));
    return;
  }
  for (const { name, port, baudRate } of ports) write(`${name}: ${port} ${baudRate} 8N1`);
  for (const [gateway, url] of Object.entries(gpio)) write(`gpio ${gateway}: ${url}`);
  const console = { en: "Console", zh: "监管台" }[language];
  if (consoleUrl !== null) write(`${console}: ${consoleUrl}`);
}

/** Timers of the simulator do not keep a process alive; this one does. */
function untilEnd(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const keepAlive = setInterval(() => {}, 60_000);
    signal.addEventListener("abort", () => {
      clearInterval(keepAlive);
      resolve();
    });
  });
}
