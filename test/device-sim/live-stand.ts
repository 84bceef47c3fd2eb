// The live view on real devices without programs, for tests: what it serves and what is behind it.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WallScheduler } from "../../device-sim/devices/scheduler.ts";
import { pageFolder, pageModuleFolder } from "../../device-sim/project.ts";
import type { Scenario } from "../../device-sim/scenario/plan.ts";
import { DevicesOnly } from "../../device-sim/view/devices-only.ts";
import { LiveSession } from "../../device-sim/view/live-session.ts";
import { ViewServer, type ViewServerOptions } from "../../device-sim/view/view-server.ts";
import { WireTraces } from "../../device-sim/view/wire-traces.ts";

export class LiveStand {
  readonly installation: DevicesOnly;
  readonly parts: Pick<ViewServerOptions, "snapshot" | "order">;
  readonly #session: LiveSession;
  readonly #server: ViewServer;
  readonly #folder: string;

  private constructor(
    installation: DevicesOnly,
    session: LiveSession,
    server: ViewServer,
    folder: string,
  ) {
    this.installation = installation;
    this.#session = session;
    this.#server = server;
    this.#folder = folder;
    this.parts = { snapshot: () => session.snapshot(), order: (text) => session.order(text) };
  }

  static async open(scenario: Scenario): Promise<LiveStand> {
    const folder = mkdtempSync(join(tmpdir(), "driftbox-live-"));
    const traces = new WireTraces({
      scenario,
      scheduler: new WallScheduler(),
      onRow: (line, row) => session.heardRow(line, row),
    });
    const seed = 1;
    const parts = { scenario, seed, serial: "pty", folder, wrapLine: traces.wrap } as const;
    const installation = await DevicesOnly.start(parts);
    const subject = {
      scenario,
      seed,
      installation,
      consoleUrl: null,
      driversOf: (line: string) => traces.driversOf(line),
      isTraced: (line: string) => traces.traces.has(line),
    };
    const session = new LiveSession({ subject, traces, onChange: (one) => server.change(one) });
    const server = await ViewServer.open({
      httpPort: 0,
      pageFolder: pageFolder(),
      moduleFolder: pageModuleFolder(),
      snapshot: () => session.snapshot(),
      order: (text) => session.order(text),
    });
    session.start();
    return new LiveStand(installation, session, server, folder);
  }

  get url(): string {
    return this.#server.url;
  }

  async close(): Promise<void> {
    this.#session.stop();
    await this.#server.close();
    await this.installation.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
