// The MQTT side of the center in this process, over a real file ledger, for tests that look inside.

import { CenterFolder } from "../../broker/adapters/files/center-folder.ts";
import { FilePolicies } from "../../broker/adapters/files/file-policies.ts";
import { FileRegistry } from "../../broker/adapters/files/file-registry.ts";
import { createSealChecks } from "../../broker/adapters/node-crypto/node-seal-checks.ts";
import { AedesDownlink } from "../../broker/adapters/aedes/aedes-downlink.ts";
import { startMqtt, type MqttServer } from "../../broker/adapters/aedes/mqtt-server.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { Ingest } from "../../broker/app/ingest.ts";
import type { Log } from "../../broker/ports/downlink.ts";

export interface Reported {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly message: string;
}

export class MqttRig {
  readonly ledger: SqliteLedger;
  readonly ingest: Ingest;
  readonly downlink = new AedesDownlink();
  readonly reported: Reported[] = [];
  #server: MqttServer | undefined;

  constructor(folder: CenterFolder) {
    const keep = (fields: Reported["fields"], message: string) =>
      void this.reported.push({ fields, message });
    const log: Log = { info: keep, warn: keep, error: keep };
    const now = () => Date.now();
    this.ledger = new SqliteLedger(folder.ledger);
    this.ingest = new Ingest({
      ledger: this.ledger,
      registry: new FileRegistry({
        folder: folder.enrollments,
        registrarKey: folder.registrar.publicKey,
        now,
        log,
      }),
      seals: createSealChecks(),
      downlink: this.downlink,
      policies: new FilePolicies(folder),
      signer: folder.center,
      now,
      log,
    });
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

  async close(): Promise<void> {
    await this.#server?.close();
    this.ledger.close();
  }
}
