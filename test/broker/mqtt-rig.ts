// The MQTT side of the center in this process, over a real file ledger, for tests that look inside.

import { parseGatewayName, parseSiteName } from "@driftbox/proto";
import type { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { PublishedFiles } from "../../broker/adapters/files/published-files.ts";
import { FileRegistry } from "../../broker/adapters/files/file-registry.ts";
import { createSealChecks } from "../../broker/adapters/node-crypto/node-seal-checks.ts";
import { AedesDownlink } from "../../broker/adapters/aedes/aedes-downlink.ts";
import { startMqtt, type MqttServer } from "../../broker/adapters/aedes/mqtt-server.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { Ingest } from "../../broker/app/ingest.ts";
import { SealFinisher } from "../../broker/app/seal-finisher.ts";
import type { Address, Log } from "../../broker/ports/downlink.ts";
import type { Enrolled } from "./center-rig.ts";

export interface Reported {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export class MqttRig {
  readonly ledger: SqliteLedger;
  readonly ingest: Ingest;
  readonly downlink = new AedesDownlink();
  readonly finisher: SealFinisher;
  readonly reported: Reported[] = [];
  #server: MqttServer | undefined;

  constructor(folder: CenterFolder) {
    const keep = (fields: Reported["fields"], message: string) =>
      void this.reported.push({ fields, message });
    const log: Log = { info: keep, warn: keep, error: keep };
    const now = () => Date.now();
    this.ledger = new SqliteLedger(folder.ledger);
    const seals = createSealChecks();
    this.ingest = new Ingest({
      ledger: this.ledger,
      registry: new FileRegistry({
        folder: folder.enrollments,
        registrarKey: folder.registrar.publicKey,
        now,
        log,
      }),
      seals,
      downlink: this.downlink,
      published: new PublishedFiles(folder, log),
      signer: folder.center,
      now,
      log,
    });
    this.finisher = new SealFinisher({
      ledger: this.ledger,
      seals,
      log,
      now,
      lastCoveredMs: () => this.ingest.lastCoveredMs,
      finish: (found) => this.ingest.finishSeals(found),
    });
    this.ingest.onCovered = () => this.finisher.wake();
    this.ingest.onHeard = (gateways, atMs) => this.ledger.heard(gateways, atMs);
    this.#log = log;
  }
  readonly #log: Log;

  get port(): number {
    return this.#server?.port ?? 0;
  }

  async start(): Promise<void> {
    const { ingest, downlink } = this;
    this.#server = await startMqtt({
      host: "127.0.0.1",
      port: 0,
      ingest,
      downlink,
      log: this.#log,
    });
  }

  addressOf(enrolled: Enrolled): Address {
    const site = parseSiteName(enrolled.site);
    const gateway = parseGatewayName(enrolled.gateway);
    if (!site.ok || !gateway.ok) throw new Error("bad name");
    return { site: site.value, gateway: gateway.value };
  }

  async close(): Promise<void> {
    await this.#server?.close();
    await this.finisher.close();
    this.ledger.close();
  }
}
