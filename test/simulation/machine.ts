// One gateway's board through its lives: boots the real gateway, loses power, is killed, restarts.

import { Fault } from "@driftbox/proto";
import { openFileJournal } from "../../gateway/adapters/journal/open-file-journal.ts";
import type { GatewayPorts } from "../../gateway/app/gateway-ports.ts";
import { startGateway, type Gateway } from "../../gateway/app/gateway.ts";
import type { CustodyCore } from "../../gateway/app/loop/custody-core.ts";
import { defaultWindowLimits } from "../../gateway/app/uplink/outbox-window.ts";
import type { Log } from "../../gateway/ports/runtime.ts";
import type { Journal } from "../../gateway/ports/storage.ts";
import { FaultyDisk } from "../gateway/storage/faulty-disk.ts";
import { count, type Breaches, type Tally } from "./breaches.ts";
import { Chronicle } from "./chronicle.ts";
import { coilMonitors } from "./coil-monitors.ts";
import type { Compartment } from "./compartment.ts";
import type { Dice } from "./dice.ts";
import { badgeRefOf, type Enrolled } from "./installation.ts";
import { JournalWatch, PowerCut } from "./journal-watch.ts";
import type { Road } from "./line.ts";
import { stateNotFold } from "./record-monitors.ts";
import { DiskDocuments, MachineClock, RunTimers, type Life } from "./run-ports.ts";
import { hourMs, minuteMs, type Scheduler } from "./scheduler.ts";
import { SimBoard, SimContact, SimReader, type Cabin, type WireParts } from "./wires.ts";

export interface MachineParts {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  readonly enrolled: Enrolled;
  readonly cabins: readonly Cabin[];
  readonly road: Road;
  readonly core: CustodyCore;
  readonly breaches: Breaches;
  readonly tally: Tally;
  readonly policy: () => Uint8Array;
}

export type Ending = "process" | "power";

interface Run {
  readonly life: Life;
  readonly timers: RunTimers;
  gateway: Gateway | undefined;
}

const bootMs = 20_000;
const processRestartMs = 2_000;
/** As soon as a supervisor can. */
const quickRestartMs = 150;
const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export class Machine {
  readonly parts: MachineParts;
  readonly clock: MachineClock;
  readonly chronicle: Chronicle;
  readonly disk = new FaultyDisk();
  /** How the power goes next: after so many groups, between append and effect, or in the disk. */
  cutAfterAppends: number | undefined;
  /** Set while a fault of the disk is planned. */
  plannedEnding: Ending | undefined;
  readonly #texts = new Map<string, string>();
  #run: Run | undefined;

  constructor(parts: MachineParts) {
    this.parts = parts;
    this.clock = new MachineClock(parts.scheduler, parts.dice);
    this.chronicle = new Chronicle(parts.enrolled.layout, parts.scheduler);
  }

  get gateway(): Gateway | undefined {
    return this.#run?.life.isAlive === true ? this.#run.gateway : undefined;
  }

  /** The run of the moment; another value = the gateway was restarted in between. */
  get life(): Life | undefined {
    return this.#run?.life.isAlive === true ? this.#run.life : undefined;
  }

  get timersCount(): number {
    return this.#run?.timers.count ?? 0;
  }

  get places(): readonly Compartment[] {
    return this.parts.cabins.flatMap(({ compartments }) => compartments);
  }

  wake(look: "clock-watch" | "storage-watch"): void {
    this.#run?.timers.wake(look);
  }

  start(): void {
    if (this.life !== undefined) return;
    const { scheduler, breaches } = this.parts;
    const life: Life = { isAlive: true };
    const timers = new RunTimers(scheduler, life);
    const run: Run = { life, timers, gateway: undefined };
    this.#run = run;
    try {
      const opened = this.#openJournal();
      const { recovery, detail } = opened.report;
      const isHarmless = recovery === "clean" || recovery === "torn-tail";
      breaches.note("a power cut never damages a journal", isHarmless ? undefined : detail);
      const finding = this.chronicle.reconcile(opened.journal);
      breaches.note("what was durable survives, a group whole or not at all", finding);
      scheduler.touchDeeply();
      void this.#begin(run, opened);
    } catch (error) {
      this.#died(life, error);
    }
  }

  /** The program or the whole board ends now; it starts again after `offMs`. */
  kill(ending: Ending, offMs?: number): void {
    const { tally, scheduler, dice, road, cabins } = this.parts;
    if (this.life === undefined) return;
    count(tally, ending === "power" ? "power cuts" : "process kills");
    this.#forget();
    road.drop();
    this.cutAfterAppends = undefined;
    this.plannedEnding = undefined;
    this.disk.plan = undefined;
    if (ending === "power") {
      for (const { compartments } of cabins) for (const place of compartments) place.deenergize();
      this.disk.restart(dice.fraction, dice.pick([0, 0.5, 1]));
    } else this.disk.endProcess();
    const restMs = dice.chance(0.7) ? dice.between(1, 30) * minuteMs : dice.between(1, 8) * hourMs;
    const powerOffMs = offMs ?? restMs;
    const processOffMs = dice.chance(0.5) ? quickRestartMs : processRestartMs;
    scheduler.after(ending === "power" ? powerOffMs + bootMs : processOffMs, () => {
      if (ending === "power") this.#boot();
      this.start();
    });
  }

  /** An orderly stop and a new boot, as after an update. */
  async stop(): Promise<void> {
    const gateway = this.gateway;
    if (gateway === undefined) return;
    const { life } = this;
    this.parts.scheduler.touchDeeply();
    await gateway.stop();
    if (life?.isAlive !== true) return;
    const { tally, scheduler, road } = this.parts;
    count(tally, "orderly stops");
    this.#forget();
    road.drop();
    this.disk.endProcess();
    scheduler.after(minuteMs, () => {
      this.clock.reboot(this.parts.dice);
      this.start();
    });
  }

  #boot(): void {
    const { dice } = this.parts;
    this.clock.reboot(dice);
    const isLost = dice.chance(0.3);
    if (!isLost) return;
    this.clock.source = dice.pick(["none", "rtc"]);
    this.clock.errorMs = this.clock.source === "rtc" ? dice.between(-3_600_000, 3_600_000) : 0;
    this.parts.scheduler.after(dice.between(1, 120) * minuteMs, () => this.setClock());
  }

  /** Time comes back from the network. */
  setClock(): void {
    this.clock.source = "ntp";
    this.clock.errorMs = 0;
    this.wake("clock-watch");
  }

  #forget(): void {
    const run = this.#run;
    if (run === undefined) return;
    run.life.isAlive = false;
    run.timers.clearAll();
    for (const cabin of this.parts.cabins) {
      cabin.reader = undefined;
      cabin.board = undefined;
      for (const place of cabin.compartments) place.onReadings = undefined;
    }
    this.#run = undefined;
  }

  #openJournal(): ReturnType<typeof openFileJournal> {
    const { gatewayId, genesis } = this.parts.enrolled.identity;
    return openFileJournal({
      folder: "/journal",
      gatewayId,
      genesisPrev: genesis,
      disk: this.disk,
      segmentBytes: 65_536,
      maxBytes: 4_194_304,
      limits: { reserveBytes: 65_536, telemetryMarginBytes: 16_384, retentionMs: 2 * 86_400_000 },
    });
  }

  async #begin(run: Run, opened: ReturnType<typeof openFileJournal>): Promise<void> {
    const { life } = run;
    const journal = new JournalWatch(opened.journal, this, (error) => this.#died(life, error));
    try {
      const gateway = await startGateway(this.#ports(run, journal, opened.report));
      if (!life.isAlive) return;
      run.gateway = gateway;
      const finding = stateNotFold(gateway.loop.state, this.chronicle);
      this.parts.breaches.note("after a restart the state is the fold of the journal", finding);
      count(this.parts.tally, "starts");
    } catch (error) {
      this.#died(life, error);
    }
  }

  #ports(
    run: Run,
    journal: Journal,
    report: ReturnType<typeof openFileJournal>["report"],
  ): GatewayPorts {
    const { enrolled, core, road, scheduler, dice, policy } = this.parts;
    const { life, timers } = run;
    return {
      ...enrolled,
      core,
      journal,
      report,
      timers,
      wiring: this.#wiring(life),
      documents: new DiskDocuments(this.#texts, scheduler, life, dice),
      uplink: road.uplink(life),
      clock: this.clock,
      entropy: dice,
      log: quiet,
      badgeRefOf,
      windowLimits: defaultWindowLimits,
      backoff: { baseMs: 1_000, maxMs: 20 * minuteMs },
      heartbeatMs: 6 * hourMs,
      readPolicyFile: policy,
      onFatal: (error) => this.#died(life, error),
      isTimeVirtual: true,
      defer: (later) => {
        scheduler.after(dice.between(0, 2), () => {
          if (!life.isAlive) return;
          scheduler.touch();
          later();
        });
      },
    };
  }

  #wiring(life: Life): GatewayPorts["wiring"] {
    const { scheduler, dice, cabins } = this.parts;
    const wire: WireParts = {
      scheduler,
      dice,
      life,
      clock: this.clock,
      onEnergized: (place, order) => this.#energized(place, order, life),
    };
    const boxes = cabins.map((cabin) => wireCabin(cabin, wire));
    return {
      readers: boxes.map(({ reader }) => reader),
      boards: boxes.map(({ board }) => board),
      doors: boxes.flatMap(({ doors }) => doors),
    };
  }

  #energized(place: Compartment, order: Parameters<SimBoard["pulse"]>[0], life: Life): void {
    const { scheduler, breaches, tally } = this.parts;
    count(tally, "coil pulses");
    const moment = {
      place,
      order,
      nowMs: scheduler.nowMs,
      monoMs: this.clock.monoMs,
      isGatewayOn: life.isAlive && this.#run?.life === life,
      chronicle: this.chronicle,
      places: this.places,
    };
    for (const [name, monitor] of Object.entries(coilMonitors)) {
      breaches.note(name, monitor(moment));
    }
  }

  /** The program ended by itself: what was planned, a dead disk, or a defect. */
  #died(life: Life, error: unknown): void {
    if (!life.isAlive) return;
    const isPlanned = error instanceof PowerCut || isDiskFault(error);
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.parts.breaches.note("no defect stops a gateway", isPlanned ? undefined : text);
    this.kill(error instanceof PowerCut ? error.ending : (this.plannedEnding ?? "process"));
  }
}

function isDiskFault(error: unknown): boolean {
  return error instanceof Fault && error.code.startsWith("journal/");
}

function wireCabin(
  cabin: Cabin,
  wire: WireParts,
): {
  readonly reader: GatewayPorts["wiring"]["readers"][number];
  readonly board: GatewayPorts["wiring"]["boards"][number];
  readonly doors: GatewayPorts["wiring"]["doors"];
} {
  const { id: box, compartments } = cabin;
  const board = new SimBoard(`board-${box}`, cabin, wire);
  const doors = compartments.flatMap((place, channel) => {
    const contact = new SimContact(place, wire);
    place.onReadings = (now, before) => {
      const { scheduler, dice } = wire;
      if (now.isContactOpen !== before.isContactOpen && place.layout.hasDoorContact) {
        scheduler.after(dice.between(1, 20), () => contact.changed());
      }
      if (now.isHookClosed === before.isHookClosed && now.isBeamBroken === before.isBeamBroken) {
        return;
      }
      scheduler.after(dice.between(1, 60), () => board.inputsChanged(channel));
    };
    if (!place.layout.hasDoorContact) return [];
    return [{ line: contact, box, compartment: place.number }];
  });
  const channels = compartments.map(({ number, layout }, channel) => {
    return { channel, box, compartment: number, hasInfrared: layout.hasPresenceSensor };
  });
  const reader = new SimReader(`reader-${box}`, cabin, wire);
  return {
    reader: { reader, box, tagPrefixes: ["7A"] },
    board: { board, channels },
    doors,
  };
}
