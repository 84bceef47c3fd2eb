// A box on pseudo-terminals in which much is wrong at once: simulated devices for one real gateway.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toHex } from "@driftbox/proto";
import { badgeRefOf } from "@driftbox/proto/node";
import { Cu16Board } from "../../../device-sim/devices/cu16.ts";
import { cu16BaudRate } from "../../../device-sim/devices/cu16-frame.ts";
import { em4100BaudRate, Em4100Reader } from "../../../device-sim/devices/em4100.ts";
import { Ntag424Card } from "../../../device-sim/devices/ntag424-card.ts";
import { OsdpPeripheral, osdpBaudRate } from "../../../device-sim/devices/osdp-peripheral.ts";
import { pn532BaudRate, Pn532Reader } from "../../../device-sim/devices/pn532-reader.ts";
import { WallScheduler } from "../../../device-sim/devices/scheduler.ts";
import { Stage } from "../../../device-sim/devices/stage.ts";
import { FaultedLine } from "../../../device-sim/faults/faulted-line.ts";
import type { Line } from "../../../device-sim/lines/line.ts";
import { PtyLine } from "../../../device-sim/lines/pty-line.ts";
import { SharedBus } from "../../../device-sim/lines/shared-bus.ts";
import { buildWorld, type Spot } from "../../../device-sim/world/index.ts";
import { policyDocument, policyDraft } from "../app/fixtures.ts";
import { badgeKey, provision, type Provision } from "../app/provision.ts";

const key = (first: number): Uint8Array => Uint8Array.from({ length: 16 }, (_, at) => first + at);
const cardNumber = "04DE5F1EACC040";
export const crewBadge = "0F0184F07A";
export const goodSpot: Spot = { box: "box-a", compartment: 1 };
/** Locks of the sick boards are in another box, in this order. */
const sickBoards = ["noise", "rate", "echo", "dark", "one", "two", "three"] as const;

export class SickBox {
  readonly place: Provision;
  readonly stage: Stage;
  readonly lines = new Map<string, FaultedLine>();
  readonly #scheduler = new WallScheduler();
  readonly #closers: (() => void)[] = [];
  readonly #mqttPort: number;

  constructor(mqttPort: number) {
    this.#mqttPort = mqttPort;
    this.place = provision({ mqttPort, readerPort: 1, boardPort: 1 });
    const sick = sickBoards.map((name, at) => {
      const spot = { box: "box-b", compartment: at + 1 };
      return { ...spot, board: `lock-${name}`, supplyGroup: name, hasBeam: false };
    });
    const good = { ...goodSpot, board: "lock-good", supplyGroup: "a", hasBeam: false };
    const world = buildWorld({ seed: 1, compartments: [good, ...sick], parcels: [], people: [] });
    this.stage = new Stage(world, this.#scheduler);
    this.#makeReaders();
    this.#makeBoards();
    this.#writeFiles();
    this.stage.start();
  }

  line(name: string): FaultedLine {
    const line = this.lines.get(name);
    if (line === undefined) throw new Error(`no line ${name}`);
    return line;
  }

  /** Everything that is wrong with wires, supplies and latches. */
  async breakAll(): Promise<void> {
    const { stage } = this;
    this.line("lock-noise").setLayer("noise", { rate: 0.02 });
    this.line("lock-echo").setLayer("local-echo", { rate: 1 });
    stage.act({ kind: "powerBoard", board: "lock-dark", isOn: false });
    stage.act({ kind: "setFlaw", flaw: "isJammed", isOn: true, ...goodSpot });
    await this.line("reader-gone").unplug();
  }

  /** The crew's badge at two readers, and a copied card at a third. */
  tap(): void {
    const { stage } = this;
    for (const reader of ["reader-tap", "reader-rate"]) {
      stage.act({ kind: "present", reader, number: crewBadge, forMs: 300 });
    }
    stage.act({ kind: "present", reader: "reader-card", number: cardNumber, forMs: 800 });
  }

  async close(): Promise<void> {
    this.stage.stop();
    for (const close of this.#closers) close();
    for (const line of this.lines.values()) await line.close();
    this.place.remove();
  }

  #makeReaders(): void {
    const { stage } = this;
    for (const id of ["reader-tap", "reader-gone", "reader-rate"]) {
      const rate = id === "reader-rate" ? em4100BaudRate / 2 : em4100BaudRate;
      const reader = new Em4100Reader({ ...this.#on(id, rate), style: "rdm6300" });
      this.#closers.push(() => reader.close());
    }
    const osdp = new OsdpPeripheral({
      ...this.#on("reader-key", osdpBaudRate),
      address: 0,
      key: key(0xb0),
    });
    const forged = new Ntag424Card({
      uid: Buffer.from(cardNumber, "hex"),
      metaKey: key(0x10),
      fileKey: key(0x20),
      flaw: "wrong-file-key",
    });
    const pn532 = new Pn532Reader({
      ...this.#on("reader-card", pn532BaudRate),
      wallet: new Map([[cardNumber, forged]]),
    });
    this.#closers.push(
      () => osdp.close(),
      () => pn532.close(),
      () => stage.stop(),
    );
  }

  #makeBoards(): void {
    this.#board("lock-good", this.#pty("lock-good", cu16BaudRate), [0, goodSpot]);
    const alone = ["noise", "rate", "echo", "dark"] as const;
    for (const name of alone) {
      const rate = name === "rate" ? 9_600 : cu16BaudRate;
      this.#board(`lock-${name}`, this.#pty(`lock-${name}`, rate), [0, this.#spotOf(name)]);
    }
    const trunk = this.#pty("bus", cu16BaudRate);
    const bus = new SharedBus({ line: trunk, scheduler: this.#scheduler, seed: 1 });
    this.#closers.push(() => bus.close());
    // The first two have one address, whatever the gateway believes.
    this.#board("lock-one", bus.tap(), [0, this.#spotOf("one")]);
    this.#board("lock-two", bus.tap(), [0, this.#spotOf("two")]);
    this.#board("lock-three", bus.tap(), [2, this.#spotOf("three")]);
  }

  #spotOf(name: (typeof sickBoards)[number]): Spot {
    return { box: "box-b", compartment: sickBoards.indexOf(name) + 1 };
  }

  #board(id: string, line: Line, [address, spot]: readonly [number, Spot]): void {
    const { stage } = this;
    const wiring = new Map([[0, spot]]);
    const board = new Cu16Board({
      id,
      address,
      wiring,
      stage,
      line,
      scheduler: this.#scheduler,
    });
    this.#closers.push(() => board.close());
  }

  #pty(name: string, baudRate: number): FaultedLine {
    const scheduler = this.#scheduler;
    const line = new PtyLine({ link: join(this.place.folder, "tty", name), baudRate, scheduler });
    const faulted = new FaultedLine({ line, scheduler, seed: 1, name });
    this.lines.set(name, faulted);
    return faulted;
  }

  #on(id: string, baudRate: number) {
    const { stage } = this;
    return { id, stage, scheduler: this.#scheduler, line: this.#pty(id, baudRate) };
  }

  #writeFiles(): void {
    const { folder, data, configPath, policyPath } = this.place;
    const keys = join(data, "reader-keys");
    mkdirSync(keys, { mode: 0o700 });
    writeFileSync(join(keys, "reader-key.key"), toHex(key(0xa0)), { mode: 0o600 });
    writeFileSync(join(folder, "meta.key"), toHex(key(0x10)), { mode: 0o600 });
    writeFileSync(join(folder, "card.key"), toHex(key(0x20)), { mode: 0o600 });
    const badgeRef = Buffer.from(badgeRefOf(crewBadge, badgeKey), "hex");
    const rights = ["box-a", "box-b"].map((box) => {
      return { box, canDeposit: true, canCollect: true };
    });
    const policy = policyDocument(1, {
      ...policyDraft(1),
      badges: [{ badgeRef, person: "p-1", role: "crew" }],
      roles: [{ role: "crew", allowWithoutClock: true, rights }],
    });
    writeFileSync(policyPath, policy);
    writeFileSync(configPath, configText(this.place, this.#mqttPort));
  }
}

function configText({ folder }: Provision, mqttPort: number): string {
  const tty = join(folder, "tty");
  const reader = (id: string, driver: string, more = ""): string =>
    `  - { id: ${id}, driver: ${driver}, port: ${tty}/${id}, box: box-a${more} }`;
  const board = (name: string, port: string, address: number): string =>
    `  - { id: lock-${name}, driver: cu16, port: ${tty}/${port}, address: ${address} }`;
  const sick = sickBoards.map(
    (name, at) =>
      `      - number: ${at + 1}
        lock: { board: lock-${name}, channel: 0, supplyGroup: ${name} }
        door: { hook: true }`,
  );
  const alone = sickBoards.slice(0, 4).map((name) => board(name, `lock-${name}`, 0));
  return `site: ferry-12
gateway: ferry-12-a
data: ./data
uplink: { url: "mqtt://127.0.0.1:${mqttPort}", backoffBaseMs: 50, backoffMaxMs: 200 }
policy: { file: ./ferry-12.policy }
readers:
${reader("reader-tap", "em4100")}
${reader("reader-gone", "em4100")}
${reader("reader-rate", "em4100")}
${reader("reader-key", "osdp")}
${reader("reader-card", "pn532", ", mode: sun, metaKeyFile: ./meta.key, cardKeyFile: ./card.key")}
boards:
${board("good", "lock-good", 0)}
${alone.join("\n")}
${board("one", "bus", 0)}
${board("two", "bus", 1)}
${board("three", "bus", 2)}
boxes:
  - id: box-a
    kind: drop-box
    compartments:
      - number: 1
        lock: { board: lock-good, channel: 0, supplyGroup: a }
        door: { hook: true }
  - id: box-b
    kind: cabinet
    compartments:
${sick.join("\n")}
`;
}
