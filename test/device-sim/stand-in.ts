// An installation without programs: real devices on memory lines, a host that opens for any badge,
// and a center that holds whatever a test tells it.

import { Cu16Board } from "../../device-sim/devices/cu16.ts";
import { cu16BaudRate, cu16Frame } from "../../device-sim/devices/cu16-frame.ts";
import { em4100BaudRate, Em4100Reader } from "../../device-sim/devices/em4100.ts";
import { WallScheduler, type Scheduler } from "../../device-sim/devices/scheduler.ts";
import { Stage } from "../../device-sim/devices/stage.ts";
import { FaultedLine } from "../../device-sim/faults/faulted-line.ts";
import { MemoryLine } from "../../device-sim/lines/memory-line.ts";
import { worldOf } from "../../device-sim/run/devices.ts";
import type {
  BoxAt,
  CenterReader,
  DoctorRow,
  GatewayUnit,
  Installation,
  Link,
  SeenBox,
  SeenEvent,
  SeenGateway,
  SeenParcel,
} from "../../device-sim/scenario/installation.ts";
import type { Scenario } from "../../device-sim/scenario/plan.ts";
import type { MonitorLimits } from "../../device-sim/world/index.ts";

class ToldCenter implements CenterReader {
  readonly told: SeenEvent[] = [];
  readonly parcels = new Map<string, SeenParcel>();
  readonly boxes = new Map<string, SeenBox>();
  readonly gateways = new Map<string, SeenGateway>();

  /** Adds an event of `pier-3-a`; what is not given is the next in order. */
  tell(event: Partial<SeenEvent> & { readonly kind: string }): void {
    const at = this.told.length;
    this.told.push({
      cursor: at + 1,
      gateway: "pier-3-a",
      epoch: 0,
      seq: at,
      box: "box-a",
      compartment: 1,
      person: null,
      parcels: [],
      isLate: false,
      happened: { wallMs: null },
      receivedMs: 0,
      fact: {},
      ...event,
    });
    this.gateways.set("pier-3-a", {
      nextSeq: this.told.length,
      status: "ready",
      outboxCount: 0,
      parkedCount: 0,
      gaps: [],
    });
  }

  events(): Promise<readonly SeenEvent[]> {
    return Promise.resolve(this.told);
  }
  parcel(parcel: string): Promise<SeenParcel | undefined> {
    return Promise.resolve(this.parcels.get(parcel));
  }
  box({ site, gateway, box }: BoxAt): Promise<SeenBox | undefined> {
    return Promise.resolve(this.boxes.get(`${site}/${gateway}/${box}`));
  }
  gateway(_site: string, gateway: string): Promise<SeenGateway | undefined> {
    return Promise.resolve(this.gateways.get(gateway));
  }
}

interface HeldJournal {
  /** Records of the journal that the center was never told. */
  unsentCount: number;
  isRunning: boolean;
  /** What doctor says, look by look; the last stays. */
  doctorRows: readonly (readonly DoctorRow[])[];
}

export interface StandIn extends Installation {
  readonly center: ToldCenter;
  /** What was ordered of gateways and links, in order. */
  readonly orders: readonly string[];
  /** Whether the host tells the center of intents before it opens, and of doors that move. */
  keepsRecord: boolean;
  readonly journal: HeldJournal;
  close(): void;
}

function gatewayThatNotes(orders: string[], center: ToldCenter): GatewayUnit & HeldJournal {
  const order = (word: string) => () => {
    orders.push(word);
    return Promise.resolve();
  };
  const journal: HeldJournal = { unsentCount: 0, isRunning: true, doctorRows: [] };
  return Object.assign(journal, {
    site: "pier-3",
    start: order("start"),
    kill: order("kill"),
    stop: order("stop"),
    isDiskFull: undefined,
    fillDisk: (isFull: boolean) => {
      orders.push(`disk ${isFull ? "full" : "free"}`);
      return true;
    },
    stepClock: (byMs: number) => void orders.push(`clock ${byMs}`),
    askDoctor: () => {
      const [rows = [], ...later] = journal.doctorRows;
      if (later.length > 0) journal.doctorRows = later;
      return Promise.resolve(rows);
    },
    checkJournal: () => {
      const recordCount = center.told.length + journal.unsentCount;
      const detail = "seq 3: wrong seal";
      return Promise.resolve({ isSound: false, detail, recordCount, nextSeq: recordCount });
    },
  });
}

function linkThatNotes(orders: string[]): Link {
  return {
    get isCut() {
      return orders.lastIndexOf("cut") > orders.lastIndexOf("restore");
    },
    cut: () => void orders.push("cut"),
    slow: (delayMs) => void orders.push(`slow ${delayMs}`),
    restore: () => void orders.push("restore"),
  };
}

/** ID-12LA frames are whole chunks here; a badge begins with 0A, a tag with 7A. */
function onBadge(line: MemoryLine, open: () => void): void {
  let text = "";
  line.far.onBytes((bytes) => {
    text += String.fromCharCode(...bytes);
    if (!text.endsWith("\u0003")) return;
    if (text.startsWith("\u00020A")) open();
    text = "";
  });
}

interface StandInOptions {
  /** Usually the wall clock. */
  readonly scheduler?: Scheduler;
  /** Usually without rest: its host opens for any badge at once. */
  readonly limits?: MonitorLimits;
}

export function standIn(scenario: Scenario, options: StandInOptions = {}): StandIn {
  const { scheduler = new WallScheduler(), limits = { coilMaxOnMs: 3_000 } } = options;
  const stage = new Stage(worldOf(scenario, 1), scheduler, limits);
  const center = new ToldCenter();
  center.tell({ kind: "GatewayStarted" });
  const orders: string[] = [];
  const gateway = gatewayThatNotes(orders, center);
  const boardLine = new MemoryLine({ name: "lock", baudRate: cu16BaudRate, scheduler });
  const readerLine = new MemoryLine({ name: "reader", baudRate: em4100BaudRate, scheduler });
  const lines = new Map([
    ["lock-box-a", new FaultedLine({ line: boardLine, scheduler, seed: 1 })],
    ["reader-box-a", new FaultedLine({ line: readerLine, scheduler, seed: 1 })],
  ]);
  const board = new Cu16Board({
    id: "lock-box-a",
    address: 0,
    wiring: new Map([[0, { box: "box-a", compartment: 1 }]]),
    stage,
    line: lines.get("lock-box-a") ?? boardLine,
    scheduler,
  });
  const reader = new Em4100Reader({
    id: "reader-box-a",
    style: "id-12la",
    stage,
    line: lines.get("reader-box-a") ?? readerLine,
    scheduler,
  });
  const made: StandIn = {
    stage,
    worldMsOf: (bootTimeUs) => bootTimeUs / 1_000,
    lines,
    // As if the host polled the board all the time.
    boards: new Map([
      [
        "lock-box-a",
        {
          get replyCount() {
            return scheduler.nowMs();
          },
        },
      ],
    ]),
    devices: new Map(),
    cards: new Map(),
    links: new Map([["pier-3-a", linkThatNotes(orders)]]),
    gateways: new Map([["pier-3-a", gateway]]),
    journal: gateway,
    center,
    orders,
    keepsRecord: true,
    close: () => {
      board.close();
      reader.close();
      stage.stop();
    },
  };
  onBadge(readerLine, () => {
    if (made.keepsRecord) center.tell({ kind: "UnlockIntended" });
    boardLine.far.write(cu16Frame(0, 0x31, []));
  });
  stage.onHappening(({ kind }) => {
    if (made.keepsRecord && (kind === "DoorOpened" || kind === "DoorClosed")) center.tell({ kind });
  });
  stage.start();
  return made;
}
