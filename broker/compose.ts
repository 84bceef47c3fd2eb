// Puts the center together: the only place that knows its ports and its adapters.

import { fileURLToPath } from "node:url";
import { readUncheckedDocument } from "@driftbox/proto";
import { verifierOf } from "@driftbox/proto/node";
import { pino } from "pino";
import { AedesDownlink } from "./adapters/aedes/aedes-downlink.ts";
import type { TlsKeys } from "./adapters/aedes/mqtt-listener.ts";
import { startMqtt, type MqttServer } from "./adapters/aedes/mqtt-server.ts";
import { CenterFolder } from "./adapters/files/center-folder.ts";
import { CommandAnswers } from "./adapters/files/command-answers.ts";
import { ManifestRenewal } from "./adapters/files/manifest-renewal.ts";
import { DecisionFolder } from "./adapters/files/decision-folder.ts";
import { PublishedFiles } from "./adapters/files/published-files.ts";
import { IssuedFiles } from "./adapters/files/issued-files.ts";
import { FileRegistry } from "./adapters/files/file-registry.ts";
import { readTlsFiles } from "./adapters/files/tls-files.ts";
import { createSealChecks } from "./adapters/node-crypto/node-seal-checks.ts";
import { SqliteLedger } from "./adapters/sqlite-ledger/sqlite-ledger.ts";
import { SqliteReadModels } from "./adapters/sqlite-ledger/sqlite-read-models.ts";
import { noSupervisor } from "./adapters/systemd/notify-socket.ts";
import { startHttp, type HttpServer } from "./api/server.ts";
import { Ingest } from "./app/ingest.ts";
import { openSettlement, settle, type Settlement } from "./app/settlement.ts";
import { SealFinisher } from "./app/seal-finisher.ts";
import { WatchKeeper } from "./app/watch-keeper.ts";
import type { CenterSettings } from "./config.ts";
import type { Log } from "./ports/downlink.ts";
import type { Supervisor } from "./ports/supervisor.ts";

/** Between two looks for decisions. */
const decisionLookMs = 1_000;

export interface Center {
  readonly mqtt: { readonly host: string; readonly port: number };
  readonly http: { readonly host: string; readonly port: number };
  /** Reads the certificates of the MQTT port again; bad ones are logged, and change nothing. */
  reload(): void;
  /** Stops taking, commits what waits, closes both ports and the ledger. */
  close(): Promise<void>;
}

/** Built beside the programs: broker/dist/console. */
const consoleDir = fileURLToPath(new URL("./console", import.meta.url));

/** Starts everything; when a later part fails, the earlier ones are closed again. */
export async function startCenter(
  settings: CenterSettings,
  supervisor: Supervisor = noSupervisor,
): Promise<Center> {
  const log = pino({ level: settings.logLevel, base: { program: "broker" } }, pino.destination(2));
  const now = () => Date.now();
  const folder = new CenterFolder(settings.data, { mayMake: true });
  const registry = new FileRegistry({
    folder: folder.enrollments,
    registrarKey: folder.registrar.publicKey,
    now,
    log,
  });
  const ledger = new SqliteLedger(folder.ledger, log, settings.travelTimes);
  const opened: { close(): unknown }[] = [ledger];
  try {
    const seals = createSealChecks();
    const downlink = new AedesDownlink();
    const published = new PublishedFiles(folder, log);
    const signer = folder.center;
    const ingest = new Ingest({ ledger, registry, seals, downlink, published, signer, now, log });
    const finisher = new SealFinisher({
      ledger,
      seals,
      log,
      now,
      lastCoveredMs: () => ingest.lastCoveredMs,
      finish: (found) => ingest.finishSeals(found),
    });
    ingest.onCovered = () => finisher.wake();
    ingest.onHeard = (gateways, atMs) => ledger.heard(gateways, atMs);
    opened.push(finisher);
    const issued = issuedOf({ folder, log, now });
    const readModels = new SqliteReadModels(ledger, { issued, now });
    const http: HttpServer = await startHttp({
      readModels,
      ...settings.http,
      consoleDir,
      log,
      now,
    });
    opened.push(http);
    const readTls = () => tlsOf(settings, log);
    const { host, port } = settings.mqtt;
    const mqtt: MqttServer = await startMqtt({ host, port, ingest, downlink, log, tls: readTls() });
    opened.push(mqtt);
    finisher.wake();
    const answers = new CommandAnswers({
      commands: (site, gateway) => readModels.commands(site, gateway),
      now,
      log,
    });
    const settling = (settlement: Settlement, document: Uint8Array) =>
      settle({ ledger, models: readModels, now }, settlement, document);
    const watched = { folder, registry, issued, ingest, answers, settling };
    opened.push(watchDecisions({ ...watched, log, now }));
    const keeper = new WatchKeeper({ supervisor, ledger, log });
    opened.push(keeper);
    keeper.start(`MQTT on ${mqtt.host}:${mqtt.port}, console on ${http.host}:${http.port}`);
    return {
      mqtt: { host: mqtt.host, port: mqtt.port },
      http: { host: http.host, port: http.port },
      reload: () => renewTls(mqtt, readTls, log),
      close: () => closeAll(opened),
    };
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

interface Shown {
  readonly folder: CenterFolder;
  readonly log: Log;
  readonly now: () => number;
}

function issuedOf({ folder, log, now }: Shown): IssuedFiles {
  return new IssuedFiles({ folder, center: verifierOf(folder.center.publicKey), log, now });
}

interface Watched {
  readonly folder: CenterFolder;
  readonly registry: FileRegistry;
  readonly issued: IssuedFiles;
  readonly ingest: Ingest;
  readonly answers: CommandAnswers;
  readonly settling: (settlement: Settlement, document: Uint8Array) => string | undefined;
  readonly log: Log;
  readonly now: () => number;
}

/**
 * Looks every second for what `quarantine lift` and `command` wrote, and answers the latter; for
 * manifests whose window ended, and for documents that changed.
 */
function watchDecisions(watched: Watched): { close(): void } {
  const { folder, registry, issued, ingest, answers, settling, log, now } = watched;
  const registrar = verifierOf(folder.registrar.publicKey);
  const center = verifierOf(folder.center.publicKey);
  const decisions = new DecisionFolder({
    folder: folder.decisions,
    take: (document, path) => {
      const settlement = openSettlement(document, registrar);
      if (settlement !== undefined) {
        return "refused" in settlement ? settlement.refused : settling(settlement, document);
      }
      if (!readUncheckedDocument("command", document).ok) return ingest.lift(document, registrar);
      const sent = ingest.command(document, center);
      if ("reason" in sent) return sent.reason;
      answers.await({ path, ...sent }, sent.deadlineMs);
      return undefined;
    },
    log,
    now,
  });
  const renewal = new ManifestRenewal({
    folder,
    gateways: () => registry.all(),
    manifests: () => issued.manifests(),
    log,
    now,
  });
  const look = (): void => {
    decisions.look();
    answers.look();
    renewal.look();
    ingest.publish();
  };
  look();
  const timer = setInterval(look, decisionLookMs);
  return { close: () => clearInterval(timer) };
}

/** Faults: key/unreadable, config/value. */
function tlsOf({ mqtt }: CenterSettings, log: Log): TlsKeys | undefined {
  if (mqtt.tls === undefined) return undefined;
  const { keys, warnings } = readTlsFiles(mqtt.tls, Date.now());
  for (const warning of warnings) log.error({ code: "mqtt/certificate" }, warning);
  return keys;
}

function renewTls(mqtt: MqttServer, read: () => TlsKeys | undefined, log: Log): void {
  try {
    const tls = read();
    if (tls === undefined) return;
    mqtt.renewTls(tls);
    log.info({}, "the certificates of the MQTT port were read again");
  } catch (error) {
    log.error({ err: error }, "the certificates stay as they were; correct the files and reload");
  }
}

/** Last opened first, the ledger at the very end. */
async function closeAll(opened: readonly { close(): unknown }[]): Promise<void> {
  for (const each of opened.toReversed()) await each.close();
}
