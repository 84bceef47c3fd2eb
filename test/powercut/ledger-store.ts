// The center's ledger under power cuts: two gateways send, the judge decides, receipts acknowledge.

import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { openDocument, type Signer } from "@driftbox/proto";
import { generateKey, sha256, signerFromPem, verifierOf } from "@driftbox/proto/node";
import { createSealChecks } from "../../broker/adapters/node-crypto/node-seal-checks.ts";
import { SqliteLedger } from "../../broker/adapters/sqlite-ledger/sqlite-ledger.ts";
import { Ingest } from "../../broker/app/ingest.ts";
import type { Downlink, Log } from "../../broker/ports/downlink.ts";
import type { Registry } from "../../broker/ports/registry.ts";
import { defectsOf } from "./ledger-defects.ts";
import { between, type Random } from "./random.ts";
import { SentChain } from "./sent-chain.ts";
import type { Acknowledged, StoreKind } from "./store.ts";

const gatewayNames = ["ferry-a", "ferry-b"] as const;
const groupMaxCount = 24;
const resentMaxCount = 4;
/** The ledger's own number is higher; with this one, cuts also hit checkpoints. */
const checkpointPages = 40;
const finishEvery = 8;
const finishMaxCount = 64;

export const ledgerStore: StoreKind = {
  name: "ledger",
  inFlightMaxCount: groupMaxCount,

  writer(folder, random, isFlushing) {
    const ledger = new SqliteLedger(join(folder, "ledger.sqlite"));
    ledger.database.pragma(`wal_autocheckpoint = ${checkpointPages}`);
    if (!isFlushing) ledger.database.pragma("synchronous = OFF");
    const chains = gatewayNames.map((name) => new SentChain(dirname(folder), name));
    const center = new RiggedCenter(ledger, chains);
    const step = () => {
      const chain = chains[between(random, 0, chains.length - 1)];
      if (chain === undefined) throw new Error("no gateway");
      if (between(random, 1, finishEvery) === 1) {
        const direct = ledger.coveredEntries(finishMaxCount).map(({ cursor }) => cursor);
        ledger.finishSeals({ direct, broken: [] });
      }
      return Promise.resolve(center.send(chain, random));
    };
    return Promise.resolve({ step });
  },

  inspect(folder) {
    const path = copyOf(folder);
    const ledger = new SqliteLedger(path);
    try {
      const chains = gatewayNames.map((name) => new SentChain(dirname(folder), name));
      const newest = new Map<string, number>();
      for (const { chain, identity } of ledger.gateways()) {
        if (chain.nextSeq > 0) newest.set(identity.gateway, chain.nextSeq - 1);
      }
      const counters = JSON.stringify([...ledger.counters()]);
      return Promise.resolve({ newest, defects: defectsOf(ledger, chains), report: counters });
    } finally {
      ledger.close();
    }
  },
};

/** Looked at beside the disk, so that the next writer finds what the cut left, log and all. */
function copyOf(folder: string): string {
  const beside = join(dirname(folder), "look");
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside);
  for (const name of ["ledger.sqlite", "ledger.sqlite-wal"]) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(beside, name));
  }
  return join(beside, "ledger.sqlite");
}

/** The center's ingest on the ledger, with its receipts caught instead of sent. */
class RiggedCenter {
  readonly #ingest: Ingest;
  readonly #nextSeqs = new Map<string, number>();

  constructor(ledger: SqliteLedger, chains: readonly SentChain[]) {
    const signer = signerFromPem(generateKey().privatePem);
    this.#ingest = new Ingest({
      ledger,
      registry: registryOf(chains),
      seals: createSealChecks(),
      downlink: this.#catching(signer),
      published: { of: () => [] },
      signer,
      now: () => Date.now(),
      log: stderrLog,
    });
    for (const { chain, identity } of ledger.gateways()) {
      this.#nextSeqs.set(identity.gateway, chain.nextSeq);
    }
  }

  /** Sends some records, the first of them perhaps again, and answers what the receipt says. */
  send(chain: SentChain, random: Random): Acknowledged {
    const { site, gateway } = chain.identity;
    const next = this.#nextSeqs.get(gateway) ?? 0;
    const from = Math.max(0, next - between(random, 0, resentMaxCount));
    const count = random() < 0.5 ? 1 : between(random, 2, groupMaxCount);
    const payload = chain.batch(from, next - from + count, random);
    this.#ingest.take([{ site, gateway, word: "events", payload }]);
    const receipted = this.#nextSeqs.get(gateway);
    if (receipted !== next + count) {
      throw new Error(`${gateway}: sent up to ${next + count}, receipt for ${receipted}`);
    }
    return { slot: gateway, item: receipted - 1 };
  }

  #catching(signer: Signer): Downlink {
    const verifiers = [verifierOf(signer.publicKey)];
    return {
      send: ({ gateway }, word, body) => {
        if (word !== "receipt") return;
        const opened = openDocument("receipt", body, verifiers, sha256);
        if (!opened.ok) throw new Error(opened.detail);
        this.#nextSeqs.set(gateway, opened.value.message.nextSeq);
      },
      command: () => undefined,
    };
  }
}

function registryOf(chains: readonly SentChain[]): Registry {
  const all = chains.map(({ identity }) => identity);
  const named: Registry["named"] = (gateway) => all.find((each) => each.gateway === gateway);
  const identified: Registry["identified"] = (id) => all.find((each) => each.gatewayId === id);
  return { all: () => all, named, identified, find: (_, gateway) => named(gateway) };
}

const toStderr: Log["warn"] = (fields, message) => {
  process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
};
const stderrLog: Log = { info: () => undefined, warn: toStderr, error: toStderr };
