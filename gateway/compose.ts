// Builds a gateway from its configuration: the only place that knows both ports and adapters.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "@driftbox/proto";
import { badgeRefOf, onceCodeOf, pickupCodeOf, pinRefOf } from "@driftbox/proto/node";
import { LowdbDocuments } from "./adapters/documents/lowdb-documents.ts";
import { lineOffsets } from "./adapters/gpio/line-offsets.ts";
import { KioskServer } from "./adapters/kiosk/kiosk-server.ts";
import { openFileJournal } from "./adapters/journal/open-file-journal.ts";
import { MqttUplink } from "./adapters/mqtt/mqtt-uplink.ts";
import { serverAddressOf, type TlsFiles } from "./adapters/mqtt/server-address.ts";
import { NodeEntropy } from "./adapters/runtime/node-entropy.ts";
import { healthFile, healthFolder } from "./adapters/runtime/health-file.ts";
import { NodeTimers } from "./adapters/runtime/node-timers.ts";
import { SystemClock } from "./adapters/runtime/system-clock.ts";
import type { LineRuntime } from "./adapters/serial/supervised-line.ts";
import { shareOf } from "./app/uplink/backoff.ts";
import type { DeskKeys } from "./app/devices/credential-desk.ts";
import { custodyCoreWith } from "./app/loop/custody-core.ts";
import { SigningKeys } from "./app/signing-keys.ts";
import type { Identity } from "./app/identity.ts";
import { startGateway, type Gateway } from "./app/gateway.ts";
import type { GatewayPorts } from "./app/gateway-ports.ts";
import { defaultWindowLimits } from "./app/uplink/outbox-window.ts";
import { boardIdOf } from "./compose/boards.ts";
import { wiringOf } from "./compose/devices.ts";
import { checkLineOffsets } from "./config/claims.ts";
import type { BoardConfig, GatewayConfig, UplinkConfig } from "./config/config.ts";
import { defaultTiming, type Layout } from "./custody/index.ts";
import { keepLockLines, lockOutputsOf } from "./lock-lines.ts";
import type { Clock, Entropy, Log, Supervisor } from "./ports/runtime.ts";
import { readPolicyFile } from "./policy-file.ts";
import { readProvisioning, type Provisioned } from "./provisioning.ts";

const dayMs = 86_400_000;
/** The built page, beside the compiled program. */
const kioskFolder = fileURLToPath(
  new URL(import.meta.url.endsWith(".ts") ? "dist/kiosk/" : "kiosk/", import.meta.url),
);

interface Outside {
  readonly config: GatewayConfig;
  readonly log: Log;
  /** Name and version of this program. */
  readonly software: string;
  readonly onFatal: (error: unknown) => void;
  readonly supervisor?: Supervisor;
  /** RUNTIME_DIRECTORY of the supervisor: in memory, and gone when the service stops. */
  readonly runtimeFolders?: string;
}

/** Starts a gateway on this machine. @throws Fault of configuration, keys, journal or documents */
export async function composeGateway(outside: Outside): Promise<Gateway> {
  const { config, log, software, onFatal, supervisor, runtimeFolders } = outside;
  if (config.gpio !== undefined && config.gpio.driver !== "sim") {
    const lines = checkLineOffsets(config, lineOffsets(config.gpio));
    const { chip } = config.gpio;
    const text = "lines not found; whether two of them are one is left to the kernel";
    if (lines.length > 0) log.warn({ chip, lines }, text);
  }
  const { identity, badgeKey, ...deskKeys } = readProvisioning(config, software);
  const clock = new SystemClock({ hasRtc: config.hasRtc });
  const entropy = new NodeEntropy();
  const { gatewayId, genesis } = identity;
  const { journal, report } = openFileJournal({
    folder: join(config.data, "journal"),
    gatewayId,
    genesisPrev: genesis,
    maxBytes: config.journal.maxMiB * 1_048_576,
    limits: { retentionMs: config.journal.retentionDays * dayMs },
  });
  if (report.recovery !== "clean") log.warn({ ...report }, "journal recovered");
  await keepLockLines(config.data, lockOutputsOf(config));
  const { uplink } = config;
  return startGateway({
    identity,
    layout: layoutOf(config),
    wiring: await wiringOf({ config, runtime: runtimeOf(clock, entropy, log), entropy }),
    core: custodyCoreWith(keysOf(identity, deskKeys)),
    journal,
    report,
    documents: await LowdbDocuments.open(join(config.data, "documents")),
    uplink: new MqttUplink({
      server: serverAddressOf(uplink.url, () => tlsFilesOf(uplink)),
      site: config.site,
      gateway: config.gateway,
      keepaliveS: uplink.keepaliveS,
      connectTimeoutMs: uplink.connectTimeoutMs,
      log,
    }),
    clock,
    satelliteTime: clock,
    ...(supervisor !== undefined && { supervisor }),
    keepHealthPage: healthFile(healthFolder(runtimeFolders, config.data), log),
    ...kioskOf(config, entropy),
    timers: new NodeTimers(),
    entropy,
    log,
    badgeRefOf: (number) => badgeRefOf(number, badgeKey),
    windowLimits: {
      ...defaultWindowLimits,
      maxBytes: uplink.inFlightMaxBytes,
      resendAfterMs: uplink.resendAfterMs,
    },
    backoff: { baseMs: uplink.backoffBaseMs, maxMs: uplink.backoffMaxMs },
    heartbeatMs: config.timing.heartbeatMs,
    defer: setImmediate,
    readPolicyFile: () => policyBytesIn(config.policyFile, log),
    onFatal,
  });
}

function kioskOf({ kiosk }: GatewayConfig, entropy: Entropy): Pick<GatewayPorts, "kiosk"> {
  if (kiosk === undefined) return {};
  const { port, helpNumber } = kiosk;
  const server = new KioskServer({ port, folder: kioskFolder, entropy });
  return { kiosk: { server, helpNumber } };
}

function keysOf(
  { site, sha256, centerKeys }: Identity,
  { pinKey, codeKey }: Pick<Provisioned, "pinKey" | "codeKey">,
): DeskKeys {
  const keys = new SigningKeys(centerKeys);
  return {
    ...(pinKey && { pinRefOf: (person, pin) => pinRefOf({ person, pin }, pinKey) }),
    ...(codeKey && {
      codes: {
        pickupCodeOf: (of) => pickupCodeOf(of, codeKey),
        onceCodeOf: (of) => onceCodeOf(of, codeKey),
      },
    }),
    grants: { site, sha256, keysFor: (named) => keys.keysFor(named) },
  };
}

/** Boxes as the custody core knows them. */
export function layoutOf(config: Pick<GatewayConfig, "boards" | "boxes" | "timing">): Layout {
  const pulses = new Map(config.boards.map((board) => [board.id, ownPulseMs(board)]));
  const { openWithinMs, heldOpenWarnMs, heldOpenAlarmMs } = config.timing;
  return {
    timing: { ...defaultTiming, openWithinMs, heldOpenWarnMs, heldOpenAlarmMs },
    boxes: config.boxes.map(({ id, kind, compartments }) => ({
      id,
      kind,
      compartments: compartments.map(({ lock: { value: lock }, door, presence, ...rest }) => ({
        number: rest.number,
        size: rest.size,
        holds: rest.holds,
        isForThin: rest.thin,
        hasScale: rest.weight !== undefined,
        supplyGroup: lock.supplyGroup,
        pulseMs: pulses.get(lock.board ?? "") ?? lock.pulseMs,
        board: boardIdOf(lock),
        hasDoorContact: !door.value.hook,
        hasPresenceSensor: presence?.value.infrared === true || presence?.value.line !== undefined,
      })),
    })),
  };
}

/** Of a board whose pulse cannot be set: what is recorded must be what happens. */
function ownPulseMs(board: BoardConfig): number | undefined {
  return board.driver === "xor-8a80" ? board.boardPulseMs : undefined;
}

/** Drivers have timers of their own, so that no key meets one of the shell. */
function runtimeOf(clock: Clock, entropy: Entropy, log: Log): LineRuntime {
  return {
    timers: new NodeTimers(),
    monoMs: () => clock.read().monoUs / 1_000,
    random: () => shareOf(entropy.bytes(4)),
    log,
  };
}

/** A box opens without the center, so an unreadable file ends an attempt and not the program. */
function tlsFilesOf(uplink: UplinkConfig): TlsFiles {
  const textIn = (path: string | undefined): string | undefined => {
    if (path === undefined) return undefined;
    try {
      return readFileSync(path, "latin1");
    } catch (cause) {
      const text = `${path} cannot be read; check path and owner`;
      throw new Fault("mqtt/refused", text, { cause });
    }
  };
  const { caFile, certFile, keyFile, serverName } = uplink;
  return { ca: textIn(caFile), cert: textIn(certFile), key: textIn(keyFile), serverName };
}

function policyBytesIn(path: string | undefined, log: Log): Uint8Array | undefined {
  if (path === undefined) return undefined;
  try {
    return readPolicyFile(path);
  } catch (error) {
    log.warn({ error, path }, "the policy file cannot be read; the stored policy stays");
    return undefined;
  }
}
