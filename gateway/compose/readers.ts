// Builds the readers and scanners of a gateway from its configuration.

import { readFileSync } from "node:fs";
import { equalBytes, Fault, fromHex } from "@driftbox/proto";
import { aesBytes } from "../adapters/nfc/aes.ts";
import type { CredentialChecker } from "../adapters/nfc/credential.ts";
import { SunChecker } from "../adapters/nfc/sun-checker.ts";
import { OsdpBus } from "../adapters/osdp/osdp-bus.ts";
import { OsdpReader } from "../adapters/osdp/osdp-reader.ts";
import { ReaderKeyFiles, readReaderKeys } from "../adapters/osdp/reader-keys.ts";
import { AbsentReader } from "../adapters/readers/absent-reader.ts";
import { Em4100Reader } from "../adapters/readers/em4100-reader.ts";
import { Pn532Reader } from "../adapters/readers/pn532-reader.ts";
import { Yrm100Reader } from "../adapters/readers/yrm100-reader.ts";
import type { LineRuntime } from "../adapters/serial/supervised-line.ts";
import type { SignalWire } from "../app/devices/box-signals.ts";
import type { ReaderWire } from "../app/devices/reader-listeners.ts";
import { openerOf } from "./lines.ts";
import type { GatewayConfig, ReaderConfig } from "../config/config.ts";
import type { BadgeReader } from "../ports/devices.ts";
import type { Entropy } from "../ports/runtime.ts";

type OsdpConfig = Extract<ReaderConfig, { readonly driver: "osdp" }>;
type Pn532Config = Extract<ReaderConfig, { readonly driver: "pn532" }>;

export interface ReaderParts {
  readonly config: GatewayConfig;
  readonly runtime: LineRuntime;
  readonly entropy: Entropy;
}

export interface ReaderWires {
  readonly readers: readonly ReaderWire[];
  /** Lamps and buzzers in readers; they start with their reader. */
  readonly signals: readonly SignalWire[];
}

/** A reader whose keys are missing or malformed is absent with the reason; the others work. */
export async function readerWires(parts: ReaderParts): Promise<ReaderWires> {
  const buses = new Map<string, OsdpBus>();
  const signals: SignalWire[] = [];
  const readers = parts.config.readers.map(async (config): Promise<ReaderWire> => {
    const box = config.box.value;
    const tagPrefixes = config.tagPrefixes.map((prefix) => prefix.toUpperCase());
    const reader = await usableReader(parts, config, buses);
    if (!(reader instanceof OsdpReader)) {
      return { reader, box, tagPrefixes, isTagsOnly: config.driver === "yrm100" };
    }
    signals.push({ signals: { show: (signal, isSilent) => reader.show(signal, isSilent) }, box });
    return {
      reader,
      box,
      tagPrefixes,
      onTamper: (listener) => reader.onTamper(listener),
      onPower: (listener) => reader.onPower(listener),
      onKeys: (listener) => reader.onKeys(listener),
    };
  });
  return { readers: await Promise.all(readers), signals };
}

async function usableReader(
  parts: ReaderParts,
  reader: ReaderConfig,
  buses: Map<string, OsdpBus>,
): Promise<BadgeReader> {
  try {
    if (reader.driver === "osdp") return await osdpReader(parts, reader, buses);
    return serialReader(parts, reader);
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== "key/unreadable") throw error;
    return new AbsentReader({ id: reader.id, reason: error.message, log: parts.runtime.log });
  }
}

function serialReader(
  { runtime }: ReaderParts,
  reader: Exclude<ReaderConfig, OsdpConfig>,
): BadgeReader {
  const { id } = reader;
  const open = openerOf(reader);
  if (reader.driver === "em4100") return new Em4100Reader({ ...runtime, id, open });
  if (reader.driver === "pn532") {
    const checker = checkerOf(reader);
    const { pollMs, awayMs } = reader;
    return new Pn532Reader({ ...runtime, id, open, pollMs, awayMs, ...(checker && { checker }) });
  }
  const { rssiMinDbm, awayMs, rounds } = reader;
  return new Yrm100Reader({ ...runtime, id, open, rssiMinDbm, awayMs, rounds });
}

async function osdpReader(
  { config, runtime, entropy }: ReaderParts,
  { id, port, baud, address, secure, localEcho, pollMs }: OsdpConfig,
  buses: Map<string, OsdpBus>,
): Promise<OsdpReader> {
  const line = port.value;
  const open = openerOf({ port, baud, localEcho });
  const replyMs = replyMsOn(line, config);
  const common = { ...runtime, id: line, open, replyMs };
  const bus = buses.get(line) ?? new OsdpBus({ ...common, baudRate: baud });
  buses.set(line, bus);
  const keys = secure ? await readReaderKeys(config.data, id) : [];
  const identity = await new ReaderKeyFiles(config.data, id).loadIdentity();
  const { monoMs, log } = runtime;
  return new OsdpReader({
    id,
    bus,
    monoMs,
    entropy,
    log,
    address,
    pollMs,
    isSecure: secure,
    keys,
    ...(identity !== undefined && { identity }),
  });
}

/** Readers on one line wait for the slowest of them. */
function replyMsOn(line: string, { readers }: GatewayConfig): number {
  const times = readers.map((reader) =>
    reader.driver === "osdp" && reader.port.value === line ? reader.replyMs : 0,
  );
  return Math.max(...times);
}

/** Undefined: the reader takes the open number only. */
function checkerOf(reader: Pn532Config): CredentialChecker | undefined {
  const { mode, metaKeyFile, cardKeyFile, diversification } = reader;
  if (mode !== "sun" || metaKeyFile === undefined || cardKeyFile === undefined) return undefined;
  const hexOf = (text: string): Uint8Array => fromHex(text.toLowerCase()) ?? new Uint8Array(0);
  const metaReadKey = aesKeyIn(metaKeyFile);
  const fileReadKey = aesKeyIn(cardKeyFile);
  if (equalBytes(metaReadKey, fileReadKey)) {
    const why = "the same key twice; whoever reads one number could then prove any";
    throw new Fault("key/unreadable", `${metaKeyFile} and ${cardKeyFile}: ${why}`);
  }
  return new SunChecker({
    metaReadKey,
    fileReadKey,
    ...(diversification !== undefined && {
      diversification: {
        applicationId: hexOf(diversification.applicationId),
        systemIdentifier: hexOf(diversification.systemIdentifier),
      },
    }),
  });
}

/** @throws Fault key/unreadable */
function aesKeyIn(path: string): Uint8Array {
  let text: string;
  try {
    text = readFileSync(path, "latin1");
  } catch (cause) {
    throw new Fault("key/unreadable", `${path} cannot be read; check path and owner`, { cause });
  }
  const key = fromHex(text.trim().toLowerCase());
  if (key?.length !== aesBytes) {
    throw new Fault("key/unreadable", `${path}: expected ${aesBytes * 2} hex digits`);
  }
  if (key.every((byte) => byte === 0)) {
    const why = "all zeros is the key every card leaves the factory with; anybody has it";
    throw new Fault("key/unreadable", `${path}: ${why}`);
  }
  return key;
}
