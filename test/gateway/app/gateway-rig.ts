// A whole gateway on memory ports: journal and documents that survive restarts, server and center.

import {
  decodePayload,
  Fault,
  parseHeader,
  parseStatus,
  splitRecords,
  type Fact,
  type Header,
} from "@driftbox/proto";
import { sha256 } from "@driftbox/proto/node";
import { MemoryDocuments } from "../../../gateway/adapters/documents/memory-documents.ts";
import { MemoryJournal, newMemoryStore } from "../../../gateway/adapters/journal/memory-journal.ts";
import { custodyCore } from "../../../gateway/app/loop/custody-core.ts";
import type { GatewayPorts } from "../../../gateway/app/gateway-ports.ts";
import { startGateway, type Gateway } from "../../../gateway/app/gateway.ts";
import { defaultWindowLimits } from "../../../gateway/app/uplink/outbox-window.ts";
import type { RecoveryReport } from "../../../gateway/ports/storage.ts";
import {
  CountingEntropy,
  gatewayId,
  genesis,
  identity,
  layout,
  MemoryBoard,
  MemoryLog,
  must,
  policyDocument,
} from "./fixtures.ts";
import { HandPosition } from "./hand-position.ts";
import { ManualTime } from "./manual-time.ts";
import { MemoryCenter } from "./memory-center.ts";
import { MemoryServer } from "./memory-uplink.ts";

export const cleanReport: RecoveryReport = {
  recovery: "clean",
  droppedBytes: 0,
  highestSeqBeyond: undefined,
  detail: "",
};

export interface Told {
  readonly header: Header;
  readonly fact: Fact;
}

export class GatewayRig {
  readonly time = new ManualTime();
  readonly log = new MemoryLog();
  readonly documents = new MemoryDocuments();
  readonly server = new MemoryServer();
  readonly center = new MemoryCenter(this.server, this.time);
  readonly board = new MemoryBoard();
  readonly position = new HandPosition();
  readonly deaths: unknown[] = [];
  supervisor: GatewayPorts["supervisor"];
  keepHealthPage: NonNullable<GatewayPorts["keepHealthPage"]> = () => undefined;
  readonly #options = { gatewayId, genesisPrev: genesis };
  #store = newMemoryStore(this.#options);
  journal = new MemoryJournal(this.#options, this.#store);

  /** Starts the gateway on what is stored. */
  async start(report: RecoveryReport = cleanReport): Promise<Gateway> {
    return startGateway(this.#ports(report));
  }

  /** The process is gone; what was durable stays. */
  kill(): void {
    this.server.cut();
    this.time.clearAll();
    this.journal.close();
    this.journal = new MemoryJournal(this.#options, this.#store);
  }

  /** The disk comes back as it was when the gateway was new; the documents are newer. */
  loseJournal(): void {
    this.kill();
    this.#store = newMemoryStore(this.#options);
    this.journal = new MemoryJournal(this.#options, this.#store);
  }

  /** The disk of this run dies after so many more appends. */
  failAfter(appends: number): void {
    const { journal } = this;
    const append = journal.append.bind(journal);
    let left = appends;
    journal.append = (group, room) => {
      left -= 1;
      if (left < 0) throw new Fault("journal/io", "the disk died");
      append(group, room);
    };
  }

  /** Copies the disk as it is now; the result puts it back, as a restored image would. */
  async image(): Promise<() => Promise<void>> {
    const names = ["receipt", "policy", "custody", "boot"] as const;
    const read = names.map(async (name) => [name, await this.documents.read(name)] as const);
    const documents = await Promise.all(read);
    const store = structuredClone(this.#store);
    return async () => {
      this.kill();
      for (const [name, value] of documents) await this.documents.write(name, value);
      this.#store = { ...structuredClone(store), isLocked: false };
      this.journal = new MemoryJournal(this.#options, this.#store);
    };
  }

  told(): readonly Told[] {
    const read: Told[] = [];
    for (let seq = 0; seq < this.journal.head.nextSeq;) {
      const part = this.journal.read(seq, 512, 1_000_000);
      for (const record of must(splitRecords(part.framed, part.count))) {
        const payload = must(decodePayload(record.payload));
        if (!payload.isKnown) throw new Error("unknown fact");
        read.push({ header: must(parseHeader(record.header)), fact: payload.fact });
      }
      if (part.count === 0) throw new Error(`nothing stored at ${seq}`);
      seq = part.firstSeq + part.count;
    }
    return read;
  }

  /** What the gateway, or its will, said about itself so far. */
  statusWords(): readonly number[] {
    return this.server.bodies("status").map((body) => must(parseStatus(body)).word);
  }

  kinds(): readonly string[] {
    return this.told().map(({ fact }) => fact.kind);
  }

  #ports(report: RecoveryReport): GatewayPorts {
    const { time, log, documents, journal, board } = this;
    const channels = [{ channel: 0, box: "box-a", compartment: 1, hasInfrared: true }];
    return {
      identity: { ...identity, sha256 },
      layout,
      wiring: { readers: [], boards: [{ board, channels }], doors: [], position: this.position },
      core: custodyCore,
      journal,
      report,
      documents,
      uplink: this.server.uplink(),
      clock: time,
      ...(this.supervisor !== undefined && { supervisor: this.supervisor }),
      keepHealthPage: (page) => this.keepHealthPage(page),
      timers: time,
      entropy: new CountingEntropy(),
      log,
      badgeRefOf: (number) => number,
      windowLimits: defaultWindowLimits,
      backoff: { baseMs: 10, maxMs: 100 },
      heartbeatMs: 3_600_000,
      defer: setImmediate,
      readPolicyFile: () => policyDocument(1),
      onFatal: (error) => void this.deaths.push(error),
    };
  }
}
