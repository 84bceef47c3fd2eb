// Ingest over a file ledger with one gateway and no network, for tests of what the center does.

import { join } from "node:path";
import { openDocument, type Receipt, type UpwardTopic } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { createSealChecks } from "../../broker/adapters/node-crypto/node-seal-checks.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "../../broker/adapters/sqlite-ledger/sqlite-read-models.ts";
import { Ingest } from "../../broker/app/ingest.ts";
import { SealFinisher } from "../../broker/app/seal-finisher.ts";
import type { GatewayView } from "../../broker/ports/views.ts";
import { identityOf, temporaryFolder } from "./ledger-rig.ts";
import { looseOrigin, SealedChain } from "./sealed-chain.ts";

const signer = signerFromPem(generateKey().privatePem);

export class IngestRig {
  readonly chain = new SealedChain(looseOrigin());
  readonly identity = identityOf(this.chain.origin, "boat");
  /** Signs what goes down. */
  readonly receiptKey = verifierOf(signer.publicKey);
  readonly receipts: Receipt[] = [];
  /** Signed commands that went down. */
  readonly commands: Uint8Array[] = [];
  readonly reported: string[] = [];
  readonly #folder = temporaryFolder();
  readonly #seals = createSealChecks();
  /** Unix ms; grows with every message. */
  nowMs = 1_790_000_000_000;
  ledger!: SqliteLedger;
  ingest!: Ingest;
  finisher!: SealFinisher;

  constructor() {
    this.#start();
  }

  /** Each payload is a message; all of them are one turn. */
  say(word: UpwardTopic, ...payloads: readonly Uint8Array[]): void {
    this.nowMs += 10;
    const { site, gateway } = this.identity;
    this.ingest.take(payloads.map((payload) => ({ site, gateway, word, payload })));
  }

  /** Lets the background verify what is covered. */
  async finish(): Promise<void> {
    this.nowMs += 60_000;
    this.finisher.wake();
    await this.finisher.idle();
  }

  /** As a new process would find the folder. */
  restart(): void {
    this.ledger.close();
    this.#start();
  }

  view(): GatewayView | undefined {
    return new SqliteReadModels(this.ledger).gateways()[0];
  }

  remove(): void {
    this.ledger.close();
    this.#folder.remove();
  }

  #start(): void {
    const now = () => this.nowMs;
    const keep = (_: unknown, message: string) => void this.reported.push(message);
    const log = { info: keep, warn: keep, error: keep };
    const { identity } = this;
    const known = () => identity;
    this.ledger = new SqliteLedger(join(this.#folder.path, "ledger.sqlite"), log);
    this.ingest = new Ingest({
      ledger: this.ledger,
      registry: { find: known, named: known, identified: known, all: () => [identity] },
      seals: this.#seals,
      downlink: {
        send: (_, word, body) => this.#receive(word, body),
        command: (_, body) => void this.commands.push(body),
      },
      published: { of: () => [] },
      signer,
      now,
      log,
    });
    this.finisher = new SealFinisher({
      ledger: this.ledger,
      seals: this.#seals,
      log,
      now,
      lastCoveredMs: () => this.ingest.lastCoveredMs,
      finish: (found) => this.ingest.finishSeals(found),
    });
  }

  #receive(word: string, body: Uint8Array): void {
    if (word !== "receipt") return;
    const opened = openDocument("receipt", body, [verifierOf(signer.publicKey)], sha256);
    if (!opened.ok) throw new Error(opened.detail);
    this.receipts.push(opened.value.message);
  }
}
